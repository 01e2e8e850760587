// `npm run pictures`: takes the pictures of the README from this build; no test, so it is not among the journeys.
import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { smallPng } from './small-png.ts';
import { expect, test } from './support/test.ts';

const folder = 'docs/pictures';
const mail = 'Türschließer verlieren Öl, Auftrag AU-26-0907';

async function take(what: Locator, name: string): Promise<void> {
  await what.page().evaluate(() => document.fonts.ready);
  await writeFile(`${folder}/${name}.png`, smallPng(await what.screenshot({ animations: 'disabled' })));
}

/** A place of the Teams tab as a plain page, so that the picture is all tab. */
async function openPlace(page: Page, origin: string, user: string, place: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${origin}/icon.svg`);
  await page.evaluate((name) => {
    localStorage.setItem('kundencockpit.demo.user', name);
    localStorage.setItem('kundencockpit.outside-note-closed', 'yes');
  }, user);
  await page.goto(`${origin}/teams/tab.html#/${place}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function openCustomer(page: Page, origin: string, user = 'anna'): Promise<void> {
  await openPlace(page, origin, user, 'customers');
  await page.getByRole('combobox').first().fill('20417');
  const found = page.getByRole('option', { name: /Hollerbach Metallbau GmbH/ }).first();
  await found.click();
  await expect(page.getByRole('heading', { level: 1, name: /Hollerbach Metallbau/ })).toBeVisible();
  await expect(page.getByText('Was jetzt zählt')).toBeVisible();
}

for (const theme of ['light', 'dark'] as const) {
  test(`the pane, ${theme}`, async ({ outlook, page }) => {
    await page.setViewportSize({ width: 1440, height: 980 });
    await outlook.openAs('anna');
    const label = theme === 'light' ? 'Hell' : 'Dunkel';
    await page.getByRole('combobox', { name: 'Design' }).selectOption({ label });
    await outlook.choose(mail);
    await expect(outlook.says('Hollerbach Metallbau GmbH')).toBeVisible();
    await expect(outlook.says('Letzte Kontakte')).toBeVisible();
    const pane = page.locator('aside iframe[title="Kundencockpit"]');
    await take(pane, `pane-cockpit-${theme}-de`);
    if (theme === 'dark') return;
    await take(page.locator('body'), 'outlook-light-de');
    await outlook.press('Ablegen');
    await expect(outlook.pane.getByRole('form', { name: 'E-Mail ablegen' })).toBeVisible();
    await take(pane, 'pane-log-light-de');
  });
}

test('the complaint, the card and the day', async ({ outlook, teams, page }) => {
  await page.setViewportSize({ width: 1440, height: 980 });
  await outlook.openAs('anna');
  await outlook.choose(mail);
  await outlook.press('Reklamation');
  await expect(outlook.pane.getByRole('form', { name: 'Reklamation aufnehmen' })).toContainText(
    'Erstantwort bis',
  );
  await take(page.locator('aside iframe[title="Kundencockpit"]'), 'pane-complaint-light-de');
  await outlook.press('Reklamation anlegen');
  await expect(outlook.says(/Reklamation RK-26-\d+ angelegt/)).toBeVisible();

  await page.setViewportSize({ width: 1370, height: 860 });
  await teams.openAs('petra');
  await teams.openChat();
  const card = teams.card('Türschließer verlieren Öl');
  await expect(card.getByRole('button', { name: 'Entscheiden' })).toBeVisible();
  await take(card, 'teams-card-open-de');

  await teams.openAs('anna');
  await expect(teams.tab.getByRole('heading', { name: 'Mein Tag' })).toBeVisible();
  await expect(teams.tab.getByText('Rückruf an Uwe Pahlke')).toBeVisible();
  await take(page.locator('main iframe'), 'teams-my-day-1280-light-de');
});

test('the customer, the history and the search', async ({ page, server }) => {
  const tab = page.locator('body');
  await openCustomer(page, server.origin);
  await expect(page.getByText('Ältere anzeigen')).toBeVisible();
  await take(tab, 'teams-customer-1280-light-de');
  await page.getByRole('searchbox').first().fill('Kita');
  await expect(page.getByText(/Kontakte gezeigt$/)).toBeVisible();
  await take(page.getByRole('main').last(), 'history-1280-light-de');

  await openPlace(page, server.origin, 'anna', 'customers');
  await page.getByRole('combobox').first().fill('holerbach metalbau');
  await expect(page.getByRole('option').first()).toContainText('Hollerbach Metallbau GmbH');
  await take(tab, 'search-1280-light-de');
});

test('lists', async ({ page, server }) => {
  await openPlace(page, server.origin, 'petra', 'lists');
  await page.getByLabel('Gespeicherte Liste').selectOption({ label: 'Überfällige Rechnungen nach Höhe' });
  await expect(page.getByText(/^Summe aller/)).toBeVisible();
  await page.getByRole('button', { name: 'Filter' }).first().click();
  await expect(page.getByRole('region', { name: 'Filter' })).toBeVisible();
  await take(page.locator('body'), 'lists-1280-light-de');
});

