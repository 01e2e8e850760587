// All pages of an endpoint into one file of flat records, a line each, before anything is written to the database.
import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cell } from '../files/source.ts';
import { SourceError } from '../files/source.ts';
import { AskedToWait, fetchPage } from './fetch-page.ts';
import type { EndpointAccess } from './fetch-page.ts';
import { checkAddress } from './guard.ts';

const mostPages = 20_000;
/** Longer waits are left to the job, which comes back then. */
const longestPauseSeconds = 20;
const mostDepth = 4;

export interface SaveOptions extends EndpointAccess {
  readonly mostPages?: number;
  readonly onPage?: (records: number) => void;
}

/** Writes the records; answers how many there were. Throws SourceError or AskedToWait. */
export async function saveRecords(address: string, path: string, options: SaveOptions): Promise<number> {
  const first = checkAddress(address, options.hosts);
  const file = await open(path, 'w');
  let records = 0;
  try {
    let url: URL | null = first;
    for (let page = 1; url !== null; page += 1) {
      if (page > mostPages) throw new SourceError('too_many_pages');
      const body = await fetchPatiently(url, options);
      const found = recordsOf(body);
      records += found.length;
      await file.write(found.map((one) => `${JSON.stringify(flatten(one))}\n`).join(''));
      options.onPage?.(records);
      url = page >= (options.mostPages ?? Infinity) ? null : nextOf(body, url, first);
    }
  } finally {
    await file.close();
  }
  return records;
}

async function fetchPatiently(url: URL, options: SaveOptions): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetchPage(url, options);
    } catch (error) {
      const waits = error instanceof AskedToWait && error.seconds <= longestPauseSeconds && attempt <= 5;
      if (!waits) throw error;
      await pause(error.seconds * 1_000, undefined, { signal: options.signal });
    }
  }
}

type Json = Record<string, unknown>;

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** OData 4 `value`, OData 2 `d.results`, a bare list, or the only list of the answer. */
function recordsOf(body: unknown): Json[] {
  const list = listIn(body);
  if (list === null || !list.every(isRecord))
    throw new SourceError('not_json', { value: JSON.stringify(body).slice(0, 60) });
  return list;
}

function listIn(body: unknown): unknown[] | null {
  if (Array.isArray(body)) return body;
  if (!isRecord(body)) return null;
  if (Array.isArray(body['value'])) return body['value'];
  const { d } = body;
  if (Array.isArray(d)) return d;
  if (isRecord(d) && Array.isArray(d['results'])) return d['results'];
  const lists = Object.values(body).filter(Array.isArray);
  return lists.length === 1 ? (lists[0] ?? null) : null;
}

/** The next page, if there is one; it must be on the host that the credentials are for. */
function nextOf(body: unknown, current: URL, first: URL): URL | null {
  if (!isRecord(body)) return null;
  const inner = isRecord(body['d']) ? body['d'] : {};
  const link = [
    body['@odata.nextLink'],
    body['odata.nextLink'],
    body['nextLink'],
    body['next'],
    inner['__next'],
  ].find((one) => typeof one === 'string' && one !== '');
  if (typeof link !== 'string') return null;
  if (!URL.canParse(link, current))
    throw new SourceError('next_link_elsewhere', { value: link.slice(0, 100) });
  const url = new URL(link, current);
  if (url.origin !== first.origin) throw new SourceError('next_link_elsewhere', { value: url.host });
  if (url.href === current.href) throw new SourceError('too_many_pages');
  return url;
}

/** Nested records become `Address/City`; lists and the protocol's own fields are left out. */
export function flatten(record: Json, prefix = '', depth = 1): Record<string, Cell> {
  const flat: Record<string, Cell> = {};
  for (const [name, value] of Object.entries(record)) {
    if (name.startsWith('@') || name.startsWith('__') || name.includes('@odata.')) continue;
    if (isRecord(value)) {
      if (depth < mostDepth) Object.assign(flat, flatten(value, `${prefix}${name}/`, depth + 1));
    } else if (!Array.isArray(value)) flat[`${prefix}${name}`] = toCell(value);
  }
  return flat;
}

function toCell(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return null;
  // days as OData 2 writes them
  const milliseconds = /^\/Date\((-?\d+)([+-]\d+)?\)\/$/.exec(value)?.[1];
  return milliseconds === undefined ? value : new Date(Number(milliseconds)).toISOString().slice(0, 10);
}
