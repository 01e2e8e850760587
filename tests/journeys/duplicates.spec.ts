// Duplicates as people meet them: found, looked at, merged field by field, followed by an old link, taken back.
import type { Page } from '@playwright/test';
import { idOf } from '#demo/seed/random.ts';
import { pass } from './support/pass.ts';
import { expect, test } from './support/test.ts';

const kept = 'Metallbau Grabowski GmbH';
const gone = 'Grabowski Metallbau';
const goneId = idOf('twin', '42421');
const checkPair = new RegExp(`^(${kept} und ${gone}|${gone} und ${kept}) prüfen$`);

test.describe.configure({ timeout: 120_000 });

/** A place of the tab as a plain page. */
async function openPlace(page: Page, origin: string, place: string, user = 'miriam'): Promise<void> {
  await page.goto(`${origin}/icon.svg`);
  await page.evaluate((name) => localStorage.setItem('kundencockpit.demo.user', name), user);
  await page.goto(`${origin}/teams/tab.html#/${place}`);
}

function pairRow(page: Page) {
  return page.getByRole('button', { name: new RegExp(`(${kept} · ${gone})|(${gone} · ${kept})`) });
}

async function openPreview(page: Page, origin: string): Promise<void> {
  await openPlace(page, origin, 'settings/duplicates');
  await pairRow(page).click();
  await expect(page.getByRole('heading', { name: 'Kunden zusammenführen' })).toBeVisible();
  await expect(page.getByText(`${kept} bleibt`)).toBeVisible();
}

async function merge(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Zusammenführen', exact: true }).click();
  await expect(page.getByRole('heading', { name: `In ${kept} zusammengeführt` })).toBeVisible();
}

test('a pair is looked at, merged by choice, followed from an old link, and taken back', async ({
  page,
  server,
}) => {
  await openPlace(page, server.origin, 'settings/duplicates');
  await expect(page.getByText('Moeller Schreinerei')).toBeVisible();
  await pass(page, 'duplicates');
  await openPreview(page, server.origin);
  await expect(page.getByRole('radio', { name: /^Bestandskunde|^Im Aufbau/ })).toBeChecked();
  await expect(page.getByText('Kontakte in der Historie (1)')).toBeVisible();
  await page.getByRole('radio', { name: /^Robert-Bosch-Str\. 13/ }).check();
  await pass(page, 'preview');
  await merge(page);
  await pass(page, 'merged');

  await openPlace(page, server.origin, `customer/${goneId}`);
  const note = `Zusammengeführt mit ${kept} am 03.09.2026 von Miriam Stolz.`;
  await expect(page.getByText(note)).toBeVisible();
  await pass(page, 'old-link');
  await page.getByRole('button', { name: `${kept} öffnen` }).click();
  await expect(page.getByRole('heading', { level: 1, name: kept })).toBeVisible();
  await expect(page.getByText('Robert-Bosch-Str. 13')).toBeVisible();

  await openPlace(page, server.origin, 'settings/duplicates');
  await expect(page.getByText('Moeller Schreinerei')).toBeVisible();
  await expect(pairRow(page)).toHaveCount(0);
  await page.getByRole('radio', { name: 'Zusammengeführt' }).click();
  await page
    .getByRole('button', { name: `Zusammenführung von ${gone} in ${kept} rückgängig machen` })
    .click();
  await expect(page.getByText(/rückgängig gemacht am 03\.09\.2026 von Miriam Stolz/)).toBeVisible();
  await pass(page, 'past');
  await page.getByRole('radio', { name: 'Offen' }).click();
  await expect(pairRow(page)).toBeVisible();
});

