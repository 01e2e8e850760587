// The bundle of the handlers of sending, run as classic Outlook on Windows does: no window, no document, no page.
import { beforeAll, describe, expect, it } from 'vitest';
import { address, buildEvents, hollerbach, openRuntime, overdue, type Around } from './send-runtime.ts';

let script = '';
beforeAll(async () => {
  script = await buildEvents();
});
const open = (around: Around = {}) => openRuntime(script, around);

const facts = '/api/mails/send-facts';

describe('the guard before sending', () => {
  it('asks once, with a way to send all the same', async () => {
    const outlook = open();

    const completion = await outlook.run('onKundencockpitSend');

    expect(completion).toMatchObject({ allowEvent: false, sendModeOverride: 'promptUser' });
    expect(completion?.errorMessage).toContain('RK-26-0318');
  });

  it.each(['onKundencockpitCompose', 'onKundencockpitRecipients', 'onKundencockpitAttachments'])(
    'judges by what %s fetched, without asking the server again',
    async (name) => {
      const outlook = open();
      expect(await outlook.run(name)).toBeUndefined();
      const before = outlook.requests.length;

      const completion = await outlook.run('onKundencockpitSend');

      expect(completion?.allowEvent).toBe(false);
      expect(outlook.requests).toHaveLength(before);
    },
  );

  it('asks the server when the recipients are others than it prepared for', async () => {
    const outlook = open({ recipients: [] });
    await outlook.run('onKundencockpitRecipients');
    outlook.change([address]);

    const completion = await outlook.run('onKundencockpitSend');

    expect(outlook.requests.filter((path) => path === facts)).toHaveLength(2);
    expect(completion?.allowEvent).toBe(false);
  });

  it('remembers without session data as long as it lives', async () => {
    const outlook = open({ hasSessionData: false });
    await outlook.run('onKundencockpitRecipients');

    expect((await outlook.run('onKundencockpitSend'))?.allowEvent).toBe(false);
    expect(outlook.requests.filter((path) => path === facts)).toHaveLength(1);
  });

  it('lets the mail go within two seconds when the server never answers', async () => {
    const outlook = open({ facts: null });
    const before = performance.now();

    const completion = await outlook.run('onKundencockpitSend');

    expect(completion).toEqual({ allowEvent: true });
    expect(performance.now() - before).toBeLessThan(4_000);
  });

  it('does not wait a second time for a server that did not answer while the mail was written', async () => {
    const outlook = open({ facts: null });
    await outlook.run('onKundencockpitRecipients');
    const before = outlook.requests.length;

    expect(await outlook.run('onKundencockpitSend')).toEqual({ allowEvent: true });
    expect(outlook.requests).toHaveLength(before);
  });

  it.each([
    ['the server refuses', { status: 500 }],
    ['nobody is signed in', { status: 401 }],
    ['Outlook does not hand out the draft', { isBroken: true }],
    ['nothing is wrong', { facts: { ...overdue, complaints: [] } }],
  ])('lets the mail go when %s', async (_, around) => {
    expect(await open(around).run('onKundencockpitSend')).toEqual({ allowEvent: true });
  });
});

describe('logging on send', () => {
  const quiet = { ...overdue, complaints: [] };
  const on = { ...quiet, logOnSend: true };
  const waitingIn = (roaming: Map<string, unknown>) => roaming.get('kundencockpit.sent-mails');

  it('tells the server of a mail, and under the same id again when it is sent a second time', async () => {
    const outlook = open({ facts: { ...overdue, logOnSend: true } });
    await outlook.run('onKundencockpitSend'); // asked about and not sent
    await outlook.run('onKundencockpitSend');

    expect(outlook.told).toEqual([
      {
        id: expect.any(String),
        isLogged: true,
        subject: 'AW: Türschließer',
        recipients: [address],
        secondsAgo: expect.any(Number),
      },
      { ...outlook.told[0], secondsAgo: expect.any(Number) },
    ]);
    expect(outlook.told[0]?.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
  });

  it('says above the draft where it will be logged, and no longer when it is excepted', async () => {
    const outlook = open({ facts: { ...on, logsAt: hollerbach } });
    await outlook.run('onKundencockpitCompose');
    outlook.session.set('kundencockpit.not-logged', 'yes');
    await outlook.run('onKundencockpitRecipients');

    expect(outlook.notes).toEqual([
      'Wird beim Senden bei Hollerbach Metallbau GmbH abgelegt. Abwählen im Kundencockpit.',
      null,
    ]);
  });

  it('tells nothing while it is off', async () => {
    const outlook = open({ facts: quiet });
    await outlook.run('onKundencockpitCompose');
    await outlook.run('onKundencockpitSend');

    expect(outlook.told).toEqual([]);
  });

  it('says so when this mail is excepted', async () => {
    const outlook = open({ facts: on });
    outlook.session.set('kundencockpit.not-logged', 'yes');

    await outlook.run('onKundencockpitSend');

    expect(outlook.told).toMatchObject([{ isLogged: false }]);
  });

  it('keeps what a server that is away could not be told, and tells it once when the next mail is written', async () => {
    const roaming = new Map<string, unknown>([['kundencockpit.log-on-send', true]]);
    expect(await open({ facts: null, roaming }).run('onKundencockpitSend')).toEqual({ allowEvent: true });
    expect(waitingIn(roaming)).toMatchObject([{ isLogged: true, recipients: [address] }]);

    const back = open({ facts: on, roaming });
    await back.run('onKundencockpitCompose');
    await back.run('onKundencockpitRecipients');

    expect(back.told).toHaveLength(1);
    expect(waitingIn(roaming)).toEqual([]);
  });

  it.each([500, 401])('keeps it as well when the server answers %i', async (status) => {
    const roaming = new Map<string, unknown>([['kundencockpit.log-on-send', true]]);

    await open({ status, roaming }).run('onKundencockpitSend');

    expect(waitingIn(roaming)).toHaveLength(1);
  });

  it('remembers the choice for a time without the server', async () => {
    const outlook = open({ facts: on });

    await outlook.run('onKundencockpitCompose');

    expect(outlook.roaming.get('kundencockpit.log-on-send')).toBe(true);
  });
});

describe('the bundle', () => {
  it('stays small', () => {
    expect(script.length).toBeLessThan(20_000);
  });
});
