// The rating part of the bench on PostgreSQL: rating everybody anew, trying other thresholds, and the hints of one customer
// over HTTP beside their floor (the same SQL through the driver plus a bare answer).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { buildRatingRule, buildStrategies } from '#contract/examples-rating.ts';
import type { RatingRule } from '#contract/rating-scale.ts';
import type { Database } from '#api/db/database.ts';
import { openPostgres } from '#api/db/open-postgres.ts';
import { findInsightRow } from '#api/insights/store.ts';
import { noteMoves } from '#api/rating/history.ts';
import * as rating from '#api/rating/store.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import {
  benchOrganization,
  benchUser,
  benchUserOid,
  fullSize,
  generateBenchData,
  smallSize,
} from './data.ts';
import { printTable, showFigures, time } from './figures.ts';
import type { Figures } from './figures.ts';
import { get, post } from './http.ts';
import { withFilledPostgres } from './postgres.ts';
import { startChild } from './process.ts';
import { addRatingData } from './rating-data.ts';
import { findMainStatement, recordStatements } from './statements.ts';

export interface RatingFigures {
  readonly customers: number;
  readonly nightlyMs: number;
  readonly previewMs: number;
  readonly newThresholdsMs: number;
  readonly moved: number;
  readonly insightSql: Figures;
  readonly bare: Figures;
  readonly insights: Figures;
  readonly insightRatio: number;
}

const demoNow = '2026-09-03T13:58:00+02:00';
const today = '2026-09-03';
const user: SignedInUser = {
  organizationId: benchOrganization,
  id: benchUser,
  entraOid: benchUserOid,
  name: 'Bench',
  email: 'bench@bench.test',
  role: 'admin',
  jobTitle: null,
  territoryIds: [],
  customerVisibility: 'all',
};

/** Fills a database of its own once per size and measures it. */
export async function benchRating(sizeName: string): Promise<RatingFigures> {
  const size = sizeName === 'small' ? smallSize : fullSize;
  const folder = join('.cache', `bench-rating-${sizeName}`);
  const figures = await withFilledPostgres(folder, {
    fill: async (db) => {
      await generateBenchData(db, size, () => undefined);
      await addRatingData(db);
    },
    work: async (url) => {
      const db = openPostgres(url, pino({ level: 'warn' }));
      const measured = await measure(db, { url, folder, customers: size.customers });
      await db.close();
      return measured;
    },
  });
  printTable(`Rating, PostgreSQL, ${size.customers} customers`, linesOf(figures));
  return figures;
}

async function measure(
  db: Database,
  { url, folder, customers }: { url: string; folder: string; customers: number },
): Promise<RatingFigures> {
  const trying = [ruleFrom(8_000_000)];
  const nightlyMs = await once(() => rateNight(db));
  const previewMs = await once(() =>
    db.read(user, (trx) => rating.previewAll(trx, benchOrganization, { rules: trying, movers: 20 })),
  );
  let moved = 0;
  const newThresholdsMs = await once(async () => {
    moved = await saveRules(db, trying);
  });
  await saveRules(db, [buildRatingRule()]);
  const hints = await measureInsights(db, { url, folder, customers });
  return { customers, nightlyMs, previewMs, newThresholdsMs, moved, ...hints };
}

function ruleFrom(aFrom: number): RatingRule {
  return buildRatingRule({
    letter: {
      by: 'revenue',
      bands: [
        { class: 'A', from: aFrom, to: null },
        { class: 'B', from: 2_500_000, to: aFrom },
        { class: 'C', from: null, to: 2_500_000 },
      ],
    },
  });
}

/** As the nightly run does it: twelve months from the orders, everybody rated, moves in the history. */
function rateNight(db: Database): Promise<number> {
  return db.system(async (trx) => {
    await rating.moveYearOn(trx, benchOrganization, today);
    await rating.noteProductGroups(trx, benchOrganization);
    await rating.rateAll(trx, benchOrganization);
    return noteMoves(trx, benchOrganization, { onDay: today });
  });
}

