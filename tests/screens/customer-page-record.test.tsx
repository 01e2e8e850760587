// @vitest-environment jsdom
// Recording from a customer's page: a call by hand, facts corrected, a colleague who was quicker.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { logActivity } from '#contract/activity.ts';
import { updateCustomer } from '#contract/customer.ts';
import { buildCustomer, customerRef, exampleId } from '#contract/examples-people.ts';

import { findDialog } from '#tests/support/dialog.ts';
import { drawCustomer } from './draw-customer.tsx';

/** An open panel takes the rest of the page out of reach; closed, it gives it back. */
async function openForm(user: ReturnType<typeof drawCustomer>['user']) {
  const facts = within(await screen.findByRole('region', { name: 'Stammdaten' }));
  await user.click(await facts.findByRole('button', { name: 'Bearbeiten' }));
}

async function closePanel(user: ReturnType<typeof drawCustomer>['user']) {
  await user.click(screen.getByRole('button', { name: 'Abbrechen', hidden: true }));
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  await screen.findByRole('button', { name: 'Kontakt erfassen' });
}

describe('recording from the page', () => {
  test('a call by hand is sent with its time in Berlin, once per key', async () => {
    const { user, server } = drawCustomer((it) => it.answers(logActivity, { refuse: 'no_connection' }));

    await user.click(await screen.findByRole('button', { name: 'Kontakt erfassen' }));
    // the page behind takes the panel out of reach for a moment while it opens, which jsdom cannot settle
    await screen.findByRole('form', { name: 'Kontakt erfassen', hidden: true });
    await user.type(
      await screen.findByRole('textbox', { name: /Betreff/, hidden: true }),
      'Rückfrage Zargen',
    );
    const time = await screen.findByRole('textbox', { name: 'Uhrzeit', hidden: true });
    await user.clear(time);
    await user.type(time, '11:30');
    await user.click(screen.getByRole('button', { name: 'Erfassen', hidden: true }));
    await screen.findByText('Nicht erfasst');
    await user.click(screen.getByRole('button', { name: 'Erneut versuchen', hidden: true }));
    await screen.findByText('Nicht erfasst');

    const [first, second] = server.lettersTo(logActivity);
    expect(first?.input).toMatchObject({
      customerId: customerRef.id,
      touch: { kind: 'call', subject: 'Rückfrage Zargen', occurredAt: '2026-09-03T09:30:00.000Z' },
      followUp: null,
    });
    expect(first?.headers.get('idempotency-key')).toBeTruthy();
    expect(second?.headers.get('idempotency-key')).toBe(first?.headers.get('idempotency-key'));
  });

  test('a contact in the future or without a subject is not sent, and the field says why', async () => {
    const { user, server } = drawCustomer();

    await user.click(await screen.findByRole('button', { name: 'Kontakt erfassen' }));
    const form = within(await screen.findByRole('form', { name: 'Kontakt erfassen', hidden: true }));
    const time = form.getByRole('textbox', { name: 'Uhrzeit', hidden: true });
    await user.clear(time);
    await user.type(time, '23:59');
    await user.click(screen.getByRole('button', { name: 'Erfassen', hidden: true }));

    expect(form.getByText('Dieser Zeitpunkt liegt in der Zukunft.')).toBeTruthy();
    expect(form.getByText('Bitte ausfüllen.')).toBeTruthy();
    expect(server.lettersTo(logActivity)).toEqual([]);
    await closePanel(user);
  });

  test('when a colleague saved first, one chooses field by field, and nothing is overwritten until then', async () => {
    const theirs = buildCustomer({
      version: 4,
      employees: 52,
      city: 'Ulm',
      updatedBy: { id: exampleId(2), name: 'Jonas Weidner' },
    });
    const { user, server } = drawCustomer((it) =>
      it.answers(updateCustomer, { refuse: 'stale_version', status: 412, current: theirs }),
    );

    await openForm(user);
    const form = within(await screen.findByRole('form', { name: 'Stammdaten bearbeiten' }));
    const employees = form.getByRole('textbox', { name: 'Mitarbeitende' });
    await user.clear(employees);
    await user.type(employees, '50');
    const competitor = form.getByRole('textbox', { name: 'Mitbewerb' });
    await user.clear(competitor);
    await user.type(competitor, 'Nordbeschlag');
    await user.click(screen.getByRole('button', { name: 'Speichern' }));
    const dialog = await findDialog('Jonas Weidner hat inzwischen gespeichert');
    expect(dialog.getByText('Ort: Ulm')).toBeTruthy();
    expect(dialog.queryByText(/Mitbewerb/)).toBeNull();
    await user.click(dialog.getByLabelText('Meine Angabe: 50'));
    server.answers(updateCustomer, { ...theirs, version: 5, employees: 50 });
    await user.click(dialog.getByText('So speichern'));
    await screen.findByText('Gespeichert');

    const letters = server.lettersTo(updateCustomer);
    expect(letters.map((letter) => letter.headers.get('if-match'))).toEqual(['"1"', '"4"']);
    expect(letters[1]?.input).toEqual({ id: customerRef.id, employees: 50, competitor: 'Nordbeschlag' });
  });

  test('a company that would close a circle is refused with the reason at its field', async () => {
    const { user } = drawCustomer((it) =>
      it.answers(updateCustomer, {
        refuse: 'invalid_input',
        status: 400,
        fields: [{ path: 'parentId', problem: 'circular' }],
      }),
    );

    await openForm(user);
    // out of reach for a moment while the panel opens, as above
    const form = within(await screen.findByRole('form', { name: 'Stammdaten bearbeiten', hidden: true }));
    await user.type(await form.findByRole('textbox', { name: 'Firma', hidden: true }), ' AG');
    await user.click(await screen.findByRole('button', { name: 'Speichern', hidden: true }));

    expect(await form.findByText(/Das ergäbe einen Kreis/)).toBeTruthy();
    await closePanel(user);
  });
});
