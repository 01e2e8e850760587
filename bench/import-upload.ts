// A file of 200 MB through the real server: uploaded, imported in the background while somebody watches its progress and others
// work, and a larger one refused.
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { summarize } from './figures.ts';
import type { Figures } from './figures.ts';
import { get, post } from './http.ts';
import { startChild } from './process.ts';
import type { Child } from './process.ts';

export interface UploadFigures {
  readonly megabytes: number;
  readonly rows: number;
  readonly created: number;
  readonly uploadSeconds: number;
  readonly importSeconds: number;
  /** Different counts of rows that somebody who looks every half second saw. */
  readonly steps: number;
  /** What a search took meanwhile. */
  readonly beside: Figures;
  readonly idleMb: number;
  readonly peakMb: number;
  readonly refusal: string;
}

interface Run {
  readonly id: string;
  readonly state: string;
  readonly created: number;
  readonly rowsRead: number;
}

const mostBytes = 200_000_000;
const header = 'Kundennummer;Firma;PLZ;Ort;Bemerkung;Text 2;Text 3\n';
const filler = 'Lieferung nur vormittags, bitte vorher anrufen. '.repeat(13);
const line = (at: number) => `B${at};Große Datei ${at} GmbH;71229;Leonberg;${filler};${filler};${filler}\n`;

/** Starts a server of its own on this empty, migrated database. */
export async function measureUpload(url: string, rows: number): Promise<UploadFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-bench-upload-'));
  mkdirSync(join(folder, 'data'));
  const file = join(folder, 'gross.csv');
  await write(file, rows);
  const server = await startChild('server.ts', ['dist', '--jobs'], {
    DATABASE_URL: url,
    DATA_FOLDER: join(folder, 'data'),
    REQUESTS_PER_MINUTE: '0',
    LOG_LEVEL: 'warn',
  });
  try {
    const answer = await post(`${server.url}/demo/sign-in`, {}, { user: 'miriam' });
    const { token } = JSON.parse(answer) as { token: string };
    const headers = { authorization: `Bearer ${token}` };
    const idleMb = server.peakMemoryMb();
    const figures = await importFile(server, headers, file);
    const refusal = await refuse(server, headers);
    const megabytes = statSync(file).size / 1_000_000;
    return { megabytes, rows, idleMb, ...figures, peakMb: server.peakMemoryMb(), refusal };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function write(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write(header);
  for (let at = 0; at < rows; at += 1) if (!file.write(line(at))) await once(file, 'drain');
  file.end();
  await once(file, 'close');
}

async function importFile(server: Child, headers: Record<string, string>, file: string) {
  const uploadStart = performance.now();
  const uploaded = await upload(server, headers, createReadStream(file));
  if (!uploaded.ok) throw new Error(`${uploaded.status} ${await uploaded.text()}`);
  const { id: fileId } = (await uploaded.json()) as { id: string };
  const start = performance.now();
  const asked = { kind: 'customers', fileId, isDryRun: false };
  const key = { ...headers, 'idempotency-key': 'bench-upload' };
  const run = JSON.parse(await post(`${server.url}/api/import/runs`, key, asked)) as Run;
  const { last, steps, beside } = await watch(server, headers, run.id);
  if (last.state !== 'done') throw new Error(`the import ended as ${last.state}`);
  const importSeconds = (performance.now() - start) / 1_000;
  return {
    created: last.created,
    uploadSeconds: (start - uploadStart) / 1_000,
    importSeconds,
    steps,
    beside: summarize(beside),
  };
}

/** Looks twice a second how far it is, and searches in between, until it has ended. */
async function watch(server: Child, headers: Record<string, string>, id: string) {
  const seen = new Set<number>();
  const beside: number[] = [];
  for (;;) {
    const answer = await get(`${server.url}/api/import/runs/${id}`, headers);
    const { run } = JSON.parse(answer) as { run: Run };
    seen.add(run.rowsRead);
    if (['done', 'failed', 'cancelled'].includes(run.state)) return { last: run, steps: seen.size, beside };
    const start = performance.now();
    await get(`${server.url}/api/search?q=hollerbach`, headers);
    beside.push(performance.now() - start);
    await wait(500);
  }
}

/** What a file that is one row too large is told. */
async function refuse(server: Child, headers: Record<string, string>): Promise<string> {
  const row = line(0);
  const rows = Math.ceil(mostBytes / row.length) + 1;
  const piece = Buffer.from(row.repeat(1_000));
  const pieces = Array.from({ length: Math.ceil(rows / 1_000) }, () => piece);
  const answer = await upload(server, headers, Readable.from(pieces));
  return `${answer.status} ${await answer.text()}`;
}

function upload(server: Child, headers: Record<string, string>, body: Readable): Promise<Response> {
  const init: object = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body: Readable.toWeb(body),
    duplex: 'half',
  };
  return fetch(`${server.url}/api/import/files/gross.csv`, init as RequestInit); // duplex is missing in the type
}
