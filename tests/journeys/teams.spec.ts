// Teams as people use it: cards that live, links that lead to one record, the tab in every theme, width and role.
import { AxeBuilder } from '@axe-core/playwright';
import type { FrameLocator, Page } from '@playwright/test';
import { getComplaint, listComplaints } from '#contract/complaint.ts';
import { callAs } from './support/call-as.ts';
import { expect, test } from './support/test.ts';

const escalated = 'Balkenschuhe rosten nach drei Wochen';
const itsCustomer = 'Zimmerei Petersen';

function heading(tab: FrameLocator, name: string | RegExp) {
  return tab.getByRole('heading', { level: 1, name });
}

test('the same button on two devices decides once, and both cards say who it was', async ({
  teams,
  page,
  browser,
  server,
  watch,
}) => {
  await teams.openAs('petra');
  await teams.openChat();
  const other = await browser.newContext();
  await watch.over(other);
  const phone = await other.newPage();
  await phone.goto(`${server.origin}/icon.svg`);
  await phone.evaluate(() => localStorage.setItem('kundencockpit.demo.user', 'petra'));
  await phone.goto(`${server.origin}/demo/teams/?view=chat`);
  const approve = (where: Page) => where.getByRole('button', { name: 'Vorschlag freigeben' });
  await expect(approve(page)).toBeVisible();
  await expect(approve(phone)).toBeVisible();

  await Promise.all([approve(page).dblclick({ noWaitAfter: true }), approve(phone).click()]);

  for (const where of [page, phone]) {
    await expect(where.getByText('Entschieden von Petra Lohmann')).toBeVisible();
    await expect(approve(where)).toHaveCount(0);
  }
  const petra = await callAs(server.origin, 'petra');
  const { items } = await petra(listComplaints, { limit: 100 });
  const complaint = items.find((one) => one.title === escalated);
  const { events } = await petra(getComplaint, { id: complaint?.id ?? '' });
  expect(events.filter((event) => /approve|decide/.test(event.kind))).toHaveLength(1);
  await other.close();
});

test('a card opens exactly its customer; who may not see it is told so', async ({
  teams,
  page,
  server,
  watch,
}) => {
  watch.allow(/status of 404 .*\/api\/cockpit/);
  await teams.openAs('petra');
  await teams.openChat();
  await teams.card(escalated).getByRole('link', { name: 'Kunde öffnen' }).click();
  await expect(heading(teams.tab, itsCustomer)).toBeVisible();
  const customerId = page.frames().at(-1)?.url().split('/').at(-1) ?? '';

  await teams.openAs('anna');
  const context = encodeURIComponent(JSON.stringify({ subEntityId: customerId }));
  const link = encodeURIComponent(
    `https://teams.microsoft.com/l/entity/kundencockpit/customer?context=${context}`,
  );
  await page.goto(`${server.origin}/demo/teams/?link=${link}`);

  await expect(teams.tab.getByText('Dieser Kunde ist nicht freigegeben')).toBeVisible();
  await expect(teams.tab.getByText(itsCustomer)).toHaveCount(0);
});

test('the tab follows the theme of Teams at once, without starting anew', async ({ teams, page }) => {
  await teams.openAs('anna');
  await expect(heading(teams.tab, 'Mein Tag')).toBeVisible();
  const ground = () =>
    teams.tab
      .locator('.fui-FluentProvider')
      .first()
      .evaluate((frame) => getComputedStyle(frame).backgroundColor);
  await teams.tab.locator('body').evaluate((body) => body.setAttribute('data-marked', 'yes'));
  const seen = [await ground()];

  for (const theme of ['Dunkel', 'Hoher Kontrast', 'Hell']) {
    await page.getByRole('combobox', { name: 'Design' }).selectOption({ label: theme });
    await expect.poll(ground).not.toBe(seen.at(-1));
    seen.push(await ground());
  }

  expect(seen.at(-1)).toBe(seen[0]);
  await expect(teams.tab.locator('body')).toHaveAttribute('data-marked', 'yes');
});

