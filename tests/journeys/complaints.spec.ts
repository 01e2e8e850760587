// Complaints as people work on them: the clock stands still while one waits for the customer, by a calendar that the
// administration keeps.
import { AxeBuilder } from '@axe-core/playwright';
import { settle } from './support/settle.ts';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const shots = process.env['SHOTS'];

test.describe.configure({ timeout: 120_000 });

async function open(page: Page, origin: string, user: string, hash: string): Promise<void> {
  await page.goto(`${origin}/icon.svg`);
  await page.evaluate((name) => localStorage.setItem('kundencockpit.demo.user', name), user);
  await page.goto(`${origin}/teams/tab.html${hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Nothing axe complains about, and no page wider than its window. */
async function expectSound(page: Page, what: string): Promise<void> {
  await settle(page);
  const wide = page.viewportSize();
  for (const width of [390, 720, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, `${what} scrolls sideways at ${width}`).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .exclude('[data-tabster-dummy]')
      .analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    expect(found, `${what} at ${width}`).toEqual([]);
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${what}-${width}.png` });
  }
  if (wide !== null) await page.setViewportSize(wide);
}

test('a complaint waits for the customer with a reason, and goes on', async ({ page, server }) => {
  await open(page, server.origin, 'jonas', '#/complaints');
  await page.getByRole('button', { name: /Brandschutztür mit Transportschaden/ }).click();
  await expect(page.getByRole('heading', { name: 'Brandschutztür mit Transportschaden' })).toBeVisible();
  await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
  await page.getByRole('menuitem', { name: 'Auf Kunden warten' }).click();
  const form = page.getByRole('form', { name: 'Auf Kunden warten' });
  await form.getByRole('button', { name: 'Auf Kunden warten' }).click();
  await expect(form.getByRole('textbox', { name: 'Was fehlt vom Kunden?' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expectSound(page, 'pause-form');
  await form.getByRole('textbox', { name: 'Was fehlt vom Kunden?' }).fill('Fotos der Zarge');
  await form.getByRole('radio', { name: /Nächste Woche/ }).click();
  await form.getByRole('button', { name: 'Auf Kunden warten' }).click();

  await expect(page.getByText('Es fehlt: Fotos der Zarge.')).toBeVisible();
  await expect(page.getByText(/ruht, noch .* Arbeitszeit/).first()).toBeVisible();
  await expectSound(page, 'paused');

  await page.getByRole('button', { name: 'Weiterbearbeiten' }).click();
  await expect(page.getByText('Es fehlt: Fotos der Zarge.')).toHaveCount(0);
  await expect(page.getByText('Frist läuft weiter')).toBeVisible();
});

test('the administration keeps hours, locations and days off', async ({ page, server, watch }) => {
  watch.allow(/status of 400 .*\/api\/working-time/);
  await open(page, server.origin, 'miriam', '#/settings/working-time');
  await expect(page.getByRole('button', { name: /^Niederlassung Hamburg/ })).toContainText(
    'Mo–Do 07:30–16:30, Fr 07:30–14:00',
  );
  await expect(page.getByRole('list', { name: /^Feiertage/ })).toContainText('Fronleichnam');
  await expectSound(page, 'working-time');

  await page.getByRole('button', { name: 'Freie Tage eintragen' }).click();
  const form = page.getByRole('form', { name: 'Freie Tage eintragen' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Betriebsausflug');
  await form.getByRole('textbox', { name: 'Erster freier Tag' }).fill('18.9.2026');
  await expectSound(page, 'holiday-form');
  await page.getByRole('button', { name: 'Speichern' }).click();
  const holidays = page.getByRole('list', { name: 'Betriebsferien und freie Tage' });
  await expect(holidays.getByRole('button', { name: /Betriebsausflug/ })).toContainText('18.09.2026');
  await expect(page.getByRole('list', { name: 'Feiertage 2026' })).toContainText('Betriebsausflug');

  await page.getByRole('button', { name: /^Unternehmen/ }).click();
  const hours = page.getByRole('form', { name: 'Arbeitszeit des Unternehmens' });
  await hours.getByLabel('Freitag bis').fill('07:00');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(hours.getByText('Das Ende liegt vor dem Anfang.')).toBeVisible();
  await expectSound(page, 'hours-form');
  await hours.getByLabel('Freitag bis').fill('14:00');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('button', { name: /^Unternehmen/ })).toContainText('Fr 08:00–14:00');
});

test.describe('in English', () => {
  test.use({ locale: 'en-GB' });

  test('working time says the same', async ({ page, server }) => {
    await open(page, server.origin, 'miriam', '#/settings/working-time');
    await expect(page.getByRole('button', { name: /^Niederlassung Hamburg/ })).toContainText(
      'Mon–Thu 07:30–16:30',
    );
    await expect(page.getByRole('list', { name: 'Holidays 2026' })).toContainText('Corpus Christi');
    await expectSound(page, 'working-time-en');
  });
});
