// Entry of the demo page that plays Teams.
import { showDemoPage } from '../bar/demo-page.tsx';
import { TeamsPage } from './teams-page.tsx';

showDemoPage({
  place: 'teams',
  surface: 'teams',
  children: (settings) => <TeamsPage settings={settings} />,
});
