// The history put right: an entry edited while a colleague edits it, files that come and go, and every change listed.
import type { Locator, Page } from '@playwright/test';
import { listActivities, logActivity, updateActivity } from '#contract/activity.ts';
import { listContacts } from '#contract/customer.ts';
import { search } from '#contract/search.ts';
import { callAs } from './support/call-as.ts';
import { pass } from './support/pass.ts';
import { expect, test } from './support/test.ts';

const customer = 'Hollerbach Metallbau GmbH';
const subject = 'Nachfrage zum Rahmenvertrag';
const pdf = Buffer.from('%PDF-1.7\n%%EOF\n');

test.describe.configure({ timeout: 120_000 });

/** A call of Anna's with nobody in particular, as she wrote it down. */
async function givenEntry(origin: string) {
  const anna = await callAs(origin, 'anna');
  const { items } = await anna(search, { q: customer });
  const customerId = items.find((hit) => hit.customer.name === customer)?.customer.id ?? '';
  const { activity } = await anna(
    logActivity,
    {
      customerId,
      touch: {
        kind: 'call',
        direction: 'inbound',
        subject,
        bodyText: 'Fragt nach den Konditionen.',
        occurredAt: '2026-09-02T09:30:00+02:00',
      },
    },
    { idempotencyKey: crypto.randomUUID() },
  );
  const { items: people } = await anna(listContacts, { customerId });
  const idOf = (name: string) => people.find((one) => one.name === name)?.id ?? '';
  return { customerId, activity, idOf, anna };
}

async function openCustomer(page: Page, origin: string, user: string): Promise<void> {
  await page.goto(`${origin}/icon.svg`);
  await page.evaluate((name) => localStorage.setItem('kundencockpit.demo.user', name), user);
  await page.goto(`${origin}/teams/tab.html#/customers`);
  await page.getByRole('combobox', { name: 'Kunde, Person, Nummer oder Text suchen' }).fill(customer);
  await page
    .getByRole('option', { name: new RegExp(`^${customer}`) })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: customer })).toBeVisible();
}

const entryOf = (page: Page): Locator => page.getByRole('listitem').filter({ hasText: subject }).first();

async function edit(page: Page): Promise<Locator> {
  await entryOf(page)
    .getByRole('button', { name: `${subject} bearbeiten` })
    .click();
  const form = page.getByRole('form', { name: 'Kontakt bearbeiten' });
  await expect(form).toBeVisible();
  return form;
}

async function choose(page: Page, form: Locator, field: string, option: string) {
  await form.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
}

/** On a phone no button of the dialogue is two lines high, and none stands beside another. */
async function expectOneLineButtons(page: Page, dialog: Locator): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 844 });
  const boxes = await Promise.all((await dialog.getByRole('button').all()).map((one) => one.boundingBox()));
  expect(boxes).toHaveLength(2);
  for (const box of boxes) expect(box?.height).toBeLessThanOrEqual(34);
  expect(new Set(boxes.map((box) => box?.y)).size).toBe(boxes.length);
  if (before !== null) await page.setViewportSize(before);
}

