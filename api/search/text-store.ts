// SQL of the search over texts: the vocabulary of texts, and the visible records whose texts hold what is asked.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { SearchKind } from '#contract/search.ts';
import { ratingSource } from '#api/customers/rating.ts';
import { customerRef } from '#api/customers/row.ts';
import type { Query } from '#api/db/database.ts';
import { prepared } from '#api/db/prepared.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleActivities, visibleCustomers } from '#api/rights/visible.ts';
import type { HitRow, Page } from './hit.ts';
import type { TextQuery, TextWord } from './text-rules.ts';

const afterAll = '\u{10ffff}';
const mostWordsPerBeginning = 100;
/** Up to so many texts are found by the index; what stands in more is looked for among the newest texts. */
const mostByIndex = 3_000;
const newestLookedAt = 3_000;
const mostCounted = 100;
const longestText = 20_000;

const textKinds: readonly SearchKind[] = ['complaint', 'quote', 'project', 'activity', 'attachment'];
const partnerKinds: readonly SearchKind[] = ['complaint', 'activity', 'attachment'];

/** Which of these stems texts hold, themselves or as a customer's name, and what begins like the unfinished word. */
export async function listTextWords(
  trx: Query,
  organizationId: string,
  stems: readonly string[],
  unfinished: string | null,
): Promise<TextWord[]> {
  const lexemes = stems.flatMap((stem) => [stem, `@${stem}`]);
  const { rows } = await sql<TextWord>`${prepared}
    select word, texts from search_text_word
    where organization_id = ${organizationId}::uuid and word = any((select ${lexemes}::text[])::text[])
    union
    (select word, texts from search_text_word
      where organization_id = ${organizationId}::uuid and word >= ${unfinished}::text and word < ${`${unfinished ?? ''}${afterAll}`}
      order by texts desc limit ${mostWordsPerBeginning})
    union
    (select word, texts from search_text_word
      where organization_id = ${organizationId}::uuid and word >= ${`@${unfinished ?? afterAll}`}::text
        and word < ${`@${unfinished ?? afterAll}${afterAll}`}
      order by texts desc limit ${mostWordsPerBeginning})`.execute(trx);
  return rows;
}

/** Words of texts that share one of these left-out-letter variants. */
export async function listNearWords(
  trx: Query,
  organizationId: string,
  variants: readonly string[],
): Promise<TextWord[]> {
  const { rows } = await sql<TextWord>`${prepared}
    select d.word, w.texts
    from (select distinct word from search_text_delete
      where organization_id = ${organizationId}::uuid and variant = any((select ${variants}::text[])::text[])) d
    cross join lateral (select texts from search_text_word
      where organization_id = ${organizationId}::uuid and word = d.word limit 1) w`.execute(trx);
  return rows;
}

/** The newest visible records of each kind whose texts answer the query. */
export async function listByTexts(
  trx: Query,
  user: SignedInUser,
  query: TextQuery,
  page: Page,
): Promise<HitRow[]> {
  const allowed = user.role === 'partner' ? partnerKinds : textKinds;
  const kinds = page.kind === null ? allowed : allowed.filter((kind) => kind === page.kind);
  if (kinds.length === 0) return [];
  const { rows } = await sql<HitRow>`${prepared}
    with found as (${query.texts > mostByIndex ? amongNewest(user, query, kinds) : byIndex(query, kinds)}),
    ranked as (
      select t.kind, t.record_id, t.customer_id, t.activity_id, t.at, (c.archived_at is not null) as is_archived,
        row_number() over (partition by t.kind order by t.at desc, t.record_id) as place,
        count(*) over (partition by t.kind) as total
      from found t
      join customer c on c.organization_id = ${user.organizationId}::uuid and c.id = t.customer_id and ${visibleCustomers(user, 'c')}
      where t.activity_id is null or exists (select from activity a
        where a.organization_id = ${user.organizationId}::uuid and a.id = t.activity_id and a.undone_at is null
          and ${visibleActivities(user, 'a')})
    )
    select hit.kind, hit.record_id as id, ${titleOf} as title, ${customerRef} as customer, c.city, c.postcode, ${noteOf} as note,
      ${ratingSource} as figures, case hit.kind when 'project' then null else hit.at end as at,
      ${textOf} as text, hit.is_archived, hit.total::int as total, false as is_number
    from ranked hit
    join customer c on c.organization_id = ${user.organizationId}::uuid and c.id = hit.customer_id
    join organization o on o.organization_id = c.organization_id
    left join activity a on hit.activity_id is not null and a.organization_id = c.organization_id and a.id = hit.activity_id
    left join attachment t on hit.kind = 'attachment' and t.organization_id = c.organization_id and t.id = hit.record_id
    left join attachment_text x on hit.kind = 'attachment' and x.organization_id = c.organization_id and x.attachment_id = hit.record_id
    left join complaint r on hit.kind = 'complaint' and r.organization_id = c.organization_id and r.id = hit.record_id
    left join quote q on hit.kind = 'quote' and q.organization_id = c.organization_id and q.id = hit.record_id
    left join project p on hit.kind = 'project' and p.organization_id = c.organization_id and p.id = hit.record_id
    where hit.place > ${page.offset}::int and hit.place <= ${page.offset}::int + ${page.limit}::int
    order by hit.is_archived, hit.place`.execute(trx);
  return rows;
}

function byIndex(query: TextQuery, kinds: readonly SearchKind[]): RawBuilder<unknown> {
  return sql`select * from search_texts(${query.wanted}::tsquery, ${kinds}::text[], ${mostByIndex}::int)`;
}

/** A word that stands nearly everywhere would be read nearly everywhere by the index; the newest texts hold it too. */
function amongNewest(
  user: SignedInUser,
  query: TextQuery,
  kinds: readonly SearchKind[],
): RawBuilder<unknown> {
  return sql`select kind, record_id, customer_id, activity_id, at from (
      select * from search_text s where s.organization_id = ${user.organizationId}::uuid and s.kind = any(${kinds}::text[])
      order by s.at desc, s.record_id limit ${newestLookedAt}::int) newest
    where words @@ ${query.wanted}::tsquery limit ${mostCounted}::int + ${mostCounted}::int`;
}

const titleOf = sql`case hit.kind when 'activity' then a.subject when 'attachment' then t.name when 'complaint' then r.number
  when 'quote' then q.number else p.name end`;
const noteOf = sql`case hit.kind when 'activity' then a.kind when 'complaint' then r.title when 'quote' then q.title
  when 'project' then p.phase end`;
const textOf = sql`case hit.kind when 'activity' then left(a.body_text, ${sql.lit(longestText)})
  when 'complaint' then left(r.description, ${sql.lit(longestText)}) when 'attachment' then left(x.text, ${sql.lit(longestText)}) end`;
