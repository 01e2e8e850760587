// The guard before sending, run by the real Office.js in a frame of its own: it asks, and it never keeps a mail from going.
import { expect, test } from './support/test.ts';

// Outlook waits for handlers under way before it sends; on a busy machine that takes its time.
const patient = { timeout: 40_000 };
const tietz = 's.tietz@hollerbach-metallbau.test';

test.beforeEach(async ({ outlook, page, watch }) => {
  watch.allow(/^Blocked script execution in 'about:srcdoc'/);
  await outlook.openAs('anna');
  await outlook.choose('Bitte um Rückruf');
  await page.getByRole('button', { name: 'Antworten' }).first().click();
  await expect(page.getByRole('textbox', { name: 'Betreff' })).toHaveValue('AW: Bitte um Rückruf');
});

test('a mail to two customers is asked about once, and goes all the same when that is meant', async ({
  page,
}) => {
  const to = page.getByRole('textbox', { name: 'An' });
  const first = await to.inputValue();
  await to.fill(`${first}; ${tietz}`);
  await page.getByRole('button', { name: 'Senden', exact: true }).click();

  const question = page.getByRole('alert');
  await expect(question).toContainText('Die E-Mail geht an verschiedene Kunden', patient);
  await expect(question).toContainText('Hollerbach Metallbau GmbH');
  await question.getByRole('button', { name: 'Nicht senden' }).click();
  await expect(question).toHaveCount(0);
  await page.getByRole('button', { name: 'Senden', exact: true }).click();
  await expect(question).toContainText('Die E-Mail geht an verschiedene Kunden', patient);
  await question.getByRole('button', { name: 'Trotzdem senden' }).click();

  await expect(page.getByText(/^Gesendet\./)).toBeVisible(patient);
});

test('an ordinary answer goes at once', async ({ page }) => {
  await page.getByRole('button', { name: 'Senden', exact: true }).click();

  await expect(page.getByText(/^Gesendet\./)).toBeVisible(patient);
  await expect(page.getByRole('button', { name: 'Trotzdem senden' })).toHaveCount(0);
});

test('a server that does not answer the guard delays no mail', async ({ page, watch }) => {
  watch.allow(/send-facts|Failed to load resource/);
  await page.route('**/api/mails/send-facts', () => undefined); // never answered
  await page.getByRole('textbox', { name: 'An' }).fill(`${tietz}; jemand@fremd.test`);
  await page.getByRole('button', { name: 'Senden', exact: true }).click();

  await expect(page.getByText(/^Gesendet\./)).toBeVisible(patient);
});
