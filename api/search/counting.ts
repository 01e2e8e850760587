// How often each word stands in texts, and which of them are found with typing errors too; counted shortly after the change.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import { variantsOf } from './words.ts';

const changesPerBatch = 2_000;
const manyWords = 50_000;
const rowsPerStatement = 20_000;

/** Counts what came and went since the last time, one batch; false when nothing is left. */
export async function countChanges(trx: Query): Promise<boolean> {
  const { rows } = await sql<{ organization_id: string; left: number }>`
    with taken as (
      delete from search_change s where (s.organization_id, s.id) in (
        select organization_id, id from search_change
        where organization_id = (select organization_id from search_change limit 1)
        order by id limit ${changesPerBatch} for update skip locked)
      returning organization_id, words, is_title, step
    ),
    counted as (
      select organization_id, word, sum(step)::int as texts, bool_or(is_title) as is_title
      from taken cross join lateral unnest(words) word
      where length(word) between 2 and 25 group by 1, 2 having sum(step) <> 0 or bool_or(is_title) order by 1, 2
    ),
    written as (
      insert into search_text_word as known (organization_id, word, texts, is_title)
      select organization_id, word, greatest(texts, 0), is_title from counted
      on conflict (organization_id, word) do update
        set texts = greatest(known.texts + (select c.texts from counted c where c.word = excluded.word), 0),
          is_title = known.is_title or excluded.is_title
      returning 1
    )
    select (select organization_id from taken limit 1) as organization_id, (select count(*) from taken)::int as left
    from (select count(*) from written) done`.execute(trx);
  const organizationId = rows[0]?.organization_id;
  if (organizationId === undefined || organizationId === null) return false;
  await forgetWords(trx, organizationId);
  await forgiveWords(trx, organizationId);
  return true;
}

/** Counts all texts of an organisation anew. */
export async function rebuildTexts(trx: Query, organizationId: string): Promise<void> {
  for (const table of ['search_change', 'search_text_delete', 'search_text_word'] as const) {
    await trx.deleteFrom(table).where('organization_id', '=', organizationId).execute();
  }
  await sql`
    insert into search_text_word (organization_id, word, texts, is_title)
    select ${organizationId}::uuid, word, count(*)::int, bool_or(kind <> 'activity')
    from search_text cross join lateral unnest(tsvector_to_array(words)) word
    where organization_id = ${organizationId}::uuid and length(word) between 2 and 25
    group by word`.execute(trx);
  await forgiveWords(trx, organizationId);
}

async function forgetWords(trx: Query, organizationId: string): Promise<void> {
  await sql`
    with gone as (delete from search_text_word where organization_id = ${organizationId}::uuid and texts = 0 returning word)
    delete from search_text_delete d using gone
    where d.organization_id = ${organizationId}::uuid and d.word = gone.word`.execute(trx);
}

/**
 * Writes the left-out-letter variants of new words. Once there are very many words, only of those that stand in three
 * texts or a title: the others may be somebody's slip, and would make every search slower.
 */
async function forgiveWords(trx: Query, organizationId: string): Promise<void> {
  const { rows } = await sql<{ word: string }>`
    update search_text_word set is_settled = true
    where organization_id = ${organizationId}::uuid and not is_settled and (is_title or texts >= (
      select case when count(*) > ${manyWords} then 3 else 1 end
      from (select from search_text_word where organization_id = ${organizationId}::uuid limit ${manyWords + 1}) few))
    returning word`.execute(trx);
  const words = rows.map(({ word }) => word).filter((word) => !/[@\d]/.test(word) && word.length > 2);
  const variants = words.flatMap((word) => variantsOf(word).map((variant) => ({ variant, word })));
  for (let start = 0; start < variants.length; start += rowsPerStatement) {
    const part = variants.slice(start, start + rowsPerStatement);
    await sql`
      insert into search_text_delete (organization_id, variant, word)
      select ${organizationId}::uuid, * from unnest(
        ${part.map((one) => one.variant)}::text[], ${part.map((one) => one.word)}::text[])
      on conflict do nothing`.execute(trx);
  }
}
