// Recognises the lines with which mail programs introduce the mail they quote. Works line by line on short pieces, so that
// no text, however hostile, takes more than linear time (the usual libraries need seconds for 20,000 made-up characters).

/** A header found at a line: how many lines it takes, and whether what follows is a forwarded mail rather than an answered one. */
export interface QuoteHeader {
  readonly lines: number;
  readonly kind: 'reply' | 'forward';
}

const longestHeader = 500;
const mostWrappedLines = 4;

/** "Am … schrieb …:" and its sisters: how the line begins, and the verb it must hold. */
const introductions: readonly { readonly begins: RegExp; readonly verb: RegExp }[] = [
  { begins: /^(am|den|um|on)\b/i, verb: /\bschrieb(en)?\b/i },
  { begins: /^(on|at)\b/i, verb: /\bwrote\b/i },
  { begins: /^le\b/i, verb: /\sécrit(?=[\s:]|$)/i },
  { begins: /^el\b/i, verb: /\sescribió(?=[\s:]|$)/i },
  { begins: /^(il|in data)\b/i, verb: /\bha scritto\b/i },
  { begins: /^(em|no dia|a)\b/i, verb: /\bescreveu\b/i },
  { begins: /^op\b/i, verb: /\bschreef\b/i },
  { begins: /^(den\b|på\b|[a-zæøåä]{3,4}\.\s?\d)/i, verb: /\bskrev\b/i },
  { begins: /^(w dniu|dnia)\b/i, verb: /(\bpisze|\bnapisał(\(a\)|a)?)(?=[\s:]|$)/i },
  { begins: /^(pe|ma|ti|ke|to|la|su)\b/i, verb: /\bkirjoitti\b/i },
];
/** Headers without a verb of the list above, on one line. */
const otherLines: readonly RegExp[] = [
  /^[^<>]{0,100}<[^<>\s]+@[^<>\s]+>\s+(schrieb|wrote)\b.{0,80}:$/i,
  /^.{1,80}\bschrieb am \d{1,2}\.\d{1,2}\.\d{2,4}.{0,30}:$/i,
  /^.{1,100}\bon\b.{4,60}\bat\b.{3,40}\bwrote:$/i,
  /^(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|\d{1,2}:\d{2}).{0,150}[<[][^<>\s]+@[^<>\s]+[>\]]\s?:$/,
  /^.{5,60}\d{4}.{0,40}\sfrom\s.{0,80}<[^<>\s]+@[^<>\s]+>:$/i,
  /^\p{L}{2,3},.{0,60}\d{4}.{0,100}<[^<>\s]+@[^<>\s]+>:$/u,
  /^(20\d\d[./].{0,150}(작성:|のメッセージ:)|在.{0,150}写道[：:])$/,
];
const repliedSeparator =
  /^[-_=]{2,}\s*(ursprüngliche (nachricht|e-?mail)|original[- ]?nachricht|original message|reply message|oprindelig besked|message d'origine|mensaje original|messaggio originale|oorspronkelijk bericht)\s*[-_=]{2,}$/i;
const forwardedSeparator =
  /^([-_=]{2,}\s*(weitergeleitete (nachricht|e-?mail)|forwarded message|message transféré)\s*[-_=]{2,}|(anfang der weitergeleiteten nachricht|begin forwarded message):)$/i;

const fromLabel = /^(von|from|de|da|van|fra|från|od|lähettäjä|expéditeur)$/i;
const otherLabel =
  /^(gesendet|sent|datum|date|envoyé( le)?|inviato|verzonden|enviado|sendt|skickat|dato|an|to|à|a|aan|para|til|till|cc|kopie|copie|betreff|subject|objet|oggetto|onderwerp|asunto|assunto|emne|ämne|reply-to|antwort an|wichtigkeit|importance|priorität|anlagen|attachments|message du|copie à|sujet)$/i;

/** The header that starts at line `at`, or null. `lines` carry no ">" marks. */
export function readQuoteHeader(lines: readonly string[], at: number): QuoteHeader | null {
  const line = (lines[at] ?? '').trim();
  if (line === '' || line.length > longestHeader) return null;
  if (forwardedSeparator.test(line)) return { lines: 1, kind: 'forward' };
  if (repliedSeparator.test(line)) return { lines: 1 + readLabelBlock(lines, at + 1), kind: 'reply' };
  if (/^_{10,}$/.test(line)) {
    const block = readLabelBlock(lines, nextFilled(lines, at + 1));
    return block === 0 ? null : { lines: nextFilled(lines, at + 1) - at + block, kind: 'reply' };
  }
  const block = readLabelBlock(lines, at);
  if (block > 0) return { lines: block, kind: 'reply' };
  const introduction = readIntroduction(lines, at);
  return introduction === 0 ? null : { lines: introduction, kind: 'reply' };
}

function nextFilled(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && at < from + 3 && (lines[at] ?? '').trim() === '') at += 1;
  return at;
}

