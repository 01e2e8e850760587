// @vitest-environment jsdom
// What can be done with one complaint.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import {
  getComplaint,
  moveComplaint,
  moveEscalation,
  type Complaint,
  type Escalation,
} from '#contract/complaint.ts';
import { getCauseOfComplaint } from '#contract/complaint-cause.ts';
import { listMeasures } from '#contract/complaint-measure.ts';
import { exampleId, jonas, petra } from '#contract/examples-people.ts';
import { buildComplaint } from '#contract/examples-work.ts';
import { ComplaintScreen } from '#screens/complaint/complaint-screen.tsx';
import type { Language } from '#screens/messages/use-messages.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';
import { escalation } from './escalation-sample.ts';

function drawComplaint(changes: Partial<Complaint> = {}, language: Language = 'de') {
  const events = [
    { at: '2026-09-03T11:20:00Z', by: jonas, kind: 'reported', text: '' },
    { at: '2026-09-03T11:25:00Z', by: jonas, kind: 'severity_changed', text: 'high' },
    { at: '2026-09-03T11:30:00Z', by: null, kind: 'something_new', text: '' },
  ];
  const server = createSignedInServer()
    .answers(getComplaint, { complaint: buildComplaint(changes), events })
    .answers(getCauseOfComplaint, { version: 1, cause: null, former: [] })
    .answers(listMeasures, { items: [], costCents: 0, goodwillLeftCents: 25_000, canAdd: true });
  const handleBack = vi.fn();
  const drawn = drawScreen(server, <ComplaintScreen complaintId={exampleId(40)} onBack={handleBack} />, {
    language,
  });
  return { ...drawn, server, handleBack };
}

