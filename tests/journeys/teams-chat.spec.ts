// A team's chat in Teams: a message becomes a contact of the customer, a record is found and shared, each within rights.
import { expect, test } from './support/test.ts';
import { pass } from './support/pass.ts';

const chatName = 'Lieferung Hollerbach';
const missing = 'fehlen zwei Montageplatten';

test('a message is logged from the chat, shared, and seen by each with his own rights', async ({
  teams,
  page,
}) => {
  const message = (text: string) => page.getByRole('article').filter({ hasText: text });
  const dialog = page.getByRole('dialog');
  await teams.openAs('anna');
  await teams.openChat();
  await page.getByRole('tab', { name: chatName }).click();
  await message(missing)
    .getByRole('button', { name: /Aktionen zur Nachricht/ })
    .click();
  await page.getByRole('menuitem', { name: 'Zum Kunden ablegen' }).click();
  await expect(dialog.getByRole('radio', { name: /Hollerbach Metallbau GmbH.*s\.tietz@/ })).toBeChecked();
  await pass(page, 'the dialog of a message action');
  await dialog.getByRole('button', { name: 'Ablegen', exact: true }).click();
  await expect(dialog.getByText('Abgelegt zu Hollerbach Metallbau GmbH')).toBeVisible();
  await dialog.getByRole('button', { name: 'Bestätigung in den Chat' }).click();
  await page.getByRole('button', { name: 'Senden' }).click();
  await expect(message('von Anna Brandl').getByRole('link', { name: 'Nachricht in Teams' })).toBeVisible();

  await page.getByRole('button', { name: 'Aus Kundencockpit einfügen' }).click();
  await dialog.getByRole('searchbox').fill('holerbach');
  await dialog.getByRole('button', { name: /Hollerbach Metallbau GmbH/ }).click();
  await page.getByRole('button', { name: 'Senden' }).click();
  await expect(message('Umsatz 12 Monate')).toBeVisible();

  await teams.openAs('ben');
  await teams.openChat();
  await page.getByRole('tab', { name: chatName }).click();
  await expect(message('Keine Berechtigung')).toHaveCount(2);
  await expect(message('Umsatz 12 Monate')).toHaveCount(0);

  await teams.openAs('anna');
  await teams.tab.getByRole('button', { name: 'Hollerbach Metallbau GmbH' }).first().click();
  await expect(teams.tab.getByText(missing).first()).toBeVisible();
});