/** "Am 3.9. schrieb …:" over up to four lines; the number of lines, or 0. */
function readIntroduction(lines: readonly string[], at: number): number {
  const first = stripDashes(lines[at] ?? '');
  if (otherLines.some((line) => line.test(first))) return 1;
  const verbs = introductions.filter(({ begins }) => begins.test(first)).map(({ verb }) => verb);
  if (verbs.length === 0) return 0;
  let joined = '';
  for (let count = 1; count <= mostWrappedLines; count += 1) {
    const line = lines[at + count - 1];
    joined = `${joined} ${stripDashes(line ?? '')}`.trim();
    if (!mayContinue(line) || joined.length > longestHeader) return 0;
    if (isIntroduction(joined, verbs)) return count;
  }
  return 0;
}

function isIntroduction(joined: string, verbs: readonly RegExp[]): boolean {
  const isComplete = joined.endsWith(':') || /\b(wrote|schrieb)$/i.test(joined);
  return isComplete && /\d/.test(joined) && verbs.some((verb) => verb.test(joined));
}

/** A header may be wrapped, even before its last ">:", but not over an empty or a quoted line. */
function mayContinue(line: string | undefined): boolean {
  const trimmed = (line ?? '').trim();
  return trimmed !== '' && (!trimmed.startsWith('>') || /^>\s?:$/.test(trimmed));
}

function stripDashes(line: string): string {
  return line
    .trim()
    .slice(0, longestHeader + 1)
    .replace(/^-{1,20}\s?/, '')
    .replace(/\s?-{1,20}$/, '')
    .trim();
}

/** "Von: … Gesendet: … An: … Betreff: …" as Outlook writes it; the number of lines, or 0. */
function readLabelBlock(lines: readonly string[], at: number): number {
  const begins = lines[at] ?? '';
  if (readLabel(begins) === null) return 0;
  const found = collectLabels(lines, at);
  const enough = isFromLine(begins) ? 2 : 3;
  const isBlock = found.labels.length >= enough || hasAddress(begins, lines[at + 1]);
  return isBlock && found.labels.some((label) => fromLabel.test(label)) ? found.end - at : 0;
}

/** The labels from this line on, up to an empty line; a long list of recipients may go on over two lines. */
function collectLabels(lines: readonly string[], at: number): { labels: string[]; end: number } {
  const labels: string[] = [];
  let end = at;
  for (let line = at; line < Math.min(lines.length, at + 14); line += 1) {
    const label = readLabel(lines[line] ?? '');
    const goesOn = (lines[line] ?? '').trim() !== '' && line - end < 2;
    if (label === null && !goesOn) break;
    if (label === null) continue;
    labels.push(label);
    end = line + 1;
  }
  return { labels, end };
}

function readLabel(line: string): string | null {
  const label = /^\s*\*?([\p{L}-]{1,12}( \p{L}{1,4})?)\s?\*?:/u.exec(line.slice(0, 40))?.[1];
  if (label === undefined) return null;
  return fromLabel.test(label) || otherLabel.test(label) ? label : null;
}

function isFromLine(line: string): boolean {
  return fromLabel.test(readLabel(line) ?? '');
}

/** "From: Name <address>" says enough by itself. */
function hasAddress(line: string, next: string | undefined): boolean {
  if (!isFromLine(line)) return false;
  return /[<[][^<>\s]*@[^<>\s]*[>\]]/.test(`${line.slice(0, longestHeader)} ${(next ?? '').slice(0, 100)}`);
}