describe('one complaint', () => {
  it('leads to its customer where that is another place', async () => {
    const server = createSignedInServer().answers(getComplaint, { complaint: buildComplaint(), events: [] });
    const onOpenCustomer = vi.fn();
    const { user } = drawScreen(
      server,
      <ComplaintScreen complaintId={exampleId(40)} onBack={vi.fn()} onOpenCustomer={onOpenCustomer} />,
    );

    await user.click(await screen.findByRole('button', { name: 'Hollerbach Metallbau GmbH' }));

    expect(onOpenCustomer).toHaveBeenCalledExactlyOnceWith(buildComplaint().customer.id);
  });

  it('says where it stands, what is due, and its story, newest first', async () => {
    drawComplaint();

    expect(await screen.findByText('4 Türschließer verlieren Öl')).toBeTruthy();
    expect(screen.getByText('noch 3 Std. Arbeitszeit')).toBeTruthy();
    const story = screen.getByRole('region', { name: 'Verlauf' });
    expect(
      within(story)
        .getAllByRole('listitem')
        .map((row) => row.textContent),
    ).toEqual([
      expect.stringMatching(/^GeändertAutomatisch/),
      expect.stringMatching(/^Schwere geändert: Hoch/),
      expect.stringMatching(/^Aufgenommen/),
    ]);
  });

  it('is moved on with the version that was read', async () => {
    const { user, server } = drawComplaint({ version: 4, state: 'in_progress', moves: ['answer', 'close'] });
    server.answers(moveComplaint, buildComplaint({ version: 5, state: 'answered' }));

    await user.click(await screen.findByRole('button', { name: 'Abschließen' }));
    const form = screen.getByRole('form', { name: 'Abschließen' });
    await user.click(within(form).getByRole('button', { name: 'Abschließen' }));
    expect(within(form).getByText('Bitte ausfüllen.')).toBeTruthy();
    await user.type(within(form).getByRole('textbox', { name: 'Wie wurde sie gelöst?' }), 'Ersatz geliefert');
    await user.click(within(form).getByRole('button', { name: 'Abschließen' }));

    await waitFor(() => expect(server.lettersTo(moveComplaint)).toHaveLength(1));
    expect(server.lettersTo(moveComplaint)[0]?.headers.get('if-match')).toBe('"4"');
    expect(server.lettersTo(moveComplaint)[0]?.input).toMatchObject({
      move: 'close',
      text: 'Ersatz geliefert',
    });
  });

  it('changed by somebody else: nothing is overwritten, and the new state is read', async () => {
    const { user, server } = drawComplaint({ moves: ['start'] });
    server.answers(moveComplaint, { refuse: 'stale_version', status: 412 });
    await user.click(await screen.findByRole('button', { name: 'Bearbeitung beginnen' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/Jemand anderes hat diesen Eintrag gespeichert/);
    server.answers(getComplaint, {
      complaint: buildComplaint({ version: 2, state: 'in_progress' }),
      events: [],
    });

    await user.click(within(alert).getByRole('button', { name: 'Neu laden' }));

    expect(await screen.findByText('In Bearbeitung')).toBeTruthy();
  });

  it('a decision with a credit is sent in cents, and once', async () => {
    const moves: Escalation['moves'] = ['take_over', 'decide'];
    const { user, server } = drawComplaint({ escalation: { ...escalation, moves } });
    server.answers(moveEscalation, { complaint: buildComplaint(), acted: true });
    expect(await screen.findByText('Am Zug: Petra Lohmann (Stufe 1 von 2)')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Anders entscheiden' }));
    await user.type(screen.getByRole('textbox', { name: 'Ihre Entscheidung' }), 'Gutschrift');
    await user.type(screen.getByRole('textbox', { name: 'Gutschrift in €' }), '240,50');
    await user.dblClick(screen.getByRole('button', { name: 'Anders entscheiden' }));

    await waitFor(() => expect(server.lettersTo(moveEscalation)).toHaveLength(1));
    expect(server.lettersTo(moveEscalation)[0]?.input).toMatchObject({
      move: 'decide',
      text: 'Gutschrift',
      goodwillCents: 24_050,
    });
  });

  it('more time is given with a reason, and the story says how much', async () => {
    const { user, server } = drawComplaint({ escalation: { ...escalation, moves: ['extend'] } });
    server.answers(moveEscalation, { complaint: buildComplaint(), acted: true });

    await user.click(await screen.findByRole('button', { name: 'Frist verlängern' }));
    const form = within(screen.getByRole('form', { name: 'Frist verlängern' }));
    await user.click(form.getByRole('button', { name: 'Frist verlängern' }));
    const sentWithout = server.lettersTo(moveEscalation).length;
    await user.click(form.getByRole('combobox', { name: 'Um wie viel Arbeitszeit?' }));
    await user.click(await screen.findByRole('option', { name: '16 Std.' }));
    await user.type(form.getByRole('textbox', { name: 'Begründung' }), 'Gutachter kommt');
    server.answers(getComplaint, {
      complaint: buildComplaint(),
      events: [
        { at: '2026-09-03T11:40:00Z', by: petra, kind: 'escalation_extended', text: '16\nGutachter kommt' },
        { at: '2026-09-03T11:50:00Z', by: null, kind: 'survey_answered', text: '4\nDanke' },
      ],
    });
    await user.click(form.getByRole('button', { name: 'Frist verlängern' }));

    await waitFor(() => expect(server.lettersTo(moveEscalation)).toHaveLength(1));
    expect(sentWithout).toBe(0);
    expect(server.lettersTo(moveEscalation)[0]?.input).toMatchObject({
      move: 'extend',
      extraHours: 16,
      text: 'Gutachter kommt',
    });
    expect(await screen.findByText('Frist verlängert: um 16 Std., Gutachter kommt')).toBeTruthy();
    expect(screen.getByText('Kunde hat geantwortet: 4 von 5, Danke')).toBeTruthy();
  });

  it('a closed complaint is not meant to come back, and comes back with a reason only', async () => {
    const over = { firstAnswer: null, resolution: null, closedAt: '2026-09-03T11:30:00Z' };
    const { user, server } = drawComplaint({ ...over, state: 'closed', moves: ['reopen'], reopenedCount: 2 });
    server.answers(moveComplaint, buildComplaint());

    expect(await screen.findByText('2-mal')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Fristen' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Wieder öffnen' }));
    const form = within(screen.getByRole('form', { name: 'Wieder öffnen' }));
    await user.click(form.getByRole('button', { name: 'Wieder öffnen' }));
    const sentWithout = server.lettersTo(moveComplaint).length;
    await user.type(form.getByRole('textbox', { name: 'Warum ist sie nicht erledigt?' }), 'Wieder undicht');
    await user.click(form.getByRole('button', { name: 'Wieder öffnen' }));

    await waitFor(() => expect(server.lettersTo(moveComplaint)).toHaveLength(1));
    expect(sentWithout).toBe(0);
    expect(server.lettersTo(moveComplaint)[0]?.input).toMatchObject({
      move: 'reopen',
      text: 'Wieder undicht',
    });
  });

  it('without rights or unknown: the same sentence, and the way back', async () => {
    const { user, server, handleBack } = drawComplaint();
    server.answers(getComplaint, { refuse: 'not_found', status: 404 });

    expect(await screen.findByText('Nicht gefunden')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Zurück' }));

    expect(handleBack).toHaveBeenCalledOnce();
  });

  it('speaks English', async () => {
    drawComplaint({}, 'en');

    expect(await screen.findByText('3 h of working time left')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/Frist|Verlauf|Schwere/);
  });

  it('waits for the customer with what is missing and a day', async () => {
    const { user, server } = drawComplaint({ moves: ['pause'] });
    server.answers(moveComplaint, buildComplaint());
    await user.click(await screen.findByRole('button', { name: 'Auf Kunden warten' }));
    const form = within(screen.getByRole('form', { name: 'Auf Kunden warten' }));
    await user.click(form.getByRole('button', { name: 'Auf Kunden warten' }));
    const refused = server.lettersTo(moveComplaint).length;
    await user.type(form.getByRole('textbox', { name: 'Was fehlt vom Kunden?' }), 'Fotos');
    await user.click(form.getByRole('radio', { name: /Nächste Woche/ }));
    await user.click(form.getByRole('button', { name: 'Auf Kunden warten' }));

    await waitFor(() => expect(server.lettersTo(moveComplaint)).toHaveLength(1));
    expect(refused).toBe(0);
    expect(server.lettersTo(moveComplaint)[0]?.input).toMatchObject({
      move: 'pause',
      text: 'Fotos',
      untilOn: '2026-09-10',
    });
  });

  it('says what it waits for, that the clock stands still, and what is near', async () => {
    const pause = { reason: 'Fotos', since: '2026-09-03T11:30:00Z', by: jonas, untilOn: '2026-09-10' };
    drawComplaint({ pause, pausedMinutes: 90, location: { id: exampleId(3), name: 'Hamburg' } });

    expect(
      await screen.findByText(
        /Es fehlt: Fotos\. Seit .* durch Jonas Weidner, geht spätestens am 10\.09\.2026 weiter/,
      ),
    ).toBeTruthy();
    expect(screen.getByText('ruht, noch 3 Std. Arbeitszeit')).toBeTruthy();
    expect(screen.getByText(/Arbeitszeit, in den Fristen enthalten/)).toBeTruthy();
    expect(screen.getByText('Hamburg')).toBeTruthy();
  });

  it('a deadline that is near says so', async () => {
    drawComplaint({ warning: 'first_answer' });

    expect(await screen.findByText('bald fällig, noch 3 Std. Arbeitszeit')).toBeTruthy();
  });
});
