// Journeys: a real server in demo mode, Chromium, the real office.js and teams-js; nothing leaves this machine.
import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './tests/support/browser.ts';

const launchOptions = await chromiumOptions();

/** Pictures of the README are taken by `npm run pictures`, not by the tests. */
const pictures = process.env['PICTURES'] === '1';

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: pictures ? 'pictures.ts' : '*.spec.ts',
  outputDir: 'test-results/journeys',
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 900 },
    // Traces write into every frame, also into those that run no scripts, which then complain.
    trace: process.env['TRACE'] === '1' ? 'on' : 'off',
  },
});
