// Sign-in in the browser: through a host's bridge (nested app sign-in), in a window of its own against a played
// Entra ID, and as a sample person of the demo.
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { createSignIn } from '#addin/host/sign-in.ts';
import type { ClientConfig } from '#contract/user.ts';
import { launchChromium } from '../support/browser.ts';
import { serveBenchPages, type BenchPages } from './bench-page.ts';

type SignIn = ReturnType<typeof createSignIn>;
type Mode = 'silent' | 'fresh' | 'interactive';
interface Outcome {
  token?: string | null;
  failed?: string;
  current?: unknown;
}
interface Naa {
  method: string;
  tokenParams?: { clientId: string; scope: string; forceRefresh?: boolean };
}

declare global {
  interface Window {
    createSignIn: typeof createSignIn;
    tryToken(signIn: SignIn, mode: Mode): Promise<Outcome>;
    signIn: SignIn;
    sentToHost: Naa[];
    nestedAppAuthBridge: unknown;
  }
}

const tenant = '7be7a7c0-0000-4000-8000-00000000aaaa';
const person = '0a0a0a0a-0000-4000-8000-00000000bbbb';
const authority = `https://login.microsoftonline.com/${tenant}`;
const entra: ClientConfig = {
  mode: 'entra',
  organizationName: 'Brenner & Lohse',
  entra: { clientId: '11111111-2222-4333-8444-555555555555', authority, scope: 'api://kundencockpit/access' },
  teamsAppId: null,
  version: '0.1.0',
};
const demo: ClientConfig = { ...entra, mode: 'demo', entra: null };

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const idToken = (nonce: string | null = null) =>
  [
    base64({ alg: 'RS256', typ: 'JWT' }),
    base64({
      oid: person,
      tid: tenant,
      sub: 's',
      name: 'Anna Brandl',
      preferred_username: 'anna.brandl@brenner-lohse.test',
      iss: `${authority}/v2.0`,
      aud: entra.entra?.clientId,
      nonce,
      ver: '2.0',
      exp: 4e9,
      iat: 1e9,
    }),
    'signature',
  ].join('.');

let browser: Browser;
let pages: BenchPages;
let context: BrowserContext;

