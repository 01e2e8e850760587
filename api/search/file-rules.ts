// What kind of text a file holds, and plain text out of bytes in whatever encoding. Pure.

export type TextType = 'text' | 'html' | 'pdf';

const texts = new Set(['txt', 'csv', 'tsv', 'log', 'md', 'ics', 'vcf', 'eml', 'json', 'xml']);
const pages = new Set(['html', 'htm']);
const looked = 1_000_000;

/** By its first bytes, its ending and its declared type; null for everything we do not read. */
export function typeOf(name: string, contentType: string, bytes: Buffer): TextType | null {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const declared = contentType.toLowerCase().split(';')[0]?.trim() ?? '';
  if (isBinary(bytes)) return null;
  if (pages.has(ending) || declared === 'text/html') return 'html';
  return texts.has(ending) || declared.startsWith('text/') ? 'text' : null;
}

/** The text: UTF-16 by its mark, UTF-8 where it is valid, else Windows-1252; HTML without tags, scripts and styles. */
export function plainText(bytes: Buffer, type: 'text' | 'html'): string {
  const text = decode(bytes.subarray(0, looked));
  return (type === 'html' ? withoutTags(text) : text).replaceAll('\0', ' ');
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  // the last character may be cut by our own limit
  return text.slice(0, -1).includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : text;
}

/** One pass over the text, so that no nesting of tags makes it slow. */
function withoutTags(html: string): string {
  const text: string[] = [];
  const lower = html.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    text.push(html.slice(at, open < 0 ? html.length : open), ' ');
    if (open < 0) break;
    at = endOfTag(lower, open);
  }
  return text
    .join('')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/&(auml|ouml|uuml|Auml|Ouml|Uuml|szlig);/g, (_, name: string) => letters[name] ?? ' ');
}

const letters: Readonly<Record<string, string>> = {
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
};

/** Scripts and styles end where their own end tag does; comments at '-->'. */
function endOfTag(html: string, open: number): number {
  const silent = /^<(script|style|!--)/.exec(html.slice(open, open + 8))?.[1];
  const closing = silent === undefined ? '>' : silent === '!--' ? '-->' : `</${silent}`;
  const close = silent === undefined ? html.indexOf('>', open) : html.indexOf(closing, open);
  if (close < 0) return html.length;
  const end =
    silent === 'script' || silent === 'style' ? html.indexOf('>', close) : close + closing.length - 1;
  return end < 0 ? html.length : end + 1;
}

function isBinary(bytes: Buffer): boolean {
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !hasMark && bytes.subarray(0, 8_000).includes(0);
}
