// The search over HTTP on names typed in a hurry: how often the one meant is among the first ten, and how long it takes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#api/config.ts';
import type { Database } from '#api/db/database.ts';
import { createMain } from '#api/main.ts';
import { listen, stopListening } from '#api/listen.ts';
import { damageName, listCompanies, seededRandom } from './company-names.ts';
import type { Company, DamagedName } from './company-names.ts';
import { ms, showFigures, time } from './figures.ts';
import type { Figures, Line } from './figures.ts';
import { get, post } from './http.ts';
import { startChild } from './process.ts';
import type { Child } from './process.ts';
import { recordStatements } from './statements.ts';
import type { Statement } from './statements.ts';
import { searchSeed } from './search-data.ts';
import type { AddressInfo } from 'node:net';

export interface SearchFigures {
  readonly database: string;
  readonly customers: number;
  readonly queries: number;
  /** Share of damaged names whose customer stands among the first ten hits. */
  readonly recallAtTen: number;
  /** The same for each kind of damage. */
  readonly recallOf: Readonly<Record<string, number>>;
  readonly missed: readonly string[];
  readonly names: Figures;
  /** Every state of the box while names are being typed, from the third letter on. */
  readonly typing: Figures;
  readonly numbers: Figures;
  readonly texts: Figures;
  readonly sql: Figures;
  readonly bare: Figures;
  readonly ratio: number;
}

interface Settings {
  readonly database: string;
  readonly customers: number;
  readonly queries: number;
  readonly hasTexts: boolean;
  readonly env: Readonly<Record<string, string>>;
}

const serverEnv = { DEMO_NOW: '2026-09-03T13:58:00+02:00', REQUESTS_PER_MINUTE: '0' };
const floorQueries = 100;
const textWords =
  'Türschliesser Lackschaden Liefertermin Prüfzeugnis Obentürschliesser Netzteil Rahmenvertrag Lichtschranke Wechselgarnitur Faltwand'.split(
    ' ',
  );

/** Measures one database that holds the search bench's data. */
export async function measureSearch(settings: Settings): Promise<SearchFigures> {
  const companies = listCompanies(settings.customers, seededRandom(searchSeed));
  const asked = askFor(companies, settings.queries);
  const floor = await measureFloor(settings, asked.slice(0, floorQueries));
  const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-bench-'));
  const bodyFile = join(folder, 'reply.json');
  writeFileSync(bodyFile, floor.reply);
  const bareServer = await startChild('bare.ts', [bodyFile]);
  const bare = await time(settings.queries, () => get(bareServer.url));
  await bareServer.stop();
  const server = await startChild('server.ts', [], { ...settings.env, ...serverEnv, LOG_LEVEL: 'warn' });
  try {
    const figures = await measureServer(server, settings, asked, companies);
    const ratio = figures.names.p50Ms / (floor.sql.p50Ms + bare.p50Ms);
    const { database, customers, queries } = settings;
    return { database, customers, queries, ...figures, sql: floor.sql, bare, ratio };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Asked extends DamagedName {
  readonly name: string;
}

/** Customers far apart in the table, each name damaged once. */
function askFor(companies: readonly Company[], count: number): Asked[] {
  const random = seededRandom(searchSeed + 7);
  return Array.from({ length: count }, () => {
    const { name } = companies[Math.floor(random() * companies.length)] ?? { name: '' };
    return { name, ...damageName(name, random) };
  });
}

interface Reply {
  readonly items: readonly { readonly kind: string; readonly title: string }[];
}

async function measureServer(
  server: Child,
  { hasTexts }: Settings,
  asked: readonly Asked[],
  companies: readonly Company[],
) {
  const headers = { authorization: `Bearer ${await signIn(server.url)}` };
  const ask = async (q: string) =>
    JSON.parse(await get(`${server.url}/api/search?q=${encodeURIComponent(q)}`, headers)) as Reply;
  const places = new Map<number, number>();
  const names = await time(asked.length, async (n) => {
    const one = asked[n % asked.length];
    if (one === undefined) return;
    const { items } = await ask(one.text);
    places.set(
      n % asked.length,
      items.findIndex((hit) => hit.kind === 'customer' && hit.title === one.name),
    );
  });
  const isFound = (n: number) => (places.get(n) ?? -1) >= 0 && (places.get(n) ?? 10) < 10;
  const typed = asked
    .slice(0, 60)
    .flatMap(({ text }) =>
      Array.from({ length: Math.max(text.length - 2, 1) }, (_, n) => text.slice(0, n + 3)),
    );
  const typing = await time(typed.length, (n) => ask(typed[n % typed.length] ?? ''));
  const numbers = await time(200, (n) =>
    ask(
      hasTexts
        ? `au ${20 + (n % 7)} ${String((n * 31) % 90_000).padStart(6, '0')}`
        : String(1_000_001 + n * 37),
    ),
  );
  const texts = await time(200, (n) => ask(textQuery(n, companies)));
  return {
    recallAtTen: shareOf(asked.map((_, n) => isFound(n))),
    recallOf: recallOf(asked, isFound),
    missed: asked.filter((_, n) => !isFound(n)).map(({ text, name }) => `${text} ≠ ${name}`),
    names,
    typing,
    numbers,
    texts,
  };
}

/** One word, two words, or a word beside a company. */
function textQuery(n: number, companies: readonly Company[]): string {
  const word = textWords[n % textWords.length] ?? '';
  if (n % 3 === 0) return word;
  if (n % 3 === 1) return `${word} ${textWords[(n * 3 + 1) % textWords.length] ?? ''}`;
  return `${companies[(n * 7_919) % companies.length]?.name ?? ''} ${word}`;
}

function recallOf(asked: readonly Asked[], isFound: (n: number) => boolean): Record<string, number> {
  const kinds = [...new Set(asked.map(({ damage }) => damage))].sort();
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      shareOf(asked.flatMap(({ damage }, n) => (damage === kind ? [isFound(n)] : []))),
    ]),
  );
}

