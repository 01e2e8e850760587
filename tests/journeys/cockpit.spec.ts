// The customer in the round: chances with their reasons, expected demand, months and margin, a history that can be narrowed;
// and the rules of the rating, tried before they count.
import type { Page } from '@playwright/test';
import type { Teams } from './support/teams.ts';
import { pass } from './support/pass.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ timeout: 120_000 });

const mail = 'Türschließer verlieren Öl, Auftrag AU-26-0907';

/** The tab without the Teams around it, at an address of its own. */
async function openTab(page: Page, origin: string, user: string, hash: string): Promise<void> {
  await page.goto(`${origin}/icon.svg`);
  await page.evaluate((name) => localStorage.setItem('kundencockpit.demo.user', name), user);
  await page.goto(`${origin}/teams/tab.html${hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Hinweis schließen' }).click();
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
  // axe would wait for ever in the frame of the mail's own HTML, which runs no scripts.
  await page.locator('iframe[srcdoc]').evaluateAll((frames) => frames.forEach((one) => one.remove()));
  await pass(page, 'months', ['aside iframe', 'body']);
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

for (const width of [1280, 720, 390]) {
  test(`the page of a customer has a tab of chances, demand, groups and prices, ${width} px wide`, async ({
    page,
    server,
    watch,
  }) => {
    watch.allow(/^Blocked script execution in 'about:srcdoc'/);
    await page.setViewportSize({ width, height: 900 });
    await openTab(page, server.origin, 'anna', '#/customers');
    await page.getByRole('combobox', { name: 'Kunde, Person, Nummer oder Text suchen' }).fill('20417');
    await page
      .getByRole('option', { name: /Hollerbach Metallbau GmbH/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1, name: /Hollerbach Metallbau/ })).toBeVisible();

    await page.getByRole('tab', { name: 'Potenzial' }).click();

    await expect(page.getByText(/vergleichbaren Kunden kaufen Befestigung/)).toBeVisible();
    await expect(
      page.getByText('Vergleichbar: Zielgruppe Verarbeiter, Klasse A, ähnlicher Umsatz.'),
    ).toBeVisible();
    await expect(page.getByRole('list', { name: 'Erwarteter Bedarf' }).getByRole('listitem')).not.toHaveCount(
      0,
    );
    await expect(page.getByText('Noch nicht gekauft')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Gehörte Preise' })).toBeVisible();
    await pass(page, `chances-${width}`);
  });
}

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
  server,
  watch,
}) => {
  watch.allow(/400 \(Bad Request\)/);
  watch.allow(/^Blocked script execution in 'about:srcdoc'/);
  await page.setViewportSize({ width: 1280, height: 900 });
  await openTab(page, server.origin, 'miriam', '#/settings/rating');
  await expect(page.getByRole('heading', { name: 'Kundenbewertung' })).toBeVisible();

  await page.getByRole('textbox', { name: 'Klasse A ab' }).fill('80.000');
  await page.getByRole('textbox', { name: 'Klasse B bis unter' }).fill('75.000');
  await page.getByRole('button', { name: 'Wirkung prüfen' }).click();
  await expect(
    page.getByText(/Zwischen B \(bis 75\.000.€\) und A \(ab 80\.000.€\) bleibt eine Lücke/),
  ).toBeVisible();

  await page.getByRole('textbox', { name: 'Klasse B bis unter' }).fill('80.000');
  await page.getByRole('button', { name: 'Wirkung prüfen' }).click();
  const sentence = page.getByText(/^\d+ von \d+ Kunden wechseln die Klasse\./);
  await expect(sentence).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'Die größten Wechsel' }).getByText('B2 → A2').first(),
  ).toBeVisible();
  await pass(page, 'rating');
  await page.getByRole('textbox', { name: 'Notiz zu dieser Fassung' }).fill('A schon ab 80.000 €');
  await page.getByRole('button', { name: 'Speichern und alle neu bewerten' }).click();

  await expect(page.getByText('Fassung 2: A schon ab 80.000 €')).toBeVisible();
  await page.getByRole('button', { name: 'Fassung 1 in den Entwurf übernehmen' }).click();
  await expect(page.getByRole('textbox', { name: 'Klasse A ab' })).toHaveValue('100.000');
});

test('a rating says why, by the rule that was used', async ({ teams }) => {
  await teams.openAs('anna');
  const { tab } = teams;
  await openHollerbach(teams);

  await tab.getByRole('button', { name: 'Kundenbewertung A2, Begründung anzeigen' }).click();

  await expect(tab.getByText('128.400 € in 12 Monaten (ab 100.000 €)').first()).toBeVisible();
  await expect(tab.getByText(/Empfehlung: 6 Besuche im Jahr · Besuch, Außendienst\./).first()).toBeVisible();
});