test('with Entra ID the real msal gets its token from the bridge of Teams', async ({ teams, page }) => {
  await page.route('**/api/client-config', async (route) => {
    const answer = await route.fetch();
    const config = (await answer.json()) as object;
    const entra = {
      clientId: '11111111-2222-4333-8444-555555555555',
      authority: 'https://login.microsoftonline.com/common',
      scope: 'api://kundencockpit/access_as_user',
    };
    await route.fulfill({ json: { ...config, mode: 'entra', entra } });
  });
  const direct: string[] = [];
  page.on('request', (request) => {
    const isOwn = request.frame() !== page.mainFrame();
    if (isOwn && request.url().endsWith('/demo/sign-in')) direct.push(request.url());
  });

  await teams.openAs('anna');

  await expect(teams.tab.getByText(/\d+ Aufgaben/)).toBeVisible();
  expect(direct, 'the tab itself never asked the demo’s issuer').toEqual([]);
});

test('the bot answers in the chat', async ({ teams, page }) => {
  await teams.openAs('anna');
  await teams.openChat();

  await page.getByRole('textbox', { name: 'Nachricht an den Bot' }).fill('Hilfe');
  await page.getByRole('button', { name: 'Senden' }).click();

  const answer = page.getByRole('article').filter({ hasText: 'Kundencockpit-Bot' }).last();
  await expect(answer).toContainText(/Wiedervorlagen/);
});

test('a misspelt name leads to the customer, by keyboard alone', async ({ teams }) => {
  await teams.openAs('anna');
  const box = teams.tab.getByRole('combobox', { name: 'Kunde, Person, Nummer oder Text suchen' });
  await box.focus();
  await box.pressSequentially('holerbach metalbau');
  await expect(teams.tab.getByRole('option').first()).toContainText('Hollerbach Metallbau GmbH');
  await box.press('Enter');

  await expect(heading(teams.tab, 'Hollerbach Metallbau GmbH')).toBeVisible();
});

test('a call is recorded with a follow-up, and stands in the history and in Mein Tag', async ({ teams }) => {
  const { tab } = teams;
  await teams.openAs('anna');
  await tab.getByRole('button', { name: 'Hollerbach Metallbau GmbH' }).first().click();
  await tab.getByRole('button', { name: 'Kontakt erfassen' }).click();
  const form = tab.getByRole('form', { name: 'Kontakt erfassen' });
  await form.getByRole('textbox', { name: 'Betreff' }).fill('Zargenmaße geklärt');
  await form.getByRole('textbox', { name: 'Was wurde besprochen?' }).fill('Zwei Zargen sind 5 mm schmaler.');
  await form.getByRole('radio', { name: /Morgen/ }).click();
  await form.getByRole('textbox', { name: 'Was ist zu tun?' }).fill('Neue Maße bestätigen');
  await tab.getByRole('button', { name: 'Erfassen', exact: true }).click();

  await expect(tab.getByRole('heading', { name: /^Heute, Donnerstag/ })).toBeVisible();
  await expect(tab.getByText('Zwei Zargen sind 5 mm schmaler.')).toBeVisible();
  await tab.getByRole('button', { name: 'Zurück', exact: true }).click();
  await expect(tab.getByText('Neue Maße bestätigen')).toBeVisible();

  await tab.getByRole('button', { name: 'Weitere Aktionen: Neue Maße bestätigen' }).click();
  await tab.getByRole('menuitem', { name: 'Erledigt' }).click();
  await expect(tab.getByRole('button', { name: /Heute erledigt/ })).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Weitere Aktionen: Neue Maße bestätigen' })).toHaveCount(0);
});

