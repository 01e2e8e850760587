// Entry of the page that plays Outlook.
import { showDemoPage } from '../bar/demo-page.tsx';
import { Outlook } from './outlook.tsx';

showDemoPage({
  place: 'outlook',
  surface: 'outlook',
  children: (settings, getToken) => <Outlook settings={settings} getToken={getToken} />,
});
