// The handlers of sending, apart from Outlook: facts are fetched while a mail is written and judged when it is sent.
// Nothing here may wait for the server longer than said, and nothing may keep a mail from going.
import type { SendFacts } from '#contract/send-guard.ts';
import { judgeSend, type OutgoingMail } from './send-rules.ts';
import { describeFindings } from './send-words.ts';

/** What Outlook and the server give; send-host.ts makes it real. */
export interface SendHost {
  readDraft(): Promise<OutgoingMail>;
  /** Keeps a text with the draft, where its next handler finds it. */
  keep(text: string): Promise<void>;
  kept(): Promise<string | null>;
  loadFacts(mail: OutgoingMail): Promise<SendFacts>;
  language(): 'de' | 'en';
  now(): Date;
}

/** Null lets the mail go; a text is shown with "Trotzdem senden". */
export type SendDecision = string | null;

export const sendTimes = { prefetchMs: 4_000, lateFetchMs: 1_500, wholeMs: 3_000 } as const;
/** Outlook keeps no more with a draft. */
const longestKept = 45_000;

interface Kept {
  readonly key: string;
  /** Null: the server did not answer, so it is not asked again while somebody waits. */
  readonly facts: SendFacts | null;
  /** When it was fetched, by the clock here. */
  readonly at: number;
}

/** Recipients or attachments changed: fetches what the guard must know and keeps it with the draft. */
export async function prepareSend(host: SendHost): Promise<void> {
  const mail = await host.readDraft();
  const facts = await within(sendTimes.prefetchMs, host.loadFacts(mail)).catch(() => null);
  const text = JSON.stringify({ key: keyOf(mail), facts, at: host.now().getTime() } satisfies Kept);
  if (text.length <= longestKept) await host.keep(text);
}

/** The mail is being sent: judges it by what is known already, asking the server only when nothing fitting is kept. */
export function decideSend(host: SendHost): Promise<SendDecision> {
  return within(sendTimes.wholeMs, decide(host)).catch(() => null);
}

async function decide(host: SendHost): Promise<SendDecision> {
  const mail = await host.readDraft();
  const kept = readKept(await host.kept().catch(() => null));
  const known = kept?.key === keyOf(mail) ? kept : await loadLate(host, mail, kept);
  if (known === null || known.facts === null) return null;
  // The clock of this computer may be wrong: only the time since then is taken from it.
  const now = new Date(Date.parse(known.facts.asOf) + host.now().getTime() - known.at);
  return describeFindings(judgeSend(mail, known.facts, now), host.language());
}

/** What was kept for other recipients is still true of those who stayed. */
function loadLate(host: SendHost, mail: OutgoingMail, kept: Kept | null): Promise<Kept | null> {
  return within(sendTimes.lateFetchMs, host.loadFacts(mail)).then(
    (facts) => ({ key: '', facts, at: host.now().getTime() }),
    () => kept,
  );
}

function keyOf({ recipients, attachmentNames }: OutgoingMail): string {
  return JSON.stringify([[...recipients].sort(), [...attachmentNames].sort()]);
}

function readKept(text: string | null): Kept | null {
  if (text === null || text === '') return null;
  try {
    return JSON.parse(text) as Kept; // Only prepareSend writes it.
  } catch {
    return null;
  }
}

/** Rejects when the promise takes longer. */
export function within<T>(limitMs: number, promise: Promise<T>): Promise<T> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error('It took too long.')), limitMs);
    promise.then(done, failed).finally(() => clearTimeout(timer));
  });
}
