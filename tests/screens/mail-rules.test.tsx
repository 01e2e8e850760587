// @vitest-environment jsdom
// Mails that are not logged, and conversations whose replies are: what the pane says and offers beside a mail.
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { logActivity, undoActivity } from '#contract/activity.ts';
import { findCockpit } from '#contract/cockpit.ts';
import { buildFound } from '#contract/examples-cockpit.ts';
import { anna, buildMe, customerRef, exampleId } from '#contract/examples-people.ts';
import { buildActivity } from '#contract/examples-work.ts';
import { buildMail } from '#contract/examples.ts';
import { addNeverLog, listNeverLog, removeNeverLog, type NeverLogEntry } from '#contract/never-log.ts';
import { followThread, leaveThread, logReply, type ThreadOfMail } from '#contract/thread.ts';
import { getMe } from '#contract/user.ts';
import { PaneScreen } from '#addin/outlook/pane-screen.tsx';
import { createFakeHost } from '#tests/support/fake-host.ts';
import { drawScreen } from '#tests/support/render-screen.tsx';
import { createLogServer, lastLog } from './log-pane.tsx';

type Found = ReturnType<typeof buildFound>;
const neverLog = { reason: 'domain', evidence: 'hollerbach-metallbau.test', isOfCompany: false } as const;
const thread: ThreadOfMail = {
  id: exampleId(90),
  mode: 'offer',
  subject: 'Türschließer verlieren Öl',
  customer: customerRef,
  startedAt: '2026-09-01T08:00:00Z',
  isExcepted: false,
};
const logged: NonNullable<Found['logged']> = {
  activityId: exampleId(70),
  by: anna,
  at: '2026-09-03T12:02:00Z',
  customer: customerRef,
  canUndo: true,
  rule: null,
};
const { startedAt, id, mode, subject, customer } = thread;
const followed = { startedAt, id, mode, subject, customer };

function draw(found: Found, language: 'de' | 'en' = 'de', role: 'sales' | 'admin' = 'sales') {
  const server = createLogServer()
    .answers(findCockpit, found)
    .answers(getMe, buildMe({ role }))
    .answers(followThread, followed)
    .answers(leaveThread, { left: true })
    .answers(undoActivity, { undone: true })
    .answers(logReply, { activity: buildActivity(), created: true });
  const host = createFakeHost({ kind: 'mail', mail: buildMail({ conversationId: 'conversation-1' }) });
  const pane = <PaneScreen host={host} onSignIn={async () => undefined} mailLinkOf={() => null} />;
  return { ...drawScreen(server, pane, { language }), server };
}

describe('a mail that is not logged', () => {
  it('says so with the reason, and is logged as an exception with one press more', async () => {
    const { user, server } = draw(buildFound({ neverLog }));

    expect(await screen.findByText('Diese E-Mail wird nicht abgelegt')).toBeTruthy();
    expect(screen.getByText('hollerbach-metallbau.test steht auf Ihrer Liste')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Trotzdem ablegen' }));
    await screen.findByRole('form', { name: 'E-Mail ablegen' });
    await user.click(screen.getByRole('button', { name: 'Trotzdem ablegen' }));

    await screen.findByText('Gespeichert');
    expect(lastLog(server)?.input).toMatchObject({ exception: true });
  });

  it.each([
    ['private', 'Marked as private'],
    ['internal', 'Only colleagues take part'],
  ] as const)('because it is %s, in English', async (reason, sentence) => {
    draw(buildFound({ neverLog: { reason, evidence: '', isOfCompany: true } }), 'en');

    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Log anyway' })).toBeTruthy();
  });

  it('asks once when it came onto the list meanwhile', async () => {
    const { user, server } = draw(buildFound());
    server.answers(logActivity, (input) =>
      input.exception
        ? { activity: buildActivity(), created: true, followUpId: null }
        : { refuse: 'never_log', status: 409 },
    );

    await user.click(await screen.findByRole('button', { name: 'Ablegen' }));
    await screen.findByRole('form', { name: 'E-Mail ablegen' });
    await user.click(screen.getByRole('button', { name: 'Ablegen' }));
    await user.click(await screen.findByRole('button', { name: 'Trotzdem ablegen' }));

    expect(await screen.findByText('Gespeichert')).toBeTruthy();
  });
});

describe('the never-log list', () => {
  const entry: NeverLogEntry = {
    id: exampleId(91),
    kind: 'domain',
    value: 'kanzlei-kern.test',
    isOfCompany: false,
    by: anna,
    addedAt: '2026-09-01T08:00:00Z',
    canRemove: true,
  };
  const ofCompany = {
    ...entry,
    id: exampleId(92),
    value: 'betriebsrat.test',
    isOfCompany: true,
    canRemove: false,
  };

  async function openList(role: 'sales' | 'admin' = 'sales') {
    const drawn = draw(buildFound(), 'de', role);
    drawn.server
      .answers(listNeverLog, { items: [entry, ofCompany] })
      .answers(addNeverLog, entry)
      .answers(removeNeverLog, { removed: true });
    await drawn.user.click(await screen.findByRole('button', { name: 'Weitere Aktionen' }));
    await drawn.user.click(await screen.findByRole('menuitem', { name: 'Nie ablegen' }));
    await screen.findByRole('list', { name: 'Ihre Liste' });
    return drawn;
  }

  it('takes the people of this mail with one press', async () => {
    const { user, server } = await openList();

    await user.click(screen.getByRole('button', { name: 's.tietz@hollerbach-metallbau.test nie ablegen' }));
    await user.click(screen.getByRole('button', { name: 'hollerbach-metallbau.test nie ablegen' }));

    expect(server.lettersTo(addNeverLog).map((letter) => letter.input)).toEqual([
      { kind: 'address', value: 's.tietz@hollerbach-metallbau.test', forCompany: false },
      { kind: 'domain', value: 'hollerbach-metallbau.test', forCompany: false },
    ]);
  });

  it('shows the company’s entries without a way to remove them, one’s own with one', async () => {
    const { user, server } = await openList();

    const company = screen.getByRole('list', { name: 'Firmenliste' });
    expect(within(company).getByText('betriebsrat.test')).toBeTruthy();
    expect(within(company).queryByRole('button')).toBeNull();
    expect(screen.queryByRole('checkbox', { name: 'Für die ganze Firma' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'kanzlei-kern.test wieder zulassen' }));

    expect(server.lettersTo(removeNeverLog)[0]?.input).toEqual({ id: entry.id });
  });

  it('says at the field what the server refuses', async () => {
    const { user, server } = await openList();
    const fields = [{ path: 'value', problem: 'internal' }];
    server.answers(addNeverLog, { refuse: 'invalid_input', fields });

    await user.click(screen.getByRole('button', { name: 'Hinzufügen' }));
    expect(screen.getByText('Bitte eine Adresse oder Domain eintragen.')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'Adresse oder Domain' }), 'brenner-lohse.test');
    await user.click(screen.getByRole('button', { name: 'Hinzufügen' }));

    expect(await screen.findByText('Interne E-Mails werden ohnehin nie abgelegt.')).toBeTruthy();
  });

  it('lets an administrator add for everyone', async () => {
    const { user, server } = await openList('admin');

    await user.type(screen.getByRole('textbox', { name: 'Adresse oder Domain' }), 'kern@kanzlei.test');
    await user.click(screen.getByRole('checkbox', { name: 'Für die ganze Firma' }));
    await user.click(screen.getByRole('button', { name: 'Hinzufügen' }));

    expect(server.lettersTo(addNeverLog)[0]?.input).toEqual({
      kind: 'address',
      value: 'kern@kanzlei.test',
      forCompany: true,
    });
  });
});

