// Outlook's runtime without a page, as classic Outlook on Windows has it: the bundle of the handlers of sending, a draft, a server.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import type { SendFacts } from '#contract/send-guard.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const hollerbach = { id: '1', number: '20417', name: 'Hollerbach Metallbau GmbH', groupId: '1' };
export const address = 's.tietz@hollerbach-metallbau.test';
export const overdue: SendFacts = {
  people: [{ address, customer: hollerbach }],
  complaints: [{ customer: hollerbach, number: 'RK-26-0318', title: 'Öl', dueAt: '2020-01-01T00:00:00Z' }],
  objections: [],
  attachments: [],
  logOnSend: false,
  logsAt: null,
  internalDomains: [],
  asOf: '2026-09-03T11:58:00Z',
};

interface Completion {
  allowEvent?: boolean;
  errorMessage?: string;
  sendModeOverride?: string;
}

export interface Around {
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

/** The bundle as it is shipped. */
export async function buildEvents(): Promise<string> {
  const made = await build({
    entryPoints: [`${root}addin/outlook/sending/events.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
  });
  return made.outputFiles[0]?.text ?? '';
}

/** A runtime with the script, and what happened to the outside. */
export function openRuntime(script: string, around: Around = {}) {
  const handlers = new Map<string, (event: unknown) => void>();
  const requests: string[] = [];
  const told: Told[] = [];
  const notes: (string | null)[] = [];
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
    notificationMessages: {
      replaceAsync: (_key: string, { message }: { message: string }, done: () => void) => {
        notes.push(message);
        setTimeout(done, 1);
      },
      removeAsync: (_key: string, done: () => void) => {
        notes.push(null);
        setTimeout(done, 1);
      },
    },
    ...(around.hasSessionData === false ? {} : { sessionData }),
  };
  const Office = {
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    MailboxEnums: {
      SendModeOverride: { PromptUser: 'promptUser' },
      ItemNotificationMessageType: { InformationalMessage: 'informationalMessage' },
    },
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
  return { run, requests, told, notes, roaming, session, change: (next: string[]) => (recipients = next) };
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
