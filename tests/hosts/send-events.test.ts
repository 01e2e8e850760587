// The bundle of the handlers of sending, run as classic Outlook on Windows does: no window, no document, no page.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SendFacts } from '#contract/send-guard.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const hollerbach = { id: '1', number: '20417', name: 'Hollerbach Metallbau GmbH', groupId: '1' };
const address = 's.tietz@hollerbach-metallbau.test';
const overdue: SendFacts = {
  people: [{ address, customer: hollerbach }],
  complaints: [{ customer: hollerbach, number: 'RK-26-0318', title: 'Öl', dueAt: '2020-01-01T00:00:00Z' }],
  objections: [],
  attachments: [],
  logOnSend: false,
  internalDomains: [],
  asOf: '2026-09-03T11:58:00Z',
};

interface Completion {
  allowEvent?: boolean;
  errorMessage?: string;
  sendModeOverride?: string;
}

interface Around {
  /** What the server answers; null: it never does. */
  facts?: SendFacts | null;
  status?: number;
  recipients?: string[];
  /** A field that Outlook refuses to hand out. */
  isBroken?: boolean;
  hasSessionData?: boolean;
  /** What the mailbox keeps for the add-in, also for a later runtime. */
  roaming?: Map<string, unknown>;
}

/** What the server is told of a mail that goes out. */
interface Told {
  id: string;
  isLogged: boolean;
  subject: string;
  recipients: string[];
  secondsAgo: number;
}

let script = '';
beforeAll(async () => {
  const made = await build({
    entryPoints: [`${root}addin/outlook/sending/events.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
  });
  script = made.outputFiles[0]?.text ?? '';
});

/** A runtime with the script, and what happened to the outside. */
function open(around: Around = {}) {
  const handlers = new Map<string, (event: unknown) => void>();
  const requests: string[] = [];
  const told: Told[] = [];
  const roaming = around.roaming ?? new Map<string, unknown>();
  const session = new Map<string, string>();
  let { recipients = [address] } = around;
  const ok = <T>(value: T) => ({ status: 'succeeded', value });
  const field = <T>(value: () => T) => ({
    getAsync: (done: (result: unknown) => void) =>
      setTimeout(
        () => done(around.isBroken ? { status: 'failed', error: { message: 'x' } } : ok(value())),
        1,
      ),
  });
  const sessionData = {
    setAsync: (name: string, value: string, done: (result: unknown) => void) => {
      session.set(name, value);
      setTimeout(() => done(ok(undefined)), 1);
    },
    getAsync: (name: string, done: (result: unknown) => void) =>
      setTimeout(() => done(ok(session.get(name))), 1),
  };
  const item = {
    to: field(() => recipients.map((emailAddress) => ({ emailAddress, displayName: '' }))),
    cc: field(() => []),
    bcc: field(() => []),
    subject: field(() => 'AW: Türschließer'),
    getAttachmentsAsync: (done: (result: unknown) => void) => setTimeout(() => done(ok([])), 1),
    ...(around.hasSessionData === false ? {} : { sessionData }),
  };
  const Office = {
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    MailboxEnums: { SendModeOverride: { PromptUser: 'promptUser' } },
    actions: { associate: (name: string, handle: (event: unknown) => void) => handlers.set(name, handle) },
    auth: { getAccessToken: async () => 'token' },
    context: {
      displayLanguage: 'de-DE',
      mailbox: { item },
      roamingSettings: {
        get: (name: string) => roaming.get(name),
        set: (name: string, value: unknown) => roaming.set(name, structuredClone(value)),
        saveAsync: (done: (result: unknown) => void) => setTimeout(() => done(ok(undefined)), 1),
      },
    },
  };
  const fetch = async (url: string, sent?: { body?: string }) => {
    requests.push(new URL(url).pathname);
    if (url.endsWith('/api/client-config')) return { ok: true, json: async () => ({ mode: 'entra' }) };
    if (around.facts === null) return new Promise(() => undefined);
    const { status = 200 } = around;
    if (url.endsWith('/api/sent-mails') && status < 400) told.push(JSON.parse(sent?.body ?? '{}') as Told); // as the script wrote it
    return { ok: status < 400, status, json: async () => around.facts ?? overdue };
  };
  // What the runtime without a page lacks is missing here as well: naming it throws.
  const context = createContext({ Office, setTimeout, clearTimeout, fetch });
  runInContext(`var kundencockpitServer="https://cockpit.example.com";\n${script}`, context);
  const run = (name: string) => complete(handlers.get(name));
  return { run, requests, told, roaming, session, change: (next: string[]) => (recipients = next) };
}

/** Runs a handler; fails when it completes never or twice. */
function complete(handle: ((event: unknown) => void) | undefined): Promise<Completion | undefined> {
  return new Promise((done, failed) => {
    if (handle === undefined) return failed(new Error('Nobody handles this.'));
    let count = 0;
    const timer = setTimeout(() => failed(new Error('It never completed.')), 8_000);
    handle({
      completed: (completion: Completion | undefined) => {
        count += 1;
        clearTimeout(timer);
        if (count > 1) failed(new Error('It completed twice.'));
        setTimeout(() => done(completion), 50);
      },
    });
  });
}

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
