// The parts of a workbook beside its sheets: their names, the texts they share, and which styles mean a day.
import { SourceError } from './source.ts';
import { attributeOf, decodeXml, scanXml } from './xml.ts';
import { readZipText } from './zip.ts';
import type { ZipEntry } from './zip.ts';

type Entries = ReadonlyMap<string, ZipEntry>;

const mostPartBytes = 20_000_000;
const mostTextBytes = 600_000_000;
/** Characters of all shared texts together; they have to be in memory while the sheet is read. */
const mostCharacters = 100_000_000;

async function scanPart(
  path: string,
  entries: Entries,
  name: string,
  handler: Parameters<typeof scanXml>[1],
): Promise<boolean> {
  const entry = entries.get(name);
  if (entry === undefined) return false;
  await scanXml(readZipText(path, entry, mostPartBytes), handler);
  return true;
}

const nothing = () => undefined;

/** The sheets a reader of the workbook sees, in their order; hidden ones are not there. */
export async function readSheetNames(
  path: string,
  entries: Entries,
): Promise<{ name: string; entry: string }[]> {
  const found: { name: string; relation: string }[] = [];
  const targets = new Map<string, string>();
  const isWorkbook = await scanPart(path, entries, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name !== 'sheet' || (attributeOf(attributes, 'state') ?? 'visible') !== 'visible') return;
      const relation =
        /\sr:id\s*=\s*["']([^"']+)/.exec(attributes)?.[1] ?? attributeOf(attributes, 'id') ?? '';
      found.push({ name: attributeOf(attributes, 'name') ?? '', relation });
    },
    close: nothing,
    text: nothing,
  });
  if (!isWorkbook) throw new SourceError(entries.has('EncryptedPackage') ? 'xlsx_encrypted' : 'not_xlsx');
  await scanPart(path, entries, 'xl/_rels/workbook.xml.rels', {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      targets.set(attributeOf(attributes, 'Id') ?? '', attributeOf(attributes, 'Target') ?? '');
    },
    close: nothing,
    text: nothing,
  });
  return found.map(({ name, relation }) => ({ name, entry: entryOf(targets.get(relation) ?? '') }));
}

function entryOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

/** The texts that cells refer to by number; how they are read aloud (phonetic) is left out. */
export async function readSharedTexts(path: string, entries: Entries): Promise<string[]> {
  const entry = entries.get('xl/sharedStrings.xml');
  if (entry === undefined) return [];
  const texts: string[] = [];
  let characters = 0;
  let current = '';
  let [isText, isPhonetic] = [false, false];
  await scanXml(readZipText(path, entry, Math.min(mostTextBytes, 50_000_000 + entry.packedBytes * 250)), {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 't') isText = true;
      else if (name === 'rPh') isPhonetic = true;
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') {
        texts.push(current);
        characters += current.length + 8;
        if (characters > mostCharacters) throw new SourceError('xlsx_too_many_texts');
      }
    },
    text: (text) => {
      if (isText && !isPhonetic) current += decodeXml(text);
    },
  });
  return texts;
}

/** Excel's own formats that show a day or a time of day. */
const dateFormats = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);

/** Which cell styles mean a day, and whether days count from 1904 (old Macintosh workbooks). */
export async function readDateStyles(
  path: string,
  entries: Entries,
): Promise<{ dateStyles: ReadonlySet<number>; is1904: boolean }> {
  const own = new Set<number>();
  const dateStyles = new Set<number>();
  let [isInCells, style, is1904] = [false, 0, false];
  await scanPart(path, entries, 'xl/styles.xml', {
    open: (name, attributes) => {
      const format = Number(attributeOf(attributes, 'numFmtId') ?? -1);
      if (name === 'numFmt' && isDateFormat(attributeOf(attributes, 'formatCode') ?? '')) own.add(format);
      else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) {
        if (own.has(format) || dateFormats.has(format)) dateStyles.add(style);
        style += 1;
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
    text: nothing,
  });
  await scanPart(path, entries, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
    },
    close: nothing,
    text: nothing,
  });
  return { dateStyles, is1904 };
}

/** Day, month and year signs outside of quoted words and colours. */
function isDateFormat(code: string): boolean {
  return /[dmyh]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/i, ''));
}
