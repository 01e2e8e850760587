// Outlook and the server for the handlers of sending. Like office-host.ts it touches Office.js, but it has no page: classic
// Outlook on Windows runs it without window and document, so only Office, fetch and timers may be used at the top.
import type { SendFacts } from '#contract/send-guard.ts';
import { sendLimits } from '#contract/send-limits.ts';
import type { SendHost } from '#addin/outlook/sending/send-handlers.ts';
import type { OutgoingMail } from '#addin/outlook/sending/send-rules.ts';
import { readDemoUser } from './demo-user.ts';

const keptName = 'kundencockpit.send-facts';

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
let remembered: string | null = null;

async function keep(text: string): Promise<void> {
  remembered = text;
  const { sessionData } = draft();
  if (sessionData !== undefined) await ask<unknown>((done) => sessionData.setAsync(keptName, text, done));
}

async function kept(): Promise<string | null> {
  const { sessionData } = draft();
  if (sessionData === undefined) return remembered;
  return ask<string>((done) => sessionData.getAsync(keptName, done));
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
  const body = JSON.stringify(input);
  const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
  return read<T>(await fetch(serverUrl() + path, sent));
}

async function read<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return (await answer.json()) as T; // The server checks every reply against the contract.
}

/** The real Outlook and the real server. */
export const sendHost: SendHost = {
  readDraft,
  keep,
  kept,
  loadFacts,
  language: () => (/^de\b/i.test(Office.context.displayLanguage ?? 'de') ? 'de' : 'en'),
  now: () => new Date(),
};
