// @vitest-environment jsdom
// Logging on send as its writer sees it: off and explained at first, one click for this mail, and what became of each.
import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Language } from '#screens/messages/use-messages.ts';
import { getMailSettings, listSentMails, setMailSettings, type SentMail } from '#contract/sent-mail.ts';
import { LogOnSendPart } from '#screens/mail/log-on-send-part.tsx';
import { LogOnSendSettings } from '#screens/mail/log-on-send-settings.tsx';
import { createSignedInServer, drawScreen } from '#tests/support/render-screen.tsx';

/** A server that keeps the choice. */
function serverWith(logOnSend: boolean, items: SentMail[] = []) {
  let isOn = logOnSend;
  const settings = () => ({ logOnSend: isOn, readsMailboxes: false });
  return createSignedInServer()
    .answers(getMailSettings, settings)
    .answers(setMailSettings, (input) => {
      isOn = input.logOnSend;
      return settings();
    })
    .answers(listSentMails, { items });
}

function drawPart(
  logOnSend: boolean,
  {
    isExcepted = false,
    isNeverLogged = false,
  }: { isExcepted?: boolean | null; isNeverLogged?: boolean } = {},
  language: Language = 'de',
) {
  const onExcept = vi.fn<(isExcepted: boolean) => void>();
  const onTurnedOn = vi.fn<() => void>();
  const part = (
    <LogOnSendPart
      customerName="Hollerbach Metallbau GmbH"
      {...{ isNeverLogged, isExcepted, onExcept, onTurnedOn }}
    />
  );
  const { user } = drawScreen(serverWith(logOnSend), part, { language });
  return { user, onExcept, onTurnedOn };
}

const button = (name: string) => screen.findByRole('button', { name });

describe('a mail being written', () => {
  it('says that it will be logged and where, with one click out of it', async () => {
    const { user, onExcept } = drawPart(true);

    await user.click(await button('Dieses Mal nicht ablegen'));

    expect(screen.getByText('Wird beim Senden bei Hollerbach Metallbau GmbH abgelegt.')).toBeTruthy();
    expect(onExcept).toHaveBeenCalledWith(true);
  });

  it('says when it is excepted, and can be logged after all', async () => {
    const { user, onExcept } = drawPart(true, { isExcepted: true });

    await user.click(await button('Doch ablegen'));

    expect(screen.getByText('Wird dieses Mal nicht abgelegt.')).toBeTruthy();
    expect(onExcept).toHaveBeenCalledWith(false);
  });

  it('offers no exception where Outlook cannot keep one', async () => {
    drawPart(true, { isExcepted: null });

    expect(await screen.findByText(/^Wird beim Senden/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('offers to turn it on while it is off', async () => {
    const { user, onTurnedOn } = drawPart(false, {}, 'en');

    await user.click(await button('Log when sending'));

    expect(
      await screen.findByText('Will be logged at Hollerbach Metallbau GmbH when it is sent.'),
    ).toBeTruthy();
    expect(onTurnedOn).toHaveBeenCalledOnce();
  });

  it('says that the never-log list keeps it out', async () => {
    drawPart(true, { isNeverLogged: true });

    expect(await screen.findByText(/Es gilt „Nie ablegen“/)).toBeTruthy();
  });
});

describe('the setting', () => {
  const mail = (changes: Partial<SentMail>): SentMail => ({
    id: '0198f0a0-0000-4000-8000-000000000001',
    subject: 'Angebot AN-26-1182',
    recipients: ['s.tietz@hollerbach-metallbau.test'],
    sentAt: '2026-09-03T11:58:00.000Z',
    state: 'logged',
    reason: null,
    activityId: null,
    ...changes,
  });

  it('is off at first, explained, and stays as it is put', async () => {
    const { user } = drawScreen(serverWith(false), <LogOnSendSettings />);
    const choice = await screen.findByRole('switch', { name: 'Gesendete E-Mails ablegen' });
    expect(choice).toHaveProperty('checked', false);
    expect(screen.getByText(/auch wenn dieser Bereich geschlossen ist/)).toBeTruthy();

    await user.click(choice);

    expect(await screen.findByText('Noch nichts gesendet, seit das eingeschaltet ist.')).toBeTruthy();
    expect(choice).toHaveProperty('checked', true);
  });

  it('shows what became of the mails sent last, and why', async () => {
    const other = { id: '0198f0a0-0000-4000-8000-000000000002', subject: '' };
    const items = [mail({}), mail({ ...other, state: 'not_logged', reason: 'several_customers' })];
    drawScreen(serverWith(true, items), <LogOnSendSettings />);

    const [first, second] = await screen.findAllByRole('listitem');

    expect(within(first ?? document.body).getByText(/13:58 · Abgelegt$/)).toBeTruthy();
    expect(second?.textContent).toMatch(/^Ohne Betreff.*Nicht abgelegt – mehrere Kunden kommen in Frage/);
  });
});
