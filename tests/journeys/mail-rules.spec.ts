// What is never logged, through the real Office.js: exceptions and the list.
import { expect, test } from './support/test.ts';
import { pass } from './support/pass.ts';
import type { Page } from '@playwright/test';

// Tall, so that the bar at the foot covers no row: axe takes a covered row for a small one.
test.use({ viewport: { width: 1440, height: 2000 } });

/** The mail's own text runs no scripts, so axe cannot look into it. */
async function look(page: Page, place: string): Promise<void> {
  await page.locator('iframe[srcdoc]').evaluateAll((frames) => frames.forEach((one) => one.remove()));
  await pass(page, place);
}

test.beforeEach(async ({ outlook, watch }) => {
  watch.allow(/^Blocked script execution in 'about:srcdoc'/); // axe looks into every frame
  await outlook.openAs('anna');
});

test('a domain on one’s list is not logged, one mail of it is as an exception, and the list lets it in again', async ({
  outlook,
  page,
}) => {
  await outlook.choose('Bitte um Rückruf');
  await expect(outlook.says('Diese E-Mail ist noch nicht abgelegt')).toBeVisible();
  await outlook.press('Weitere Aktionen');
  await outlook.pane.getByRole('menuitem', { name: 'Nie ablegen' }).click();
  await expect(outlook.pane.getByRole('heading', { level: 1, name: 'Nie ablegen' })).toBeVisible();
  await look(page, 'never-log-empty');
  const domain = outlook.pane.getByRole('button', { name: /^(?!.*@).* nie ablegen$/ });
  const value = ((await domain.textContent()) ?? '').replace(' nie ablegen', '');
  await domain.click();
  const own = outlook.pane.getByRole('list', { name: 'Ihre Liste' });
  await expect(own.getByText(value, { exact: true })).toBeVisible();
  await look(page, 'never-log-list');
  await outlook.press('Zurück');

  await expect(outlook.says('Diese E-Mail wird nicht abgelegt')).toBeVisible();
  await expect(outlook.says(`${value} steht auf Ihrer Liste`)).toBeVisible();
  await look(page, 'never-logged');
  await outlook.press('Trotzdem ablegen');
  await expect(outlook.pane.getByRole('form', { name: 'E-Mail ablegen' })).toBeVisible();
  await outlook.press('Trotzdem ablegen');
  await outlook.showsLogged('Anna Brandl');

  await outlook.press('Rückgängig');
  await expect(outlook.says('Diese E-Mail wird nicht abgelegt')).toBeVisible();
  await outlook.press('Weitere Aktionen');
  await outlook.pane.getByRole('menuitem', { name: 'Nie ablegen' }).click();
  await outlook.press(`${value} wieder zulassen`);
  await expect(own.getByText(value, { exact: true })).toHaveCount(0);
  await outlook.press('Zurück');
  await expect(outlook.says('Diese E-Mail ist noch nicht abgelegt')).toBeVisible();
});

test('a mail that only colleagues wrote to each other asks first, though it speaks of a customer', async ({
  outlook,
  page,
}) => {
  await outlook.openAs('jonas');
  await outlook.choose('WG: Liefertermin');
  await expect(outlook.says('Interne E-Mail')).toBeVisible();
  await look(page, 'internal-forwarded');
  await outlook.pane.getByRole('button', { name: /Hollerbach Metallbau GmbH/ }).click();

  await expect(outlook.says('Nur Kolleginnen und Kollegen beteiligt')).toBeVisible();
  await expect(outlook.pane.getByRole('button', { name: 'Trotzdem ablegen' })).toBeVisible();
});
