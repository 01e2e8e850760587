// @vitest-environment jsdom
// A customer's page: what it says, to whom, and what is recorded from it.
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { listActivities, undoActivity } from '#contract/activity.ts';
import { getCockpit } from '#contract/cockpit.ts';
import { listContacts } from '#contract/customer.ts';
import { buildCustomer, buildMe, customerRef, exampleId } from '#contract/examples-people.ts';
import { getMe } from '#contract/user.ts';
import { proposeVisitSlots } from '#contract/visit.ts';
import { buildCall, buildWideCockpit } from './wide-samples.ts';
import { drawCustomer } from './draw-customer.tsx';

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
      server
        .answers(getCockpit, seen)
        .answers(getMe, buildMe({ role: 'partner', permissions: [] }))
        .answers(listActivities, { items: [], nextCursor: null }),
    );

    expect(await screen.findByText('Sabine Tietz')).toBeTruthy();
    // What is advised may be done.
    expect(await screen.findByText(/für Partner freigegeben/)).toBeTruthy();
    expect(screen.queryByText(/Erfassen Sie/)).toBeNull();
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
