// From choosing another mail to its painted cockpit: the demo's Outlook, the real Office.js and the release pages in Chromium.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '#tests/support/browser.ts';
import { summarize } from './figures.ts';
import type { Figures } from './figures.ts';
import { startChild } from './process.ts';
import { chooseMail, countMails, installWatch, timeBareFetch } from './switch-page.ts';

export interface SwitchFigures {
  readonly switches: number;
  /** Mails never shown before in this pane: each asks the server. */
  readonly painted: Figures;
  /** The same request alone, from the same page, until its JSON is read. */
  readonly bareFetch: Figures;
  readonly ratio: number;
}

const demoNow = '2026-09-03T13:58:00+02:00';
const warmUps = 5;

/** Measures `switches` switches between mails of known customers on the demo's data; `pagesFolder` holds built pages. */
export async function measureSwitch(pagesFolder: string, switches: number): Promise<SwitchFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-switch-'));
  const server = await startChild('server.ts', [pagesFolder], {
    DATABASE_URL: '',
    DATA_FOLDER: folder,
    DEMO_NOW: demoNow,
    LOG_LEVEL: 'error',
    REQUESTS_PER_MINUTE: '0',
  });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ locale: 'de-DE', viewport: { width: 1440, height: 900 } });
    return await measure(page, server.url.replace('127.0.0.1', 'localhost'), switches);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(page: Page, origin: string, switches: number): Promise<SwitchFigures> {
  await page.addInitScript('globalThis.__name = (named) => named'); // tsx puts calls of it into every function
  await page.addInitScript(installWatch);
  await openOutlook(page, origin);
  const mails = await findKnownMails(page);
  if (mails.length < warmUps + 2) throw new Error(`only ${mails.length} mails lead to a cockpit`);
  const painted: number[] = [];
  const bare: number[] = [];
  while (painted.length < switches) {
    await openOutlook(page, origin); // an empty pane again, so that every mail is new to it
    for (const [n, mail] of mails.entries()) {
      const took = await page.evaluate(chooseMail, mail);
      if (n < warmUps || took === null || painted.length >= switches) continue;
      painted.push(took.ms);
      bare.push(await page.evaluate(timeBareFetch));
    }
  }
  const figures = { painted: summarize(painted), bareFetch: summarize(bare) };
  return { switches, ...figures, ratio: figures.painted.p50Ms / figures.bareFetch.p50Ms };
}

/** Opens the demo's Outlook as Anna, who has answered Office.js's question before. */
async function openOutlook(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/icon.svg`);
  await page.evaluate(() => {
    localStorage.setItem('kundencockpit.demo.user', 'anna');
    localStorage.setItem('OfficeJSTrustKeyV2_http_localhost', '{"Result":1}');
  });
  await page.goto(`${origin}/demo/outlook/`);
  await page.getByRole('list', { name: 'Nachrichten' }).getByRole('button').first().waitFor();
  const pane = page.frameLocator('aside iframe[title="Kundencockpit"]');
  await pane.locator('main h1').first().waitFor();
}

/** The numbers of the mails whose customer is known, no two neighbours alike, so that a change can be seen. */
async function findKnownMails(page: Page): Promise<number[]> {
  const count = await page.evaluate(countMails);
  const known: number[] = [];
  let last = '';
  for (let mail = 0; mail < count; mail += 1) {
    const took = await page.evaluate(chooseMail, mail);
    if (took === null || took.heading === last) continue;
    known.push(mail);
    last = took.heading;
  }
  return known;
}
