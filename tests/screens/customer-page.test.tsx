// @vitest-environment jsdom
// A customer's page: what it says, to whom, and what is recorded from it.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { listActivities, logActivity, undoActivity } from '#contract/activity.ts';
import { listAddresses } from '#contract/address.ts';
import { getRecordAttributes } from '#contract/attribute.ts';
import { listChoices } from '#contract/choice.ts';
import { getCockpit } from '#contract/cockpit.ts';
import { listContacts, updateCustomer } from '#contract/customer.ts';
import { getCustomerGroup } from '#contract/customer-moves.ts';
import { listDuplicateContacts } from '#contract/duplicate.ts';
import { buildInsights } from '#contract/examples-insight.ts';
import { buildCustomer, buildMe, customerRef, exampleId } from '#contract/examples-people.ts';
import { getCustomerInsights } from '#contract/insight.ts';
import { followMergedCustomer } from '#contract/merge.ts';
import { getMe } from '#contract/user.ts';
import { proposeVisitSlots } from '#contract/visit.ts';
import { CustomerPage } from '#screens/customer/customer-page.tsx';
import type { FakeServer } from '#tests/support/fake-server.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';
import { buildCall, buildHistory, buildWideCockpit } from './wide-samples.ts';

function drawCustomer(prepare: (server: FakeServer) => void = () => undefined) {
  const server = createSignedInServer()
    .answers(getCockpit, buildWideCockpit())
    .answers(listAddresses, { items: [], nextCursor: null, count: 0 })
    .answers(getRecordAttributes, {
      recordKind: 'customer',
      id: customerRef.id,
      version: 3,
      attributes: [],
      values: {},
    })
    .answers(getCustomerInsights, buildInsights())
    .answers(getCustomerGroup, { members: [], memberCount: 1, revenue12MonthsCents: 0 })
    .answers(listChoices, { items: [] })
    .answers(listDuplicateContacts, { items: [] })
    .answers(followMergedCustomer, { merged: null })
    .answers(listActivities, { items: buildHistory(), nextCursor: null });
  prepare(server);
  const opened = { customer: vi.fn(), complaint: vi.fn(), search: vi.fn(), back: vi.fn() };
  const drawn = drawScreen(
    server,
    <CustomerPage
      customerId={customerRef.id}
      onBack={opened.back}
      onSearch={opened.search}
      onOpenComplaint={opened.complaint}
      onOpenCustomer={opened.customer}
    />,
  );
  return { ...drawn, server, opened };
}

