// How it looks and works for everybody: contrast and names (axe), keyboard, narrow panes, dark, forced colours, English.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Outlook } from './support/outlook.ts';
import { expect, test } from './support/test.ts';

const mail = 'Türschließer verlieren Öl, Auftrag AU-26-0907';

/** Everything axe finds in the pane, as short lines. */
async function problemsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(['aside iframe', 'body'])
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html}`),
  );
}

/** Walks through the screens of the pane and calls back on each. */
async function eachScreen(outlook: Outlook, look: (screen: string) => Promise<void>): Promise<void> {
  const { pane } = outlook;
  await outlook.choose(mail);
  await expect(outlook.person('Sabine Tietz')).toBeVisible();
  await look('cockpit');
  await outlook.press('Ablegen');
  await expect(pane.getByRole('form', { name: 'E-Mail ablegen' })).toContainText('Verknüpfen mit');
  await look('log');
  await outlook.press('Zurück');
  await outlook.press('Reklamation');
  await expect(pane.getByRole('form', { name: 'Reklamation aufnehmen' })).toContainText('Erstantwort bis');
  await look('complaint intake');
  await outlook.press('Zurück');
  await outlook.press('Wiedervorlage');
  await expect(pane.getByRole('form', { name: 'Wiedervorlage anlegen' })).toBeVisible();
  await look('follow-up');
  await outlook.press('Zurück');
  await outlook.choose('Anfrage Bodenprofile und Schienen');
  await expect(outlook.says('Unbekannter Absender')).toBeVisible();
  await look('unknown sender');
  await outlook.choose('Sammelbestellung Arbeitsschutz');
  await expect(outlook.says('Welcher Kunde ist gemeint?')).toBeVisible();
  await look('choice');
}

const looks = [
  { name: 'light', options: { colorScheme: 'light' }, theme: 'Hell' },
  { name: 'dark', options: { colorScheme: 'dark' }, theme: 'Dunkel' },
  {
    name: 'forced colours',
    options: { forcedColors: 'active', colorScheme: 'dark' },
    theme: 'Hoher Kontrast',
  },
] as const;

for (const { name, options, theme } of looks) {
  test.describe(name, () => {
    // Tall, so that the bar at the foot covers no row: axe takes a covered row for a small one.
    test.use({ ...options, viewport: { width: 1440, height: 2000 } });

    test('every screen of the pane passes axe', async ({ outlook, page, watch }) => {
      watch.allow(/^Blocked script execution in 'about:srcdoc'/); // axe looks into every frame
      test.setTimeout(120_000);
      await outlook.openAs('anna');
      await page.getByRole('combobox', { name: 'Design' }).selectOption({ label: theme });
      await eachScreen(outlook, async (screen) => {
        expect(await problemsOf(page), screen).toEqual([]);
      });
    });
  });
}

test('the pane follows the dark theme of Outlook', async ({ outlook, page }) => {
  await outlook.openAs('anna');
  await outlook.choose(mail);
  await expect(outlook.person('Sabine Tietz')).toBeVisible();
  const ground = () =>
    outlook.pane
      .locator('body > div')
      .first()
      .evaluate((root) => {
        const frame = root.querySelector('.fui-FluentProvider') ?? root;
        return getComputedStyle(frame).backgroundColor;
      });
  const light = await ground();

  await page.getByRole('combobox', { name: 'Design' }).selectOption({ label: 'Dunkel' });

  await expect.poll(ground).not.toBe(light);
});

test('a theme chosen while the pane is still starting is not lost', async ({ outlook, page }) => {
  await outlook.openAs('anna');
  await page.getByRole('combobox', { name: 'Design' }).selectOption({ label: 'Dunkel' });
  await outlook.choose(mail);
  await expect(outlook.person('Sabine Tietz')).toBeVisible();

  const ground = outlook.pane.locator('.fui-FluentProvider').first();
  await expect(ground).toHaveCSS('background-color', 'rgb(41, 41, 41)');
});

test('at 320 and 300 px nothing scrolls sideways, on no screen', async ({ outlook, page }) => {
  test.setTimeout(120_000);
  await outlook.openAs('anna');
  const handle = page.getByRole('separator', { name: 'Breite des Bereichs' });
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await expect(handle).toHaveAttribute('aria-valuenow', '300');
  await eachScreen(outlook, async (screen) => {
    const tooWide = await outlook.pane.locator('body').evaluate((body) => {
      const limit = body.ownerDocument.documentElement.clientWidth;
      const scrolls = [...body.querySelectorAll('*')].filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 &&
          ['auto', 'scroll'].includes(getComputedStyle(element).overflowX),
      );
      return { sideways: body.scrollWidth > limit + 1, scrolls: scrolls.map((element) => element.className) };
    });
    expect(tooWide, screen).toEqual({ sideways: false, scrolls: [] });
  });
});

test('a mail is chosen, logged and taken back with the keyboard alone', async ({ outlook, page }) => {
  await outlook.openAs('anna');
  await outlook.mail(mail).focus();
  await page.keyboard.press('Enter');
  await expect(outlook.person('Sabine Tietz')).toBeVisible();

  await pressByKeyboard(outlook, page, 'Ablegen');
  await expect(outlook.pane.getByRole('heading', { name: 'E-Mail ablegen' })).toBeVisible();
  await pressByKeyboard(outlook, page, 'Ablegen');
  await outlook.showsLogged('Anna Brandl');
  await pressByKeyboard(outlook, page, 'Rückgängig');

  await expect(outlook.says('Diese E-Mail ist noch nicht abgelegt')).toBeVisible();
});

/** Goes forward with Tab until the button has the focus, then presses it; every stop must be visible. */
async function pressByKeyboard(outlook: Outlook, page: Page, name: string): Promise<void> {
  const button = outlook.pane.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
  await expect(button).toBeVisible();
  for (let stops = 0; stops < 120; stops += 1) {
    if (
      await button.evaluate(
        (element) => element === element.ownerDocument.activeElement && element.ownerDocument.hasFocus(),
      )
    ) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`The button ${name} is not reached by Tab.`);
}

test('in English everything is English', async ({ outlook, page }) => {
  await outlook.openAs('anna');
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption({ label: 'English' });
  await outlook.choose(mail);

  await expect(outlook.says('This email is not logged yet')).toBeVisible();
  await expect(outlook.says('Matched by email address')).toBeVisible();
  await expect(outlook.pane.getByRole('button', { name: 'Log', exact: true })).toBeVisible();
  await expect(outlook.says(/Umsatz|Wiedervorlage|Reklamation|Offen/)).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true });

  test('list, message and cockpit are one tap apart', async ({ outlook, page }) => {
    await outlook.openAs('anna');
    await outlook.choose(mail);
    await expect(page.getByRole('article', { name: mail })).toBeVisible();
    await page.getByRole('tab', { name: 'Cockpit' }).click();

    await expect(outlook.person('Sabine Tietz')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
