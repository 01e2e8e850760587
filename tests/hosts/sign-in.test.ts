// Sign-in in the browser: through a host's bridge (nested app sign-in), in a window of its own against a played
// Entra ID, and as a sample person of the demo.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ClientConfig } from '#contract/user.ts';
import { launchChromium } from '../support/browser.ts';
import { serveBenchPages, type BenchPages } from './bench-page.ts';
import { authority, entra, installBridge, playEntra } from './sign-in-players.ts';
import type { Outcome, Mode } from './sign-in-players.ts';

const demo: ClientConfig = { ...entra, mode: 'demo', entra: null };

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
