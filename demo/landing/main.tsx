// Entry of the demo's first page.
import { showDemoPage } from '../bar/demo-page.tsx';
import { Landing } from './landing.tsx';

showDemoPage({
  place: 'landing',
  surface: 'outlook',
  children: (settings) => <Landing settings={settings} />,
});