beforeAll(async () => {
  [browser, pages] = await Promise.all([
    launchChromium(),
    serveBenchPages({
      scripts: { 'sign-in': 'tests/hosts/bench-sign-in.ts', redirect: 'addin/host/auth-redirect.ts' },
      pages: { 'outlook/sign-in.html': 'sign-in.js', 'auth-redirect.html': 'redirect.js' },
    }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await pages?.close();
});
afterEach(async () => {
  await context.close();
});

/** Opens the page and makes a sign-in in it; `prepare` runs in the browser before any script. */
async function openPage(config: ClientConfig, prepare?: (page: Page) => Promise<void>): Promise<Page> {
  context = await browser.newContext();
  await context.route(
    (url) => url.hostname !== 'localhost',
    (route) => route.abort(),
  );
  const page = await context.newPage();
  await prepare?.(page);
  await page.goto(`${pages.origin}/outlook/sign-in.html`);
  await startSignIn(page, config);
  return page;
}

const startSignIn = (page: Page, config: ClientConfig) =>
  page.evaluate((given) => {
    window.signIn = window.createSignIn({ config: given, loginHint: 'anna.brandl@brenner-lohse.test' });
  }, config);
const ask = (page: Page, mode: Mode): Promise<Outcome> =>
  page.evaluate((how) => window.tryToken(window.signIn, how), mode);

interface BridgeAnswer {
  silent: 'token' | 'needs person';
  popup: 'token' | 'cancelled' | 'consent';
}

/** A host that offers nested app sign-in, as Outlook and Teams put it into the page. */
async function installBridge(page: Page, answers: BridgeAnswer): Promise<void> {
  await page.addInitScript(
    (given) => {
      const listeners = new Set<(message: string) => void>();
      window.sentToHost = [];
      const account = {
        homeAccountId: `${given.person}.${given.tenant}`,
        environment: 'login.microsoftonline.com',
        tenantId: given.tenant,
        username: 'anna.brandl@brenner-lohse.test',
        localAccountId: given.person,
      };
      const failures = {
        'needs person': {
          status: 'USER_INTERACTION_REQUIRED',
          code: 'interaction_required',
          description: '',
        },
        cancelled: { status: 'USER_CANCEL', code: 'user_cancelled', description: '' },
        consent: {
          status: 'PERSISTENT_ERROR',
          code: 'consent_required',
          description: 'AADSTS65001: The user or administrator has not consented.',
        },
      };
      const answerTo = (request: { method: string; requestId: string; tokenParams?: { scope: string } }) => {
        const common = { messageType: 'NestedAppAuthResponse', requestId: request.requestId };
        if (request.method === 'GetInitContext') {
          const capabilities = { queryAccount: true };
          const initContext = { sdkName: 'test', sdkVersion: '1', capabilities, accountContext: account };
          return { ...common, success: true, initContext };
        }
        const outcome = request.method === 'GetToken' ? given.answers.silent : given.answers.popup;
        if (outcome !== 'token') return { ...common, success: false, error: failures[outcome] };
        const token = {
          access_token: `token by ${request.method}`,
          id_token: given.idToken,
          expires_in: 3600,
          scope: request.tokenParams?.scope,
        };
        return { ...common, success: true, token, account };
      };
      window.nestedAppAuthBridge = {
        addEventListener: (_: string, listener: (message: string) => void) => listeners.add(listener),
        removeEventListener: (_: string, listener: (message: string) => void) => listeners.delete(listener),
        postMessage: (text: string) => {
          const request = JSON.parse(text) as Naa & { requestId: string };
          window.sentToHost.push(request);
          const answer = JSON.stringify(answerTo(request));
          queueMicrotask(() => listeners.forEach((listener) => listener(answer)));
        },
      };
    },
    { answers, person, tenant, idToken: idToken() },
  );
}

describe('nested app sign-in', () => {
  it('gets a token from the host without anybody pressing anything', async () => {
    const page = await openPage(entra, (one) => installBridge(one, { silent: 'token', popup: 'cancelled' }));

    expect(await ask(page, 'silent')).toEqual({ token: 'token by GetToken' });
    const asked = await page.evaluate(() => window.sentToHost.find((one) => one.method === 'GetToken'));
    expect(asked?.tokenParams).toMatchObject({
      clientId: entra.entra?.clientId,
      scope: expect.stringContaining('api://kundencockpit/access'),
    });
  });

  it('asks the host only once while the token is good, and again when a fresh one is wanted', async () => {
    const page = await openPage(entra, (one) => installBridge(one, { silent: 'token', popup: 'cancelled' }));
    const count = () =>
      page.evaluate(() => window.sentToHost.filter((one) => one.method === 'GetToken').length);

    await ask(page, 'silent');
    await ask(page, 'silent');
    const cached = await count();
    await ask(page, 'fresh');

    expect([cached, await count()]).toEqual([1, 2]);
  });

  it('answers that a person is needed, and lets the host ask when that person presses', async () => {
    const page = await openPage(entra, (one) =>
      installBridge(one, { silent: 'needs person', popup: 'token' }),
    );

    expect(await ask(page, 'silent')).toEqual({ token: null });
    expect(await ask(page, 'interactive')).toEqual({ token: 'token by GetTokenPopup' });
  });

  it('is not an error when the person closes the question', async () => {
    const answers = { silent: 'needs person', popup: 'cancelled' } as const;
    const page = await openPage(entra, (one) => installBridge(one, answers));

    expect(await ask(page, 'interactive')).toEqual({ token: null });
  });

  it('says that an administrator has to agree, and where', async () => {
    const answers = { silent: 'needs person', popup: 'consent' } as const;
    const page = await openPage(entra, (one) => installBridge(one, answers));

    expect(await ask(page, 'interactive')).toEqual({
      failed: 'consent_required',
      current: { adminConsentUrl: `${authority}/adminconsent?client_id=${entra.entra?.clientId}` },
    });
  });
});

/** Entra ID as far as the sign-in window needs it: authorize sends back at once, token hands out one token. */
async function playEntra(page: Page): Promise<string[]> {
  const seen: string[] = [];
  let nonce: string | null = null;
  const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
  const clientInfo = base64({ uid: person, utid: tenant });
  const answer = (route: Route) => {
    const url = new URL(route.request().url());
    seen.push(url.pathname.split('/').at(-1) ?? '');
    if (route.request().method() === 'OPTIONS') return route.fulfill({ status: 204, headers });
    if (url.pathname.endsWith('/authorize')) {
      nonce = url.searchParams.get('nonce');
      const state = encodeURIComponent(url.searchParams.get('state') ?? '');
      const back = `${url.searchParams.get('redirect_uri')}#code=one&client_info=${clientInfo}&state=${state}`;
      const body = `<script>location.replace(${JSON.stringify(back)})</script>`;
      return route.fulfill({ contentType: 'text/html', body });
    }
    const tokens = {
      token_type: 'Bearer',
      scope: 'api://kundencockpit/access',
      expires_in: 3600,
      ext_expires_in: 3600,
      access_token: 'token of the window',
      id_token: idToken(nonce),
      refresh_token: 'refresh',
      client_info: clientInfo,
    };
    return route.fulfill({ headers, contentType: 'application/json', body: JSON.stringify(tokens) });
  };
  await page.context().route((url) => url.hostname === 'login.microsoftonline.com', answer);
  return seen;
}

describe('sign-in outside a host', () => {
  it('opens a window when the person presses, and never before', async () => {
    const windows: Page[] = [];
    let seen: string[] = [];
    const page = await openPage(entra, async (one) => {
      seen = await playEntra(one);
    });
    context.on('page', (opened) => windows.push(opened));

    const silent = await ask(page, 'silent');
    const openedSilently = windows.length;
    const pressed = await ask(page, 'interactive');

    expect([silent, openedSilently]).toEqual([{ token: null }, 0]);
    expect(pressed).toEqual({ token: 'token of the window' });
    expect(windows).toHaveLength(1);
    expect(seen).toEqual(expect.arrayContaining(['authorize', 'token']));
  });

  it('still knows the person after the pane was opened again', async () => {
    const page = await openPage(entra, async (one) => void (await playEntra(one)));
    await ask(page, 'interactive');

    await page.reload();
    await startSignIn(page, entra);

    expect(await ask(page, 'silent')).toEqual({ token: 'token of the window' });
  });
});

describe('sign-in of the demo', () => {
  const playDemo = async (page: Page) => {
    let count = 0;
    await page.route('**/demo/sign-in', (route) => {
      count += 1;
      const { user } = route.request().postDataJSON() as { user: string };
      return route.fulfill({ json: { token: `${user} ${count}`, expiresInSeconds: 3600 } });
    });
  };

  it('works as Anna at first and asks once', async () => {
    const page = await openPage(demo, playDemo);

    const both = await Promise.all([ask(page, 'silent'), ask(page, 'silent')]);

    expect(both).toEqual([{ token: 'anna 1' }, { token: 'anna 1' }]);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('anna 1');
  });

  it('fetches a new token when the old one was refused', async () => {
    const page = await openPage(demo, playDemo);
    await ask(page, 'silent');

    expect(await ask(page, 'fresh')).toEqual({ token: 'anna 2' });
  });

  it('works as another person as soon as one is chosen in another frame, and says so', async () => {
    const page = await openPage(demo, playDemo);
    await ask(page, 'silent');
    const heard = page.evaluate(
      () => new Promise<boolean>((done) => window.signIn.onUserChanged(() => done(true))),
    );
    const other = await context.newPage();
    await other.goto(`${pages.origin}/outlook/sign-in.html`);

    await other.evaluate(() => localStorage.setItem('kundencockpit.demo.user', 'petra'));

    expect(await heard).toBe(true);
    expect(await ask(page, 'silent')).toEqual({ token: 'petra 2' });
  });
});
