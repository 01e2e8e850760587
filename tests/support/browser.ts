// The Chromium of every browser test: an installed one, else the one in the npm package @sparticuz/chromium, which
// brings its own libraries. TEST_BROWSER=bundled takes the latter in any case; CHROMIUM_PATH names one.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** How to launch the browser of the tests; unpacks the bundled one once if it is needed. */
export async function chromiumOptions(): Promise<LaunchOptions> {
  const path = findInstalled();
  return path === null ? bundledOptions() : { executablePath: path, args, headless: true };
}

/** Launches it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(await chromiumOptions());
}

function findInstalled(): string | null {
  const wish = process.env['CHROMIUM_PATH'];
  if (wish) return wish;
  if (process.env['TEST_BROWSER'] === 'bundled') return null;
  return installed.find((path) => existsSync(path)) ?? null;
}

const folder = fileURLToPath(new URL('../../.cache/chromium', import.meta.url));

async function bundledOptions(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium, Chrome or Edge was found. Install one, or name it in CHROMIUM_PATH.');
  }
  if (!existsSync(folder)) await unpack();
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
    FONTCONFIG_PATH: join(folder, 'fonts'),
  };
  return { executablePath: join(folder, 'chromium'), args, headless: true, env };
}

/** In a process of its own: the package unpacks into the temporary folder and changes its process's environment. */
async function unpack(): Promise<void> {
  const partial = `${folder}-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const script = "import('@sparticuz/chromium').then((module) => module.default.executablePath())";
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', `await ${script}`], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  writeFileSync(
    join(partial, 'fonts/fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  // Another test process may have been quicker.
  if (existsSync(folder)) rmSync(partial, { recursive: true });
  else renameSync(partial, folder);
}
