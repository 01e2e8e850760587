// The pane in the demo's Outlook, opened in a browser with the real Office.js, for tests of the seam to Outlook.
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { openOfficeFrame } from '#demo/outlook/office/office-frame.ts';
import type { MessageItem, OutlookItem } from '#demo/outlook/office/item.ts';
import { launchChromium } from '../support/browser.ts';
import { serveBenchPages, type BenchPages } from './bench-page.ts';

declare global {
  interface Window {
    openOfficeFrame: typeof openOfficeFrame;
    frameUnderTest: ReturnType<typeof openOfficeFrame>;
    opened: unknown[];
    pane: {
      host: {
        language: string;
        theme: string;
        userAddress: string;
        replyWith(html: string): Promise<void>;
      } | null;
      failure: string | null;
      changes: number;
      themes: string[];
      read(): Promise<unknown>;
    };
  }
}

export const light = {
  bodyBackgroundColor: '#ffffff',
  bodyForegroundColor: '#242424',
  controlBackgroundColor: '#f5f5f5',
  controlForegroundColor: '#242424',
};
export const dark = { ...light, bodyBackgroundColor: '#292929', bodyForegroundColor: '#ffffff' };

/** The mail of the story as Outlook holds it. */
export function buildMessage(change: Partial<MessageItem> = {}): MessageItem {
  return {
    kind: 'message',
    id: 'AAMk-AB_cd-1',
    internetMessageId: '<1@hollerbach-metallbau.test>',
    conversationId: 'conversation-1',
    subject: '4 Türschließer verlieren Öl',
    from: { name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' },
    to: [{ name: 'Anna Brandl', address: 'anna.brandl@brenner-lohse.test' }],
    cc: [{ name: '', address: 'werkstatt@hollerbach-metallbau.test' }],
    sentAt: '2026-09-03T11:00:00.000Z',
    bodyText: 'Guten Tag Frau Brandl,\nvier Türschließer verlieren Öl.',
    bodyHtml: '<p>Guten Tag Frau Brandl,</p>',
    attachments: [
      { id: 'ATT-1_x', name: 'Foto.jpg', contentType: 'image/jpeg', sizeBytes: 2048, isInline: false },
    ],
    sharedMailbox: null,
    ...change,
  };
}

type ContextOptions = Parameters<Browser['newContext']>[0];

interface OpenOptions {
  item?: OutlookItem | null;
  locale?: string;
  colours?: typeof light;
  contextOptions?: ContextOptions;
  /** Selected right after Office.js has read the first item, before the pane listens to changes. */
  chosenMeanwhile?: OutlookItem;
}

/** What the pane reads of the selected item. */
export const read = (frame: Frame) => frame.evaluate(() => window.pane.read());

/** One browser for the suite, and a page of its own for each test. */
export function officePane() {
  let browser: Browser;
  let pages: BenchPages;
  let page: Page;

  beforeAll(async () => {
    [browser, pages] = await Promise.all([launchChromium(), serveBenchPages()]);
  });
  afterAll(async () => {
    await browser?.close();
    await pages?.close();
  });
  afterEach(async () => {
    await page.context().close();
  });

  async function newPage(options?: ContextOptions): Promise<Page> {
    const context = await browser.newContext(options);
    page = await context.newPage();
    return page;
  }

  /** Opens the pane in the demo's Outlook and waits until it has joined Office. */
  async function openPane({
    item = null,
    locale = 'de-DE',
    colours = light,
    contextOptions,
    chosenMeanwhile,
  }: OpenOptions = {}) {
    await newPage(contextOptions);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${pages.origin}/demo/outlook/`);
    await page.waitForFunction(() => 'openOfficeFrame' in window);
    await page.evaluate(
      ({ chosenMeanwhile: next, ...given }) => {
        window.opened = [];
        window.frameUnderTest = window.openOfficeFrame({
          container: document.body,
          title: 'Kundencockpit',
          url: '/outlook/pane.html',
          user: { name: 'Anna Brandl', address: 'anna.brandl@brenner-lohse.test' },
          onOpen: (request) => window.opened.push(request),
          ...given,
        });
        const choose = (event: MessageEvent) => {
          if (next === undefined || !String(event.data).includes('GetInitialData')) return;
          window.removeEventListener('message', choose);
          window.frameUnderTest.select(next);
        };
        window.addEventListener('message', choose);
      },
      { item, locale, colours, chosenMeanwhile },
    );
    const frame = await frameOfPane();
    await frame.waitForFunction(() => window.pane.host !== null || window.pane.failure !== null);
    return frame;
  }

  async function frameOfPane(): Promise<Frame> {
    const element = await page.waitForSelector('iframe');
    const frame = await element.contentFrame();
    if (frame === null) throw new Error('The pane has no frame.');
    await frame.waitForFunction(() => 'pane' in window);
    return frame;
  }

  return {
    newPage,
    openPane,
    frameOfPane,
    page: () => page,
    origin: () => pages.origin,
    select: (item: OutlookItem | null) => page.evaluate((next) => window.frameUnderTest.select(next), item),
  };
}
