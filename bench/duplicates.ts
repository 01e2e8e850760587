// The duplicates' part of the bench: twins are planted among the generated customers, the nightly run looks for them, and
// they are taken away again. Measures how long it takes and how many of the twins it finds.
import { sql } from 'kysely';
import type { Database, Query } from '#api/db/database.ts';
import { scanDuplicates } from '#api/duplicates/scan.ts';
import { recountWords } from '#api/search/indexing.ts';
import { indexCustomers, rebuildSearch } from '#api/search/search.ts';
import { benchOrganization } from './data.ts';
import { printTable } from './figures.ts';

export interface DuplicateFigures {
  readonly customers: number;
  readonly planted: number;
  /** Looking at what two may share, and weighing every candidate. */
  readonly scanMs: number;
  readonly candidates: number;
  readonly pairs: number;
  /** Twins that stand in the list beside their own original. */
  readonly found: number;
}

const today = '2026-09-03';
const now = new Date('2026-09-03T11:58:00Z');
const org = `'${benchOrganization}'::uuid`;
/** Of so many customers one is there twice. */
const twinEvery = 100;
const twinId = (id: string) =>
  `overlay(overlay(md5('twin' || ${id}) placing '7' from 13) placing '8' from 17)::uuid`;

/** Plants twins, looks for them as the nightly run does, and leaves the database as it was. */
export async function benchDuplicates(db: Database): Promise<DuplicateFigures> {
  const customers = await count(db, 'customer', 'true');
  if ((await count(db, 'search_word', 'true')) === 0) {
    await atLeisure(db, (trx) => rebuildSearch(trx, benchOrganization));
  }
  await plant(db);
  try {
    await db.execute('analyze');
    const start = performance.now();
    const scanned = await scanDuplicates(
      { db, clock: { now: () => now } },
      { organizationId: benchOrganization, today },
    );
    const scanMs = performance.now() - start;
    return {
      customers,
      planted: await count(db, 'customer', isTwin),
      scanMs,
      ...scanned,
      found: await countFound(db),
    };
  } finally {
    await clear(db);
  }
}

const isTwin = `legal_basis = 'bench twin'`;

/**
 * Without a number; by turns the words of the name the other way round, umlauts written out, another legal form, moved to
 * another street, and the same telephone.
 */
async function plant(db: Database): Promise<void> {
  const original = `with original as (
      select c.*, row_number() over (order by c.id) as place from customer c where organization_id = ${org}
    ), chosen as (select *, place / ${twinEvery} % 4 as turn from original where place % ${twinEvery} = 0)`;
  const spelled = `case turn
      when 0 then split_part(name, ' ', 2) || ' ' || split_part(name, ' ', 3) || ' ' || split_part(name, ' ', 1)
      when 1 then replace(replace(replace(replace(name, 'ü', 'ue'), 'ö', 'oe'), 'ä', 'ae'), 'ß', 'ss')
      when 2 then split_part(name, ' ', 1) || ' ' || split_part(name, ' ', 2) || ' ' || split_part(name, ' ', 3) || ' UG'
      else name end`;
  await run(
    db,
    `${original} insert into customer (organization_id, id, name, phase, street, postcode, city, owner_id, territory_id, legal_basis)
      select organization_id, ${twinId('id::text')}, ${spelled}, 'acquisition',
        case turn when 3 then 'Gewerbering ' || place % 90 else replace(street, 'straße', 'str.') end, postcode, city,
        owner_id, territory_id, 'bench twin' from chosen`,
  );
  const ids = await listTwins(db);
  await atLeisure(db, (trx) => indexCustomers(trx, benchOrganization, ids));
}

async function listTwins(db: Database): Promise<string[]> {
  const text = `select id from customer where organization_id = ${org} and ${isTwin}`;
  const { rows } = await db.system((trx) => sql.raw<{ id: string }>(text).execute(trx));
  return rows.map(({ id }) => id);
}

async function countFound(db: Database): Promise<number> {
  return count(
    db,
    'duplicate_pair p',
    `exists (select from customer c where c.organization_id = ${org} and c.legal_basis <> 'bench twin'
      and c.id in (p.customer_a, p.customer_b) and ${twinId('c.id::text')} in (p.customer_a, p.customer_b))`,
  );
}

async function clear(db: Database): Promise<void> {
  const postings = `delete from search_posting where organization_id = ${org} and record_id in`;
  await run(db, `${postings} (select id from customer where organization_id = ${org} and ${isTwin})`);
  await run(db, `delete from duplicate_pair where organization_id = ${org}`);
  await run(db, `delete from customer where organization_id = ${org} and ${isTwin}`);
  await run(db, `update organization set duplicates_on = null where organization_id = ${org}`);
  await atLeisure(db, (trx) => recountWords(trx, benchOrganization));
}

function run(db: Database, statement: string): Promise<unknown> {
  return atLeisure(db, (trx) => sql.raw(statement).execute(trx));
}

/** Filling takes as long as it takes. */
function atLeisure<T>(db: Database, work: (trx: Query) => Promise<T>): Promise<T> {
  return db.system(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx);
    return work(trx);
  });
}

async function count(db: Database, table: string, condition: string): Promise<number> {
  const text = `select count(*)::int as count from ${table} where organization_id = ${org} and ${condition}`;
  const { rows } = await db.system((trx) => sql.raw<{ count: number }>(text).execute(trx));
  return rows[0]?.count ?? 0;
}

/** Prints what was measured beside its aim. */
export function printDuplicates(figures: DuplicateFigures): void {
  const { customers, planted, scanMs, candidates, pairs, found } = figures;
  const share = planted === 0 ? 0 : (100 * found) / planted;
  printTable(`Duplicates, ${customers} customers`, [
    {
      what: `the nightly run over ${candidates} candidates`,
      value: `${(scanMs / 1_000).toFixed(1)} s`,
      aim: '< 300 s',
    },
    { what: `planted twins found, of ${planted}`, value: `${found} (${share.toFixed(1)} %)`, aim: '≥ 95 %' },
    { what: 'pairs in the list', value: String(pairs) },
  ]);
}