describe('a customer’s page', () => {
  test('answers who it is, what burns, and what was', async () => {
    drawCustomer();

    expect(await screen.findByRole('heading', { level: 1, name: customerRef.name })).toBeTruthy();
    expect(screen.getByText(/Kd\.-Nr\. 20417 · 71229 Leonberg · Gebiet Südwest/)).toBeTruthy();
    expect(screen.getByText('Erstantwort bis heute, 17:00')).toBeTruthy();
    expect(await screen.findByRole('heading', { name: 'Heute, Donnerstag, 03.09.2026' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Diese Woche' })).toBeTruthy();
    expect(screen.getByText('4 von 46 Kontakten')).toBeTruthy();
  });

  test('shows the four figures and the place in the portfolio, with where it stood before', async () => {
    drawCustomer();

    const figures = await screen.findByRole('region', { name: 'Kennzahlen' });
    expect(figures.textContent).toMatch(/128\.400\s€.*86\.300\s€.*14\.860\s€.*61\.550\s€/);
    const matrix = screen.getByRole('img', { name: /^Portfolio/ });
    expect(matrix.textContent).toContain('A2 · heute');
    expect(matrix.textContent).toContain('B1 · bis 2025');
    expect(matrix.getAttribute('aria-label')).toContain('C3: 102 Kunden');
  });

  test('a partner sees the people and the history, and no figure, rating or document', async () => {
    const seen = buildWideCockpit({
      customer: buildCustomer({ rating: null }),
      revenue: null,
      customerValueCents: null,
      ratingHistory: [],
      portfolio: [],
      quotes: [],
      orders: [],
      openItems: { totalCents: 0, overdueCents: 0, count: 0, termDays: null },
      warnings: [],
    });
    drawCustomer((server) =>
      server.answers(getCockpit, seen).answers(getMe, buildMe({ role: 'partner', permissions: [] })),
    );

    expect(await screen.findByText('Sabine Tietz')).toBeTruthy();
    expect(screen.queryByText('Umsatz in T€')).toBeNull();
    expect(screen.queryByRole('region', { name: 'Kennzahlen' })).toBeNull();
    expect(screen.queryByText(/Portfolio/)).toBeNull();
    expect(screen.queryByRole('tab', { name: /Angebote/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Kontakt erfassen' })).toBeNull();
  });

  test('a customer that is not shared says whom to ask and offers the search', async () => {
    const { user, opened } = drawCustomer((server) =>
      server.answers(getCockpit, { refuse: 'not_found', status: 404 }),
    );

    expect(await screen.findByText('Dieser Kunde ist nicht freigegeben')).toBeTruthy();
    expect(screen.getByText(/Fragen Sie Ihre Administration/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Anderen Kunden suchen' }));

    expect(opened.search).toHaveBeenCalled();
  });

  test('a visit is planned from the menu, for this customer', async () => {
    const { user } = drawCustomer((it) =>
      it
        .answers(proposeVisitSlots, { calendar: 'read', planned: [], slots: [] })
        .answers(listContacts, { items: [], nextCursor: null }),
    );

    await user.click(await screen.findByRole('button', { name: 'Weitere Aktionen' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Besuch planen' }));

    const form = await screen.findByRole('form', { name: 'Besuch planen' });
    expect(within(form).getByRole('group', { name: 'Andere Zeit' })).toBeTruthy();
    expect(screen.getByText(new RegExp(`^${customerRef.name}\\. Der Termin erscheint`))).toBeTruthy();
  });

  test('the warning of a complaint leads to it', async () => {
    const { user, opened } = drawCustomer();

    await user.click(await screen.findByRole('button', { name: 'Erstantwort bis heute, 17:00' }));

    expect(opened.complaint).toHaveBeenCalledWith(exampleId(40));
  });
});

describe('the history', () => {
  test('is filtered by kind and by words, and says so when nothing fits', async () => {
    const { user, server } = drawCustomer((it) =>
      it.answers(listActivities, ({ kind, text }) => ({
        items: kind === undefined && text === undefined ? [buildCall()] : [],
        nextCursor: null,
      })),
    );

    await user.click(await screen.findByRole('button', { name: 'Besuch' }));
    expect(await screen.findByText('Kein Kontakt passt zu dieser Auswahl')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Auswahl aufheben' }));
    expect(await screen.findByText('Liefertermin Kita Süd')).toBeTruthy();
    await user.type(screen.getByRole('searchbox', { name: /Verlauf durchsuchen/ }), 'Zarge');
    await screen.findByText('Kein Kontakt passt zu dieser Auswahl');

    const inputs = server.lettersTo(listActivities).map((letter) => letter.input);
    expect(inputs).toContainEqual({ customerId: customerRef.id, kind: 'visit', limit: 25 });
    expect(inputs).toContainEqual({ customerId: customerRef.id, text: 'Zarge', limit: 25 });
  });

  test('older contacts follow below, counted on, under the same head', async () => {
    const older = buildCall({ subject: 'Angebot besprochen', occurredAt: '2026-09-01T09:00:00.000Z' });
    const { user } = drawCustomer((server) =>
      server.answers(listActivities, ({ cursor }) =>
        cursor === undefined
          ? { items: [buildCall()], nextCursor: 'next' }
          : { items: [older], nextCursor: null },
      ),
    );

    await user.click(await screen.findByRole('button', { name: 'Ältere anzeigen' }));

    expect(await screen.findByText('Angebot besprochen')).toBeTruthy();
    expect(screen.getAllByRole('heading', { name: 'Diese Woche' })).toHaveLength(1);
    expect(screen.getByText('2 von 46 Kontakten')).toBeTruthy();
  });

  test('a long text is folded and can be read whole', async () => {
    const long = `${'Herr Hollerbach wünscht eine Wartung. '.repeat(12)}Ende.`;
    const { user } = drawCustomer((server) =>
      server.answers(listActivities, { items: [buildCall({ bodyText: long })], nextCursor: null }),
    );

    const more = await screen.findByRole('button', { name: 'Ganzen Text zeigen' });
    await user.click(more);

    expect(screen.getByRole('button', { name: 'Weniger zeigen' }).getAttribute('aria-expanded')).toBe('true');
  });

  test('what one logged oneself can be taken back', async () => {
    const mine = buildCall({ canUndo: true });
    const { user, server } = drawCustomer((it) =>
      it.answers(listActivities, { items: [mine], nextCursor: null }).answers(undoActivity, { undone: true }),
    );

    await user.click(await screen.findByRole('button', { name: `${mine.subject} rückgängig machen` }));

    expect(server.lettersTo(undoActivity).map((letter) => letter.input)).toEqual([{ id: mine.id }]);
    expect(await screen.findByText(`Rückgängig gemacht: ${mine.subject}`)).toBeTruthy();
  });
});

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
    const dialog = within(
      await screen.findByRole('alertdialog', { name: 'Jonas Weidner hat inzwischen gespeichert' }),
    );
    expect(dialog.getByText('Ort: Ulm')).toBeTruthy();
    expect(dialog.queryByText(/Mitbewerb/)).toBeNull();
    await user.click(dialog.getByRole('radio', { name: 'Meine Angabe: 50' }));
    server.answers(updateCustomer, { ...theirs, version: 5, employees: 50 });
    await user.click(dialog.getByRole('button', { name: 'So speichern' }));
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
