// @vitest-environment jsdom
// Taking a complaint from a mail, and what can be done with one.
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { findCockpit } from '#contract/cockpit.ts';
import {
  draftComplaint,
  getComplaint,
  moveComplaint,
  moveEscalation,
  reportComplaint,
  type Complaint,
  type Escalation,
} from '#contract/complaint.ts';
import { buildFound } from '#contract/examples-cockpit.ts';
import { exampleId, jonas, petra } from '#contract/examples-people.ts';
import { buildComplaint, buildComplaintDraft } from '#contract/examples-work.ts';
import { buildMail } from '#contract/examples.ts';
import { PaneScreen } from '#addin/outlook/pane-screen.tsx';
import { ComplaintScreen } from '#screens/complaint/complaint-screen.tsx';
import type { Language } from '#screens/messages/use-messages.ts';
import { createFakeHost } from '#tests/support/fake-host.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

const escalation: Escalation = {
  id: exampleId(45),
  level: 1,
  levels: 2,
  state: 'open',
  reason: 'severity_and_class',
  raisedAt: '2026-09-03T11:20:00Z',
  raisedBy: jonas,
  turn: petra,
  turnTitle: 'Vertriebsleitung',
  deputy: null,
  deputyAt: null,
  proposal: 'Ersatz liefern',
  proposedGoodwillCents: 24_000,
  decision: null,
  question: null,
  card: 'pending',
  moves: [],
};
const created = () => buildComplaint({ number: 'RK-26-0319', escalation, activityId: exampleId(70) });

function createComplaintServer() {
  return createSignedInServer()
    .answers(findCockpit, buildFound())
    .answers(draftComplaint, buildComplaintDraft())
    .answers(reportComplaint, () => ({ complaint: created(), activityId: exampleId(70) }));
}

async function openIntake(server = createComplaintServer(), language: Language = 'de') {
  const host = createFakeHost({ kind: 'mail', mail: buildMail() });
  const pane = <PaneScreen host={host} onSignIn={async () => undefined} mailLinkOf={() => null} />;
  const drawn = drawScreen(server, pane, { language });
  const [button, form] =
    language === 'de' ? ['Reklamation', 'Reklamation aufnehmen'] : ['Complaint', 'Record complaint'];
  await drawn.user.click(await screen.findByRole('button', { name: button }));
  await screen.findByRole('form', { name: form });
  return { ...drawn, server, host };
}
const submit = () => screen.getByRole('button', { name: 'Reklamation anlegen' });