function shareOf(list: readonly boolean[]): number {
  return list.filter(Boolean).length / Math.max(list.length, 1);
}

/** The statements of a search as our code sends them, replayed through the driver alone, and a reply for the bare server. */
async function measureFloor(
  settings: Settings,
  asked: readonly Asked[],
): Promise<{ sql: Figures; reply: string }> {
  const main = await createMain(
    readConfig({ ...process.env, ...settings.env, ...serverEnv, LOG_LEVEL: 'silent' }),
  );
  const servers = await listen(main.app, '127.0.0.1', 0);
  try {
    const { port } = servers[0]?.address() as AddressInfo; // listening on TCP, so an address object
    const url = `http://127.0.0.1:${port}`;
    const headers = { authorization: `Bearer ${await signIn(url)}` };
    let reply = '';
    const searches: Statement[][] = [];
    for (const { text } of asked) {
      const recorded = await recordStatements(main.deps.db, async () => {
        reply = await get(`${url}/api/search?q=${encodeURIComponent(text)}`, headers);
      });
      searches.push(recorded.filter((statement) => statement.text.includes('search_')));
    }
    return { sql: await replay(main.deps.db, searches), reply };
  } finally {
    await stopListening(servers, 100);
    await main.close();
  }
}

function replay(db: Database, searches: readonly (readonly Statement[])[]): Promise<Figures> {
  return time(searches.length * 3, async (n) => {
    for (const statement of searches[n % searches.length] ?? []) {
      await db.execute(statement.text, statement.values);
    }
  });
}

async function signIn(url: string): Promise<string> {
  const { token } = JSON.parse(await post(`${url}/demo/sign-in`, {}, { user: 'bench' })) as { token: string };
  return token;
}

/** The figures as lines of the bench's table. */
export function searchLines(figures: SearchFigures): Line[] {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const isAim = figures.database === 'PostgreSQL' && figures.customers === 100_000;
  return [
    {
      what: `damaged names found among the first ten (${figures.queries} queries)`,
      value: percent(figures.recallAtTen),
      aim: '≥ 99 %',
    },
    ...Object.entries(figures.recallOf).map(([damage, share]) => ({
      what: `… ${damage}`,
      value: percent(share),
    })),
    {
      what: 'search by damaged name over HTTP',
      value: showFigures(figures.names),
      ...(isAim ? { aim: 'p95 10 ms' } : {}),
    },
    { what: '… while typing, letter by letter', value: showFigures(figures.typing) },
    { what: '… by number', value: showFigures(figures.numbers) },
    { what: '… by words of texts', value: showFigures(figures.texts) },
    { what: 'the statements of a search through the driver', value: showFigures(figures.sql) },
    { what: 'a bare Express answer of the same size', value: showFigures(figures.bare) },
    {
      what: 'search as a ratio to SQL + bare answer',
      value: `${figures.ratio.toFixed(2)} × of ${ms(figures.sql.p50Ms + figures.bare.p50Ms)}`,
    },
  ];
}
