// The import as an administrator uses it: a file from the ERP tried, taken over, corrected from its error file and undone.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { passAtWidths } from './support/pass-at-widths.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ timeout: 120_000 });

async function open(page: Page, origin: string, user: string, hash: string): Promise<void> {
  await page.goto(`${origin}/icon.svg`);
  await page.evaluate((name) => localStorage.setItem('kundencockpit.demo.user', name), user);
  await page.goto(`${origin}/teams/tab.html${hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** As an ERP on Windows writes it: Windows-1252, semicolons, decimal comma; one row is wrong. */
const erpFile = Buffer.from(
  [
    'Kd.-Nr.;Firma;Stra\xdfe;PLZ;Ort;Telefon;Zahlungsziel;Kreditlimit',
    '20417;Hollerbach Metallbau GmbH;R\xf6merstra\xdfe 12;71229;Leonberg;07152 39410;45;50.000,00',
    '90001;Schl\xf6sser M\xfcller e. K.;Gasse 1;71229;Leonberg;07152 1234;30;2.500,50',
    '90002;T\xfcrenwerk S\xfcd GmbH;Ring 2;70173;Stuttgart;0711 5678;14;',
    '90003;Ohne Ziel GmbH;;;;;bald;',
  ].join('\r\n'),
  'latin1',
);

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Neuer Import' }).click();
  await page.getByLabel(/^Datei/).setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Weiter' }).click();
}

const figure = (page: Page, name: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd');

test('a file is mapped by itself, tried, taken over, and taken back', async ({ page, server }) => {
  await open(page, server.origin, 'miriam', '#/settings/import');
  await expect(page.getByText('Noch kein Import')).toBeVisible();
  await passAtWidths(page, 'the overview');
  await choose(page, 'kunden.csv', erpFile);

  await expect(page.getByLabel('Feld für Firma')).toHaveValue('name');
  await expect(page.getByLabel('Feld für Zahlungsziel')).toHaveValue('paymentTermDays');
  await expect(page.getByLabel('Zeichensatz')).toContainText('Windows-1252');
  await expect(page.getByText('gefunden an „50.000,00“ in „Kreditlimit“')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Schlösser Müller e. K.' })).toBeVisible();
  await expect(page.getByText('„bald“ in der Spalte „Zahlungsziel“ ist keine Zahl.')).toBeVisible();
  await passAtWidths(page, 'the map');

  await page.getByRole('button', { name: 'Probelauf' }).click();
  await expect(page.getByText(/^Fertig/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Es wurde nichts gespeichert.')).toBeVisible();
  await expect(figure(page, 'Neu')).toHaveText('2');
  await expect(figure(page, 'Geändert')).toHaveText('1');
  await expect(figure(page, 'Fehlerhaft')).toHaveText('1');
  await passAtWidths(page, 'the dry run');

  await page.getByRole('button', { name: 'Jetzt übernehmen' }).click();
  await expect(page.getByRole('heading', { name: 'Import: Kunden' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Rückgängig machen' })).toBeVisible({ timeout: 30_000 });
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Fehlerdatei (CSV)' }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toBe('Fehler-kunden.csv');
  expect(await readFile(await file.path(), 'utf8')).toContain('"90003";"Ohne Ziel GmbH"');

  await open(page, server.origin, 'anna', '#/customers');
  await page.getByRole('combobox').first().fill('türenwerk süd');
  await page
    .getByRole('option', { name: /Türenwerk Süd/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Türenwerk Süd GmbH' })).toBeVisible();

  await open(page, server.origin, 'miriam', '#/settings/import');
  await page
    .getByRole('button', { name: /Kunden.*kunden\.csv/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Rückgängig machen' }).click();
  await page.getByRole('button', { name: 'Ja, rückgängig machen' }).click();
  await expect(page.getByText('Alles ist wieder wie vor dem Import.')).toBeVisible({ timeout: 30_000 });
  await passAtWidths(page, 'the undone run');
});

test('a broken file says where it breaks, and a value that can be read in two ways is asked about', async ({
  page,
  server,
}) => {
  await open(page, server.origin, 'miriam', '#/settings/import');
  await choose(page, 'kaputt.csv', Buffer.from('Nummer;Name\n1;"Offen GmbH\n2;Zweite GmbH\n'));
  await expect(page.getByText(/beginnt ein Anführungszeichen, das nie geschlossen wird/)).toBeVisible();

  await page.getByRole('button', { name: 'Zurück zur Übersicht' }).click();
  await choose(page, 'zwei.csv', Buffer.from('Kundennummer;Firma;Kreditlimit\n7;Zwei GmbH;1.234\n'));
  await expect(page.getByText('„1.234“ in „Kreditlimit“ lässt sich auf zwei Arten lesen.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Importieren' })).toBeDisabled();
  await page.getByLabel('Dezimalzeichen').selectOption({ label: 'Komma ,' });
  await expect(page.getByRole('cell', { name: '1234,00' })).toBeVisible();
  await page.getByLabel('Zuordnung merken als Quelle').fill('Kreditlimits');
  await page.getByRole('button', { name: 'Importieren' }).click();
  await expect(page.getByRole('button', { name: 'Rückgängig machen' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Zurück zur Übersicht' }).click();
  await expect(page.getByRole('button', { name: 'Importieren: Kreditlimits' })).toBeVisible();
});

test('an endpoint inside the own network is refused unless the server allows it; sales never get here', async ({
  page,
  server,
  watch,
}) => {
  watch.allow(/status of 400 .*\/api\/import\/sources/);
  await open(page, server.origin, 'miriam', '#/settings/import');
  await page.getByRole('button', { name: 'Neue Quelle' }).click();
  await page.getByLabel('Name', { exact: false }).first().fill('ERP');
  await page.getByLabel('Adresse der Schnittstelle').fill('https://192.168.0.7/odata/Customers');
  await page.getByLabel('Jeden Tag um (Uhrzeit)').fill('2 Uhr');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Bitte als Uhrzeit schreiben, zum Beispiel 02:30.')).toBeVisible();
  await page.getByLabel('Jeden Tag um (Uhrzeit)').fill('02:30');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Nicht gespeichert')).toBeVisible();
  await passAtWidths(page, 'the source');

  await open(page, server.origin, 'anna', '#/settings/import');
  await expect(page.getByText('Nur für die Administration')).toBeVisible();
});
