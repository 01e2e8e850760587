// Complaints as people work on them: the clock stands still while one waits for the customer, by a calendar that the
// administration keeps.
import { openPlace } from './support/open-place.ts';
import { passAtWidths } from './support/pass-at-widths.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ timeout: 120_000 });

test('a complaint waits for the customer with a reason, and goes on', async ({ page, server }) => {
  await openPlace(page, server.origin, 'jonas', '#/complaints');
  await page.getByRole('button', { name: /Brandschutztür mit Transportschaden/ }).click();
  await expect(page.getByRole('heading', { name: 'Brandschutztür mit Transportschaden' })).toBeVisible();
  await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
  await page.getByRole('menuitem', { name: 'Auf Kunden warten' }).click();
  const form = page.getByRole('form', { name: 'Auf Kunden warten' });
  await form.getByRole('button', { name: 'Auf Kunden warten' }).click();
  await expect(form.getByRole('textbox', { name: 'Was fehlt vom Kunden?' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await passAtWidths(page, 'pause-form');
  await form.getByRole('textbox', { name: 'Was fehlt vom Kunden?' }).fill('Fotos der Zarge');
  await form.getByRole('radio', { name: /Nächste Woche/ }).click();
  await form.getByRole('button', { name: 'Auf Kunden warten' }).click();

  await expect(page.getByText('Es fehlt: Fotos der Zarge.')).toBeVisible();
  await expect(page.getByText(/ruht, noch .* Arbeitszeit/).first()).toBeVisible();
  await passAtWidths(page, 'paused');

  await page.getByRole('button', { name: 'Weiterbearbeiten' }).click();
  await expect(page.getByText('Es fehlt: Fotos der Zarge.')).toHaveCount(0);
  await expect(page.getByText('Frist läuft weiter')).toBeVisible();
});

test('goodwill above the limit is granted by a second person', async ({ page, server }) => {
  const title = 'Brandschutztür mit Transportschaden';
  await openPlace(page, server.origin, 'jonas', '#/complaints');
  await page.getByRole('button', { name: new RegExp(title) }).click();
  await page.getByRole('button', { name: 'Maßnahme hinzufügen' }).click();
  const form = page.getByRole('form', { name: 'Maßnahme hinzufügen' });
  await form.getByRole('combobox', { name: 'Maßnahme' }).click();
  await page.getByRole('option', { name: 'Kulanz' }).click();
  await form.getByRole('textbox', { name: 'Kosten in €' }).fill('480');
  await expect(form.getByText('Eine zweite Person muss zustimmen.')).toBeVisible();
  await passAtWidths(page, 'measure-form');
  await form.getByRole('button', { name: 'Kulanz beantragen' }).click();
  await expect(page.getByText(/beantragt von Jonas Weidner, wartet auf Petra Lohmann/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Genehmigen' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Interne Notiz' }).click();
  const note = page.getByRole('form', { name: 'Interne Notiz' });
  await note.getByRole('textbox', { name: 'Notiz, nur im Haus sichtbar' }).fill('Kunde ist verärgert');
  await note.getByRole('button', { name: 'Interne Notiz' }).click();
  await expect(page.getByText('Interne Notiz: Kunde ist verärgert')).toBeVisible();

  await openPlace(page, server.origin, 'petra', '#/my-day');
  await page.getByRole('button', { name: 'Entscheiden', description: /Kulanz von 480/ }).click();
  await page.getByRole('button', { name: 'Genehmigen' }).click();
  await expect(page.getByText('genehmigt von Petra Lohmann')).toBeVisible();
  await passAtWidths(page, 'measures');
});

test('the administration keeps hours, locations and days off', async ({ page, server, watch }) => {
  watch.allow(/status of 400 .*\/api\/working-time/);
  await openPlace(page, server.origin, 'miriam', '#/settings/working-time');
  await expect(page.getByRole('button', { name: /^Niederlassung Hamburg/ })).toContainText(
    'Mo–Do 07:30–16:30, Fr 07:30–14:00',
  );
  await expect(page.getByRole('list', { name: /^Feiertage/ })).toContainText('Fronleichnam');
  await passAtWidths(page, 'working-time');

  await page.getByRole('button', { name: 'Freie Tage eintragen' }).click();
  const form = page.getByRole('form', { name: 'Freie Tage eintragen' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Betriebsausflug');
  await form.getByRole('textbox', { name: 'Erster freier Tag' }).fill('18.9.2026');
  await passAtWidths(page, 'holiday-form');
  await page.getByRole('button', { name: 'Speichern' }).click();
  const holidays = page.getByRole('list', { name: 'Betriebsferien und freie Tage' });
  await expect(holidays.getByRole('button', { name: /Betriebsausflug/ })).toContainText('18.09.2026');
  await expect(page.getByRole('list', { name: 'Feiertage 2026' })).toContainText('Betriebsausflug');

  await page.getByRole('button', { name: /^Unternehmen/ }).click();
  const hours = page.getByRole('form', { name: 'Arbeitszeit des Unternehmens' });
  await hours.getByLabel('Freitag bis').fill('7');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(hours.getByText('Das Ende liegt vor dem Anfang.')).toBeVisible();
  await passAtWidths(page, 'hours-form');
  await hours.getByLabel('Freitag bis').fill('14:00');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('button', { name: /^Unternehmen/ })).toContainText('Fr 08:00–14:00');
});

test('the administration sets how much goodwill each role may grant', async ({ page, server }) => {
  await openPlace(page, server.origin, 'miriam', '#/settings/goodwill');
  const form = page.getByRole('form', { name: 'Kulanz' });
  await expect(form.getByRole('textbox', { name: 'Vertrieb, in €' })).toHaveValue('250');
  await form.getByRole('textbox', { name: 'Vertrieb, in €' }).fill('600');
  await form.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Gespeichert').first()).toBeVisible();
  await passAtWidths(page, 'goodwill');
});

test.describe('in English', () => {
  test.use({ locale: 'en-GB' });

  test('working time says the same', async ({ page, server }) => {
    await openPlace(page, server.origin, 'miriam', '#/settings/working-time');
    await expect(page.getByRole('button', { name: /^Niederlassung Hamburg/ })).toContainText(
      'Mon–Thu 07:30–16:30',
    );
    await expect(page.getByRole('list', { name: 'Holidays 2026' })).toContainText('Corpus Christi');
    await passAtWidths(page, 'working-time-en');
  });
});
