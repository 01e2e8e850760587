// A complaint is closed with the customer's satisfaction: closing mail, survey page without JavaScript, answer, question.
import { openPlace } from './support/open-place.ts';
import { passAtWidths } from './support/pass-at-widths.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ timeout: 120_000 });

const title = 'Brandschutztür mit Transportschaden';

test('the customer answers on a page of his own, and a bad answer becomes a question for the owner', async ({
  browser,
  page,
  server,
  watch,
}) => {
  const address = await test.step('closing offers a mail with a link', async () => {
    await openPlace(page, server.origin, 'jonas', '#/complaints');
    await page.getByRole('button', { name: new RegExp(title) }).click();
    await page.getByRole('button', { name: 'Abschließen' }).click();
    const form = page.getByRole('form', { name: 'Abschließen' });
    await form.getByRole('textbox', { name: 'Wie wurde sie gelöst?' }).fill('Neue Tür geliefert');
    await form.getByRole('button', { name: 'Abschließen' }).click();
    await page.getByRole('button', { name: 'Abschluss-E-Mail schreiben' }).click();
    const draft = page.getByRole('group', { name: 'Entwurf der Abschluss-E-Mail' });
    await expect(draft).toContainText('ist abgeschlossen.');
    await expect(draft).toContainText('Neue Tür geliefert');
    await passAtWidths(page, 'closing-mail');
    const link = /http:\/\/localhost:\d+\/survey\/[\w-]+/.exec(await draft.innerText());
    return String(link?.[0]);
  });

  await test.step('the page passes, and opening it records nothing', async () => {
    await page.goto(`${address}?score=2`);
    await expect(page.getByRole('radio', { name: 'Unzufrieden', exact: true })).toBeChecked();
    await passAtWidths(page, 'survey');
    await page.goto(address);
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  });

  await test.step('it works without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'de-DE' });
    await watch.over(context);
    const phone = await context.newPage();
    await phone.goto(`${address}?score=2`);
    await phone.getByRole('textbox', { name: /Was möchten Sie uns dazu sagen/ }).fill('Die Tür klemmt');
    await phone.getByRole('button', { name: 'Antwort senden' }).click();
    await expect(phone.getByText('Vielen Dank. Ihre Antwort: Unzufrieden.')).toBeVisible();
    await expect(phone.getByRole('button', { name: 'Antwort ändern' })).toBeVisible();
    await context.close();
  });

  await test.step('the owner reads it and is asked to call', async () => {
    await openPlace(page, server.origin, 'jonas', '#/my-day');
    await expect(page.getByText(/^Kunde unzufrieden \(2 von 5\)/).first()).toBeVisible();
    await openPlace(page, server.origin, 'jonas', '#/complaints');
    await page.getByRole('radio', { name: /Abgeschlossen/ }).click();
    await page.getByRole('button', { name: new RegExp(title) }).click();
    const answer = page.getByRole('region', { name: 'Zufriedenheit' });
    await expect(answer).toContainText('2 von 5: Unzufrieden');
    await expect(answer).toContainText('Die Tür klemmt');
    await expect(page.getByText('Kunde hat geantwortet: 2 von 5, Die Tür klemmt')).toBeVisible();
    await passAtWidths(page, 'satisfaction');
  });
});