test('a panel closes with Escape and gives the focus back to what opened it', async ({ teams }) => {
  const { tab } = teams;
  await teams.openAs('anna');
  await tab.getByRole('button', { name: 'Hollerbach Metallbau GmbH' }).first().click();
  const record = tab.getByRole('button', { name: 'Kontakt erfassen' });
  const more = tab.getByRole('button', { name: 'Weitere Aktionen', exact: true });

  await record.press('Enter');
  await expect(tab.getByRole('form', { name: 'Kontakt erfassen' })).toBeVisible();
  await tab.getByRole('textbox', { name: 'Betreff' }).press('Escape');
  await expect(record).toBeFocused();

  await more.press('Enter');
  await tab.getByRole('menuitem', { name: 'Ansprechpartner anlegen' }).press('Enter');
  await tab.getByRole('textbox', { name: 'Name' }).press('Escape');
  await expect(more).toBeFocused();
});

test('a partner sees the customers shared with him, and no figures', async ({ teams }) => {
  const { tab } = teams;
  await teams.openAs('dieter');
  await teams.openTab('Kunden');
  await tab.getByRole('radio', { name: 'Alle sichtbaren' }).click();
  await tab.getByRole('listitem').getByRole('button').first().click();

  await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(tab.getByRole('tab', { name: /Überblick/ })).toBeVisible();
  await expect(tab.getByRole('tab', { name: /Angebote|Aufträge/ })).toHaveCount(0);
  await expect(tab.getByText(/Umsatz|Kundenwert|Portfolio/)).toHaveCount(0);
});

/** Walks through the places of the tab and calls back on each. */
async function eachPlace(
  tab: FrameLocator,
  openTab: (name: string) => Promise<void>,
  look: (place: string) => Promise<void>,
) {
  await expect(tab.getByText(/· \d+ Aufgabe/)).toBeVisible();
  await look('Mein Tag');
  await openTab('Reklamationen');
  await tab.getByRole('radio', { name: 'Alle' }).click();
  await expect(tab.getByRole('listitem').first()).toBeVisible();
  await look('Reklamationen');
  await tab.getByRole('listitem').getByRole('button').first().click();
  await expect(tab.getByRole('heading', { level: 1, name: /^RK-/ })).toBeVisible();
  await look('a complaint');
  await openTab('Kunden');
  await tab.getByRole('combobox').fill('hollerbach');
  await expect(tab.getByRole('option').first()).toBeVisible();
  await look('search');
  await tab.getByRole('option').first().click();
  await expect(heading(tab, 'Hollerbach Metallbau GmbH')).toBeVisible();
  await expect(tab.getByRole('tab').first()).toBeVisible();
  await look('a customer');
}

const looks = [
  { name: 'light', theme: 'Hell', options: {} },
  { name: 'dark', theme: 'Dunkel', options: { colorScheme: 'dark' } },
  { name: 'high contrast', theme: 'Hoher Kontrast', options: {} },
  { name: 'forced colours', theme: 'Hoher Kontrast', options: { forcedColors: 'active' } },
] as const;

for (const { name, theme, options } of looks) {
  test.describe(name, () => {
    test.use(options);
    test('every place of the tab passes axe', async ({ teams, page }) => {
      test.setTimeout(120_000);
      await teams.openAs('petra');
      await page.getByRole('combobox', { name: 'Design' }).selectOption({ label: theme });
      await eachPlace(
        teams.tab,
        (tab) => teams.openTab(tab),
        async (place) => {
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
            // Stops of Fluent's own focus handling: they hand the focus on and are never read.
            .exclude('[data-tabster-dummy]')
            .exclude(['iframe', '[data-tabster-dummy]'])
            // Under forced colours the browser paints in system colours; axe would judge those of the theme.
            .disableRules('forcedColors' in options ? ['color-contrast'] : [])
            .analyze();
          const found = violations.flatMap(({ id, nodes }) =>
            nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html}`),
          );
          expect(found, place).toEqual([]);
        },
      );
    });
  });
}

for (const width of [390, 720, 1280, 1600]) {
  test(`at ${width} px nothing scrolls sideways, on no place`, async ({ teams, page }) => {
    await page.setViewportSize({ width, height: 844 });
    await teams.openAs('petra');
    await eachPlace(
      teams.tab,
      (tab) => teams.openTab(tab),
      async (place) => {
        for (const frame of page.frames()) {
          const beyond = await frame.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(beyond, place).toBe(0);
        }
      },
    );
  });
}
