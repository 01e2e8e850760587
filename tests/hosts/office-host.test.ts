// The seam to Outlook, tried through the real, unmodified Office.js: addin/host/office-host.ts against the demo's host.
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { openOfficeFrame } from '#demo/outlook/office/office-frame.ts';
import type { AppointmentItem, DraftItem, MessageItem, OutlookItem } from '#demo/outlook/office/item.ts';
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

const light = {
  bodyBackgroundColor: '#ffffff',
  bodyForegroundColor: '#242424',
  controlBackgroundColor: '#f5f5f5',
  controlForegroundColor: '#242424',
};
const dark = { ...light, bodyBackgroundColor: '#292929', bodyForegroundColor: '#ffffff' };

function buildMessage(change: Partial<MessageItem> = {}): MessageItem {
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

interface OpenOptions {
  item?: OutlookItem | null;
  locale?: string;
  colours?: typeof light;
  contextOptions?: Parameters<Browser['newContext']>[0];
  /** Selected right after Office.js has read the first item, before the pane listens to changes. */
  chosenMeanwhile?: OutlookItem;
}

/** Opens the pane in the demo's Outlook and waits until it has joined Office. */
async function openPane({
  item = null,
  locale = 'de-DE',
  colours = light,
  contextOptions,
  chosenMeanwhile,
}: OpenOptions = {}) {
  const context = await browser.newContext(contextOptions);
  page = await context.newPage();
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

const read = (frame: Frame) => frame.evaluate(() => window.pane.read());
const select = (item: OutlookItem | null) =>
  page.evaluate((next) => window.frameUnderTest.select(next), item);

describe('reading the selected item through Office.js', () => {
  it('turns a mail into plain data with ids that Graph understands', async () => {
    const frame = await openPane({ item: buildMessage() });

    expect(await read(frame)).toEqual({
      kind: 'mail',
      mail: {
        messageId: '<1@hollerbach-metallbau.test>',
        itemId: 'AAMk-AB_cd-1',
        mailbox: null,
        conversationId: 'conversation-1',
        subject: '4 Türschließer verlieren Öl',
        from: { name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' },
        to: [{ name: 'Anna Brandl', address: 'anna.brandl@brenner-lohse.test' }],
        cc: [{ name: '', address: 'werkstatt@hollerbach-metallbau.test' }],
        sentAt: '2026-09-03T11:00:00.000Z',
        bodyText: 'Guten Tag Frau Brandl,\nvier Türschließer verlieren Öl.',
        attachments: [
          { id: 'ATT-1_x', name: 'Foto.jpg', contentType: 'image/jpeg', sizeBytes: 2048, isInline: false },
        ],
      },
    });
  });

  it('learns of a mail that was chosen while it was still starting', async () => {
    const frame = await openPane({ chosenMeanwhile: buildMessage() });
    await frame.waitForFunction(() => window.pane.changes === 1);

    expect(await read(frame)).toMatchObject({ kind: 'mail', mail: { itemId: 'AAMk-AB_cd-1' } });
  });

  it('names the owner of a shared mailbox', async () => {
    const frame = await openPane({ item: buildMessage({ sharedMailbox: 'team@brenner-lohse.test' }) });

    expect(await read(frame)).toMatchObject({ mail: { mailbox: 'team@brenner-lohse.test' } });
  });

  it('reads a mail without sender, subject, text and message id', async () => {
    const bare = buildMessage({
      from: null,
      subject: '',
      bodyText: '',
      internetMessageId: '',
      to: [],
      cc: [],
    });
    const frame = await openPane({ item: bare });

    expect(await read(frame)).toMatchObject({
      kind: 'mail',
      mail: {
        messageId: '<AAMk-AB_cd-1@no-message-id.invalid>',
        subject: '',
        from: { name: '', address: '' },
        bodyText: '',
      },
    });
  });

  it('cuts what the contract would refuse', async () => {
    const people = Array.from({ length: 1500 }, (_, n) => ({ name: `P${n}`, address: `p${n}@firma.test` }));
    const frame = await openPane({ item: buildMessage({ to: people, bodyText: 'x'.repeat(600_000) }) });

    const item = (await read(frame)) as { mail: { to: unknown[]; bodyText: string } };

    expect([item.mail.to.length, item.mail.bodyText.length]).toEqual([1000, 500_000]);
  });

  it('tells an appointment with its people', async () => {
    const appointment: AppointmentItem = {
      kind: 'appointment',
      id: 'TERMIN-1',
      subject: 'Jahresgespräch',
      location: 'Leonberg',
      organizer: { name: 'Anna Brandl', address: 'anna.brandl@brenner-lohse.test' },
      attendees: [{ name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' }],
      startsAt: '2026-09-04T08:00:00.000Z',
      endsAt: '2026-09-04T09:00:00.000Z',
    };

    expect(await read(await openPane({ item: appointment }))).toEqual({
      kind: 'appointment',
      subject: 'Jahresgespräch',
      people: [
        { name: 'Anna Brandl', address: 'anna.brandl@brenner-lohse.test' },
        { name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' },
      ],
      startsAt: '2026-09-04T08:00:00.000Z',
      appointmentId: 'TERMIN-1',
    });
  });

  it('tells a mail being written with its recipients', async () => {
    const draft: DraftItem = {
      kind: 'draft',
      subject: 'AW: Öl',
      from: { name: 'Anna Brandl', address: 'anna.brandl@brenner-lohse.test' },
      to: [{ name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' }],
      cc: [],
      bodyHtml: '<p>Hallo</p>',
    };

    expect(await read(await openPane({ item: draft }))).toEqual({
      kind: 'compose',
      subject: 'AW: Öl',
      people: [{ name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' }],
    });
  });

  it('says when nothing is selected', async () => {
    expect(await read(await openPane())).toEqual({ kind: 'none' });
  });
});

describe('a pinned pane', () => {
  it('hears of every change and reads the new item', async () => {
    const frame = await openPane({ item: buildMessage() });

    await select(buildMessage({ id: 'ZWEI', subject: 'Zweite' }));
    await frame.waitForFunction(() => window.pane.changes === 1);
    const second = await read(frame);
    await select(null);
    await frame.waitForFunction(() => window.pane.changes === 2);

    expect(second).toMatchObject({ mail: { subject: 'Zweite', itemId: 'ZWEI' } });
    expect(await read(frame)).toEqual({ kind: 'none' });
  });

  it('never hands out one mail with the text of another', async () => {
    const frame = await openPane({ item: buildMessage({ subject: 'Mail 0', bodyText: 'Text 0' }) });
    const mails = Array.from({ length: 40 }, (_, n) =>
      buildMessage({ id: `M${n + 1}`, subject: `Mail ${n + 1}`, bodyText: `Text ${n + 1}` }),
    );

    const reading = frame.evaluate(async () => {
      const outcomes: unknown[] = [];
      for (let turn = 0; turn < 120; turn += 1) outcomes.push(await window.pane.read());
      return outcomes;
    });
    for (const mail of mails) await select(mail);
    const outcomes = (await reading) as { mail?: { subject: string; bodyText: string }; failed?: string }[];

    expect(outcomes.every(({ mail, failed }) => mail !== undefined || failed === 'item changed')).toBe(true);
    const pairs = outcomes.flatMap(({ mail }) => (mail ? [[mail.subject, mail.bodyText]] : []));
    expect(pairs.filter(([subject, text]) => subject?.slice(5) !== text?.slice(5))).toEqual([]);
    await frame.waitForFunction(() => window.pane.changes === 40);
    expect(await read(frame)).toMatchObject({ mail: { subject: 'Mail 40', bodyText: 'Text 40' } });
  });

  it('hears of a selection made while it was starting', async () => {
    const opening = openPane({ item: buildMessage() });
    await opening;
    await page.evaluate((item) => {
      window.frameUnderTest.close();
      window.frameUnderTest = window.openOfficeFrame({
        container: document.body,
        title: 'Kundencockpit',
        url: '/outlook/pane.html',
        locale: 'de-DE',
        user: { name: 'Anna', address: 'anna.brandl@brenner-lohse.test' },
        item,
        colours: {
          bodyBackgroundColor: '#ffffff',
          bodyForegroundColor: '#000000',
          controlBackgroundColor: '#ffffff',
          controlForegroundColor: '#000000',
        },
        onOpen: () => undefined,
      });
      window.frameUnderTest.select({ ...item, id: 'SPAET', subject: 'Später gewählt' });
    }, buildMessage());
    const frame = await frameOfPane();
    await frame.waitForFunction(() => window.pane.host !== null);

    expect(await read(frame)).toMatchObject({ mail: { subject: 'Später gewählt' } });
  });
});

describe('what Outlook tells about its looks', () => {
  it('speaks the language of Outlook, German where it is German and English elsewhere', async () => {
    const german = await openPane({ locale: 'de-AT' });
    const inGerman = await german.evaluate(() => window.pane.host?.language);
    await page.context().close();
    const french = await openPane({ locale: 'fr-FR' });

    expect([inGerman, await french.evaluate(() => window.pane.host?.language)]).toEqual(['de', 'en']);
  });

  it('follows the theme of Outlook from the start and when it changes', async () => {
    const frame = await openPane({ colours: dark });
    await frame.waitForFunction(() => window.pane.host?.theme === 'dark');

    await page.evaluate((colours) => window.frameUnderTest.setColours(colours), light);
    await frame.waitForFunction(() => window.pane.host?.theme === 'light');

    expect(await frame.evaluate(() => window.pane.themes)).toContain('light');
  });

  it('takes forced colours over any theme', async () => {
    const frame = await openPane({ colours: dark, contextOptions: { forcedColors: 'active' } });

    expect(await frame.evaluate(() => window.pane.host?.theme)).toBe('contrast');
  });

  it('knows whose mailbox it is', async () => {
    const frame = await openPane();

    expect(await frame.evaluate(() => window.pane.host?.userAddress)).toBe('anna.brandl@brenner-lohse.test');
  });
});

describe('what the pane asks of Outlook', () => {
  it('opens a reply with its text', async () => {
    const frame = await openPane({ item: buildMessage() });

    await frame.evaluate(() => window.pane.host?.replyWith('<p>Wir kümmern uns.</p>'));

    expect(await page.evaluate(() => window.opened)).toEqual([
      { kind: 'reply', toAll: false, html: '<p>Wir kümmern uns.</p>' },
    ]);
  });
});

describe('the keyboard in the pane', () => {
  it('goes on by Tab from a heading that was given the focus, and out at the end', async () => {
    const frame = await openPane({ item: buildMessage() });
    await page.evaluate(() => {
      const after = document.createElement('button');
      after.id = 'after';
      document.body.append(after);
    });
    await frame.evaluate(() => {
      document.body.innerHTML =
        '<h1 tabindex="-1">Ablegen</h1><button id="first">A</button><button id="last">B</button>';
      document.querySelector('h1')?.focus();
    });
    const focused = () => frame.evaluate(() => document.activeElement?.id);

    await page.keyboard.press('Tab');
    const first = await focused();
    await page.keyboard.press('Tab');
    const last = await focused();
    await page.keyboard.press('Tab');

    expect([first, last]).toEqual(['first', 'last']);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('after');
  });
});

describe('when Office is not there', () => {
  const openAlone = async (route: 'gone' | 'silent' | 'present') => {
    const context = await browser.newContext();
    page = await context.newPage();
    if (route === 'gone') await page.route('**/office-js/office.js', (request) => request.abort());
    if (route === 'silent') await page.route('**/office-js/office.js', () => undefined);
    await page.goto(`${pages.origin}/outlook/pane.html?limit=700`, { waitUntil: 'commit' });
    await page.waitForFunction(() => 'pane' in window && window.pane.failure !== null);
    return page.evaluate(() => window.pane.failure);
  };

  it('says so when Office.js could not be loaded', async () => {
    expect(await openAlone('gone')).toBe('not_loaded');
  });
  it('says so when Office.js never comes', async () => {
    expect(await openAlone('silent')).toBe('not_loaded');
  });
  it('says so when the page was opened outside Outlook', async () => {
    expect(await openAlone('present')).toBe('no_host');
  });
});
