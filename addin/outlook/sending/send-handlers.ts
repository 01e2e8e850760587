// The handlers of sending, apart from Outlook: facts are fetched while a mail is written and judged when it is sent.
// Nothing here may wait for the server longer than said, and nothing may keep a mail from going.
import type { SendFacts } from '#contract/send-guard.ts';
import { noteSending, tellWaiting, within, type LogOnSendHost } from './log-on-send.ts';
import { judgeSend, type OutgoingMail } from './send-rules.ts';
import { describeFindings, describeLogging } from './send-words.ts';

/** What Outlook and the server give; send-host.ts makes it real. */
export interface SendHost extends LogOnSendHost {
  readDraft(): Promise<OutgoingMail>;
  /** Keeps a text with the draft, where its next handler finds it. */
  keep(text: string): Promise<void>;
  kept(): Promise<string | null>;
  loadFacts(mail: OutgoingMail): Promise<SendFacts>;
  language(): 'de' | 'en';
  /** Says above the draft what happens to it; null takes that away. */
  showNote(text: string | null): Promise<void>;
  /** Whether sent mails were to be logged when the server said so last. */
  lastChoice(): boolean;
  keepChoice(logOnSend: boolean): Promise<void>;
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
  if (facts === null) return;
  const customer = (await host.isExcepted()) ? null : facts.logsAt;
  await host.showNote(customer === null ? null : describeLogging(customer.name, host.language()));
  if (facts.logOnSend !== host.lastChoice()) await host.keepChoice(facts.logOnSend);
  await tellWaiting(host);
}

/** The mail is being sent: judges it by what is known already, and tells the server of it where that is wanted. */
export async function decideSend(host: SendHost): Promise<SendDecision> {
  const mail = host.readDraft();
  const known = mail.then((draft) => findFacts(host, draft));
  const [decision] = await Promise.all([
    within(sendTimes.wholeMs, decide(host, mail, known)).catch(() => null),
    within(sendTimes.wholeMs, note(host, mail, known)).catch(() => undefined),
  ]);
  return decision;
}

/** Told before the sender was asked anything: the server looks whether the mail really went out. */
async function note(
  host: SendHost,
  draft: Promise<OutgoingMail>,
  known: Promise<Kept | null>,
): Promise<void> {
  const facts = (await known)?.facts ?? null;
  if (facts?.logOnSend ?? host.lastChoice()) await noteSending(host, await draft, facts === null);
}

async function decide(
  host: SendHost,
  draft: Promise<OutgoingMail>,
  finding: Promise<Kept | null>,
): Promise<SendDecision> {
  const [mail, known] = await Promise.all([draft, finding]);
  if (known === null || known.facts === null) return null;
  // The clock of this computer may be wrong: only the time since then is taken from it.
  const now = new Date(Date.parse(known.facts.asOf) + host.now().getTime() - known.at);
  return describeFindings(judgeSend(mail, known.facts, now), host.language());
}

async function findFacts(host: SendHost, mail: OutgoingMail): Promise<Kept | null> {
  const kept = readKept(await host.kept().catch(() => null));
  return kept?.key === keyOf(mail) ? kept : loadLate(host, mail, kept);
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
