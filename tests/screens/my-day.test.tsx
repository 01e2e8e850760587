// @vitest-environment jsdom
// "Mein Tag": order, reasons, and what the buttons really do.
import { screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { getCustomer, listContacts } from '#contract/customer.ts';
import { getMyDay } from '#contract/day.ts';
import { buildContact, buildCustomer, customerRef } from '#contract/examples-people.ts';
import { buildFollowUp } from '#contract/examples-work.ts';
import { updateFollowUp } from '#contract/follow-up.ts';
import type { Language } from '#screens/messages/use-messages.ts';
import { MyDay } from '#screens/my-day/my-day.tsx';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';
import { buildMyDay } from './wide-samples.ts';

function drawMyDay(day = buildMyDay(), language: Language = 'de') {
  const server = createSignedInServer().answers(getMyDay, day);
  const opened = { customer: vi.fn(), complaint: vi.fn(), url: vi.fn(), visit: vi.fn(), visits: vi.fn() };
  const drawn = drawScreen(
    server,
    <MyDay
      onOpenCustomer={opened.customer}
      onOpenComplaint={opened.complaint}
      onOpenUrl={opened.url}
      onOpenVisit={opened.visit}
      onOpenVisits={opened.visits}
    />,
    { language },
  );
  return { ...drawn, server, opened };
}

describe('Mein Tag', () => {
  test('says how much there is and puts the tasks under Jetzt, Heute and Als Nächstes', async () => {
    drawMyDay();

    expect(await screen.findByText(/Donnerstag, 03\.09\.2026 · 6 Aufgaben, 2 davon jetzt/)).toBeTruthy();
    const now = screen.getByRole('region', { name: 'Jetzt 2' });
    expect(within(now).getByText('Erstantwort zur Reklamation senden')).toBeTruthy();
    expect(within(now).getByText('Frist läuft in 3 Std. Arbeitszeit ab, Kunde A2')).toBeTruthy();
    const next = screen.getByRole('region', { name: 'Als Nächstes 3' });
    expect(within(next).getByText('Wiedervorlage aus Anruf vom 01.09.')).toBeTruthy();
    expect(within(next).getByText('Sonst alle 5 Wochen ein Auftrag, jetzt 14 Wochen still')).toBeTruthy();
  });

  test('the relative word stands before the date', async () => {
    drawMyDay();

    const next = await screen.findByRole('region', { name: 'Als Nächstes 3' });
    const row = within(next).getAllByRole('listitem')[0];

    expect(row?.textContent).toMatch(/Morgen.*Fr\s04\.09\./);
  });

  test('"Antworten" opens the complaint, the customer’s name the customer', async () => {
    const day = buildMyDay();
    const first = day.now[0];
    const complaintId = first?.kind === 'complaint' ? first.complaint.id : '';
    const { user, opened } = drawMyDay(day);

    await user.click(await screen.findByRole('button', { name: 'Antworten' }));
    await user.click(screen.getAllByRole('button', { name: 'Hollerbach Metallbau GmbH' })[0] as HTMLElement);

    expect(opened.complaint).toHaveBeenCalledWith(complaintId);
    expect(opened.customer).toHaveBeenCalledWith(customerRef.id);
  });

  test('"Anrufen" offers every known number to dial', async () => {
    const { user, server } = drawMyDay();
    const contact = buildContact({ name: 'Uwe Pahlke', phones: ['+49 (0) 171 555 12 12'] });
    server.answers(getCustomer, buildCustomer({ phone: '07031 8800' }));
    server.answers(listContacts, { items: [contact], nextCursor: null });

    await user.click((await screen.findAllByRole('button', { name: 'Anrufen' }))[0] as HTMLElement);

    const person = await screen.findByRole('menuitem', { name: /Uwe Pahlke/ });
    expect(person.getAttribute('href')).toBe('tel:+491715551212');
    expect(screen.getByRole('menuitem', { name: /Zentrale/ }).getAttribute('href')).toBe('tel:070318800');
  });

  test('a follow-up can be done or moved from its menu, with the version it was read at', async () => {
    const followUp = buildFollowUp({ version: 4 });
    const task = {
      kind: 'follow_up',
      customer: customerRef,
      rating: null,
      followUp,
      source: null,
      dueAt: '2026-09-03T15:00:00Z',
    } as const;
    const { user, server } = drawMyDay(buildMyDay({ now: [task], next: [] }));
    server.answers(updateFollowUp, { ...followUp, version: 5 });

    const menus = await screen.findAllByRole('button', { name: `Weitere Aktionen: ${followUp.title}` });
    await user.click(menus[0] as HTMLElement);
    await user.click(await screen.findByRole('menuitem', { name: /Verschieben auf morgen/ }));

    const [letter] = server.lettersTo(updateFollowUp);
    expect(letter?.input).toEqual({ id: followUp.id, dueOn: '2026-09-04' });
    expect(letter?.headers.get('if-match')).toBe('"4"');
    expect(await screen.findByText(/Verschoben auf/)).toBeTruthy();
  });

  test('an empty day says where tasks come from', async () => {
    drawMyDay(buildMyDay({ now: [], today: [], next: [], completedToday: [] }));

    expect(await screen.findByText('Heute ist nichts offen')).toBeTruthy();
    expect(screen.getByText(/keine Aufgabe/)).toBeTruthy();
  });

  test('what was done today is folded away and can be looked at', async () => {
    const { user } = drawMyDay();

    const fold = await screen.findByRole('button', { name: 'Heute erledigt (1)' });
    const done = screen.getByText('Muster an Aichele senden');
    expect(done.closest('[hidden]')).not.toBeNull();
    await user.click(fold);

    expect(fold.getAttribute('aria-expanded')).toBe('true');
    expect(done.closest('[hidden]')).toBeNull();
  });

  test('failed and waiting transfers are told apart', async () => {
    drawMyDay(buildMyDay({ transfers: { pending: 0, waitingForSignIn: 2, failed: 1, nextAttemptAt: null } }));

    expect(await screen.findByText('2 warten auf Ihre Anmeldung')).toBeTruthy();
    expect(screen.getByText('1 nicht übertragen')).toBeTruthy();
  });

  test('a server that does not answer is explained with a reference, and asked again on demand', async () => {
    const { user, server } = drawMyDay();
    server.answers(getMyDay, { refuse: 'no_connection' });

    expect(await screen.findByText(/Der Server hat nicht geantwortet.*Referenz [0-9A-F-]+/)).toBeTruthy();
    server.answers(getMyDay, buildMyDay());
    await user.click(screen.getByRole('button', { name: 'Erneut versuchen' }));

    expect(await screen.findByText('Erstantwort zur Reklamation senden')).toBeTruthy();
  });

  test('speaks English without a German word', async () => {
    drawMyDay(buildMyDay(), 'en');

    expect(await screen.findByText(/6 tasks, 2 of them now/)).toBeTruthy();
    expect(screen.getByText('Deadline in 3 h of working time, A2 customer')).toBeTruthy();
    expect(screen.getByText('€6,240 overdue for 18 days')).toBeTruthy();
  });
});
