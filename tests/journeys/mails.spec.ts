// What the pane says to every kind of selection in Outlook.
import { expect, test } from './support/test.ts';

test.beforeEach(async ({ outlook }) => {
  await outlook.openAs('anna');
});

test('nothing selected: it says what to do', async ({ outlook, page }) => {
  await expect(outlook.says('Wählen Sie eine E-Mail oder einen Termin')).toBeVisible();

  await outlook.choose('Bitte um Rückruf');
  await expect(outlook.says('Pahlke')).toBeVisible();
  await page.getByRole('button', { name: 'Auswahl aufheben' }).click();

  await expect(outlook.says('Wählen Sie eine E-Mail oder einen Termin')).toBeVisible();
});

test('unknown sender: a new customer from the signature, and the mail is logged there', async ({
  outlook,
}) => {
  await outlook.choose('Anfrage Bodenprofile und Schienen');
  await expect(outlook.says('Unbekannter Absender')).toBeVisible();
  const form = outlook.pane.getByRole('form', { name: 'Neu anlegen' });
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Thomas Berger');
  await expect(outlook.says('t.berger@fliesen-berger.test')).toBeVisible();

  await outlook.press('Anlegen und ablegen');

  await outlook.showsLogged('Anna Brandl');
  await outlook.choose('Bitte um Rückruf');
  await expect(outlook.says('Pahlke')).toBeVisible();
  await outlook.choose('Anfrage Bodenprofile und Schienen');
  await expect(outlook.person('Thomas Berger')).toBeVisible();
  await expect(outlook.says('Erkannt an der E-Mail-Adresse')).toBeVisible();
});

test('two customers with one domain: the reader chooses', async ({ outlook }) => {
  await outlook.choose('Sammelbestellung Arbeitsschutz');

  await expect(outlook.says('Welcher Kunde ist gemeint?')).toBeVisible();
  const choices = outlook.pane.getByRole('button', { name: /Kessler/ });
  await expect(choices).toHaveCount(2);
  await choices.first().click();

  await expect(outlook.pane.getByRole('group', { name: 'Kundencockpit' })).toBeVisible();
});

test('a private address with a customer number in the text is recognised by it', async ({ outlook }) => {
  await outlook.choose('Bestellung Dachhaken');

  await expect(outlook.says(/Erkannt an Kd\.-Nr/)).toBeVisible();
});

test('internal mail is not logged', async ({ outlook }) => {
  await outlook.choose('Preisrunde Herbst');

  await expect(outlook.says('Interne E-Mail')).toBeVisible();
  await expect(outlook.pane.getByRole('button', { name: 'Ablegen' })).toHaveCount(0);
});

test('an appointment shows the customer among those invited', async ({ outlook, page }) => {
  await outlook.openPlace('Kalender');
  await page.getByRole('button', { name: /Jahresgespräch Hollerbach/ }).click();

  await expect(outlook.says('Hollerbach Metallbau GmbH')).toBeVisible();
});

test('a reply being written shows the customer behind its recipient', async ({ outlook, page }) => {
  await outlook.choose('Bitte um Rückruf');
  await page.getByRole('button', { name: 'Antworten' }).first().click();
  await expect(page.getByRole('textbox', { name: 'Betreff' })).toHaveValue('AW: Bitte um Rückruf');
  await page.getByRole('button', { name: 'Kundencockpit öffnen' }).click();

  await expect(outlook.says('Pahlke')).toBeVisible();
  await expect(outlook.pane.getByRole('button', { name: 'Ablegen' })).toHaveCount(0);
});

test('a hostile mail does nothing, in Outlook and in the pane', async ({ outlook, page, watch }) => {
  watch.allow(/^Blocked script execution in 'about:srcdoc'/); // the test's own look into the frame
  const questions: string[] = [];
  page.on('dialog', (dialog) => questions.push(dialog.message()));

  await outlook.choose('Sie haben gewonnen');
  await expect(outlook.says(/Unbekannter Absender|Kein Kunde erkannt/)).toBeVisible();
  await expect(page.frameLocator('iframe[title="Nachrichtentext"]').locator('body')).toContainText(/\w/);

  expect(questions).toEqual([]);
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});

test('broken and strange mails are shown without an error', async ({ outlook, page }) => {
  await outlook.openAs('anna');
  const count = await outlook.mails().count();
  expect(count).toBeGreaterThan(20);
  for (let index = 0; index < count; index += 1) {
    await outlook.mails().nth(index).click();
    const pane = outlook.pane.getByRole('main');
    await expect(
      pane.getByRole('heading').filter({ visible: true }).or(pane.getByRole('paragraph')).first(),
    ).toBeVisible();
    await expect(pane.getByText('Diese Ansicht ist abgebrochen')).toHaveCount(0);
    await expect(pane.getByText('Das hat nicht geklappt')).toHaveCount(0);
  }
  await expect(page.getByRole('article')).toBeVisible();
});

test('fifty quick switches end with the right customer and never show a wrong one', async ({ outlook }) => {
  const stories = [
    { mail: 'Türschließer verlieren Öl, Auftrag AU-26-0907', company: 'Hollerbach Metallbau GmbH' },
    { mail: 'Bitte um Rückruf', company: /Pahlke/ },
    { mail: 'Wann kommt die Lieferung?', company: /Wernigk/ },
    { mail: 'Nachfrage zu unserem Angebot Turnhalle', company: /Vogt/ },
  ];
  for (let turn = 0; turn < 50; turn += 1) {
    const story = stories[(turn * 7) % stories.length];
    if (story) await outlook.choose(story.mail);
    if (turn % 10 === 9 && story) {
      await expect(outlook.says(story.company)).toBeVisible();
      for (const other of stories.filter((one) => one !== story)) {
        await expect(outlook.pane.getByText(other.company).filter({ visible: true })).toHaveCount(0);
      }
    }
  }
});