test('visits, their preparation and their report', async ({ page, server }) => {
  await openPlace(page, server.origin, 'anna', 'visits');
  const planned = page
    .getByRole('region', { name: 'Wochenplan' })
    .getByRole('button', { name: /^\d\d:\d\d/ })
    .first();
  await expect(planned).toBeVisible();
  await take(page.locator('body'), 'visits-1280-light-de');
  await planned.click();
  await expect(page.getByRole('heading', { name: 'Konditionen und Zahlungen' })).toBeVisible();
  await take(page.locator('body'), 'preparation-1280-light-de');

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('tab', { name: 'Bericht' }).click();
  await page.getByRole('radio', { name: 'Angebot gewünscht' }).click();
  await page.getByRole('textbox', { name: 'Was war?' }).fill('Neue Halle gezeigt, Bedarf an Beschlägen.');
  await take(page.locator('body'), 'report-390-light-de');
});

test('an import before it is taken over', async ({ page, server }) => {
  await openPlace(page, server.origin, 'miriam', 'settings/import');
  const lines = [
    'Kd.-Nr.;Firma;Straße;PLZ;Ort;Telefon;Zahlungsziel;Kreditlimit',
    '20417;Hollerbach Metallbau GmbH;Römerstraße 12;71229;Leonberg;07152 39410;45;50.000,00',
    '90001;Türenwerk Süd GmbH;Hafenweg 3;70327;Stuttgart;0711 55501;30;12.500,00',
    '90002;Schlösser Müller e. K.;Am Markt 9;73728;Esslingen;0711 55502;30;8.000,00',
    '90003;Ohne Ziel GmbH;Gasse 1;70173;Stuttgart;0711 55503;bald;1.000,00',
  ];
  await page.getByRole('button', { name: 'Neuer Import' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'kunden.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
  await page.getByRole('button', { name: 'Weiter' }).click();
  await page.getByRole('button', { name: 'Probelauf' }).click();
  await expect(page.getByText('Es wurde nichts gespeichert.')).toBeVisible();
  await take(page.locator('body'), 'import-1280-light-de');
});

test('rating, attributes, rights and duplicates', async ({ page, server }) => {
  const tab = page.locator('body');
  await openPlace(page, server.origin, 'miriam', 'settings/rating');
  await page.getByRole('textbox', { name: 'Klasse A ab' }).fill('80.000');
  await page.getByRole('textbox', { name: 'Klasse B bis unter' }).fill('80.000');
  await page.getByRole('button', { name: 'Wirkung prüfen' }).click();
  const effect = page.getByText(/^\d+ von \d+ Kunden wechseln die Klasse\./);
  await effect.scrollIntoViewIfNeeded();
  await take(tab, 'rating-1280-light-de');
  await openPlace(page, server.origin, 'miriam', 'settings/attributes');
  await expect(page.getByRole('button', { name: 'Neues Merkmal' })).toBeVisible();
  await take(tab, 'attributes-1280-light-de');
  await openPlace(page, server.origin, 'miriam', 'settings/people');
  await page.getByRole('button', { name: /Ben Oster/ }).click();
  await expect(page.getByRole('combobox', { name: 'Vertretung' })).toBeVisible();
  await take(tab, 'rights-1280-light-de');
  await openPlace(page, server.origin, 'miriam', 'settings/duplicates');
  await page
    .getByRole('button', { name: /Grabowski Metallbau/ })
    .first()
    .click();
  await expect(page.getByText('Welche Angaben gelten')).toBeVisible();
  await take(tab, 'duplicates-1280-light-de');
});

test('complaints: one of them, and the figures of all', async ({ page, server }) => {
  await openPlace(page, server.origin, 'jonas', 'complaints');
  await page.getByRole('button', { name: /Falsche Dachhaken geliefert/ }).click();
  await expect(page.getByText('Wiederholung', { exact: true })).toBeVisible();
  await take(page.locator('body'), 'complaint-1280-light-de');
  await openPlace(page, server.origin, 'petra', 'complaint-analysis');
  await expect(page.getByRole('img', { name: /^Ursachen nach Häufigkeit/ })).toBeVisible();
  await take(page.locator('body'), 'analysis-1280-light-de');
});

test('a message of a chat', async ({ teams, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await teams.openAs('anna');
  await teams.openChat();
  await page.getByRole('tab', { name: 'Lieferung Hollerbach' }).click();
  const message = page.getByRole('article').filter({ hasText: 'fehlen zwei Montageplatten' });
  await message.getByRole('button', { name: /Aktionen zur Nachricht/ }).click();
  await page.getByRole('menuitem', { name: 'Zum Kunden ablegen' }).click();
  await expect(page.getByRole('dialog').getByRole('radio').first()).toBeChecked();
  await take(page.locator('body'), 'teams-chat-light-de');
});
