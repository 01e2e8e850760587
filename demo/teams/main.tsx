// Entry of the demo page that plays Teams.
import { createRoot } from 'react-dom/client';
import { TeamsPage } from './teams-page.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(<TeamsPage />);
