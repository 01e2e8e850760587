// From the cause of one complaint to the chart of all: given on its page, seen among the figures, led back to it.
import type { Page } from '@playwright/test';
import { openPlace } from './support/open-place.ts';
import { passAtWidths } from './support/pass-at-widths.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ timeout: 120_000 });

const branch = 'Auftrag und Rechnung';
const title = 'Rabatt fehlt auf zwei Rechnungen';

/** How many complaints the chart's table counts under that cause. */
async function countOf(page: Page): Promise<number> {
  const row = page.getByRole('table', { name: 'Ursachen' }).getByRole('row', { name: new RegExp(branch) });
  return Number(await row.getByRole('cell').nth(1).textContent());
}

test('a cause is given, and the chart shows it', async ({ page, server }) => {
  await openPlace(page, server.origin, 'petra', '#/complaints');
  await page.getByRole('button', { name: 'Auswertung' }).click();
  await expect(page.getByRole('img', { name: /^Ursachen nach Häufigkeit/ })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Kennzahlen' })).toContainText('je 100 Aufträge');
  await expect(page.getByRole('table').filter({ hasText: 'Je 100 Aufträge' })).toContainText('Warengruppe');
  await passAtWidths(page, 'analysis');
  const before = await countOf(page);

  await openPlace(page, server.origin, 'jonas', '#/complaints');
  await page.getByRole('button', { name: new RegExp(title) }).click();
  await page.getByRole('button', { name: 'Ursache angeben' }).click();
  const form = page.getByRole('form', { name: 'Ursache der Reklamation' });
  await form.getByRole('combobox').click();
  await page.getByRole('option', { name: 'Rabatt oder Skonto falsch gepflegt' }).click();
  await passAtWidths(page, 'cause-form');
  await form.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText(`${branch} › Rabatt oder Skonto falsch gepflegt`).first()).toBeVisible();

  await openPlace(page, server.origin, 'petra', '#/complaint-analysis');
  await expect(page.getByRole('img', { name: /^Ursachen nach Häufigkeit/ })).toBeVisible();
  await expect.poll(() => countOf(page)).toBe(before + 1);
  await page.getByRole('table', { name: 'Ursachen' }).getByRole('button', { name: branch }).click();
  await expect(page.getByRole('button', { name: new RegExp(title) })).toBeVisible();
  await passAtWidths(page, 'analysis-behind');
  await page.getByRole('button', { name: new RegExp(title) }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
});

test('a repeat names the former complaint; the administration keeps the causes', async ({ page, server }) => {
  await openPlace(page, server.origin, 'jonas', '#/complaints');
  await page.getByRole('button', { name: /Falsche Dachhaken geliefert/ }).click();
  await expect(page.getByText('Wiederholung', { exact: true })).toBeVisible();
  await passAtWidths(page, 'repeat');
  const former = page.getByRole('list', { name: 'Frühere Reklamationen' });
  await expect(former).toContainText('dieselbe Ursache');
  await former.getByRole('button').first().click();
  await expect(page.getByText('Abgeschlossen', { exact: true }).first()).toBeVisible();

  await openPlace(page, server.origin, 'miriam', '#/settings/causes');
  await page.getByRole('button', { name: 'Aktionen zu „Transport“' }).click();
  await page.getByRole('menuitem', { name: 'Ursache darunter anlegen' }).click();
  await page.getByLabel('Neue Ursache unter „Transport“').fill('Falsch verladen');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Ursachen' })).toContainText('Falsch verladen');
  await passAtWidths(page, 'causes');
});
