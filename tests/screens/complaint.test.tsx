// @vitest-environment jsdom
// Taking a complaint from a mail, and what can be done with one.
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { findCockpit } from '#contract/cockpit.ts';
import { draftComplaint, getComplaint, reportComplaint } from '#contract/complaint.ts';
import { buildFound } from '#contract/examples-cockpit.ts';
import { exampleId, jonas } from '#contract/examples-people.ts';
import { buildComplaint, buildComplaintDraft } from '#contract/examples-work.ts';
import { buildMail } from '#contract/examples.ts';
import { PaneScreen } from '#addin/outlook/pane-screen.tsx';
import type { Language } from '#screens/messages/use-messages.ts';
import { createFakeHost } from '#tests/support/fake-host.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';
import { escalation } from './escalation-sample.ts';

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
