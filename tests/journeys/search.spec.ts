// The search as people use it: typed in a hurry, by number, in what was said; more of one kind; on a phone.
import { pass } from './support/pass.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ timeout: 120_000 });

const label = 'Kunde, Person, Nummer oder Text suchen';
const phone = { width: 390, height: 844 };

test('a name typed in a hurry shows its customer first, marked, with everything else about it', async ({
  teams,
  page,
}) => {
  await teams.openAs('anna');
  const box = teams.tab.getByRole('combobox', { name: label });
  await box.pressSequentially('holerbach metalbau');

  const first = teams.tab.getByRole('option').first();
  await expect(first).toContainText('Hollerbach Metallbau GmbH');
  await expect(first.locator('mark')).toHaveText(['Hollerbach', 'Metallbau']);
  await expect(teams.tab.getByRole('group', { name: /^Kunden/ })).toBeVisible();
  await pass(page, 'hits', ['main iframe', 'body']);
  await box.press('Enter');
  await expect(teams.tab.getByRole('heading', { level: 1, name: 'Hollerbach Metallbau GmbH' })).toBeVisible();
});

test('an order is found however its number is written, a complaint by what rusts', async ({ teams }) => {
  await teams.openAs('petra');
  const box = teams.tab.getByRole('combobox', { name: label });
  for (const text of ['AU 26 0907', 'au260907', 'Auftrag AU-26/0907']) {
    await box.fill(text);
    await expect(teams.tab.getByRole('group', { name: /^Aufträge/ })).toContainText('AU-26-0907');
  }

  await box.fill('balkenschue rosten');
  const complaints = teams.tab.getByRole('group', { name: /^Reklamationen/ });
  await expect(complaints).toContainText('Balkenschuhe rosten nach drei Wochen');
  await complaints.getByRole('option').first().click();
  await expect(teams.tab.getByRole('heading', { name: /Balkenschuhe rosten/ }).first()).toBeVisible();
});

test('more of one kind is one key away, and Escape leads back', async ({ teams }) => {
  await teams.openAs('petra');
  const box = teams.tab.getByRole('combobox', { name: label });
  await box.fill('metallbau');
  const all = teams.tab.getByRole('option', { name: /^(Alle \d+ anzeigen|Mehr davon anzeigen)$/ }).first();
  await expect(all).toBeVisible();
  for (let press = 0; press < 30 && (await all.getAttribute('aria-selected')) !== 'true'; press += 1) {
    await box.press('ArrowDown');
  }
  await box.press('Enter');

  await expect(teams.tab.getByRole('option', { name: 'Zurück zu allen Treffern' })).toBeVisible();
  await expect(teams.tab.getByRole('group')).toHaveCount(1);
  await box.press('Escape');
  await expect(all).toBeVisible();
  await expect(box).toHaveValue('metallbau');
});

test('on a phone nothing scrolls sideways, and no hit says what to try next', async ({ teams, page }) => {
  await page.setViewportSize(phone);
  await teams.openAs('anna');
  await teams.tab.getByRole('button', { name: label }).click();
  const box = teams.tab.getByRole('combobox', { name: label }).last();
  await box.fill('türschließer');
  await expect(teams.tab.getByRole('option').first()).toBeVisible();

  await pass(page, 'hits-on-a-phone', ['main iframe', 'body']);
  await box.fill('qqqqxxxx');
  await expect(teams.tab.getByText(/Prüfen Sie die Schreibweise/).last()).toBeVisible();
});
