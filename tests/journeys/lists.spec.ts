// Lists and attributes as a sales team uses them: a question built, kept and shared; a field of the company's own.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { pass } from './support/pass.ts';
import { expect, test } from './support/test.ts';

const hollerbach = 'Hollerbach Metallbau GmbH';

async function open(page: Page, origin: string, user: string, hash: string): Promise<void> {
  await page.goto(`${origin}/icon.svg`);
  await page.evaluate((name) => localStorage.setItem('kundencockpit.demo.user', name), user);
  await page.goto(`${origin}/teams/tab.html${hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

const hits = (page: Page) => page.getByText(/^[\d.]+ Treffer$/);

/** Chooses field and comparison of a condition by the keyboard's own means: a labelled select. */
async function ask(condition: Locator, field: string, operator: string): Promise<void> {
  await condition.getByLabel('Feld').selectOption({ label: field });
  await condition.getByLabel('Vergleich').selectOption({ label: operator });
}

test('a question with a nested group is built, counted while it is built, kept and shared', async ({
  page,
  server,
  browser,
  watch,
}) => {
  await open(page, server.origin, 'petra', '#/lists');
  await expect(hits(page)).toBeVisible();
  const all = await hits(page).textContent();

  await page.getByRole('button', { name: 'Filter' }).click();
  const filter = page.getByRole('region', { name: 'Filter' });
  await filter.getByRole('button', { name: 'Bedingung', exact: true }).click();
  await ask(filter.getByRole('group', { name: 'Bedingung 1' }), 'Umsatzklasse', 'ist eines von');
  await filter.getByRole('group', { name: 'Bedingung 1' }).getByLabel('Wert').click();
  await page.getByRole('menuitemcheckbox', { name: 'A', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(hits(page)).not.toHaveText(all ?? '');
  await filter.getByRole('button', { name: 'Gruppe', exact: true }).click();
  const group = filter.getByRole('group', { name: 'Gruppe 2' });
  await ask(group.getByRole('group', { name: 'Bedingung 1' }), 'Ort', 'beginnt mit');
  await group.getByRole('group', { name: 'Bedingung 1' }).getByLabel('Wert').fill('Leon');
  await group.getByRole('button', { name: 'Bedingung', exact: true }).click();
  await ask(group.getByRole('group', { name: 'Bedingung 2' }), 'Umsatz 12 Monate', 'mindestens');
  await group.getByRole('group', { name: 'Bedingung 2' }).getByLabel(/^Wert/).fill('900.000');

  await expect(
    page.getByText('Umsatzklasse ist A und (Ort beginnt mit „Leon“ oder Umsatz 12 Monate ab 900.000'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: hollerbach })).toBeVisible();
  await pass(page, 'the builder');

  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByLabel('Name der Liste').fill('Große in Leonberg');
  await page.getByRole('radio', { name: 'Alle', exact: true }).click();
  await page.getByRole('button', { name: 'Speichern' }).last().click();
  await expect(page.getByRole('combobox', { name: 'Gespeicherte Liste' })).toHaveValue(/^[0-9a-f-]{36}$/);
  const link = page.url();

  const other = await browser.newContext();
  await watch.over(other);
  const annas = await other.newPage();
  await open(annas, server.origin, 'anna', new URL(link).hash);
  await expect(annas.getByRole('button', { name: hollerbach })).toBeVisible();
  await expect(annas.getByRole('button', { name: 'Name und Freigabe ändern' })).toHaveCount(0);
  await annas.getByRole('button', { name: hollerbach }).click();
  await expect(annas.getByRole('heading', { level: 1, name: hollerbach })).toBeVisible();
  await other.close();
});

test('a shared list is sorted, shows its totals, and leaves as Excel and CSV', async ({ page, server }) => {
  await open(page, server.origin, 'petra', '#/lists');
  await page.getByLabel('Gespeicherte Liste').selectOption({ label: 'Überfällige Rechnungen nach Höhe' });
  await expect(page.getByRole('columnheader', { name: 'Offen', exact: true })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(page.getByText(/^Summe aller/)).toBeVisible();
  await pass(page, 'the table');

  await page.getByRole('button', { name: 'Fällig', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Fällig', exact: true })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await page.getByRole('button', { name: 'Spalten' }).click();
  await page.getByRole('checkbox', { name: 'Rechnungsdatum' }).check();
  await expect(page.getByRole('columnheader', { name: 'Rechnungsdatum' })).toBeVisible();
  await pass(page, 'the columns');

  for (const [name, ending] of [
    ['CSV', 'csv'],
    ['Excel', 'xlsx'],
  ] as const) {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(new RegExp(`^Überfällige Rechnungen nach Höhe .*\\.${ending}$`));
    const bytes = await readFile(await file.path());
    if (ending === 'csv') expect(bytes.toString('utf8')).toContain('\uFEFFNummer;Kunde: Name;');
    else expect(bytes.subarray(0, 2).toString()).toBe('PK');
  }
});

test('on a phone the rows are cards', async ({ page, server }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, server.origin, 'anna', '#/lists');

  await expect(page.getByRole('list', { name: 'Kunden' }).getByRole('listitem').first()).toBeVisible();
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('button', { name: 'Bedingung', exact: true }).click();
  await pass(page, 'the cards');
});

test('the administrator defines an attribute; a colleague fills it in, and lists can ask for it', async ({
  page,
  server,
}) => {
  await open(page, server.origin, 'miriam', '#/settings/attributes');
  await pass(page, 'the settings');
  await page.getByRole('button', { name: 'Neues Merkmal' }).click();
  await page.getByLabel('Name (deutsch)').fill('Anlieferung nur bis');
  await page.getByLabel('Name (englisch)').fill('Deliver until');
  await page.getByLabel('Gruppe').fill('Betrieb');
  await pass(page, 'the form of an attribute');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('button', { name: /Anlieferung nur bis/ })).toBeVisible();

  await open(page, server.origin, 'anna', '#/customers');
  await page.getByRole('combobox').first().fill('hollerbach');
  await page
    .getByRole('option', { name: /Hollerbach Metallbau/ })
    .first()
    .click();
  const section = page.getByRole('region', { name: 'Merkmale' });
  await expect(section.getByText('Schließwerk')).toBeVisible();
  await expect(section.getByText('Internes Kreditlimit')).toHaveCount(0);
  await section.getByRole('button', { name: 'Bearbeiten' }).click();
  await section.getByLabel('Anlieferung nur bis').fill('15 Uhr');
  await section.getByLabel('Hallenfläche m²').fill('viel');
  await section.getByRole('button', { name: 'Speichern' }).click();
  await expect(section.getByText('Geben Sie eine Zahl ein.')).toBeVisible();
  await section.getByLabel('Hallenfläche m²').fill('1.400');
  await section.getByRole('button', { name: 'Speichern' }).click();
  await expect(section.getByText('15 Uhr')).toBeVisible();
  await expect(section.getByText('1.400')).toBeVisible();

  await open(page, server.origin, 'anna', '#/lists');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('button', { name: 'Bedingung', exact: true }).click();
  const condition = page.getByRole('group', { name: 'Bedingung 1' });
  await ask(condition, 'Anlieferung nur bis', 'enthält');
  await condition.getByLabel('Wert').fill('15');
  await expect(page.getByText('1 Treffer')).toBeVisible();
  await expect(page.getByRole('button', { name: hollerbach })).toBeVisible();
});
