// What a file really is, by its first and last bytes, and whether that fits its name. Pure; the few types of daily business only.
import type { AttachmentProblem } from '#contract/activity.ts';
import { extensionOf, isRefusedType } from './attachment-rules.ts';

/** What the content shows; `other` is a format we do not know, `text` anything without binary bytes. */
type Family =
  | 'pdf' | 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp' | 'tiff' | 'heic' | 'zip' | 'ole' | 'rtf' | 'audio_video'
  | 'archive' | 'markup' | 'text' | 'executable' | 'other'; // prettier-ignore

export interface JudgedFile {
  readonly problem: AttachmentProblem | null;
  /** What it is handed out as; never a type that a browser runs or draws. */
  readonly contentType: string;
}

type Format = readonly [contentType: string, ...families: Family[]];
const office = 'application/vnd.openxmlformats-officedocument';
const formats: Readonly<Record<string, Format>> = {
  pdf: ['application/pdf', 'pdf'],
  png: ['image/png', 'png'],
  jpg: ['image/jpeg', 'jpeg'],
  jpeg: ['image/jpeg', 'jpeg'],
  gif: ['image/gif', 'gif'],
  webp: ['image/webp', 'webp'],
  bmp: ['image/bmp', 'bmp'],
  tif: ['image/tiff', 'tiff'],
  tiff: ['image/tiff', 'tiff'],
  heic: ['image/heic', 'heic'],
  docx: [`${office}.wordprocessingml.document`, 'zip'],
  xlsx: [`${office}.spreadsheetml.sheet`, 'zip'],
  pptx: [`${office}.presentationml.presentation`, 'zip'],
  odt: ['application/vnd.oasis.opendocument.text', 'zip'],
  ods: ['application/vnd.oasis.opendocument.spreadsheet', 'zip'],
  doc: ['application/msword', 'ole', 'rtf'],
  xls: ['application/vnd.ms-excel', 'ole'],
  ppt: ['application/vnd.ms-powerpoint', 'ole'],
  msg: ['application/vnd.ms-outlook', 'ole'],
  rtf: ['application/octet-stream', 'rtf'],
  zip: ['application/zip', 'zip'],
  '7z': ['application/octet-stream', 'archive'],
  rar: ['application/octet-stream', 'archive'],
  gz: ['application/octet-stream', 'archive'],
  mp3: ['audio/mpeg', 'audio_video'],
  wav: ['audio/wav', 'audio_video'],
  m4a: ['audio/mp4', 'audio_video'],
  mp4: ['video/mp4', 'audio_video'],
  mov: ['video/quicktime', 'audio_video'],
  txt: ['text/plain', 'text'],
  csv: ['text/csv', 'text'],
  eml: ['message/rfc822', 'text'],
  ics: ['application/octet-stream', 'text'],
  vcf: ['application/octet-stream', 'text'],
  json: ['application/octet-stream', 'text'],
  xml: ['application/octet-stream', 'text', 'markup'],
  svg: ['application/octet-stream', 'text', 'markup'],
};
const pages = new Set([
  'html',
  'htm',
  'xhtml',
  'shtml',
  'mjs',
  'cjs',
  'swf',
  'docm',
  'xlsm',
  'pptm',
  'sh',
  'py',
]);
/** Formats that are nothing else: bytes of another kind before or behind them are a disguise. */
const single: ReadonlySet<Family> = new Set(['pdf', 'png', 'jpeg', 'gif', 'webp', 'bmp', 'tiff', 'heic']);

/** Judges a file that somebody adds by hand; the name decides what it must be. */
export function judgeFile(name: string, bytes: Buffer): JudgedFile {
  const extension = extensionOf(name);
  const format = Object.hasOwn(formats, extension) ? formats[extension] : undefined; // `x.constructor` is no format
  const [contentType, ...families] = format ?? ['application/octet-stream' as const];
  return { contentType, problem: problemOf(extension, families, bytes) };
}

/** Whether a program hides behind a name; for files that came by mail and are kept as they are. */
export function isExecutable(bytes: Buffer): boolean {
  return familyOf(bytes) === 'executable';
}

function problemOf(extension: string, families: readonly Family[], bytes: Buffer): AttachmentProblem | null {
  if (isRefusedType(extension) || pages.has(extension)) return 'refused_type';
  if (bytes.length === 0) return 'empty';
  const family = familyOf(bytes);
  if (family === 'executable') return 'executable';
  if (single.has(family) && families.includes(family) && isMixed(bytes)) return 'mixed_content';
  return fitsName(extension, families, { family, bytes }) ? null : 'content_mismatch';
}

/** A name we do not know may hold anything but a page. */
function fitsName(
  extension: string,
  families: readonly Family[],
  { family, bytes }: { family: Family; bytes: Buffer },
): boolean {
  if (families.length === 0) return family !== 'markup' && !(single.has(family) && isMixed(bytes));
  return families.includes(family) && !(family === 'zip' && isWrongOffice(extension, bytes));
}

