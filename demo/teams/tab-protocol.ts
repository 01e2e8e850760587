// Plays Teams for the real teams-js in one frame: answers its messages as the Teams client does. Draws nothing.
// The order in the answer to `initialize` matters: with the version third and the runtime fourth, teams-js injects the sign-in bridge.
import { answerNestedAuth, type DemoAccount } from './nested-auth.ts';

export type TeamsTheme = 'default' | 'dark' | 'contrast';

/** What the page knows when the tab asks; read anew at every question. */
export interface TabSurroundings {
  theme(): TeamsTheme;
  locale(): string;
  entityId(): string;
  subEntityId(): string | null;
  account(): Promise<DemoAccount>;
  /** Opens a link; false when the page does not know what to do with it. */
  openLink(url: string): boolean;
  /** The tab says that it is ready (or not). */
  onTabState(state: 'loaded' | 'ready' | 'failed'): void;
}

interface TabMessage {
  id: number;
  uuidAsString?: string;
  func: string;
  args?: unknown[];
  data?: string;
}
type Answer = readonly unknown[] | null;
type Answerer = (message: TabMessage, page: TabSurroundings, memory: TabMemory) => Answer | Promise<Answer>;

/** Settings the tab saved, kept as long as the frame lives. */
interface TabMemory {
  settings: unknown;
}

const runtime = {
  apiVersion: 4,
  isNAAChannelRecommended: true,
  isLegacyTeams: false,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: {
    nestedAppAuth: {},
    app: { notifySuccessResponse: {} },
    pages: { appButton: {}, backStack: {}, config: {}, currentApp: {}, tabs: {} },
    teamsCore: {},
  },
};

const answerers: Record<string, Answerer> = {
  initialize: () => ['content', 'web', '2.1.0', JSON.stringify(runtime)],
  getContext: async (_message, page) => [await legacyContext(page)],
  registerHandler: () => null,
  setFrameContext: () => null,
  'appInitialization.appLoaded': (_message, page) => tell(page, 'loaded', null),
  'appInitialization.success': (_message, page) => tell(page, 'ready', [undefined]),
  'appInitialization.failure': (_message, page) => tell(page, 'failed', null),
  'appInitialization.expectedFailure': (_message, page) => tell(page, 'failed', null),
  'authentication.getAuthToken': async (_message, page) => [true, (await page.account()).token],
  'settings.getSettings': (_message, _page, memory) => [memory.settings],
  'settings.setSettings': (message, _page, memory) => {
    memory.settings = message.args?.[0] ?? {};
    return [true];
  },
  'settings.setValidityState': () => null,
  'pages.getTabs': () => [[]],
  executeDeepLink: (message, page) => {
    const url = message.args?.[0];
    return typeof url === 'string' && page.openLink(url) ? [true] : [false, 'This link is not known here.'];
  },
  'nestedAppAuth.execute': async (message, page) => [
    null,
    JSON.stringify(answerNestedAuth(message.data ?? '{}', await page.account())),
  ],
};

function tell(page: TabSurroundings, state: 'loaded' | 'ready' | 'failed', answer: Answer): Answer {
  page.onTabState(state);
  return answer;
}

/** The flat context of the wire; teams-js makes its Context object of it. */
async function legacyContext(page: TabSurroundings) {
  const account = await page.account();
  return {
    hostName: 'Teams',
    hostClientType: 'web',
    frameContext: 'content',
    theme: page.theme(),
    locale: page.locale(),
    entityId: page.entityId(),
    subEntityId: page.subEntityId() ?? '',
    userObjectId: account.oid,
    userPrincipalName: account.username,
    loginHint: account.username,
    userDisplayName: account.name,
    tid: account.tenantId,
    appSessionId: sessionId,
    sessionId,
    ringId: 'general',
    userLicenseType: 'Unknown',
    isFullScreen: false,
  };
}
const sessionId = crypto.randomUUID();

/** Answers the tab in this frame until `stop`; `announceTheme` sends it the theme the page has now. */
export function serveTab(frame: HTMLIFrameElement, page: TabSurroundings) {
  const memory: TabMemory = { settings: {} };
  const post = (message: object) => frame.contentWindow?.postMessage(message, window.location.origin);

  async function handleMessage(event: MessageEvent<unknown>) {
    if (event.source !== frame.contentWindow || event.origin !== window.location.origin) return;
    const message = event.data;
    if (!isTabMessage(message)) return;
    const answerer = answerers[message.func];
    if (!answerer) return console.info(`teams-js asked for ${message.func}, which this page does not play.`);
    const args = await answerer(message, page, memory);
    if (args !== null) post({ id: message.id, uuidAsString: message.uuidAsString, args });
  }

  const listener = (event: MessageEvent<unknown>) => void handleMessage(event);
  window.addEventListener('message', listener);
  return {
    announceTheme: () => post({ func: 'themeChange', args: [page.theme()] }),
    stop: () => window.removeEventListener('message', listener),
  };
}

function isTabMessage(data: unknown): data is TabMessage {
  return typeof data === 'object' && data !== null && 'func' in data && typeof data.func === 'string';
}
