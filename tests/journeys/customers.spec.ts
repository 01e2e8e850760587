// Customers and contacts in full: groups, sites, consents, blocking, conflicts, territories, as people meet them.
import type { FrameLocator, Page } from '@playwright/test';
import { getCustomer, listCustomers, updateCustomer } from '#contract/customer.ts';
import type { Call } from '#screens/call.ts';
import { callAs } from './support/call-as.ts';
import { pass } from './support/pass.ts';
import { expect, test } from './support/test.ts';
import type { Teams } from './support/teams.ts';

test.describe.configure({ timeout: 120_000 });

function heading(tab: FrameLocator, name: string | RegExp) {
  return tab.getByRole('heading', { level: 1, name });
}

async function open(teams: Teams, name: string): Promise<void> {
  const { tab } = teams;
  await teams.openTab('Kunden');
  await tab.getByRole('combobox', { name: 'Kunde, Person, Nummer oder Text suchen' }).fill(name);
  await tab
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await expect(heading(tab, name)).toBeVisible();
}

/** Opens the form of the master data; the company's own fields beside it have a button of the same name. */
async function editCustomer(tab: FrameLocator): Promise<void> {
  await tab.getByRole('region', { name: 'Stammdaten' }).getByRole('button', { name: 'Bearbeiten' }).click();
  await expect(tab.getByRole('form', { name: 'Stammdaten bearbeiten' })).toBeVisible();
}

test('a group is shown with what it brings, and cannot be bent to a circle', async ({
  teams,
  page,
  watch,
}) => {
  watch.allow(/status of 400 .*\/api\/customers/);
  const { tab } = teams;
  await teams.openAs('anna');
  await open(teams, 'Kessler Fenstertechnik GmbH');
  const group = tab.getByRole('region', { name: 'Gruppe' });

  await expect(group.getByText('2 Firmen')).toBeVisible();
  await expect(group.getByText(/Umsatz der Gruppe in 12 Monaten: [\d.]+\s€/)).toBeVisible();
  await pass(page, 'group');
  await group.getByRole('button', { name: /Kessler Metallwaren/ }).click();
  await expect(heading(tab, 'Kessler Metallwaren GmbH')).toBeVisible();

  await editCustomer(tab);
  const form = tab.getByRole('form', { name: 'Stammdaten bearbeiten' });
  await pass(page, 'form');
  await form.getByRole('button', { name: 'Firma suchen' }).click();
  await form.getByRole('searchbox').fill('Kessler Fenster');
  await form.getByRole('button', { name: /Kessler Fenstertechnik/ }).click();
  await tab.getByRole('button', { name: 'Speichern' }).click();

  await expect(form.getByText(/Das ergäbe einen Kreis/)).toBeVisible();
});

test('two people save the same customer: one chooses, and nothing of either is lost', async ({
  teams,
  page,
  server,
  watch,
}) => {
  watch.allow(/status of 412 .*\/api\/customers/);
  const { tab } = teams;
  const petra = await callAs(server.origin, 'petra');
  await teams.openAs('anna');
  await open(teams, 'Pahlke Innenausbau');
  await editCustomer(tab);
  const form = tab.getByRole('form', { name: 'Stammdaten bearbeiten' });
  await form.getByRole('textbox', { name: 'Mitbewerb' }).fill('Nordbeschlag AG');
  await form.getByRole('textbox', { name: 'Straße' }).fill('Am Werkstor 1');

  const known = await findByName(petra, 'Pahlke Innenausbau');
  await petra(
    updateCustomer,
    { id: known.id, competitor: 'Werkzeug Reiser', employees: 33 },
    { ifMatch: known.version },
  );
  await tab.getByRole('button', { name: 'Speichern' }).click();

  const dialog = tab.getByRole('alertdialog', { name: 'Petra Lohmann hat inzwischen gespeichert' });
  await expect(dialog.getByText('Mitarbeitende: 33')).toBeVisible();
  await pass(page, 'conflict');
  await dialog.getByRole('radio', { name: 'Von Petra Lohmann: Werkzeug Reiser' }).check();
  await dialog.getByRole('button', { name: 'So speichern' }).click();

  await expect(form).toHaveCount(0);
  expect(await petra(getCustomer, { id: known.id })).toMatchObject({
    competitor: 'Werkzeug Reiser',
    employees: 33,
    street: 'Am Werkstor 1',
  });
});

async function findByName(call: Call, name: string) {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof call<typeof listCustomers>>> = await call(listCustomers, {
      limit: 100,
      ...(cursor === null ? {} : { cursor }),
    });
    const found = page.items.find((one) => one.name === name);
    if (found) return found;
    cursor = page.nextCursor;
  } while (cursor !== null);
  throw new Error(`There is no ${name}.`);
}

