// Logging on send, in Outlook: the server is told that a mail goes out. What could not be told is kept in the mailbox and told
// the next time, under the same id, so that it counts once. Nothing here keeps a mail from going.
import type { OutgoingMail } from './send-rules.ts';

/** A mail that goes out, as the server is told of it. */
export interface Sending {
  readonly id: string;
  /** False: its sender wants this one not logged. */
  readonly isLogged: boolean;
  readonly subject: string;
  readonly recipients: readonly string[];
  /** Milliseconds since 1970, by the clock here. */
  readonly at: number;
}

/** What Outlook and the server give; send-host.ts makes it real. */
export interface LogOnSendHost {
  now(): Date;
  /** The draft's own id, the same at every press of "Senden". */
  draftId(): Promise<string>;
  /** "Dieses Mal nicht ablegen", as the pane kept it with the draft. */
  isExcepted(): Promise<boolean>;
  /** Tells the server; `refused`: telling it again would not help. */
  tell(sending: Sending, secondsAgo: number): Promise<'told' | 'refused'>;
  /** What waits to be told, kept in the person's mailbox. */
  readWaiting(): Sending[];
  saveWaiting(waiting: readonly Sending[]): Promise<void>;
}

/** So long somebody waits for telling; keeping it costs no network of ours. */
const tellLimits = { tellMs: 1_000, mostWaiting: 40, recipients: 500, subject: 2_000 } as const;

/** Tells the server of the mail, or keeps it where `isAway` says that nobody answers. */
export async function noteSending(host: LogOnSendHost, mail: OutgoingMail, isAway: boolean): Promise<void> {
  const sending: Sending = {
    id: await host.draftId(),
    isLogged: !(await host.isExcepted()),
    subject: mail.subject.slice(0, tellLimits.subject),
    recipients: mail.recipients.slice(0, tellLimits.recipients),
    at: host.now().getTime(),
  };
  const isTold = !isAway && (await tellOne(host, sending));
  const others = host.readWaiting().filter((one) => one.id !== sending.id);
  const isKept = others.length < host.readWaiting().length;
  if (!isTold) await host.saveWaiting([...others, sending].slice(-tellLimits.mostWaiting));
  else if (isKept) await host.saveWaiting(others);
}

/** Tells what waits, oldest first; stops at the first that cannot be told. */
export async function tellWaiting(host: LogOnSendHost): Promise<void> {
  const waiting = host.readWaiting();
  const told = new Set<string>();
  for (const one of waiting) {
    if (!(await tellOne(host, one))) break;
    told.add(one.id);
  }
  if (told.size > 0) await host.saveWaiting(host.readWaiting().filter((one) => !told.has(one.id)));
}

async function tellOne(host: LogOnSendHost, sending: Sending): Promise<boolean> {
  const ago = Math.max(0, Math.round((host.now().getTime() - sending.at) / 1_000));
  const longestAgo = 30 * 24 * 3_600;
  if (ago > longestAgo) return true;
  return within(tellLimits.tellMs, host.tell(sending, ago)).then(
    () => true,
    () => false,
  );
}

/** Rejects when the promise takes longer. */
export function within<T>(limitMs: number, promise: Promise<T>): Promise<T> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error('It took too long.')), limitMs);
    promise.then(done, failed).finally(() => clearTimeout(timer));
  });
}
