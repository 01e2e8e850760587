// What is never logged and what logs by itself, through the real Office.js: exceptions, the list, a followed conversation.
import { expect, test } from './support/test.ts';
import type { Outlook } from './support/outlook.ts';
import { pass } from './support/pass.ts';
import type { Page } from '@playwright/test';

const offer = 'Angebot AN-26-1182';

// Tall, so that the bar at the foot covers no row: axe takes a covered row for a small one.
test.use({ viewport: { width: 1440, height: 2000 } });

/** The mail's own text runs no scripts, so axe cannot look into it. */
async function look(page: Page, place: string): Promise<void> {
  await page.locator('iframe[srcdoc]').evaluateAll((frames) => frames.forEach((one) => one.remove()));
  await pass(page, place);
}

/** Waits for a mail of the folder: until then the list shows the one before. */
async function openFolder(outlook: Outlook, name: string, mail: string): Promise<void> {
  await outlook.openFolder(name);
  await expect(outlook.mail(mail)).toBeVisible();
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

test('a followed conversation logs its reply by itself, visibly, and lets it be taken back with one press', async ({
  outlook,
  page,
}) => {
  await openFolder(outlook, 'Gesendet', 'AW: Türschließer verlieren Öl');
  await outlook.choose(offer); // logged weeks ago
  await outlook.pane.getByRole('radio', { name: 'Von selbst' }).filter({ visible: true }).click();
  await expect(outlook.says(/legt das Kundencockpit von selbst ab/)).toBeVisible();
  await look(page, 'thread-followed');

  await openFolder(outlook, 'Posteingang', 'Bitte um Rückruf');
  await outlook.choose(offer);
  await expect(outlook.says(/Von selbst abgelegt, weil Sie dem Verlauf folgen/)).toBeVisible();
  await look(page, 'thread-logged');
  await outlook.press('Nicht ablegen');

  await expect(outlook.says('Diese E-Mail ist noch nicht abgelegt')).toBeVisible();
  await expect(outlook.says(/Antwort in einem Verlauf, dem Sie folgen/)).toBeVisible();
  await look(page, 'thread-offered');
  await outlook.choose('Bitte um Rückruf');
  await expect(outlook.says('Pahlke')).toBeVisible();
  await outlook.choose(offer);
  await expect(outlook.pane.getByRole('button', { name: 'Antwort ablegen' })).toBeVisible();

  await openFolder(outlook, 'Gesendet', 'AW: Türschließer verlieren Öl');
  await outlook.choose(offer);
  await outlook.press('Beenden');
  await expect(outlook.says(/anbieten oder von selbst ablegen lassen/)).toBeVisible();
});
