// @vitest-environment jsdom
// A follow-up in two clicks, and one follow-up's own screen.
import { screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { buildMe, customerRef } from '#contract/examples-people.ts';
import { buildFollowUp } from '#contract/examples-work.ts';
import { buildMail } from '#contract/examples.ts';
import { createFollowUp, getFollowUp, updateFollowUp } from '#contract/follow-up.ts';
import { getMe } from '#contract/user.ts';
import { FollowUpScreen } from '#screens/follow-up/follow-up-screen.tsx';
import { NewFollowUp } from '#screens/follow-up/new-follow-up.tsx';
import type { Language } from '#screens/messages/use-messages.ts';
import { useMe } from '#screens/use-me.ts';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

/** As in the pane, the form stands only once it is known who is signed in. */
function WhenSignedIn({ children }: { children: ReactNode }) {
  return useMe().reply ? children : null;
}

function drawForm(
  language: Language = 'de',
  now = '2026-09-03T11:58:00Z',
  subject = 'AW: Re: Angebot Kita Süd',
) {
  const server = createSignedInServer()
    .answers(getMe, buildMe({ now }))
    .answers(createFollowUp, buildFollowUp());
  const handlers = { onBack: vi.fn(), onCreated: vi.fn() };
  const mail = buildMail({ subject });
  const form = (
    <NewFollowUp customer={customerRef} mail={mail} mailLink="https://mail.test/1" {...handlers} />
  );
  return { ...drawScreen(server, <WhenSignedIn>{form}</WhenSignedIn>, { language }), server, ...handlers };
}

describe('a new follow-up', () => {
  it.each([
    ['AW: Türschließer verlieren Öl, Auftrag AU-26-0907', 'Türschließer verlieren Öl nachfassen'],
    ['Fotos zu den Türschließern (RK-26-0318)', 'Fotos zu den Türschließern nachfassen'],
    ['AU-26-0907', 'AU-26-0907 nachfassen'],
  ])('does not repeat at the end which document “%s” is about', async (subject, title) => {
    drawForm('de', '2026-09-03T11:58:00Z', subject);

    expect(await screen.findByRole('textbox', { name: /Was ist zu tun/ })).toHaveProperty('value', title);
  });

  it('takes a day and a press: the title is suggested from the subject, the mail is linked', async () => {
    const { user, server, onCreated } = drawForm();

    await user.click(await screen.findByRole('radio', { name: /^In 3 Tagen/ }));
    await user.click(screen.getByRole('button', { name: 'Anlegen' }));

    await waitFor(() => expect(onCreated).toHaveBeenCalledOnce());
    expect(server.lettersTo(createFollowUp)[0]?.input).toMatchObject({
      customerId: customerRef.id,
      title: 'Angebot Kita Süd nachfassen',
      dueOn: '2026-09-07',
      mailLink: 'https://mail.test/1',
    });
  });

  it('names the next working day on a Friday instead of calling it tomorrow', async () => {
    drawForm('de', '2026-09-04T11:58:00Z');

    expect(await screen.findByRole('radio', { name: /Montag.*07\.09\./ })).toBeTruthy();
    expect(screen.queryByRole('radio', { name: /Morgen/ })).toBeNull();
  });

  it('a date can be chosen from the calendar, in words and weeks of the reader', async () => {
    const { user, server } = drawForm();

    await user.click(await screen.findByRole('radio', { name: 'Datum wählen' }));
    await user.click(await screen.findByRole('button', { name: '18, September, 2026' }, { timeout: 8000 }));
    await user.click(await screen.findByRole('button', { name: 'Anlegen' }));

    await waitFor(() => expect(server.lettersTo(createFollowUp)).toHaveLength(1));
    expect(server.lettersTo(createFollowUp)[0]?.input).toMatchObject({ dueOn: '2026-09-18' });
  });

  it('says what is missing', async () => {
    const { user, server } = drawForm();

    await user.click(await screen.findByRole('button', { name: 'Anlegen' }));

    expect(screen.getByText('Bitte wählen Sie einen Tag.')).toBeTruthy();
    expect(server.lettersTo(createFollowUp)).toEqual([]);
  });

  it('speaks English', async () => {
    drawForm('en');

    expect(await screen.findByRole('radio', { name: /^Tomorrow/ })).toBeTruthy();
    expect(screen.getByText('Appears in your To Do, linked to Hollerbach Metallbau GmbH.')).toBeTruthy();
  });
});

describe('one follow-up', () => {
  it('is moved with the version that was read', async () => {
    const server = createSignedInServer()
      .answers(getFollowUp, buildFollowUp({ version: 3 }))
      .answers(updateFollowUp, buildFollowUp({ version: 4, dueOn: '2026-09-10' }));
    const { user } = drawScreen(
      server,
      <WhenSignedIn>
        <FollowUpScreen followUpId={buildFollowUp().id} onBack={() => undefined} />
      </WhenSignedIn>,
    );

    await user.click(await screen.findByRole('radio', { name: 'Nächste Woche' }));
    await user.click(screen.getByRole('button', { name: 'Speichern' }));

    await waitFor(() => expect(server.lettersTo(updateFollowUp)).toHaveLength(1));
    expect(server.lettersTo(updateFollowUp)[0]?.headers.get('if-match')).toBe('"3"');
    expect(server.lettersTo(updateFollowUp)[0]?.input).toMatchObject({ dueOn: '2026-09-10' });
  });

  it('waits for its owner’s sign-in and says so', async () => {
    const toDo = { state: 'waiting_for_sign_in' as const, problem: null, nextAttemptAt: null };
    const server = createSignedInServer().answers(getFollowUp, buildFollowUp({ toDo }));
    drawScreen(server, <FollowUpScreen followUpId={buildFollowUp().id} onBack={() => undefined} />);

    expect(await screen.findByText('Wartet auf Ihre Anmeldung')).toBeTruthy();
  });

  it('a done one can be opened again', async () => {
    const server = createSignedInServer()
      .answers(getFollowUp, buildFollowUp({ completedAt: '2026-09-03T11:00:00Z' }))
      .answers(updateFollowUp, buildFollowUp({ version: 2 }));
    const { user } = drawScreen(
      server,
      <FollowUpScreen followUpId={buildFollowUp().id} onBack={() => undefined} />,
    );

    await user.click(await screen.findByRole('button', { name: 'Wieder öffnen' }));

    await waitFor(() =>
      expect(server.lettersTo(updateFollowUp)[0]?.input).toMatchObject({ completed: false }),
    );
  });
});
