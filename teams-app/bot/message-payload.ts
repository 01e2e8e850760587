// Reads the message somebody acts on from what Teams sends: plain text, author, time, link. Pure.
import type { ActedMessage } from './extension-use-cases.ts';

/** The payload of a message action, as far as it is used; every part may be missing. */
export interface MessagePayload {
  readonly id?: unknown;
  readonly createdDateTime?: unknown;
  readonly linkToMessage?: unknown;
  readonly subject?: unknown;
  readonly body?: unknown;
  readonly from?: unknown;
}

const longestText = 4_000;

/** The message with its text; null when Teams sent none. The quoted message of a reply is left out. */
export function readMessage(
  payload: MessagePayload | undefined,
  around: { readonly conversationId: string; readonly now: string },
): Omit<ActedMessage, 'members'> | null {
  const id = textOf(payload?.id);
  const text = readText(payload?.body);
  if (id === '' || text === '') return null;
  return {
    key: `${around.conversationId};${id}`.slice(0, 500),
    link: linkOf(textOf(payload?.linkToMessage)),
    author: readAuthor(field(payload?.from, 'user')),
    at: momentOf(textOf(payload?.createdDateTime), around.now),
    text,
  };
}

function readText(body: unknown): string {
  const content = textOf(field(body, 'content'));
  const isHtml = textOf(field(body, 'contentType')) !== 'text';
  return (isHtml ? plainOf(content) : content).trim().slice(0, longestText);
}

function readAuthor(user: unknown): ActedMessage['author'] {
  const oid = textOf(field(user, 'id'));
  return {
    name: textOf(field(user, 'displayName')).slice(0, 200),
    entraOid: /^[0-9a-f-]{36}$/i.test(oid) ? oid.toLowerCase() : null,
  };
}

/** Only Teams' own links are kept: whoever opens one later trusts it. */
function linkOf(url: string): string | null {
  if (!URL.canParse(url) || url.length > 2_000) return null;
  const { protocol, hostname } = new URL(url);
  const isTeams = /^teams\.(microsoft\.com|cloud\.microsoft|live\.com|microsoft\.us)$/.test(hostname);
  return protocol === 'https:' && isTeams ? url : null;
}

/** A message is never from the future. */
function momentOf(at: string, now: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) || time > Date.parse(now) ? now : new Date(time).toISOString();
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};

/** What a person reads of the HTML of a chat message. */
export function plainOf(html: string): string {
  return html
    .replace(/<(blockquote|script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<br\s*\/?>|<\/(p|div|li|h\d)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_whole, name: string) => entities[name] ?? '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const greeting =
  /^(hallo|hi|hey|hello|dear|moin|servus|guten (morgen|tag|abend)|good (morning|afternoon)|liebe[rs]?|sehr geehrte[rs]?)(?![\p{L}])[^,.!?\n]{0,60}[,.!]\s*/iu;
const thanks =
  /^(danke(schön)?|(vielen|besten|herzlichen|lieben|tausend)( \p{L}+)? dank|thanks|many thanks|thank you|thx)(?! to )(?!\p{L})[^,.!?\n]{0,80}(, (dass [^,.!?\n]{1,80}|\p{L}+( \p{L}+)?(?=[,.!])))?([,.!–](?!\S)|\n)\s*/iu;
const farewell =
  /^((viele|liebe|beste|schöne|herzliche|freundliche|mit \p{L}+) )?(gruß|grüße|grüßen)|^(lg|vg|mfg|((kind|best|warm) )?regards|best wishes|cheers)(?!\p{L})/iu;
const endOfSentence = /(?<=[^.\d][.!?])\s+(?=\p{Lu})|\n/u;
const longestSubject = 80;

/** The first sentence that is neither greeting nor thanks; short enough for a line. */
export function subjectOf(text: string): string {
  const [first = ''] = withoutOpening(text).split(endOfSentence);
  const line = first.trim().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  if (line.length <= longestSubject) return line.replace(/[.,;:]$/, '');
  const cut = line.slice(0, longestSubject - 1);
  return `${cut.slice(0, cut.lastIndexOf(' ')).trimEnd()}…`;
}

/** Greeting and thanks stay where nothing follows them, or only a farewell. */
function withoutOpening(text: string): string {
  const greeted = text.replace(greeting, '').trim();
  const plain = greeted.replace(thanks, '').trim();
  if (plain !== '' && !farewell.test(plain)) return plain;
  return greeted === '' ? text : greeted;
}

export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
