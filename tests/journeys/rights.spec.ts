// History, changes and rights as people use them: a letter with its file, who changed what, and seeing as somebody else.
import type { Page } from '@playwright/test';
import { passAtWidths } from './support/pass-at-widths.ts';
import { expect, test } from './support/test.ts';

const customer = 'Pahlke Innenausbau';
const pdf = Buffer.from('%PDF-1.7\n%%EOF\n');

test.describe.configure({ timeout: 120_000 });

async function open(page: Page, origin: string, user: string, hash: string): Promise<void> {
  await page.goto(`${origin}/icon.svg`);
  await page.evaluate((name) => localStorage.setItem('kundencockpit.demo.user', name), user);
  await page.goto(`${origin}/teams/tab.html${hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function openCustomer(page: Page, origin: string, user: string): Promise<void> {
  await open(page, origin, user, '#/customers');
  await page.getByRole('combobox').fill(customer);
  await page
    .getByRole('option', { name: new RegExp(`^${customer}`) })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: customer })).toBeVisible();
}

test('a letter is recorded with its file; a program under a false name is refused', async ({
  page,
  server,
  watch,
}) => {
  watch.allow(/status of 415 .*\/attachments\//);
  await openCustomer(page, server.origin, 'anna');
  await page.getByRole('button', { name: 'Kontakt erfassen' }).click();
  const form = page.getByRole('form', { name: 'Kontakt erfassen' });
  await form.getByRole('radio', { name: 'Brief' }).click();
  await form.getByRole('radio', { name: 'Eingehend' }).click();
  await form.getByRole('textbox', { name: 'Betreff' }).fill('Kündigung des Rahmenvertrags');
  await form.getByLabel('Anlagen').setInputFiles([
    { name: 'Kündigung.pdf', mimeType: 'application/pdf', buffer: pdf },
    { name: 'Rechnung.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\u0090\0\u0003\0') },
  ]);
  await passAtWidths(page, 'record');
  await page.getByRole('button', { name: 'Erfassen', exact: true }).click();

  await expect(page.getByText('Die Datei ist ein Programm, auch wenn sie anders heißt.')).toBeVisible();
  await page.getByRole('button', { name: 'Fertig' }).click();
  const entry = page.getByRole('listitem').filter({ hasText: 'Kündigung des Rahmenvertrags' });
  const download = page.waitForEvent('download');
  await entry.getByRole('button', { name: 'Kündigung.pdf herunterladen' }).click();

  expect((await download).suggestedFilename()).toBe('Kündigung.pdf');
  await expect(entry.getByText('Rechnung.pdf')).toHaveCount(0);
});

test('a change is shown with both values and taken back', async ({ page, server }) => {
  await openCustomer(page, server.origin, 'anna');
  await page.getByRole('button', { name: 'Bearbeiten' }).first().click();
  const form = page.getByRole('form', { name: 'Stammdaten bearbeiten' });
  await form.getByRole('textbox', { name: 'Mitbewerb' }).fill('Nordbeschlag AG');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(form).toHaveCount(0);

  await page.getByRole('tab', { name: 'Änderungen' }).click();
  const change = page.getByRole('listitem').filter({ hasText: 'Kunde geändert' }).first();
  await expect(change).toContainText('Nordbeschlag AG');
  await expect(change).toContainText('Anna Brandl');
  await passAtWidths(page, 'changes');
  await page.getByRole('tab', { name: 'Änderungen' }).click();
  await change.getByRole('button', { name: /rückgängig machen/ }).click();

  await expect(page.getByText('Rückgängig gemacht').first()).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Kunde geändert' })).toHaveCount(2);
});

test('an administrator changes rights and sees as somebody else, and comes back', async ({
  page,
  server,
}) => {
  await open(page, server.origin, 'miriam', '#/settings/people');
  await expect(page.getByRole('button', { name: /Ben Oster/ })).toBeVisible();
  await passAtWidths(page, 'people');
  await page.getByRole('button', { name: /Ben Oster/ }).click();
  await page.getByRole('combobox', { name: 'Vertretung' }).click();
  await page.getByRole('option', { name: 'Jonas Weidner' }).click();
  await passAtWidths(page, 'person');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('button', { name: /Ben Oster.*Vertretung: Jonas Weidner/ })).toBeVisible();

  await page.getByRole('button', { name: /Ben Oster/ }).click();
  await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
  await page.getByRole('menuitem', { name: 'Ansehen als Ben Oster' }).click();

  await expect(page.getByText(/Sie sehen Kundencockpit wie Ben Oster/)).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Einstellungen' })).toHaveCount(0);
  await passAtWidths(page, 'view-as');
  await page.reload();
  await expect(page.getByText(/Sie sehen Kundencockpit wie Ben Oster/)).toBeVisible();
  await page.getByRole('button', { name: 'Zurück zur eigenen Ansicht' }).click();
  await expect(page.getByText(/Sie sehen Kundencockpit wie/)).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Einstellungen' })).toBeVisible();
});
