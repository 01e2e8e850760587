// Cockpit and logging over HTTP on one database, beside their floor: the same SQL through the driver plus a bare answer.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { readConfig } from '#api/config.ts';
import { createMain } from '#api/main.ts';
import { listen, stopListening } from '#api/listen.ts';
import { benchAddress } from './data.ts';
import { time } from './figures.ts';
import type { Figures } from './figures.ts';
import { get, post } from './http.ts';
import { startChild } from './process.ts';
import type { Child } from './process.ts';
import { findMainStatement, recordStatements, replay } from './statements.ts';
import type { Statement } from './statements.ts';
import type { AddressInfo } from 'node:net';

export interface ApiFigures {
  readonly database: string;
  /** All statements that a cockpit sends, with sign-in and transaction. */
  readonly sql: Figures;
  /** The longest of them alone, past row security. */
  readonly mainStatement: Figures;
  readonly bare: Figures;
  readonly cockpit: Figures;
  readonly cockpitAtTen: LoadFigures;
  /** A server of the same SQL and the bare answer, nothing else. */
  readonly floorAtTen: LoadFigures;
  readonly log: Figures;
  readonly cockpitRatio: number;
  readonly peakMemoryMb: number;
  readonly replyBytes: number;
}

interface LoadFigures {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
}

interface Settings {
  readonly database: string;
  readonly customers: number;
  readonly runs: number;
  readonly env: Readonly<Record<string, string>>;
}

const demoNow = '2026-09-03T13:58:00+02:00';

/** Measures one database that holds the bench data. */
export async function measureApi(settings: Settings): Promise<ApiFigures> {
  const floor = await measureFloor(settings);
  const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-bench-'));
  const bodyFile = join(folder, 'reply.json');
  writeFileSync(bodyFile, floor.reply);
  const requestsFile = join(folder, 'requests.json');
  writeFileSync(requestsFile, JSON.stringify(floor.requests));
  const env = { ...settings.env, DEMO_NOW: demoNow, LOG_LEVEL: 'warn', REQUESTS_PER_MINUTE: '0' };
  const bareServer = await startChild('bare.ts', [bodyFile]);
  const bare = await time(settings.runs, () => get(bareServer.url));
  await bareServer.stop();
  const floorServer = await startChild('bare.ts', [bodyFile, requestsFile], env);
  const floorAtTen = await load(floorServer.url, ['/']);
  await floorServer.stop();
  const server = await startChild('server.ts', [], env);
  try {
    const figures = await measureServer(server, settings);
    const cockpitRatio = figures.cockpit.p50Ms / (floor.sql.p50Ms + bare.p50Ms);
    const replyBytes = Buffer.byteLength(floor.reply);
    const { sql, mainStatement } = floor;
    const { database } = settings;
    return { database, sql, mainStatement, bare, floorAtTen, ...figures, cockpitRatio, replyBytes };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureServer(server: Child, { customers, runs }: Settings) {
  const token = await signIn(server.url);
  const headers = { authorization: `Bearer ${token}` };
  const urlOf = (n: number) => cockpitUrl(server.url, spread(n, customers));
  const cockpit = await time(runs, (n) => get(urlOf(n), headers));
  const paths = Array.from({ length: 500 }, (_, n) => urlOf(n).slice(server.url.length));
  const cockpitAtTen = await load(server.url, paths, headers);
  const customerId = await readCustomerId(urlOf(1), headers);
  const log = await time(Math.ceil(runs / 2), () =>
    post(`${server.url}/api/activities`, headers, mailOf(customerId)),
  );
  return {
    cockpit,
    cockpitAtTen,
    log,
    peakMemoryMb: server.peakMemoryMb(),
  };
}

/** Ten connections for ten seconds, one path after the other. */
async function load(
  url: string,
  paths: readonly string[],
  headers: Record<string, string> = {},
): Promise<LoadFigures> {
  const requests = paths.map((path) => ({ path }));
  const seen = await autocannon({ url, connections: 10, duration: 10, headers, requests });
  if (seen.non2xx > 0 || seen.errors > 0)
    throw new Error(`${seen.non2xx} answers were no success, ${seen.errors} errors`);
  return { requestsPerSecond: seen.requests.average, p50Ms: seen.latency.p50 };
}

/** The statements of the very cockpits that are asked for later, replayed through the driver alone, and such a reply. */
async function measureFloor(
  settings: Settings,
): Promise<{ sql: Figures; mainStatement: Figures; reply: string; requests: Statement[][] }> {
  const main = await createMain(
    readConfig({
      ...process.env,
      ...settings.env,
      DEMO_NOW: demoNow,
      LOG_LEVEL: 'silent',
      REQUESTS_PER_MINUTE: '0',
    }),
  );
  const servers = await listen(main.app, '127.0.0.1', 0);
  try {
    const { port } = servers[0]?.address() as AddressInfo; // listening on TCP, so an address object
    const url = `http://127.0.0.1:${port}`;
    const headers = { authorization: `Bearer ${await signIn(url)}` };
    const { db } = main.deps;
    let reply = '';
    const requests: Statement[][] = [];
    for (let n = 0; n < settings.runs * 2; n += 1) {
      const recorded = await recordStatements(db, async () => {
        reply = await get(cockpitUrl(url, spread(n, settings.customers)), headers);
      });
      requests.push(recorded);
    }
    const requestOf = (n: number) => requests[n] ?? [];
    const sql = await time(settings.runs, (n) => replay(db, requestOf(n)));
    const mainStatement = await time(settings.runs, (n) => {
      const { text, values } = findMainStatement(requestOf(n));
      return db.execute(text, values);
    });
    return { sql, mainStatement, reply, requests: requests.slice(0, 500) };
  } finally {
    await stopListening(servers, 100);
    await main.close();
  }
}

/** Different customers one after the other, far apart in the table. */
function spread(n: number, customers: number): number {
  return (n * 7_919) % customers;
}

function cockpitUrl(url: string, customer: number): string {
  return `${url}/api/cockpit?email=${encodeURIComponent(benchAddress(customer))}`;
}

async function signIn(url: string): Promise<string> {
  const { token } = JSON.parse(await post(`${url}/demo/sign-in`, {}, { user: 'bench' })) as { token: string };
  return token;
}

async function readCustomerId(url: string, headers: Record<string, string>): Promise<string> {
  const cockpit = JSON.parse(await get(url, headers)) as { customer: { id: string } };
  return cockpit.customer.id;
}

function mailOf(customerId: string) {
  const from = { name: 'Bench', address: benchAddress(1) };
  const mail = {
    messageId: `<${randomUUID()}@bench.test>`,
    subject: 'Rückfrage',
    from,
    sentAt: '2026-09-03T10:00:00Z',
    bodyText: 'Guten Tag,\n\nwann kommt die Lieferung?\n',
  };
  return { customerId, mail };
}
