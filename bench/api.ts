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
  readonly cockpitAtTen: {
    readonly requestsPerSecond: number;
    readonly p50Ms: number;
    readonly p97Ms: number;
  };
  readonly log: Figures;
  readonly cockpitRatio: number;
  readonly peakMemoryMb: number;
  readonly replyBytes: number;
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
  const bareServer = await startChild('bare.ts', [bodyFile]);
  const bare = await time(settings.runs, () => get(bareServer.url));
  await bareServer.stop();
  const server = await startChild('server.ts', [], {
    ...settings.env,
    DEMO_NOW: demoNow,
    LOG_LEVEL: 'warn',
    REQUESTS_PER_MINUTE: '0',
  });
  try {
    const figures = await measureServer(server, settings);
    const cockpitRatio = figures.cockpit.p50Ms / (floor.sql.p50Ms + bare.p50Ms);
    const replyBytes = Buffer.byteLength(floor.reply);
    const { sql, mainStatement } = floor;
    return { database: settings.database, sql, mainStatement, bare, ...figures, cockpitRatio, replyBytes };
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
  const load = await autocannon({
    url: server.url,
    connections: 10,
    duration: 10,
    headers,
    requests: Array.from({ length: 500 }, (_, n) => ({ path: urlOf(n).slice(server.url.length) })),
  });
  if (load.non2xx > 0 || load.errors > 0)
    throw new Error(`${load.non2xx} answers were no success, ${load.errors} errors`);
  const customerId = await readCustomerId(urlOf(1), headers);
  const log = await time(Math.ceil(runs / 2), () =>
    post(`${server.url}/api/activities`, headers, mailOf(customerId)),
  );
  return {
    cockpit,
    cockpitAtTen: {
      requestsPerSecond: load.requests.average,
      p50Ms: load.latency.p50,
      p97Ms: load.latency.p97_5,
    },
    log,
    peakMemoryMb: server.peakMemoryMb(),
  };
}

/** The statements of the very cockpits that are asked for later, replayed through the driver alone, and such a reply. */
async function measureFloor(
  settings: Settings,
): Promise<{ sql: Figures; mainStatement: Figures; reply: string }> {
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
      const recorded = await recordStatements(async () => {
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
    return { sql, mainStatement, reply };
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

async function get(url: string, headers: Record<string, string> = {}): Promise<string> {
  return readReply(await fetch(url, { headers }));
}

async function post(url: string, headers: Record<string, string>, body: unknown): Promise<string> {
  const init = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return readReply(await fetch(url, init));
}

async function readReply(response: Response): Promise<string> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 300)}`);
  return text;
}
