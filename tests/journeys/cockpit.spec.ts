// The customer in the round: chances with their reasons, expected demand, months and margin, a history that can be narrowed;
// and the rules of the rating, tried before they count.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Teams } from './support/teams.ts';
import { expect, test } from './support/test.ts';

const mail = 'Türschließer verlieren Öl, Auftrag AU-26-0907';

/** Everything axe finds on the page and in its frames. */
async function problemsOf(page: Page, frame: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include([frame, 'body'])
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html}`),
  );
}

/** Whether a screen is wider than its frame: nothing may move sideways. */
async function overflowOf(frame: { evaluate: (work: () => number) => Promise<number> }): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

async function openHollerbach(teams: Teams): Promise<void> {
  await teams.openTab('Kunden');
  await teams.tab.getByRole('combobox', { name: 'Kunde, Person, Nummer oder Text suchen' }).fill('20417');
  await teams.tab
    .getByRole('option', { name: /Hollerbach Metallbau GmbH/ })
    .first()
    .click();
  await expect(teams.tab.getByRole('heading', { level: 1, name: /Hollerbach Metallbau/ })).toBeVisible();
}

test('beside a mail the pane tells what to offer and why, what is due, and the months behind the years', async ({
  outlook,
  page,
  watch,
}) => {
  watch.allow(/^Blocked script execution in 'about:srcdoc'/);
  await outlook.openAs('anna');
  await outlook.choose(mail);
  await expect(outlook.person('Sabine Tietz')).toBeVisible();

  const chances = outlook.pane.getByRole('region', { name: 'Chancen und Bedarf' });
  await expect(chances.getByText(/^\d von \d vergleichbaren Kunden kaufen Arbeitsschutz$/)).toBeVisible();
  await expect(chances.getByText('Wartung der Feststellanlagen')).toBeVisible();
  await expect(chances.getByText(/Alle 12 Monate, zuletzt am/)).toBeVisible();
  await outlook.press('Monate und Marge');
  const months = outlook.pane.getByRole('table', { name: 'Umsatz je Monat in T€' });
  await expect(months.getByRole('row')).toHaveCount(13);
  const years = outlook.pane.getByRole('table', { name: 'Umsatz je Jahr in T€' });
  await expect(years.getByRole('row', { name: /2025/ })).toContainText('139,8');
  await expect(years.getByRole('columnheader', { name: 'Marge' })).toBeVisible();
  expect(await overflowOf(outlook.pane.locator('html'))).toBe(0);
  expect(await problemsOf(page, 'aside iframe')).toEqual([]);
});

test('the history is narrowed by direction and person, in the pane as well', async ({ outlook }) => {
  await outlook.openAs('anna');
  await outlook.choose(mail);
  await expect(outlook.person('Sabine Tietz')).toBeVisible();
  await outlook.pane
    .getByRole('button', { name: /^Alle \d+$/ })
    .first()
    .click();
  const list = outlook.pane.getByRole('list', { name: /Verlauf|Kontakte/ });
  await expect(list.getByRole('listitem').first()).toBeVisible();

  await outlook.press('Weitere Filter');
  await outlook.pane.getByRole('combobox', { name: 'Person' }).click();
  await outlook.pane.getByRole('option', { name: 'Cem Aydın' }).click();

  await expect(outlook.pane.getByRole('button', { name: 'Weitere Filter (1)' })).toBeVisible();
  await expect(list.getByText('Fotos zu den Türschließern')).toHaveCount(0);
  await outlook.press('Filter aufheben');
  await expect(outlook.pane.getByRole('button', { name: 'Weitere Filter', exact: true })).toBeVisible();
});

test('the wide page has a tab of chances, demand, product groups and prices', async ({
  page,
  teams,
  watch,
}) => {
  watch.allow(/^Blocked script execution in 'about:srcdoc'/);
  await teams.openAs('anna');
  const { tab } = teams;
  await openHollerbach(teams);

  await tab.getByRole('tab', { name: 'Potenzial' }).click();

  await expect(tab.getByText(/vergleichbaren Kunden kaufen Befestigung/)).toBeVisible();
  await expect(
    tab.getByText('Vergleichbar: Zielgruppe Verarbeiter, Klasse A, ähnlicher Umsatz.'),
  ).toBeVisible();
  await expect(tab.getByRole('list', { name: 'Erwarteter Bedarf' }).getByRole('listitem')).not.toHaveCount(0);
  await expect(tab.getByText('Noch nicht gekauft')).toBeVisible();
  await expect(tab.getByRole('heading', { name: 'Gehörte Preise' })).toBeVisible();
  expect(await overflowOf(tab.locator('html'))).toBe(0);
  expect(await problemsOf(page, 'main iframe')).toEqual([]);
});

test('a partner sees no chances, months or potential', async ({ page, teams }) => {
  await teams.openAs('dieter');
  const { tab } = teams;
  await openHollerbach(teams);

  await expect(tab.getByRole('tab', { name: 'Potenzial' })).toHaveCount(0);
  await expect(tab.getByText('Chancen und Bedarf')).toHaveCount(0);
  await expect(tab.getByRole('button', { name: 'Monate und Marge' })).toHaveCount(0);
  await expect(page.getByText('128.400')).toHaveCount(0);
});

test('thresholds with a gap are refused in words; others show their effect and then count for everybody', async ({
  page,
  teams,
  watch,
}) => {
  watch.allow(/400 \(Bad Request\)/);
  watch.allow(/^Blocked script execution in 'about:srcdoc'/);
  await teams.openAs('miriam');
  await teams.openTab('Einstellungen');
  const { tab } = teams;
  await tab.getByRole('tab', { name: 'Bewertung' }).click();
  await expect(tab.getByRole('heading', { name: 'Kundenbewertung' })).toBeVisible();

  await tab.getByRole('textbox', { name: 'Klasse A ab' }).fill('80.000');
  await tab.getByRole('textbox', { name: 'Klasse B bis unter' }).fill('75.000');
  await tab.getByRole('button', { name: 'Wirkung prüfen' }).click();
  await expect(
    tab.getByText(/Zwischen B \(bis 75\.000.€\) und A \(ab 80\.000.€\) bleibt eine Lücke/),
  ).toBeVisible();

  await tab.getByRole('textbox', { name: 'Klasse B bis unter' }).fill('80.000');
  await tab.getByRole('button', { name: 'Wirkung prüfen' }).click();
  const sentence = tab.getByText(/^\d+ von \d+ Kunden wechseln die Klasse\./);
  await expect(sentence).toBeVisible();
  await expect(
    tab.getByRole('list', { name: 'Die größten Wechsel' }).getByText('B2 → A2').first(),
  ).toBeVisible();
  expect(await problemsOf(page, 'main iframe')).toEqual([]);
  await tab.getByRole('textbox', { name: 'Notiz zu dieser Fassung' }).fill('A schon ab 80.000 €');
  await tab.getByRole('button', { name: 'Speichern und alle neu bewerten' }).click();

  await expect(tab.getByText('Fassung 2: A schon ab 80.000 €')).toBeVisible();
  await tab.getByRole('button', { name: 'Fassung 1 in den Entwurf übernehmen' }).click();
  await expect(tab.getByRole('textbox', { name: 'Klasse A ab' })).toHaveValue('100.000');
});

test('a rating says why, by the rule that was used', async ({ teams }) => {
  await teams.openAs('anna');
  const { tab } = teams;
  await openHollerbach(teams);

  await tab.getByRole('button', { name: 'Kundenbewertung A2, Begründung anzeigen' }).click();

  await expect(tab.getByText('128.400 € in 12 Monaten (ab 100.000 €)').first()).toBeVisible();
  await expect(tab.getByText(/Empfehlung: 6 Besuche im Jahr · Besuch, Außendienst\./).first()).toBeVisible();
});
