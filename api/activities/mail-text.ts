// Splits the text of a mail into what its writer says, the signature, and the mails quoted below. Pure and linear.
import { readQuoteHeader } from './quote-headers.ts';
import type { QuoteHeader } from './quote-headers.ts';

export interface MailText {
  /** What the writer says, without history and signature. */
  readonly text: string;
  readonly signature: string;
  readonly quotedText: string;
  /** How many earlier mails the quoted text holds. */
  readonly quotedMailCount: number;
}

/** Zero-width marks, and the NUL that PostgreSQL cannot store. */
const invisible = /\u200b|\u200c|\u200d|\ufeff|\0/g;
const longestSignature = 40;
const greeting =
  /^(mit (den )?(freundlich|best|herzlich|lieb|sonnig)\p{L}* (gr(ü|ue)(ß|ss)en|gru(ß|ss)|empfehlungen)|(freundliche|viele|beste|liebe|herzliche|schöne|sonnige|liebe) gr(ü|ue)(ß|ss)e|gr(ü|ue)(ß|ss)e?|gru(ß|ss)|mfg|vg|lg|bg|hochachtungsvoll|(best|kind|kindest|warm|many) (regards|wishes)|(thanks|thank you) and (best |kind )?regards|regards|cheers|(yours )?(sincerely|faithfully|truly)|bien (à|a) vous|(bien )?cordialement|met vriendelijke groet(en)?)(?=[\s,!.]|$)/iu;
const device =
  /^(von mein\p{L}+ .{2,60} gesendet|gesendet (von|mit) .{2,80}|sent (from|via) .{2,80}|get outlook for .{2,80}|holen sie sich outlook .{2,80}|outlook für (ios|android).{0,80}|envoyé (de|depuis|à partir) .{2,80}|verzonden vanaf .{2,80}|verstuurd vanaf .{2,80}|enviado desde .{2,80}|sendt fra .{2,80}|inviato da .{2,80})$/iu;
const delimiter = /^(--|—|__|\+\+|_{20,})$/;

/** Splits a plain-text body; `subject` tells a forwarded mail, whose forwarded text is what it says. */
export function splitMail(body: string, subject = ''): MailText {
  const lines = tidyLines(body);
  const isForward = /^\s*(wg|fw|fwd|tr|wtr)\s*:/i.test(subject);
  const { visible, quoted } = splitHistory(lines, isForward);
  const { said, signature } = splitSignature(visible);
  const text = join(said);
  const quotedText = join(quoted);
  if (text === '' && quotedText !== '')
    return { text: join(lines), signature: '', quotedText: '', quotedMailCount: 0 };
  return { text, signature: join(signature), quotedText, quotedMailCount: countMails(quoted) };
}

function tidyLines(body: string): string[] {
  return body
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replaceAll('\u00a0', ' ')
    .replaceAll(invisible, '')
    .split('\n')
    .map((line) => line.trimEnd());
}

/** History is hidden: a header with all below it, and runs of ">" lines wherever they stand. */
function splitHistory(lines: readonly string[], isForward: boolean): { visible: string[]; quoted: string[] } {
  const visible: string[] = [];
  const quoted: string[] = [];
  let keepsNextHeader = isForward;
  for (let at = 0; at < lines.length;) {
    const header = readQuoteHeader(lines, at);
    const isPartOfMessage = header !== null && (keepsNextHeader || header.kind === 'forward');
    if (isPartOfMessage) keepsNextHeader = false;
    const end =
      header === null
        ? at + 1
        : isPartOfMessage
          ? endOfForward(lines, at, header)
          : endOfQuote(lines, at, header);
    const isHidden = header === null ? isQuoteMarked(lines[at]) : !isPartOfMessage;
    const part = isHidden ? quoted : visible;
    for (const line of lines.slice(at, end)) part.push(line); // a call takes no 250,000 arguments
    at = end;
  }
  return { visible, quoted };
}

/** An answered mail goes on to the end, or, when it is marked with ">", to where the marks begin. */
function endOfQuote(lines: readonly string[], at: number, header: QuoteHeader): number {
  const next = firstFilled(lines, at + header.lines);
  return isQuoteMarked(lines[next]) ? next : lines.length;
}

/** A forwarded mail is part of the message: its own header stays, only what it quotes goes. */
function endOfForward(lines: readonly string[], at: number, header: QuoteHeader): number {
  const end = at + header.lines;
  return header.kind === 'forward' ? end + blockAfter(lines, end) : end;
}

/** The "Von: … An: …" block that follows "Weitergeleitete Nachricht". */
function blockAfter(lines: readonly string[], at: number): number {
  const start = firstFilled(lines, at);
  const header = readQuoteHeader(lines, start);
  return header === null ? 0 : start - at + header.lines;
}

function isQuoteMarked(line: string | undefined): boolean {
  return line?.startsWith('>') ?? false;
}

function firstFilled(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at] === '') at += 1;
  return at;
}

/** The signature starts at a "--" line, a closing formula or a telephone's line near the end, but never at the top. */
function splitSignature(lines: readonly string[]): { said: string[]; signature: string[] } {
  const filled = lines.map((line) => line.trim() !== '');
  const first = filled.indexOf(true);
  let below = filled.filter(Boolean).length;
  for (let at = 0; at < lines.length; at += 1) {
    if (at > first && startsSignature(lines[at] ?? '', below))
      return { said: lines.slice(0, at), signature: lines.slice(at) };
    if (filled[at]) below -= 1;
  }
  return { said: [...lines], signature: [] };
}

function startsSignature(line: string, filledBelow: number): boolean {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.length > 100) return false;
  if (device.test(trimmed)) return true;
  if (filledBelow > longestSignature) return false;
  if (delimiter.test(trimmed)) return true;
  return trimmed.length <= 60 && greeting.test(trimmed);
}

function countMails(quoted: readonly string[]): number {
  const bare = quoted.map((line) => line.replace(/^[>\s]{1,100}/, ''));
  let count = 0;
  for (let at = 0; at < bare.length; at += 1) {
    const header = readQuoteHeader(bare, at);
    if (header === null) continue;
    count += 1;
    at += header.lines - 1;
  }
  return quoted.some((line) => line.trim() !== '') ? Math.max(1, count) : 0;
}

function join(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