describe('a conversation', () => {
  it('can be followed once a mail of it is logged', async () => {
    const { user, server } = draw(buildFound({ logged }));

    await user.click(await screen.findByRole('radio', { name: 'Von selbst' }));

    expect(server.lettersTo(followThread)[0]?.input).toEqual({
      activityId: logged.activityId,
      mode: 'automatic',
    });
  });

  it('that is followed says how, and is left with one press', async () => {
    const { user, server } = draw(buildFound({ logged, thread }));

    expect(await screen.findByText('Antworten bietet das Kundencockpit zum Ablegen an.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Beenden' }));

    expect(server.lettersTo(leaveThread)[0]?.input).toEqual({ id: thread.id });
  });

  it('offers a reply for logging with one press, and logs nothing before', async () => {
    const { user, server } = draw(buildFound({ thread }));

    const offer = await screen.findByRole('button', { name: 'Antwort ablegen' });
    expect(server.lettersTo(logReply)).toHaveLength(0);
    await user.click(offer);

    expect(server.lettersTo(logReply)[0]?.input).toMatchObject({ id: thread.id });
  });

  it('logs a reply by itself when that was chosen, once', async () => {
    const { server } = draw(buildFound({ thread: { ...thread, mode: 'automatic' } }));

    expect(await screen.findByText(/Wird bei Hollerbach Metallbau GmbH abgelegt/)).toBeTruthy();
    expect(server.lettersTo(logReply)).toHaveLength(1);
  });

  it('offers again what was taken back, instead of logging it by itself', async () => {
    const { server } = draw(buildFound({ thread: { ...thread, mode: 'automatic', isExcepted: true } }));

    expect(await screen.findByRole('button', { name: 'Antwort ablegen' })).toBeTruthy();
    expect(server.lettersTo(logReply)).toHaveLength(0);
  });

  it('neither offers nor logs what is on the never-log list', async () => {
    const { server } = draw(buildFound({ neverLog, thread: { ...thread, mode: 'automatic' } }));

    expect(await screen.findByText('Diese E-Mail wird nicht abgelegt')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Antwort ablegen' })).toBeNull();
    expect(server.lettersTo(logReply)).toHaveLength(0);
  });

  it('says what was logged by itself, and takes one mail back with one press', async () => {
    const { user, server } = draw(buildFound({ logged: { ...logged, rule: 'reply' }, thread }));

    expect(await screen.findByText(/Von selbst abgelegt, weil Sie dem Verlauf folgen/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Nicht ablegen' }));

    expect(await screen.findByText('Diese E-Mail ist nicht mehr abgelegt')).toBeTruthy();
    expect(server.lettersTo(undoActivity)[0]?.input).toEqual({ id: logged.activityId });
  });
});
