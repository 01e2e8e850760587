// Journeys: a real server in demo mode, Chromium, the real office.js and teams-js; nothing leaves this machine.
import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { chromiumOptions } from './tests/support/browser.ts';

/** Pictures of the README are taken by `npm run pictures`, not by the tests. */
const pictures = process.env['PICTURES'] === '1';

const options = await chromiumOptions();
const fonts = {
  FONTCONFIG_FILE: fileURLToPath(new URL('tests/journeys/support/picture-fonts.conf', import.meta.url)),
};
const launchOptions = pictures ? { ...options, env: { ...process.env, ...options.env, ...fonts } } : options;

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: pictures ? 'pictures.ts' : '*.spec.ts',
  outputDir: 'test-results/journeys',
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000, // long stories on a slow machine
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 900 },
    // What fades is there at once: a colour half way would be judged by axe.
    contextOptions: { reducedMotion: 'reduce' },
    // Traces write into every frame, also into those that run no scripts, which then complain.
    trace: process.env['TRACE'] === '1' ? 'on' : 'off',
  },
});
