// One mail, many readers: copies, the shared mailbox, other territories, partners.
import { expect, test } from './support/test.ts';

const mail = 'Türschließer verlieren Öl, Auftrag AU-26-0907';

test('every copy of a logged mail says who logged it', async ({ outlook }) => {
  await outlook.openAs('anna');
  await outlook.choose(mail);
  await outlook.log();

  await test.step('the copy in the shared mailbox', async () => {
    await outlook.openFolder('Team Südwest');
    await outlook.choose(mail);
    await outlook.showsLogged('Anna Brandl');
  });
  await test.step('the copy of a colleague', async () => {
    await outlook.becomes('Jonas Weidner');
    await outlook.choose(mail);
    await outlook.showsLogged('Anna Brandl');
    await expect(outlook.pane.getByRole('button', { name: 'Rückgängig' })).toHaveCount(0);
  });
});

test('another territory sees nothing of the customer', async ({ outlook }) => {
  await outlook.openAs('ben');

  await expect(outlook.mail(mail)).toHaveCount(0);
  await expect(outlook.says('Hollerbach')).toHaveCount(0);
});

test('a change of person changes mailbox and pane at once', async ({ outlook }) => {
  await outlook.openAs('anna');
  await outlook.choose(mail);
  await expect(outlook.person('Sabine Tietz')).toBeVisible();

  await outlook.becomes('Ben Oster');

  await expect(outlook.mail(mail)).toHaveCount(0);
  await expect(outlook.says('Wählen Sie eine E-Mail oder einen Termin')).toBeVisible();
});
