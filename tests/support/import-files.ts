// Files as an ERP would write them, for tests of the import: workbooks, uploads, an OData service of one's own.
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strToU8, zipSync } from 'fflate';
import type { Reply } from '#contract/endpoint.ts';
import type { uploadImportFile } from '#contract/import.ts';
import type { ShortName } from './people.ts';

export type SheetCell =
  string | number | { date: number } | { formula: string; value: string } | { inline: string };

/** A workbook of one sheet with shared texts, date styles and formulas, as Excel writes it. */
export function buildWorkbook(rows: readonly (readonly (SheetCell | null)[])[], name = 'Tabelle1'): Buffer {
  const texts: string[] = [];
  const cells = rows.map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, place(column, at + 1), texts)).join('')}</row>`,
  );
  const files = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="r"><sheets><sheet name="Verborgen" sheetId="2" state="hidden" r:id="rId9"/><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet><sheetData>${cells.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><t>${escape(text)}</t></si>`).join('')}</sst>`,
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))),
  );
}

function place(column: number, row: number): string {
  const letters = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26));
  return `${letters}${String.fromCharCode(65 + (column % 26))}${row}`;
}

function cellXml(cell: SheetCell | null, at: string, texts: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    texts.push(cell);
    return `<c r="${at}" t="s"><v>${texts.length - 1}</v></c>`;
  }
  if ('date' in cell) return `<c r="${at}" s="1"><v>${cell.date}</v></c>`;
  if ('inline' in cell) return `<c r="${at}" t="inlineStr"><is><t>${escape(cell.inline)}</t></is></c>`;
  return `<c r="${at}" t="str"><f>${escape(cell.formula)}</f><v>${escape(cell.value)}</v></c>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Uploads bytes as that person. */
export async function uploadFile(
  world: { readonly url: string; authorizationOf(user: ShortName): Promise<string> },
  user: ShortName,
  name: string,
  content: string | Buffer,
): Promise<Reply<typeof uploadImportFile>> {
  const response = await fetch(`${world.url}/api/import/files/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', authorization: await world.authorizationOf(user) },
    body: new Uint8Array(Buffer.from(content)),
  });
  if (response.status !== 200)
    throw new Error(`Upload answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Reply<typeof uploadImportFile>; // the server checks its replies itself
}

export interface ODataService {
  readonly url: string;
  readonly host: string;
  /** What was asked for, newest last, with the credentials that came along. */
  readonly asked: { path: string; authorization: string | undefined; apiKey: string | undefined }[];
  /** The next this many requests are told to wait a second. */
  busy: number;
  close(): Promise<void>;
}

/** A local OData 4 service with one entity set per name, in pages by nextLink. */
export async function startOData(
  sets: Readonly<Record<string, readonly object[]>>,
  pageSize = 50,
): Promise<ODataService> {
  const service = { asked: [] as ODataService['asked'], busy: 0 };
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    service.asked.push({
      path: url.pathname + url.search,
      authorization: request.headers.authorization,
      apiKey: request.headers['x-api-key']?.toString(),
    });
    if (service.busy > 0) {
      service.busy -= 1;
      response.writeHead(429, { 'retry-after': '1' }).end();
      return;
    }
    const name = url.pathname.slice(1);
    if (name === 'elsewhere') {
      response.end(JSON.stringify({ value: [{ a: 1 }], '@odata.nextLink': 'http://anderswo.test/x' }));
      return;
    }
    const all = sets[name];
    if (all === undefined) {
      response.writeHead(404).end('{}');
      return;
    }
    const skip = Number(url.searchParams.get('$skip') ?? 0);
    const next =
      skip + pageSize < all.length ? { '@odata.nextLink': `${name}?$skip=${skip + pageSize}` } : {};
    response.end(
      JSON.stringify({ '@odata.context': '$metadata', value: all.slice(skip, skip + pageSize), ...next }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on a port
  return Object.assign(service, {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
