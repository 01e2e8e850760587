// The little of XML that workbooks use: tags with attributes and text between them, told one after the other.
import { SourceError } from './source.ts';

export interface XmlHandler {
  /** `name` without its namespace prefix; `attributes` as they stand in the tag. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Text as it stands, entities still in it. */
  text(text: string): void;
}

const longestTag = 1_000_000;

/** Reads pieces of XML; a document type (entities that grow) is refused. Throws SourceError. */
export async function scanXml(pieces: AsyncIterable<string>, handler: XmlHandler): Promise<void> {
  const scanner = createXmlScanner(handler);
  for await (const piece of pieces) scanner(piece);
}

/** The same for whoever wants to act between the pieces. */
export function createXmlScanner(handler: XmlHandler): (piece: string) => void {
  let rest = '';
  return (piece) => {
    rest += piece;
    let at = 0;
    for (;;) {
      const start = rest.indexOf('<', at);
      if (start === -1) break;
      const end = endOfTag(rest, start);
      if (end === -1) {
        if (rest.length - start > longestTag) throw new SourceError('not_xlsx');
        break;
      }
      if (start > at) handler.text(rest.slice(at, start));
      tell(rest.slice(start, end), handler);
      at = end;
    }
    rest = rest.slice(at);
    if (rest.length > longestTag && !rest.includes('<')) throw new SourceError('xlsx_too_large');
  };
}

function endOfTag(text: string, start: number): number {
  const closing = text.startsWith('<!--', start) ? '-->' : text.startsWith('<![CDATA[', start) ? ']]>' : '>';
  const end = text.indexOf(closing, start);
  return end === -1 ? -1 : end + closing.length;
}

function tell(tag: string, handler: XmlHandler): void {
  const second = tag.charCodeAt(1);
  if (second === 33) {
    if (tag.startsWith('<![CDATA[')) handler.text(tag.slice(9, -3).replaceAll('&', '&amp;'));
    else if (tag.startsWith('<!DOCTYPE')) throw new SourceError('not_xlsx');
  } else if (second === 47) handler.close(localName(tag.slice(2, -1).trim()));
  else if (second !== 63) tellOpen(tag, handler);
}

function tellOpen(tag: string, handler: XmlHandler): void {
  const isEmpty = tag.endsWith('/>');
  const body = tag.slice(1, isEmpty ? -2 : -1);
  const space = body.search(/\s/);
  const name = localName(space === -1 ? body : body.slice(0, space));
  handler.open(name, space === -1 ? '' : body.slice(space));
  if (isEmpty) handler.close(name);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** One attribute of a tag; null when it has none of that name. */
export function attributeOf(attributes: string, name: string): string | null {
  const match = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match === null ? null : decodeXml(match[1] ?? match[2] ?? '');
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text with its entities, and Excel's `_x000D_` for signs XML does not allow. */
export function decodeXml(text: string): string {
  const plain = text.includes('&')
    ? text.replace(
        /&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w+);/g,
        (all, entity: string) => decodeEntity(entity) ?? all,
      )
    : text;
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : plain;
}

function decodeEntity(entity: string): string | null {
  if (!entity.startsWith('#')) return Object.hasOwn(named, entity) ? (named[entity] ?? null) : null;
  const code = entity[1] === 'x' ? parseInt(entity.slice(2), 16) : parseInt(entity.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
