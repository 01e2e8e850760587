// What every journey stands on: the real server, reset before each journey; a console error or a request to another
// machine fails it.
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { Outlook } from './outlook.ts';
import { startDemoServer, type DemoServer } from './server.ts';
import { Teams } from './teams.ts';

interface Watch {
  /** Complaints that belong to this journey, for example while the server is away. */
  allow(pattern: RegExp): void;
  /** Watches another person's browser as well. */
  over(context: BrowserContext): Promise<void>;
}

interface Fixtures {
  watch: Watch;
  outlook: Outlook;
  teams: Teams;
}

/** teams-js asks there once which hosts are Microsoft's, and has a list of its own for when nobody answers. */
const teamsHostList = 'https://res.cdn.office.net/teams-js/validDomains/json/validDomains.json';

async function listen(context: BrowserContext, complaints: string[]): Promise<void> {
  await context.route(
    (url) => url.protocol.startsWith('http') && url.hostname !== 'localhost',
    async (route) => {
      if (route.request().url() === teamsHostList) {
        await route.fulfill({ json: { validOrigins: [] }, headers: { 'access-control-allow-origin': '*' } });
        return;
      }
      complaints.push(`request to ${route.request().url()}`);
      await route.abort();
    },
  );
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('dialog', (dialog) => void dialog.accept());
}

/** What the frames say, when a journey failed: Playwright's own report ends at their edge. */
async function attachFrames(page: Page): Promise<void> {
  for (const frame of page.frames().filter((one) => one.url().includes('.html'))) {
    const seen = await frame.locator('body').ariaSnapshot({ timeout: 2000 }).catch(String);
    console.log(`── ${frame.url()}\n${seen.slice(0, 4000)}`);
  }
}

async function reset(server: DemoServer): Promise<void> {
  const answer = await fetch(`${server.origin}/demo/reset`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(answer.status, 'the demo can be reset').toBe(200);
}

export const test = base.extend<Fixtures, { server: DemoServer }>({
  server: [
    async ({ browserName: _ }, use) => {
      const server = await startDemoServer();
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  watch: [
    async ({ context, page, server }, use, info) => {
      const complaints: string[] = [];
      const allowed: RegExp[] = [];
      await listen(context, complaints);
      await reset(server);

      await use({
        allow: (pattern) => allowed.push(pattern),
        over: (other) => listen(other, complaints),
      });

      const left = complaints.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint)));
      if (info.status !== info.expectedStatus) await attachFrames(page);
      if (info.status !== info.expectedStatus || left.length > 0) console.log(server.log().slice(-4000));
      expect(left, 'console errors and requests to other machines').toEqual([]);
    },
    { auto: true },
  ],
  outlook: async ({ page, server }, use) => {
    await use(new Outlook(page, server.origin));
  },
  teams: async ({ page, server }, use) => {
    await use(new Teams(page, server.origin));
  },
});

export { expect };
