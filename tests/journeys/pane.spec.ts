// In the pane of 320 px: a long contact read to its end, and the company's own attributes filled in.
import { logActivity } from '#contract/activity.ts';
import { search } from '#contract/search.ts';
import type { Outlook } from './support/outlook.ts';
import { callAs } from './support/call-as.ts';
import { pass } from './support/pass.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ timeout: 120_000 });

const subject = 'Langes Telefonat über die Rahmenbedingungen';
const end = 'Ende des Gesprächs um Punkt zwölf.';

async function openHollerbach(outlook: Outlook): Promise<void> {
  await outlook.openAs('anna');
  await outlook.choose('Türschließer verlieren Öl');
  await expect(outlook.person('Sabine Tietz')).toBeVisible();
  // axe would wait for ever in the frame of the mail's own HTML, which runs no scripts.
  await outlook.page.locator('iframe[srcdoc]').evaluateAll((frames) => frames.forEach((one) => one.remove()));
}

test('a long contact opened from the cockpit is shown to its end', async ({
  outlook,
  page,
  server,
  watch,
}) => {
  watch.allow(/^Blocked script execution in 'about:srcdoc'/); // axe looks into every frame
  const anna = await callAs(server.origin, 'anna');
  const { items } = await anna(search, { q: '20417' });
  await anna(
    logActivity,
    {
      customerId: items[0]?.customer.id ?? '',
      touch: {
        kind: 'call',
        direction: 'inbound',
        subject,
        bodyText: `${'Sie geht jeden Punkt einzeln durch. '.repeat(60)}${end}`,
        occurredAt: '2026-09-03T13:30:00+02:00',
      },
    },
    { idempotencyKey: crypto.randomUUID() },
  );
  await openHollerbach(outlook);
  await outlook.pane.getByRole('button', { name: new RegExp(subject) }).click();
  await expect(outlook.pane.getByRole('heading', { name: subject })).toBeVisible();
  await expect(outlook.says(end)).toBeVisible();
  await pass(page, 'pane-contact', ['aside iframe', 'body']);
});

test('attributes of the customer are filled in beside the mail, and are there afterwards', async ({
  outlook,
  page,
  watch,
}) => {
  watch.allow(/^Blocked script execution in 'about:srcdoc'/); // axe looks into every frame
  await openHollerbach(outlook);
  await outlook.press('Merkmale bearbeiten');
  const form = outlook.pane.getByRole('form', { name: 'Merkmale', exact: true });
  await form.getByRole('textbox', { name: 'Hallenfläche m²' }).fill('1480');
  await pass(page, 'pane-attributes', ['aside iframe', 'body']);
  await form.getByRole('button', { name: 'Speichern' }).click();

  const section = outlook.pane.getByRole('region', { name: 'Merkmale', exact: true });
  await expect(section.getByText('1.480', { exact: true })).toBeVisible();
  await openHollerbach(outlook);
  await expect(section.getByText('1.480', { exact: true })).toBeVisible();
});