test('an entry is put right, a colleague’s change is met, and all of it is listed', async ({
  page,
  server,
  watch,
}) => {
  watch.allow(/status of 412 .*\/api\/activities/);
  const { activity, idOf } = await givenEntry(server.origin);
  await openCustomer(page, server.origin, 'anna');
  const form = await edit(page);
  await expect(form.getByRole('textbox', { name: 'Betreff' })).toHaveValue(subject);
  await expect(form.getByRole('textbox', { name: 'Uhrzeit' })).toHaveValue('09:30');
  await pass(page, 'entry-form');
  await form
    .getByRole('textbox', { name: 'Was wurde besprochen?' })
    .fill('Fragt nach Konditionen ab Oktober.');
  await choose(page, form, 'Ansprechpartner', 'Sabine Tietz');

  const petra = await callAs(server.origin, 'petra');
  await petra(
    updateActivity,
    { id: activity.id, contactId: idOf('Martin Hollerbach') },
    { ifMatch: activity.version },
  );
  await page.getByRole('button', { name: 'Speichern' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Petra Lohmann hat inzwischen gespeichert' });
  await pass(page, 'entry-conflict');
  await expectOneLineButtons(page, dialog);
  await dialog.getByRole('radio', { name: 'Von Petra Lohmann: Martin Hollerbach' }).check();
  await dialog.getByRole('button', { name: 'So speichern' }).click();

  await expect(form).toHaveCount(0);
  await expect(entryOf(page)).toContainText('mit Martin Hollerbach');
  await expect(entryOf(page)).toContainText('Fragt nach Konditionen ab Oktober.');
  await edit(page);
  await page.getByRole('region', { name: 'Änderungen' }).getByRole('button', { name: 'Anzeigen' }).click();
  const changes = page.getByRole('list', { name: 'Änderungen' }).getByRole('listitem');
  await expect(changes).toHaveCount(3);
  await expect(changes.nth(0)).toContainText('Anna Brandl');
  await expect(changes.nth(0)).toContainText('Fragt nach Konditionen ab Oktober.');
  await expect(changes.nth(1)).toContainText('Petra Lohmann');
  await expect(changes.nth(1)).toContainText('Martin Hollerbach');
  await pass(page, 'entry-changes');
});

test('a file is added to an entry, another is refused with its reason, and one is removed again', async ({
  page,
  server,
  watch,
}) => {
  watch.allow(/status of 415 .*\/attachments\//);
  const { customerId, anna } = await givenEntry(server.origin);
  await openCustomer(page, server.origin, 'anna');
  await edit(page);
  const files = page.getByRole('region', { name: 'Anlagen' });
  await files.locator('input[type=file]').setInputFiles([
    { name: 'Konditionen.pdf', mimeType: 'application/pdf', buffer: pdf },
    { name: 'Rechnung.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\u0090\0\u0003\0') },
  ]);

  await expect(files.getByText('Die Datei ist ein Programm, auch wenn sie anders heißt.')).toBeVisible();
  await expect(files.getByRole('listitem').filter({ hasText: 'Konditionen.pdf' })).toBeVisible();
  await pass(page, 'entry-files');
  await files.getByRole('button', { name: 'Konditionen.pdf entfernen' }).click();
  const ask = page.getByRole('alertdialog', { name: 'Datei entfernen?' });
  await pass(page, 'entry-remove');
  await ask.getByRole('button', { name: 'Entfernen' }).click();
  await expect(files.getByText('Noch keine Datei.')).toBeVisible();

  await page.getByRole('region', { name: 'Änderungen' }).getByRole('button', { name: 'Anzeigen' }).click();
  const changes = page.getByRole('list', { name: 'Änderungen' });
  await expect(changes.getByText('Anlage entfernt: Konditionen.pdf')).toBeVisible();
  await expect(changes.getByText('Anlage hinzugefügt: Konditionen.pdf')).toBeVisible();
  const { items } = await anna(listActivities, { customerId, text: subject });
  expect(items[0]?.attachments).toEqual([]);
});

test('a manager puts a colleague’s entry with its people and leaves the words', async ({ page, server }) => {
  await givenEntry(server.origin);
  await openCustomer(page, server.origin, 'petra');
  const form = await edit(page);

  await expect(page.getByText('Was hier steht, hat Anna Brandl geschrieben.')).toBeVisible();
  await expect(form.getByRole('textbox')).toHaveCount(0);
  await pass(page, 'entry-manager');
  await choose(page, form, 'Ansprechpartner', 'Cem Aydın');
  await page.getByRole('button', { name: 'Speichern' }).click();

  await expect(form).toHaveCount(0);
  await expect(entryOf(page)).toContainText('mit Cem Aydın');
});

for (const width of [390, 1280]) {
  test(`at ${width} px editing an entry fits`, async ({ page, server }) => {
    await page.setViewportSize({ width, height: 844 });
    await givenEntry(server.origin);
    await openCustomer(page, server.origin, 'anna');
    if (width < 600) await page.getByRole('tab', { name: 'Verlauf' }).click();
    await expect(entryOf(page)).toBeVisible();
    await pass(page, `entry-timeline-${width}`);
    const form = await edit(page);
    await form.getByRole('textbox', { name: 'Betreff' }).fill('');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect(form.getByText('Bitte ausfüllen.')).toBeVisible();
    await pass(page, `entry-form-${width}`);
  });
}
