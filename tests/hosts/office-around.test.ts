// The seam to Outlook through the real Office.js: its looks, its keyboard, what is asked of it, and when it is not there.
import { describe, expect, it } from 'vitest';
import { buildMessage, dark, light, officePane } from './office-pane.ts';

const office = officePane();

describe('what Outlook tells about its looks', () => {
  it('speaks the language of Outlook, German where it is German and English elsewhere', async () => {
    const german = await office.openPane({ locale: 'de-AT' });
    const inGerman = await german.evaluate(() => window.pane.host?.language);
    await office.page().context().close();
    const french = await office.openPane({ locale: 'fr-FR' });

    expect([inGerman, await french.evaluate(() => window.pane.host?.language)]).toEqual(['de', 'en']);
  });

  it('follows the theme of Outlook from the start and when it changes', async () => {
    const frame = await office.openPane({ colours: dark });
    await frame.waitForFunction(() => window.pane.host?.theme === 'dark');

    await office.page().evaluate((colours) => window.frameUnderTest.setColours(colours), light);
    await frame.waitForFunction(() => window.pane.host?.theme === 'light');

    expect(await frame.evaluate(() => window.pane.themes)).toContain('light');
  });

  it('takes forced colours over any theme', async () => {
    const frame = await office.openPane({ colours: dark, contextOptions: { forcedColors: 'active' } });

    expect(await frame.evaluate(() => window.pane.host?.theme)).toBe('contrast');
  });

  it('knows whose mailbox it is', async () => {
    const frame = await office.openPane();

    expect(await frame.evaluate(() => window.pane.host?.userAddress)).toBe('anna.brandl@brenner-lohse.test');
  });
});

describe('what the pane asks of Outlook', () => {
  it('opens a reply with its text', async () => {
    const frame = await office.openPane({ item: buildMessage() });

    await frame.evaluate(() => window.pane.host?.replyWith('<p>Wir kümmern uns.</p>'));

    expect(await office.page().evaluate(() => window.opened)).toEqual([
      { kind: 'reply', toAll: false, html: '<p>Wir kümmern uns.</p>' },
    ]);
  });
});

describe('the keyboard in the pane', () => {
  it('goes on by Tab from a heading that was given the focus, and out at the end', async () => {
    const frame = await office.openPane({ item: buildMessage() });
    await office.page().evaluate(() => {
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

    await office.page().keyboard.press('Tab');
    const first = await focused();
    await office.page().keyboard.press('Tab');
    const last = await focused();
    await office.page().keyboard.press('Tab');

    expect([first, last]).toEqual(['first', 'last']);
    expect(await office.page().evaluate(() => document.activeElement?.id)).toBe('after');
  });
});

describe('when Office is not there', () => {
  const openAlone = async (route: 'gone' | 'silent' | 'present') => {
    const page = await office.newPage();
    if (route === 'gone') await page.route('**/office-js/office.js', (request) => request.abort());
    if (route === 'silent') await page.route('**/office-js/office.js', () => undefined);
    await page.goto(`${office.origin()}/outlook/pane.html?limit=700`, { waitUntil: 'commit' });
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