function saveRules(db: Database, rules: RatingRule[]): Promise<number> {
  return db.transaction(user, async (trx) => {
    const { version } = await rating.readRules(trx, benchOrganization, { lock: true });
    const saved = { rules, strategy: buildStrategies(), note: '', saved_at: new Date(demoNow), by: null };
    await rating.writeRules(trx, benchOrganization, { version: version + 1, ...saved });
    await rating.rateAll(trx, benchOrganization);
    return noteMoves(trx, benchOrganization, { onDay: today });
  });
}

async function measureInsights(
  db: Database,
  { url, folder, customers }: { url: string; folder: string; customers: number },
): Promise<Pick<RatingFigures, 'insightSql' | 'bare' | 'insights' | 'insightRatio'>> {
  const runs = Math.min(1_000, customers);
  const { rows } = await db.execute(
    `select id from customer where organization_id = '${benchOrganization}' order by id limit ${runs}`,
  );
  const ids = rows.map((row) => (row as { id: string }).id); // of the statement above
  const statements = await Promise.all(ids.slice(0, 50).map((id) => statementOf(db, id)));
  const insightSql = await time(runs, async (n) => {
    const statement = statements[n % statements.length];
    if (statement) await db.execute(statement.text, statement.values);
  });
  const env = {
    DATABASE_URL: url,
    DATA_FOLDER: join(folder, 'data'),
    REQUESTS_PER_MINUTE: '0',
    DEMO_NOW: demoNow,
    LOG_LEVEL: 'warn',
  };
  const server = await startChild('server.ts', [], env);
  try {
    const { token } = JSON.parse(await post(`${server.url}/demo/sign-in`, {}, { user: 'bench' })) as {
      token: string;
    };
    const headers = { authorization: `Bearer ${token}` };
    const urlOf = (n: number) => `${server.url}/api/customers/${ids[n % ids.length] ?? ''}/insights`;
    const bare = await measureBare(await get(urlOf(0), headers), runs);
    const insights = await time(runs, (n) => get(urlOf(n), headers));
    return { insightSql, bare, insights, insightRatio: insights.p50Ms / (insightSql.p50Ms + bare.p50Ms) };
  } finally {
    await server.stop();
  }
}

async function statementOf(db: Database, customerId: string) {
  const recorded = await recordStatements(db, () =>
    db.system((trx) => findInsightRow(trx, user, { customerId, now: new Date(demoNow) })),
  );
  return findMainStatement(recorded);
}

async function measureBare(reply: string, runs: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'kundencockpit-bench-'));
  const file = join(folder, 'reply.json');
  writeFileSync(file, reply);
  const server = await startChild('bare.ts', [file]);
  const figures = await time(runs, () => get(server.url));
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

async function once(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function linesOf(figures: RatingFigures) {
  const seconds = (value: number) => `${(value / 1_000).toFixed(1)} s`;
  return [
    {
      what: 'the nightly run: twelve months, product groups, everybody rated',
      value: seconds(figures.nightlyMs),
      aim: 'seconds',
    },
    { what: 'effect of other thresholds on everybody', value: seconds(figures.previewMs), aim: 'seconds' },
    {
      what: `saving them: everybody rated, ${figures.moved} moves in the history`,
      value: seconds(figures.newThresholdsMs),
      aim: 'seconds',
    },
    { what: 'the hints’ SQL through the driver', value: showFigures(figures.insightSql) },
    { what: 'a bare Express answer of that size', value: showFigures(figures.bare) },
    { what: 'hints of a customer over HTTP', value: showFigures(figures.insights) },
    {
      what: '… as a ratio to SQL + bare answer',
      value: `${figures.insightRatio.toFixed(2)} ×`,
      aim: '≤ 2 ×',
    },
  ];
}