test('somebody was faster: it says so in plain words and merges nothing twice', async ({
  page,
  server,
  watch,
  browser,
}) => {
  watch.allow(/status of 400 .*\/api\/merges\/customers/);
  await openPreview(page, server.origin);
  const faster = await browser.newContext({ locale: 'de-DE' });
  await watch.over(faster);
  const other = await faster.newPage();
  await openPreview(other, server.origin);
  await merge(other);
  await faster.close();

  await page.getByRole('button', { name: 'Zusammenführen', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('wurde inzwischen schon zusammengeführt');
  await pass(page, 'refused');
});

test('a person who is there twice becomes one, and two again', async ({ page, server }) => {
  await openPlace(page, server.origin, `customer/${idOf('customer', '42897')}`, 'ben');
  await expect(page.getByRole('heading', { level: 1, name: /^Innenausbau Brugger/ })).toBeVisible();
  const people = page.getByRole('region', { name: 'Ansprechpartner' });
  const offer = people.getByRole('button', { name: /^(Katrin Petersen|Petersen Katrin) und .* prüfen$/ });
  await pass(page, 'people');
  await offer.click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('heading', { name: 'Ansprechpartner zusammenführen' })).toBeVisible();
  await panel.getByRole('radio', { name: /^Katrin Petersen/ }).check();
  await pass(page, 'person');
  await panel.getByRole('button', { name: 'Zusammenführen', exact: true }).click();
  await expect(panel.getByRole('heading', { name: /^In .* zusammengeführt$/ })).toBeVisible();
  await expect(offer).toHaveCount(0);
  await panel.getByRole('button', { name: 'Rückgängig machen' }).click();
  await expect(panel).toHaveCount(0);
  await expect(offer).toBeVisible();
});

for (const width of [390, 720, 1280]) {
  test(`at ${width} px every step fits`, async ({ page, server }) => {
    await page.setViewportSize({ width, height: 844 });
    await openPreview(page, server.origin);
    await pass(page, `preview-${width}`);
    await merge(page);
    await page.getByRole('button', { name: 'Zurück' }).last().click();
    await expect(page.getByText('Moeller Schreinerei')).toBeVisible();
    await pass(page, `duplicates-${width}`);
    await page.getByRole('radio', { name: 'Zusammengeführt' }).click();
    await expect(page.getByText(/^zusammengeführt am 03\.09\.2026/)).toBeVisible();
    await pass(page, `past-${width}`);
    await openPlace(page, server.origin, `customer/${goneId}`);
    await expect(page.getByText(`Zusammengeführt mit ${kept}`)).toBeVisible();
    await pass(page, `old-link-${width}`);
  });
}

test('a sales person gets there from the customers and from the customer’s page', async ({
  page,
  server,
}) => {
  await openPlace(page, server.origin, 'customers', 'ben');
  await page.getByRole('button', { name: /^Mögliche Dubletten \(\d+\)$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dubletten' })).toBeVisible();
  await expect(pairRow(page)).toBeVisible();
  await pass(page, 'place');
  await page.getByRole('button', { name: 'Zurück' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kunden' })).toBeVisible();

  await openPlace(page, server.origin, `customer/${goneId}`, 'ben');
  await expect(page.getByText(`Könnte doppelt sein mit ${kept}`)).toBeVisible();
  await pass(page, 'page-of-twin');
  await page.getByRole('button', { name: checkPair }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByText(`${kept} bleibt`)).toBeVisible();
  await pass(page, 'panel-of-twin');
});

test('beside a mail: the likely twin is named, merged there, and the old customer leads on to the new', async ({
  outlook,
  page,
  watch,
}) => {
  watch.allow(/^Blocked script execution in 'about:srcdoc'/); // axe looks into every frame
  await outlook.openAs('ben');
  await outlook.choose('Balkenschuhe');
  await outlook.press('Korrigieren');
  await outlook.pane.getByRole('searchbox', { name: 'Kunde, Person oder Nummer suchen' }).fill(gone);
  await outlook.pane.getByRole('button', { name: new RegExp(`^${gone}`) }).click();
  await expect(outlook.says(`Könnte doppelt sein mit ${kept}`)).toBeVisible();
  // axe would wait for ever in the frame of the mail's own HTML, which runs no scripts.
  await page.locator('iframe[srcdoc]').evaluateAll((frames) => frames.forEach((one) => one.remove()));
  await pass(page, 'pane-twin', ['aside iframe', 'body']);
  await outlook.press(checkPair);
  await expect(outlook.says(`${kept} bleibt`)).toBeVisible();
  await outlook.press('Zusammenführen');
  await expect(outlook.says(`In ${kept} zusammengeführt`)).toBeVisible();
  await outlook.pane.getByRole('button', { name: 'Zurück' }).last().click();

  await expect(outlook.says(`Zusammengeführt mit ${kept}`)).toBeVisible();
  await pass(page, 'pane-old-link', ['aside iframe', 'body']);
  await outlook.press(`${kept} öffnen`);
  await expect(outlook.says(`Hierin aufgegangen: ${gone}`)).toBeVisible();
});
