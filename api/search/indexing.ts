// Keeps the index of names in step with customers and contacts: words, the same with letters left out, where each stands.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import { listAllRecords, listRecords } from './record-store.ts';
import type { IndexedRecord } from './record-store.ts';
import { rebuildTexts } from './counting.ts';
import { variantsOf, wordsOf } from './words.ts';

interface Posting {
  readonly word: string;
  readonly kind: string;
  readonly record_id: string;
  readonly customer_id: string;
}

const rowsPerStatement = 20_000;

/** Brings the words of one customer and its contacts up to date; call it in the transaction of the change. */
export async function indexCustomer(trx: Query, organizationId: string, customerId: string): Promise<void> {
  await indexCustomers(trx, organizationId, [customerId]);
}

/** The same for several at once: what is unchanged is not written. */
export async function indexCustomers(
  trx: Query,
  organizationId: string,
  customerIds: readonly string[],
): Promise<void> {
  await sql`delete from search_stale where organization_id = ${organizationId}::uuid
    and customer_id = any(${customerIds}::uuid[])`.execute(trx);
  const records = await listRecords(trx, organizationId, sql`= any(${customerIds}::uuid[])`);
  const wanted = new Map(records.flatMap(postingsOf).map((posting) => [keyOf(posting), posting]));
  const { rows: present } = await sql<Posting>`
    select word, kind, record_id, customer_id from search_posting
    where organization_id = ${organizationId}::uuid
      and record_id = any(${records.map((record) => record.record_id)}::uuid[])`.execute(trx);
  const known = new Set(present.map(keyOf));
  const added = [...wanted.values()].filter((posting) => !known.has(keyOf(posting)));
  const gone = present.filter((posting) => !wanted.has(keyOf(posting)));
  if (gone.length > 0) await removePostings(trx, organizationId, gone);
  if (added.length === 0) return;
  await insertPostings(trx, organizationId, added);
  await insertWords(trx, organizationId, new Map(added.map((posting) => [posting.word, 1])));
}

/** Builds the index of an organisation anew, in batches; for seeding, imports and after a change of these rules. */
export async function rebuildSearch(trx: Query, organizationId: string): Promise<void> {
  for (const table of ['search_posting', 'search_delete', 'search_word', 'search_stale'] as const) {
    await trx.deleteFrom(table).where('organization_id', '=', organizationId).execute();
  }
  const counts = new Map<string, number>();
  for await (const records of listAllRecords(trx, organizationId)) {
    const postings = records.flatMap(postingsOf);
    for (const { word } of postings) counts.set(word, (counts.get(word) ?? 0) + 1);
    await insertPostings(trx, organizationId, postings);
  }
  await insertWords(trx, organizationId, counts);
  await rebuildTexts(trx, organizationId);
}

/** Counts anew how rare each word is, and forgets words that stand nowhere any more; rarity may be a day old. */
export async function recountWords(trx: Query, organizationId: string): Promise<void> {
  await sql`
    with counted as (
      select word, count(*)::int as records from search_posting
      where organization_id = ${organizationId}::uuid group by word
    )
    update search_word w set records = coalesce(counted.records, 0)
    from search_word known left join counted using (word)
    where w.organization_id = ${organizationId}::uuid and known.organization_id = ${organizationId}::uuid
      and known.word = w.word and w.records <> coalesce(counted.records, 0)`.execute(trx);
  await sql`
    delete from search_delete d using search_word w
    where d.organization_id = ${organizationId}::uuid and w.organization_id = ${organizationId}::uuid
      and w.word = d.word and w.records = 0`.execute(trx);
  await trx
    .deleteFrom('search_word')
    .where('organization_id', '=', organizationId)
    .where('records', '=', 0)
    .execute();
}

/** The words of a record's name, and of what else is known of it where the name does not hold them already. */
function postingsOf({ kind, record_id, customer_id, name, more }: IndexedRecord): Posting[] {
  const own = wordsOf(name);
  const others = wordsOf(more).filter((word) => !own.includes(word));
  return [
    ...own.map((word) => ({ word, kind, record_id, customer_id })),
    ...others.map((word) => ({ word, kind: `${kind}+`, record_id, customer_id })),
  ];
}

function keyOf(posting: Posting): string {
  return `${posting.word} ${posting.kind} ${posting.record_id} ${posting.customer_id}`;
}

async function removePostings(trx: Query, organizationId: string, gone: readonly Posting[]): Promise<void> {
  await sql`
    delete from search_posting p
    using unnest(${gone.map((one) => one.word)}::text[], ${gone.map((one) => one.kind)}::text[],
      ${gone.map((one) => one.record_id)}::uuid[]) as gone(word, kind, record_id)
    where p.organization_id = ${organizationId}::uuid and p.record_id = gone.record_id and p.word = gone.word
      and p.kind = gone.kind`.execute(trx);
}

async function insertPostings(
  trx: Query,
  organizationId: string,
  postings: readonly Posting[],
): Promise<void> {
  for (const part of inParts(postings)) {
    await sql`
      insert into search_posting (organization_id, word, kind, record_id, customer_id)
      select ${organizationId}::uuid, * from unnest(
        ${part.map((one) => one.word)}::text[], ${part.map((one) => one.kind)}::text[],
        ${part.map((one) => one.record_id)}::uuid[], ${part.map((one) => one.customer_id)}::uuid[])
      on conflict do nothing`.execute(trx);
  }
}

/** Words in sorted order, so that two writers with common words wait for each other instead of locking up. */
async function insertWords(
  trx: Query,
  organizationId: string,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  const entries = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const part of inParts(entries)) {
    const { rows } = await sql<{ word: string }>`
      insert into search_word (organization_id, word, records)
      select ${organizationId}::uuid, * from unnest(
        ${part.map(([word]) => word)}::text[], ${part.map(([, records]) => records)}::int[])
      on conflict do nothing
      returning word`.execute(trx);
    await insertVariants(
      trx,
      organizationId,
      rows.map((row) => row.word),
    );
  }
}

async function insertVariants(trx: Query, organizationId: string, words: readonly string[]): Promise<void> {
  const variants = words.flatMap((word) => variantsOf(word).map((variant) => ({ variant, word })));
  for (const part of inParts(variants)) {
    await sql`
      insert into search_delete (organization_id, variant, word)
      select ${organizationId}::uuid, * from unnest(
        ${part.map((one) => one.variant)}::text[], ${part.map((one) => one.word)}::text[])
      on conflict do nothing`.execute(trx);
  }
}

function* inParts<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += rowsPerStatement) {
    yield items.slice(start, start + rowsPerStatement);
  }
}
