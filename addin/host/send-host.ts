// Outlook and the server for the handlers of sending. Like office-host.ts it touches Office.js, but it has no page: classic
// Outlook on Windows runs it without window and document, so only Office, fetch and timers may be used at the top.
import type { SendFacts } from '#contract/send-guard.ts';
import { sendLimits } from '#contract/send-limits.ts';
import { showDraftNote } from './draft-note.ts';
import { draftKeys, roamingKeys } from './draft-keys.ts';
import type { Sending } from '#addin/outlook/sending/log-on-send.ts';
import type { SendHost } from '#addin/outlook/sending/send-handlers.ts';
import type { OutgoingMail } from '#addin/outlook/sending/send-rules.ts';
import { readDemoUser } from './demo-user.ts';

/** Where the server is: it says so itself in front of this script; a page lies on it. */
function serverUrl(): string {
  const told: unknown = Reflect.get(globalThis, 'kundencockpitServer');
  return typeof told === 'string' ? told : location.origin;
}

type Answer<T> = (result: Office.AsyncResult<T>) => void;

function ask<T>(start: (done: Answer<T>) => void): Promise<T> {
  return new Promise((done, failed) => {
    start((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) done(result.value);
      else failed(new Error(result.error.message));
    });
  });
}

const draft = () => Office.context.mailbox.item as unknown as Office.MessageCompose; // These events concern drafts alone.

async function readDraft(): Promise<OutgoingMail> {
  const item = draft();
  const [to, cc, bcc, subject, attachments] = await Promise.all([
    ask<Office.EmailAddressDetails[]>((done) => item.to.getAsync(done)),
    ask<Office.EmailAddressDetails[]>((done) => item.cc.getAsync(done)),
    ask<Office.EmailAddressDetails[]>((done) => item.bcc.getAsync(done)),
    ask<string>((done) => item.subject.getAsync(done)),
    ask<Office.AttachmentDetailsCompose[]>((done) => item.getAttachmentsAsync(done)),
  ]);
  return {
    recipients: [...to, ...cc, ...bcc].map((person) => (person.emailAddress ?? '').toLowerCase()),
    subject,
    attachmentNames: attachments.filter((one) => !one.isInline).map((one) => one.name),
  };
}

/** Session data came with Mailbox 1.15; before that a handler remembers only as long as its runtime lives. */
const remembered = new Map<string, string>();

async function keepWithDraft(name: string, text: string): Promise<void> {
  remembered.set(name, text);
  const { sessionData } = draft();
  if (sessionData !== undefined) await ask<unknown>((done) => sessionData.setAsync(name, text, done));
}

async function keptWithDraft(name: string): Promise<string | null> {
  const { sessionData } = draft();
  if (sessionData === undefined) return remembered.get(name) ?? null;
  return ask<string>((done) => sessionData.getAsync(name, done)).catch(() => null);
}

async function draftId(): Promise<string> {
  if (draft().sessionData === undefined) return newId();
  const known = await keptWithDraft(draftKeys.id);
  if (known) return known;
  const id = newId();
  await keepWithDraft(draftKeys.id, id);
  return id;
}

/** A random UUID; the runtime without a page has no crypto, and nobody gains anything by guessing this one. */
function newId(): string {
  const digit = (): string => Math.floor(Math.random() * 16).toString(16);
  return 'xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx'.replace(/x/g, digit);
}

/** Kept in the mailbox, for every device of this person; 32 KB at most, which is far more than waits. */
const roaming = () => Office.context.roamingSettings as Office.RoamingSettings | undefined; // Absent in very old hosts.

async function saveRoaming(name: string, value: unknown): Promise<void> {
  const settings = roaming();
  if (settings === undefined) return;
  settings.set(name, value);
  await ask<unknown>((done) => settings.saveAsync(done));
}

async function tell({ at: _at, ...sending }: Sending, secondsAgo: number): Promise<'told' | 'refused'> {
  const authorization = `Bearer ${await heldToken()}`;
  const answer = await send('/api/sent-mails', { ...sending, secondsAgo }, { authorization });
  // What is malformed or forbidden stays so.
  if ([400, 403, 404, 422].includes(answer.status)) return 'refused';
  await read<unknown>(answer);
  return 'told';
}

async function loadFacts({ recipients, attachmentNames }: OutgoingMail): Promise<SendFacts> {
  const input = {
    recipients: recipients.slice(0, sendLimits.recipients),
    attachmentNames: attachmentNames.slice(0, sendLimits.attachments).map((name) => name.slice(0, 500)),
  };
  const authorization = `Bearer ${await heldToken()}`;
  return post<SendFacts>('/api/mails/send-facts', input, { authorization });
}

let token: Promise<string> | null = null;

/** One token per runtime; runtimes live for minutes, tokens for an hour. */
function heldToken(): Promise<string> {
  token ??= getToken().catch((error: unknown) => {
    token = null;
    throw error;
  });
  return token;
}

/** Nobody can be asked to sign in while a mail is sent: a token is there, or the guard stays silent. */
async function getToken(): Promise<string> {
  const config = await read<{ mode: string }>(await fetch(`${serverUrl()}/api/client-config`));
  if (config.mode !== 'demo') return Office.auth.getAccessToken({ allowSignInPrompt: false });
  return (await post<{ token: string }>('/demo/sign-in', { user: readDemoUser() }, {})).token;
}

async function post<T>(path: string, input: unknown, headers: Record<string, string>): Promise<T> {
  return read<T>(await send(path, input, headers));
}

function send(path: string, input: unknown, headers: Record<string, string>): Promise<Response> {
  const body = JSON.stringify(input);
  return fetch(serverUrl() + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

async function read<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return (await answer.json()) as T; // The server checks every reply against the contract.
}

/** The real Outlook and the real server. */
export const sendHost: SendHost = {
  readDraft,
  keep: (text) => keepWithDraft(draftKeys.facts, text),
  kept: () => keptWithDraft(draftKeys.facts),
  draftId,
  isExcepted: async () => (await keptWithDraft(draftKeys.exception)) === 'yes',
  showNote: showDraftNote,
  lastChoice: () => roaming()?.get(roamingKeys.choice) === true,
  keepChoice: (logOnSend) => saveRoaming(roamingKeys.choice, logOnSend),
  readWaiting: () => (roaming()?.get(roamingKeys.waiting) as Sending[] | undefined) ?? [], // Only saveWaiting writes it.
  saveWaiting: (waiting) => saveRoaming(roamingKeys.waiting, waiting),
  tell,
  loadFacts,
  language: () => (/^de\b/i.test(Office.context.displayLanguage ?? 'de') ? 'de' : 'en'),
  now: () => new Date(),
};
