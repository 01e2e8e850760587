// What every journey stands on: the real server, reset before each journey; a console error or a request to another
// machine fails it.
import { test as base, expect } from '@playwright/test';
import { Outlook } from './outlook.ts';
import { startDemoServer, type DemoServer } from './server.ts';

interface Watch {
  /** Errors of the console that belong to this journey, for example while the server is away. */
  allow(pattern: RegExp): void;
}

interface Fixtures {
  watch: Watch;
  outlook: Outlook;
}

/** teams-js asks there once which hosts are Microsoft's, and has a list of its own for when nobody answers. */
const teamsHostList = 'https://res.cdn.office.net/teams-js/validDomains/json/validDomains.json';

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
    async ({ page, context, server }, use) => {
      const complaints: string[] = [];
      const allowed: RegExp[] = [];
      await context.route(
        (url) => url.protocol.startsWith('http') && url.hostname !== 'localhost',
        async (route) => {
          if (route.request().url() === teamsHostList) {
            await route.fulfill({ json: { validOrigins: [] } });
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
      page.on('dialog', (dialog) => void dialog.accept());
      const reset = await fetch(`${server.origin}/demo/reset`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      expect(reset.status, 'the demo can be reset').toBe(200);

      await use({ allow: (pattern) => allowed.push(pattern) });

      const left = complaints.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint)));
      expect(left, 'console errors and requests to other machines').toEqual([]);
    },
    { auto: true },
  ],
  outlook: async ({ page, server }, use) => {
    await use(new Outlook(page, server.origin));
  },
});

export { expect };
