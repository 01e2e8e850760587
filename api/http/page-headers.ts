// The security headers of a page: what it may load, whom it may call, and who may show it in a frame.
interface PageKind {
  /** A page that plays Outlook or Teams, or explains the demo. */
  readonly isDemoPage: boolean;
  readonly isDemo: boolean;
  readonly authorityOrigin: string | null;
}

/** Hosts that show our pages in a frame: Outlook on the web, Teams and the Microsoft 365 app. */
const microsoftHosts = [
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook.live.com',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://teams.live.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
];
/** Office.js and the MicrosoftAjax.js that its build for the web still loads. */
const officeScripts = ['https://appsforoffice.microsoft.com', 'https://ajax.aspnetcdn.com'];
/** teams-js asks there, once, which hosts are Microsoft's. */
const teamsHostList = 'https://res.cdn.office.net/teams-js/';

/** The headers of one HTML page. Styles are allowed inline because Fluent writes them into the page as it draws. */
export function pageHeaders({ isDemoPage, isDemo, authorityOrigin }: PageKind): Record<string, string> {
  const authority = authorityOrigin === null ? [] : [authorityOrigin];
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...(isDemo ? [] : officeScripts)],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", teamsHostList, ...authority],
    'frame-src': ["'self'", ...authority],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': isDemoPage ? ["'self'"] : ["'self'", ...microsoftHosts],
  };
  const policy = Object.entries(directives).map(([name, sources]) => `${name} ${sources.join(' ')}`);
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  };
}