const starts: readonly (readonly [string, Family])[] = [
  ['25504446', 'pdf'],
  ['89504e470d0a1a0a', 'png'],
  ['ffd8ff', 'jpeg'],
  ['474946383761', 'gif'],
  ['474946383961', 'gif'],
  ['424d', 'bmp'],
  ['49492a00', 'tiff'],
  ['4d4d002a', 'tiff'],
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['d0cf11e0a1b11ae1', 'ole'],
  ['7b5c727466', 'rtf'],
  ['377abcaf271c', 'archive'],
  ['526172211a07', 'archive'],
  ['1f8b', 'archive'],
  ['494433', 'audio_video'],
  ['fffb', 'audio_video'],
  ['fff3', 'audio_video'],
  // programs: Windows, Linux, macOS in both orders and as a bundle (also Java), WebAssembly, scripts, shortcuts
  ['4d5a', 'executable'],
  ['7f454c46', 'executable'],
  ['feedface', 'executable'],
  ['feedfacf', 'executable'],
  ['cefaedfe', 'executable'],
  ['cffaedfe', 'executable'],
  ['cafebabe', 'executable'],
  ['0061736d', 'executable'],
  ['2321', 'executable'],
  ['4c00000001140200', 'executable'],
];

function familyOf(bytes: Buffer): Family {
  const head = bytes.subarray(0, 16).toString('hex');
  const known = starts.find(([start]) => head.startsWith(start));
  // two letters alone are no proof: words begin with them too
  const isWord = known !== undefined && ['424d', '4d5a'].includes(known[0]) && isPlain(bytes);
  if (known !== undefined && !isWord) return known[1];
  return boxFamily(bytes) ?? (isPlain(bytes) ? textFamily(bytes) : 'other');
}

/** Formats that name themselves at an offset: RIFF and ISO base media (ISO/IEC 14496-12). */
function boxFamily(bytes: Buffer): Family | null {
  const at = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (at(0, 4) === 'RIFF') return at(8, 12) === 'WEBP' ? 'webp' : 'audio_video';
  if (at(4, 8) !== 'ftyp') return null;
  return /^(heic|heix|mif1|msf1)$/.test(at(8, 12)) ? 'heic' : 'audio_video';
}

/** Without NUL bytes in its first 8 KiB, or UTF-16 by its mark. */
function isPlain(bytes: Buffer): boolean {
  const isUtf16 = bytes.length >= 2 && ['fffe', 'feff'].includes(bytes.toString('hex', 0, 2));
  return isUtf16 || !bytes.subarray(0, 8_192).includes(0);
}

function textFamily(bytes: Buffer): Family {
  const head = bytes.toString('latin1', 0, 2_048).replaceAll('\0', '');
  return hasMarkup(head) ? 'markup' : 'text';
}

/** As a browser sniffs it (WHATWG MIME Sniffing): a tag at the start, or a script anywhere in the head. */
function hasMarkup(head: string): boolean {
  const start = head.replace(/^[\s\u00ef\u00bb\u00bf\u00ff\u00fe]+/, '').toLowerCase();
  return /^<(!doctype|html|head|body|script|iframe|svg|\?xml|!--|h1|div|a|p|style|title|table)[\s>?-]/.test(start) || /<script[\s>]/i.test(head); // prettier-ignore
}

/** A picture or PDF with an archive at its end, a page in its head, or a program in the place of its comment. */
function isMixed(bytes: Buffer): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - 65_557)); // an archive's end record with the longest comment
  const hasArchive = tail.includes(Buffer.from('504b0506', 'hex'));
  return hasArchive || /<(script|html|iframe|svg)[\s>]/i.test(bytes.toString('latin1', 0, 1_024));
}

/** Office documents are archives with a table of contents; those with macros bear other names. */
function isWrongOffice(extension: string, bytes: Buffer): boolean {
  const isOffice = ['docx', 'xlsx', 'pptx'].includes(extension);
  if (!isOffice) return false;
  return !bytes.includes('[Content_Types].xml') || bytes.includes('vbaProject.bin');
}

/** A name that stays a name on every system: no path, no control or direction marks, no device, at most 200 characters. */
export function cleanFileName(name: string): string {
  const plain = name
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '') // eslint-disable-line no-control-regex -- these are what it is about
    .replaceAll(/[:*?"<>|]/g, '_');
  const last = plain.slice(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
  const trimmed = last.trim().replace(/[\s.]+$/, '');
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(trimmed) ? `_${trimmed}` : trimmed;
  if (safe === '' || safe === '.') return 'Anhang';
  return safe.length <= 200 ? safe : `${safe.slice(0, 180)}${safe.slice(-20)}`;
}
