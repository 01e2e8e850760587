// Logging on send through the real Office.js: turned on beside a draft, the pane closed, sent, and in the customer's history.
import { listSentMails } from '#contract/sent-mail.ts';
import { callAs } from './support/call-as.ts';
import { pass } from './support/pass.ts';
import { expect, test } from './support/test.ts';

// The handlers run one after the other, and Sent Items is looked into every few seconds.
const patient = { timeout: 60_000 };

test('a mail is logged when it is sent, with the pane closed, and one of them is excepted', async ({
  outlook,
  page,
  server,
  watch,
}) => {
  watch.allow(/^Blocked script execution in 'about:srcdoc'/);
  await outlook.openAs('anna');
  const call = await callAs(server.origin, 'anna');
  const states = async () => (await call(listSentMails, {})).items.map((mail) => mail.state);
  const answer = async () => {
    await outlook.choose('Bitte um Rückruf');
    await page.getByRole('button', { name: 'Antworten' }).first().click();
    await page.getByRole('button', { name: 'Kundencockpit öffnen' }).click();
  };
  const send = async () => {
    await page.getByRole('button', { name: 'Senden', exact: true }).click();
    await expect(page.getByText(/^Gesendet\./)).toBeVisible(patient);
  };

  await answer();
  await outlook.press('Beim Senden ablegen');
  await expect(outlook.says(/^Wird beim Senden bei .+ abgelegt\.$/)).toBeVisible();
  const note = page.getByText(/^Wird beim Senden bei .+ Abwählen im Kundencockpit\.$/);
  await expect(note).toBeVisible();
  await pass(page, 'log-on-send');
  await page.getByRole('button', { name: 'Bereich schließen' }).click();
  await send();
  await expect.poll(states, patient).toEqual(['logged']);

  await outlook.openFolder('Gesendet');
  await outlook.choose('AW: Bitte um Rückruf');
  await page.getByRole('button', { name: 'Kundencockpit öffnen' }).click();
  await outlook.showsLogged('Anna Brandl');
  await expect(outlook.says('Beim Senden von selbst abgelegt.')).toBeVisible();

  await outlook.openFolder('Posteingang');
  await answer();
  await expect(note).toBeVisible(patient);
  await outlook.press('Dieses Mal nicht ablegen');
  await expect(outlook.says('Wird dieses Mal nicht abgelegt.')).toBeVisible();
  await expect(note).toHaveCount(0);
  await send();
  await expect.poll(states, patient).toEqual(['not_logged', 'logged']);
});