test('a contact: another number, an objection that stands, into the archive and back', async ({
  teams,
  page,
}) => {
  const { tab } = teams;
  await teams.openAs('anna');
  await open(teams, 'Hollerbach Metallbau GmbH');
  const people = tab.getByRole('region', { name: 'Ansprechpartner' });
  await people.getByRole('button', { name: 'Sabine Tietz', exact: true }).click();
  await expect(tab.getByText('Brief: Widerspruch', { exact: true })).toBeVisible();
  await expect(tab.getByText(/Geschäftsbeziehung, eingetragen von Anna Brandl/).first()).toBeVisible();
  await pass(page, 'contact');

  await tab.getByRole('button', { name: 'Bearbeiten' }).last().click();
  const form = tab.getByRole('form', { name: 'Ansprechpartner bearbeiten' });
  await form.getByRole('button', { name: 'Weitere Nummer' }).click();
  await form.getByRole('textbox', { name: 'Telefon 2' }).fill('0171 5550123');
  await form.getByRole('combobox', { name: 'Art von Telefon 2' }).click();
  await tab.getByRole('option', { name: 'Mobil' }).click();
  await pass(page, 'contact-form');
  await tab.getByRole('button', { name: 'Speichern' }).click();
  await expect(tab.getByRole('link', { name: '0171 5550123' })).toHaveAttribute('href', 'tel:+491715550123');

  await tab.getByRole('button', { name: 'E-Mail ändern' }).click();
  const said = tab.getByRole('form', { name: /^E-Mail: Was hat/ });
  await said.getByRole('combobox', { name: 'Aussage' }).click();
  await tab.getByRole('option', { name: 'Widerspruch erklärt' }).click();
  await said.getByRole('textbox', { name: 'Quelle' }).fill('Telefonat');
  await said.getByRole('button', { name: 'Eintragen' }).click();
  await expect(tab.getByText('E-Mail: Widerspruch', { exact: true })).toBeVisible();
  await tab.getByRole('button', { name: 'E-Mail ändern' }).click();
  await said.getByRole('combobox', { name: 'Aussage' }).click();
  await expect(tab.getByRole('option')).toHaveText(['Widerspruch zurückgenommen']);
  await page.keyboard.press('Escape');
  await said.getByRole('button', { name: 'Abbrechen' }).click();

  await tab.getByRole('button', { name: 'Archivieren' }).click();
  await expect(tab.getByText('Archiviert am 03.09.2026')).toBeVisible();
  await tab.getByRole('button', { name: 'Zurückholen' }).click();
  await expect(tab.getByText('Archiviert am 03.09.2026')).toHaveCount(0);
});

test('a customer is blocked for everyone to see, archived, and brought back', async ({ teams, page }) => {
  const { tab } = teams;
  await teams.openAs('anna');
  await open(teams, 'Berger Naturstein und Fliesenhandel');
  const more = tab.getByRole('button', { name: 'Weitere Aktionen', exact: true });
  await more.click();
  await tab.getByRole('menuitem', { name: 'Sperren' }).click();
  await tab.getByRole('textbox', { name: 'Grund' }).fill('Insolvenz angemeldet');
  await tab.getByRole('button', { name: 'Sperren', exact: true }).click();
  await expect(tab.getByText('gesperrt', { exact: true })).toBeVisible();
  await expect(tab.getByText(/Insolvenz angemeldet, seit 03\.09\.2026/)).toBeVisible();
  await pass(page, 'blocked');

  await more.click();
  await tab.getByRole('menuitem', { name: 'Archivieren' }).click();
  await expect(tab.getByText('archiviert', { exact: true })).toBeVisible();
  await teams.openTab('Kunden');
  const row = tab.getByRole('button', { name: /^Berger Naturstein/ });
  await expect(tab.getByRole('button', { name: /^Bürgel Haustechnik/ })).toBeVisible();
  await expect(row).toHaveCount(0);
  await tab.getByRole('checkbox', { name: 'Auch archivierte' }).check();
  await expect(row).toContainText(/gesperrt\s*archiviert/);
  await pass(page, 'list');

  await row.click();
  await expect(tab.getByText('archiviert', { exact: true })).toBeVisible();
  await more.click();
  await tab.getByRole('menuitem', { name: 'Zurückholen' }).click();
  await expect(tab.getByText('archiviert', { exact: true })).toHaveCount(0);
});

test('a private buyer is a person, with an address for delivery', async ({ teams, page }) => {
  const { tab } = teams;
  await teams.openAs('anna');
  await teams.openTab('Kunden');
  await tab.getByRole('button', { name: 'Neuer Kunde' }).click();
  const form = tab.getByRole('form', { name: 'Neuer Kunde' });
  await form.getByRole('radio', { name: 'Privatkunde' }).click();
  await form.getByRole('textbox', { name: 'Vor- und Nachname' }).fill('Änne Größlein');
  await form.getByRole('textbox', { name: 'Telefon' }).fill('0711 5550777');
  await form.getByRole('textbox', { name: 'PLZ' }).fill('70173');
  await form.getByRole('textbox', { name: 'Ort' }).fill('Stuttgart');
  await expect(form.getByRole('textbox', { name: 'Mail-Domains' })).toHaveCount(0);
  await tab.getByRole('button', { name: 'Anlegen', exact: true }).click();

  await expect(heading(tab, 'Änne Größlein')).toBeVisible();
  await expect(tab.getByText('Südwest, nach PLZ 70…')).toBeVisible();
  const people = tab.getByRole('region', { name: 'Ansprechpartner' });
  await expect(people.getByRole('button', { name: 'Änne Größlein', exact: true })).toBeVisible();

  await tab.getByRole('region', { name: 'Anschriften und Standorte' }).getByRole('button').click();
  const panel = tab.getByRole('dialog', { name: 'Anschriften und Standorte' });
  await panel.getByRole('button', { name: 'Hinzufügen' }).click();
  const address = tab.getByRole('form', { name: 'Neue Anschrift' });
  await address.getByRole('textbox', { name: 'Bezeichnung' }).fill('Gartenhaus');
  await address.getByRole('textbox', { name: 'Ort' }).fill('Fellbach');
  await panel.getByRole('button', { name: 'Speichern' }).click();
  await expect(panel.getByRole('button', { name: /Gartenhaus/ })).toBeVisible();
  await pass(page, 'addresses');
});

