// A day in the field: from the due list to a free slot, the appointment in Outlook, the preparation, the report on a phone, the task.
import type { FrameLocator, Locator } from '@playwright/test';
import type { Teams } from './support/teams.ts';
import { pass } from './support/pass.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ timeout: 120_000 });

async function openVisits(teams: Teams): Promise<FrameLocator> {
  await teams.openAs('anna');
  await teams.openTab('Besuche');
  await expect(teams.tab.getByRole('heading', { level: 1, name: 'Besuche' })).toBeVisible();
  return teams.tab;
}

/** The company that stands first. */
async function readFirstDue(tab: FrameLocator): Promise<string> {
  const row = tab.getByRole('list', { name: 'Fällige Besuche' }).getByRole('listitem').first();
  const text = await row.innerText();
  return (text.split('\n')[0] ?? '').trim();
}

/** Plans a visit to the customer that is longest due, at the first free time; answers the customer's name. */
async function planFirstDue(tab: FrameLocator): Promise<string> {
  const first = tab.getByRole('list', { name: 'Fällige Besuche' }).getByRole('button').first();
  await expect(first).toContainText(/alle \d+ Wochen|noch nie besucht|vereinbart/);
  const name = await readFirstDue(tab);
  await first.click();
  const panel = tab.getByRole('dialog', { name: 'Besuch planen' });
  await panel.getByRole('radiogroup', { name: 'Freie Zeiten' }).getByRole('radio').first().click();
  await panel.getByRole('button', { name: 'Planen', exact: true }).click();
  await expect(tab.getByText(`Besuch bei ${name} geplant`).first()).toBeVisible();
  await expect(panel).toBeHidden();
  return name;
}

async function entryOf(tab: FrameLocator, name: string): Promise<Locator> {
  const entry = tab
    .getByRole('region', { name: 'Wochenplan' })
    .getByRole('button', { name: new RegExp(`^\\d\\d:\\d\\d.*${name}`) })
    .first();
  await expect(entry).toBeVisible();
  return entry;
}

/** Turns the pages of the plan until this customer stands there. */
async function turnTo(tab: FrameLocator, name: string): Promise<void> {
  const week = tab.getByRole('region', { name: 'Wochenplan' });
  const monday = week.getByRole('heading', { level: 3 }).first();
  const entry = week.getByText(name).first();
  await expect(monday).toBeVisible();
  for (let turned = 0; turned < 8 && !(await entry.isVisible()); turned += 1) {
    const before = await monday.innerText();
    await week.getByRole('button', { name: 'Nächste Woche' }).click();
    await expect(monday).not.toHaveText(before);
  }
  await expect(entry).toBeVisible();
}

