// `npm run pictures`: takes the pictures of the README from this build; no test, so it is not among the journeys.
import type { Locator } from '@playwright/test';
import { expect, test } from './support/test.ts';

const folder = 'docs/pictures';
const mail = 'Türschließer verlieren Öl, Auftrag AU-26-0907';

async function take(what: Locator, name: string): Promise<void> {
  await what.page().evaluate(() => document.fonts.ready);
  await what.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
}

for (const theme of ['light', 'dark'] as const) {
  test(`the pane, ${theme}`, async ({ outlook, page }) => {
    await page.setViewportSize({ width: 1440, height: 980 });
    await outlook.openAs('anna');
    const label = theme === 'light' ? 'Hell' : 'Dunkel';
    await page.getByRole('combobox', { name: 'Design' }).selectOption({ label });
    await outlook.choose(mail);
    await expect(outlook.says('Hollerbach Metallbau GmbH')).toBeVisible();
    await expect(outlook.says('Letzte Kontakte')).toBeVisible();
    const pane = page.locator('aside iframe[title="Kundencockpit"]');
    await take(pane, `pane-cockpit-${theme}-de`);
    if (theme === 'dark') return;
    await take(page.locator('body'), 'outlook-light-de');
    await outlook.press('Ablegen');
    await expect(outlook.pane.getByRole('form', { name: 'E-Mail ablegen' })).toBeVisible();
    await take(pane, 'pane-log-light-de');
  });
}

test('the complaint, the card and the day', async ({ outlook, teams, page }) => {
  await page.setViewportSize({ width: 1440, height: 980 });
  await outlook.openAs('anna');
  await outlook.choose(mail);
  await outlook.press('Reklamation');
  await expect(outlook.pane.getByRole('form', { name: 'Reklamation aufnehmen' })).toContainText(
    'Erstantwort bis',
  );
  await take(page.locator('aside iframe[title="Kundencockpit"]'), 'pane-complaint-light-de');
  await outlook.press('Reklamation anlegen');
  await expect(outlook.says(/Reklamation RK-26-\d+ angelegt/)).toBeVisible();

  await page.setViewportSize({ width: 1370, height: 860 });
  await teams.openAs('petra');
  await teams.openChat();
  const card = teams.card('Türschließer verlieren Öl');
  await expect(card.getByRole('button', { name: 'Entscheiden' })).toBeVisible();
  await take(card, 'teams-card-open-de');

  await teams.openAs('anna');
  await expect(teams.tab.getByRole('heading', { name: 'Mein Tag' })).toBeVisible();
  await expect(teams.tab.getByText('Rückruf an Uwe Pahlke')).toBeVisible();
  await take(page.locator('main iframe'), 'teams-my-day-1280-light-de');
});