/** The settings as a plain page: in Teams they are reached from Mein Tag. */
async function openSettings(page: Page, origin: string, section: 'territories' | 'choices'): Promise<void> {
  await page.goto(`${origin}/icon.svg`);
  await page.evaluate(() => localStorage.setItem('kundencockpit.demo.user', 'miriam'));
  await page.goto(`${origin}/teams/tab.html#/settings/${section}`);
}

test('the administrator gives a piece of one territory to another; customers follow and say why', async ({
  teams,
  page,
  server,
  watch,
}) => {
  watch.allow(/status of (400|409) .*\/api\/(territories|choices)/);
  await openSettings(page, server.origin, 'territories');
  await expect(page.getByRole('button', { name: /^Südwest/ })).toContainText('70-79');
  await pass(page, 'territories');
  await page.getByRole('button', { name: 'Neues Gebiet' }).click();
  const form = page.getByRole('form', { name: 'Neues Gebiet' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Leonberg');
  await form.getByRole('textbox', { name: 'PLZ' }).fill('71');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(form.getByText('71 gehört schon zu Südwest. Ein längerer Anfang geht.')).toBeVisible();
  await form.getByRole('textbox', { name: 'PLZ' }).fill('7122, 7125');
  await pass(page, 'territory-form');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('button', { name: /^Leonberg/ })).toContainText(/[1-9]\d* Kunden/);

  await openSettings(page, server.origin, 'choices');
  await page.getByRole('button', { name: 'Metallbau löschen' }).click();
  await expect(page.getByText(/Wird noch \d+-mal verwendet/)).toBeVisible();
  await page.getByRole('button', { name: 'Metallbau umbenennen' }).click();
  await page.getByRole('textbox', { name: 'Name von Metallbau' }).fill('Metall- und Stahlbau');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Metall- und Stahlbau', { exact: true })).toBeVisible();
  await pass(page, 'choices');

  await teams.openAs('anna');
  await open(teams, 'Hollerbach Metallbau GmbH');
  await expect(teams.tab.getByText('Leonberg, nach PLZ 7122…')).toBeVisible();
  await expect(teams.tab.getByText('Metall- und Stahlbau', { exact: true })).toBeVisible();
});

test('beside the mail a wrong address is put right', async ({ outlook, page, watch }) => {
  watch.allow(/^Blocked script execution in 'about:srcdoc'/); // axe looks into every frame
  await outlook.openAs('anna');
  await outlook.choose('Türschließer verlieren Öl');
  await expect(outlook.person('Sabine Tietz')).toBeVisible();
  await outlook.press('Weitere Aktionen');
  await outlook.pane.getByRole('menuitem', { name: 'Stammdaten' }).click();
  const form = outlook.pane.getByRole('form', { name: 'Stammdaten bearbeiten' });
  await form.getByRole('textbox', { name: 'Straße' }).fill('Dieselstraße 16');
  // axe would wait for ever in the frame of the mail's own HTML, which runs no scripts.
  await page.locator('iframe[srcdoc]').evaluateAll((frames) => frames.forEach((one) => one.remove()));
  await pass(page, 'pane', ['aside iframe', 'body']);
  await outlook.press('Speichern');

  await expect(outlook.person('Sabine Tietz')).toBeVisible();
  await outlook.press('Weitere Aktionen');
  await outlook.pane.getByRole('menuitem', { name: 'Stammdaten' }).click();
  await expect(form.getByRole('textbox', { name: 'Straße' })).toHaveValue('Dieselstraße 16');
});

for (const width of [390, 720]) {
  test(`at ${width} px forms and settings fit`, async ({ teams, page, server }) => {
    const { tab } = teams;
    await page.setViewportSize({ width, height: 844 });
    await teams.openAs('anna');
    await open(teams, 'Hollerbach Metallbau GmbH');
    await tab.getByRole('tab', { name: 'Kunde', exact: true }).click();
    await pass(page, `customer-${width}`);
    await editCustomer(tab);
    await pass(page, `form-${width}`);
    await openSettings(page, server.origin, 'territories');
    await page.getByRole('button', { name: /^Südwest/ }).click();
    await expect(page.getByRole('form', { name: 'Gebiet bearbeiten' })).toBeVisible();
    await pass(page, `territory-${width}`);
  });
}