test('from the due list to the report, without opening anything else', async ({ teams, outlook, page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const tab = await openVisits(teams);
  await pass(page, 'visits', ['main iframe', 'body']);

  const name = await planFirstDue(tab);
  await (await entryOf(tab, name)).click();
  await expect(tab.getByRole('heading', { level: 1, name: `Besuch ${name}` })).toBeVisible();
  await expect(tab.getByText('In Ihrem Kalender')).toBeVisible();
  for (const part of ['Angebote nachfassen', 'Konditionen und Zahlungen', 'Fragen an den Kunden']) {
    await expect(tab.getByRole('heading', { name: part })).toBeVisible();
  }
  await pass(page, 'preparation', ['main iframe', 'body']);

  await outlook.openAs('anna');
  await outlook.openPlace('Kalender');
  await page.getByRole('button', { name: new RegExp(`Besuch ${name}`) }).click();
  await expect(outlook.pane.getByRole('heading', { level: 1, name: `Besuch ${name}` })).toBeVisible();
  await expect(outlook.pane.getByRole('heading', { name: 'Beim letzten Besuch vereinbart' })).toBeVisible();
  await page.getByRole('button', { name: 'Eine Stunde später' }).click();

  await page.setViewportSize({ width: 390, height: 844 });
  const phone = await openVisits(teams);
  await phone.getByRole('tab', { name: 'Woche' }).click();
  await turnTo(phone, name);
  await (await entryOf(phone, name)).click();
  await phone.getByRole('tab', { name: 'Bericht' }).click();
  await phone.getByRole('radio', { name: 'Angebot gewünscht' }).click();
  await phone.getByRole('textbox', { name: 'Was war?' }).fill('Neue Halle gezeigt, Bedarf an Beschlägen.');
  await phone.getByRole('textbox', { name: 'Was ist vereinbart?' }).fill('Muster bis Freitag.');
  await phone.getByRole('button', { name: 'Preis hinzufügen' }).click();
  await phone.getByRole('textbox', { name: 'Artikel oder Leistung' }).fill('Türschließer TS 93');
  await phone.getByRole('textbox', { name: 'Preis in Euro' }).fill('389,50');
  await phone.getByRole('button', { name: 'Wiedervorlage hinzufügen' }).click();
  await phone.getByRole('textbox', { name: 'Was ist zu tun?' }).fill('Muster senden');
  await phone.getByRole('radiogroup', { name: 'Wann?' }).getByRole('radio').first().click();
  await pass(page, 'report', ['main iframe', 'body']);
  const save = phone.getByRole('button', { name: 'Bericht speichern' });
  expect((await save.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await save.click();
  await expect(phone.getByText('Bericht gespeichert, 1 Wiedervorlage angelegt').first()).toBeVisible();
  await expect(phone.getByText('Neue Halle gezeigt, Bedarf an Beschlägen.')).toBeVisible();

  await page.setViewportSize({ width: 1280, height: 900 });
  await outlook.openAs('anna');
  await outlook.openPlace('To Do');
  await expect(page.getByRole('list', { name: 'Ihre Aufgaben' }).getByText('Muster senden')).toBeVisible();
});

test('half a report survives a reload, and an error keeps it', async ({ teams, page, watch }) => {
  watch.allow(/status of 503/);
  const tab = await openVisits(teams);
  const name = await planFirstDue(tab);
  await (await entryOf(tab, name)).click();
  await tab.getByRole('tab', { name: 'Bericht' }).click();
  await tab.getByRole('textbox', { name: 'Was war?' }).fill('Halb geschrieben');

  const address = page.frames().at(-1)?.url() ?? '';
  await page.goto(address);
  await page.getByRole('tab', { name: 'Bericht' }).click();
  const text = page.getByRole('textbox', { name: 'Was war?' });
  await expect(text).toHaveValue('Halb geschrieben');
  const broken = { error: { code: 'unavailable', requestId: 'x', retry: true } };
  await page.route('**/report', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 503, json: broken }) : route.fallback(),
  );
  await page.getByRole('button', { name: 'Bericht speichern' }).click();
  await expect(page.getByText('Bericht nicht gespeichert')).toBeVisible();
  await expect(text).toHaveValue('Halb geschrieben');

  await page.unroute('**/report');
  await page.getByRole('button', { name: 'Bericht speichern' }).click();
  await expect(page.getByText('Bericht gespeichert').first()).toBeVisible();
});

test('an appointment deleted in Outlook is said on the visit, and can be entered again', async ({
  teams,
  outlook,
  page,
}) => {
  const tab = await openVisits(teams);
  const name = await planFirstDue(tab);
  await (await entryOf(tab, name)).click();
  await expect(tab.getByText('In Ihrem Kalender')).toBeVisible();
  const address = page.frames().at(-1)?.url() ?? '';

  await outlook.openAs('anna');
  await outlook.openPlace('Kalender');
  await page.getByRole('button', { name: new RegExp(`Besuch ${name}`) }).click();
  await page.getByRole('button', { name: 'Termin löschen' }).click();
  await expect(page.getByRole('button', { name: new RegExp(`Besuch ${name}`) })).toHaveCount(0);
  const compared = page.waitForResponse((one) => one.url().includes('/api/visits/busy'));
  await openVisits(teams); // looking at the week compares it with the calendar
  await compared;
  await turnTo(tab, name);

  await page.goto(address);
  await expect(page.getByText(/In Outlook gelöscht/)).toBeVisible();
  await page.getByRole('button', { name: 'Erneut eintragen' }).click();
  await expect(page.getByText('In Ihrem Kalender')).toBeVisible({ timeout: 30_000 });
});
