// The server goes away and comes back: the pane says so, nothing is lost, nothing happens twice.
import { expect, test } from './support/test.ts';

const mail = 'Türschließer verlieren Öl, Auftrag AU-26-0907';

test('logging while the server is away keeps the input and succeeds once it is back', async ({
  outlook,
  server,
  watch,
}) => {
  test.setTimeout(180_000);
  watch.allow(/ERR_CONNECTION_(REFUSED|RESET)|Failed to load resource|ERR_EMPTY_RESPONSE|Failed to fetch/);
  await outlook.openAs('anna');
  await outlook.choose(mail);
  await outlook.press('Ablegen');
  const form = outlook.pane.getByRole('form', { name: 'E-Mail ablegen' });
  await expect(form).toContainText('Am Montag ist Abnahme');

  await server.kill();
  await outlook.press('Ablegen');
  await expect(outlook.says('Nicht abgelegt')).toBeVisible();
  await expect(form).toContainText('Am Montag ist Abnahme');

  await server.start();
  await outlook.press(/^(Ablegen|Erneut versuchen)$/);
  await outlook.showsLogged('Anna Brandl');

  await outlook.openAs('anna');
  await outlook.choose(mail);
  await outlook.showsLogged('Anna Brandl');
});

test('what was logged outlives a crash of the server', async ({ outlook, server, watch }) => {
  test.setTimeout(180_000);
  watch.allow(/ERR_CONNECTION_(REFUSED|RESET)|Failed to load resource|ERR_EMPTY_RESPONSE|Failed to fetch/);
  await outlook.openAs('anna');
  await outlook.choose(mail);
  await outlook.log();

  await server.kill();
  await server.start();
  await outlook.openAs('anna');
  await outlook.choose(mail);

  await outlook.showsLogged('Anna Brandl');
});

test('a mail chosen while the server is away shows a sentence, and the customer once it is back', async ({
  outlook,
  page,
  watch,
}) => {
  test.setTimeout(180_000);
  watch.allow(/ERR_CONNECTION_(REFUSED|RESET)|Failed to load resource|ERR_EMPTY_RESPONSE|Failed to fetch/);
  await outlook.openAs('anna');
  await outlook.choose('Bitte um Rückruf');
  await expect(outlook.says('Pahlke')).toBeVisible();
  await outlook.choose(mail);
  await expect(outlook.person('Sabine Tietz')).toBeVisible();
  await page.getByRole('button', { name: 'Auswahl aufheben' }).click();
  await page.reload();
  await expect(outlook.says('Wählen Sie eine E-Mail oder einen Termin')).toBeVisible();
  await page.route('**/api/**', (route) => route.abort('connectionrefused'));

  await outlook.choose(mail);
  await expect(outlook.says('Keine Verbindung')).toBeVisible();
  await page.unroute('**/api/**');
  await outlook.press('Erneut versuchen');

  await expect(outlook.person('Sabine Tietz')).toBeVisible();
});
