// Keeps the search index in step with customers and contacts: words, the same with letters left out, where each stands.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import { variantsOf, wordsOf } from './words.ts';

interface IndexedRecord {
  readonly kind: 'customer' | 'contact';
  readonly record_id: string;
  readonly customer_id: string;
  readonly text: string;
}

interface Posting {
  readonly word: string;
  readonly kind: string;
  readonly record_id: string;
  readonly customer_id: string;
}

const recordsPerBatch = 20_000;
const rowsPerStatement = 20_000;

/** Brings the words of one customer and its contacts up to date; call it in the transaction of the change. */
export async function indexCustomer(trx: Query, organizationId: string, customerId: string): Promise<void> {
  const records = await listRecords(trx, organizationId, sql`= ${customerId}::uuid`);
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
  for (const table of ['search_posting', 'search_delete', 'search_word'] as const) {
    await trx.deleteFrom(table).where('organization_id', '=', organizationId).execute();
  }
  const counts = new Map<string, number>();
  for await (const records of listAllRecords(trx, organizationId)) {
    const postings = records.flatMap(postingsOf);
    for (const { word } of postings) counts.set(word, (counts.get(word) ?? 0) + 1);
    await insertPostings(trx, organizationId, postings);
  }
  await insertWords(trx, organizationId, counts);
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

async function* listAllRecords(trx: Query, organizationId: string): AsyncGenerator<IndexedRecord[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select id from customer where organization_id = ${organizationId}::uuid and id > ${after}::uuid
      order by id limit ${recordsPerBatch}`.execute(trx);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield await listRecords(trx, organizationId, sql`between ${rows[0]?.id}::uuid and ${last.id}::uuid`);
    after = last.id;
  }
}

async function listRecords(
  trx: Query,
  organizationId: string,
  ids: ReturnType<typeof sql>,
): Promise<IndexedRecord[]> {
  const { rows } = await sql<IndexedRecord>`
    select 'customer' as kind, id as record_id, id as customer_id,
      concat_ws(' ', name, city, postcode) as text
    from customer where organization_id = ${organizationId}::uuid and id ${ids} and archived_at is null
    union all
    select 'contact', id, customer_id, name
    from contact where organization_id = ${organizationId}::uuid and customer_id ${ids} and archived_at is null`.execute(
    trx,
  );
  return rows;
}

function postingsOf(record: IndexedRecord): Posting[] {
  return wordsOf(record.text).map((word) => ({ ...record, word }));
}

function keyOf(posting: Posting): string {
  return `${posting.word} ${posting.kind} ${posting.record_id}`;
}

async function removePostings(trx: Query, organizationId: string, gone: readonly Posting[]): Promise<void> {
  await sql`
    delete from search_posting p
    using unnest(${gone.map((one) => one.word)}::text[], ${gone.map((one) => one.record_id)}::uuid[]) as gone(word, record_id)
    where p.organization_id = ${organizationId}::uuid and p.record_id = gone.record_id and p.word = gone.word`.execute(
    trx,
  );
}

async function insertPostings(trx: Query, organizationId: string, postings: Posting[]): Promise<void> {
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