describe('taking a complaint', () => {
  it('is filled from the mail, and every guess names its words', async () => {
    await openIntake();

    expect(screen.getByRole('textbox', { name: 'Worum geht es?' })).toHaveProperty(
      'value',
      '4 Türschließer verlieren Öl',
    );
    expect(screen.getByText('Erkannt an „verlieren Öl“ und „defekt“')).toBeTruthy();
    expect(screen.getByText('Erkannt an „vor Montag Ersatz“')).toBeTruthy();
    expect(screen.getByText('12.08.2026, 4 × Türschließer TS 93, 1.912 €')).toBeTruthy();
  });

  it('the deadline follows the severity at once, also by arrow key, and so does who is told', async () => {
    const { user, server } = await openIntake();
    const form = within(screen.getByRole('form', { name: 'Reklamation aufnehmen' }));
    expect(form.getByText('Erstantwort bis heute, 17:00')).toBeTruthy();
    expect(
      form.getByText(/Kunde A2, Schwere hoch: 4 Std\. Arbeitszeit .* Petra Lohmann erhält/),
    ).toBeTruthy();
    act(() => screen.getByRole('radio', { name: 'Hoch' }).focus());

    await user.keyboard('{ArrowLeft}');

    expect(form.getByText('Erstantwort bis morgen, 12:00')).toBeTruthy();
    expect(form.queryByText(/Petra Lohmann erhält/)).toBeNull();
    expect(server.lettersTo(draftComplaint)).toHaveLength(1);
  });

  it('is sent once with its mail, and then says number and next steps', async () => {
    const { user, server } = await openIntake();

    await user.dblClick(submit());

    expect(await screen.findByText('Reklamation RK-26-0319 angelegt')).toBeTruthy();
    expect(screen.getByText('Jonas Weidner antwortet')).toBeTruthy();
    expect(screen.getByText('Karte wird nach Teams gesendet')).toBeTruthy();
    const letters = server.lettersTo(reportComplaint);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.input).toMatchObject({
      category: 'product_defect',
      severity: 'high',
      orderId: exampleId(60),
      ownerId: jonas.id,
      mail: { messageId: buildMail().messageId },
    });
  });

  it('confirms receipt as a reply draft in the customer’s language, and nothing of it is markup', async () => {
    const server = createComplaintServer().answers(reportComplaint, () => ({
      complaint: { ...created(), title: 'Öl <b>& mehr' },
      activityId: null,
    }));
    const { user, host } = await openIntake(server, 'en');

    await user.click(screen.getByRole('button', { name: 'Create complaint' }));

    expect(await screen.findByText('Reply draft opened')).toBeTruthy();
    expect(host.replies).toHaveLength(1);
    expect(host.replies[0]).toMatch(/Guten Tag Sabine Tietz,.*RK-26-0319.*bis 03\.09\.2026, 17:00/);
    expect(host.replies[0]).toContain('Öl &lt;b&gt;&amp; mehr');
  });

  it('opens no draft when that was not wanted', async () => {
    const { user, host } = await openIntake();

    await user.click(screen.getByRole('checkbox', { name: 'Eingang bestätigen' }));
    await user.click(submit());

    await screen.findByText('Reklamation RK-26-0319 angelegt');
    expect(host.replies).toEqual([]);
  });

  it('an empty title is pointed out and nothing is sent', async () => {
    const { user, server } = await openIntake();

    await user.clear(screen.getByRole('textbox', { name: 'Worum geht es?' }));
    await user.click(submit());

    expect(screen.getByText('Bitte ausfüllen.')).toBeTruthy();
    expect(server.lettersTo(reportComplaint)).toEqual([]);
  });

  it('a lost answer keeps the form and its key, so that a retry records one complaint', async () => {
    const server = createComplaintServer().answers(reportComplaint, { refuse: 'no_connection' });
    const { user } = await openIntake(server);
    await user.click(submit());
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/Nicht angelegt/);
    server.answers(reportComplaint, () => ({ complaint: created(), activityId: null }));

    await user.click(within(alert).getByRole('button', { name: 'Erneut versuchen' }));

    await screen.findByText('Reklamation RK-26-0319 angelegt');
    const keys = server.lettersTo(reportComplaint).map((letter) => letter.headers.get('idempotency-key'));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toBeTruthy();
  });

  it('shows what is open already, so that nothing is recorded twice', async () => {
    const openComplaints = [{ id: exampleId(40), number: 'RK-26-0318', title: 'Griff locker' }];
    const server = createComplaintServer()
      .answers(draftComplaint, buildComplaintDraft({ openComplaints }))
      .answers(getComplaint, { complaint: buildComplaint(), events: [] });
    const { user } = await openIntake(server);

    await user.click(screen.getByRole('button', { name: /Griff locker/ }));

    expect(await screen.findByRole('heading', { name: 'RK-26-0318' })).toBeTruthy();
  });
});

function drawComplaint(changes: Partial<Complaint> = {}, language: Language = 'de') {
  const events = [
    { at: '2026-09-03T11:20:00Z', by: jonas, kind: 'reported', text: '' },
    { at: '2026-09-03T11:25:00Z', by: jonas, kind: 'severity_changed', text: 'high' },
    { at: '2026-09-03T11:30:00Z', by: null, kind: 'something_new', text: '' },
  ];
  const server = createSignedInServer().answers(getComplaint, { complaint: buildComplaint(changes), events });
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
