// SQL of the search by numbers, addresses and telephone numbers: what begins like the text, among what is visible.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { ratingSource } from '#api/customers/rating.ts';
import { customerRef } from '#api/customers/row.ts';
import type { Query } from '#api/db/database.ts';
import { prepared } from '#api/db/prepared.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import type { HitRow, Page } from './hit.ts';
import type { SearchPlan } from './rules.ts';

const afterAll = '\u{10ffff}';
/** A beginning shared by more numbers than this finds the first of them. */
const mostLookedAt = 2_000;
const mostCounted = 100;

/** Visible records whose number, address or telephone number begins like the text. */
export async function listByNumber(
  trx: Query,
  user: SignedInUser,
  plan: SearchPlan,
  page: Page,
): Promise<HitRow[]> {
  const parts = [
    ...(plan.number === null ? [] : [numberLookUp(user, plan.number)]),
    ...(plan.address === null ? [] : [contactLookUp(user, 'contact_email', 'address', plan.address)]),
    ...(plan.phone === null ? [] : phoneLookUps(user, plan.phone)),
  ];
  if (parts.length === 0) return [];
  const { rows } = await sql<HitRow>`${prepared}
    with found as (
      select kind, id, customer_id, min(length(found)) + min(cost) as length
      from (${sql.join(parts, sql` union all `)}) each group by kind, id, customer_id
    ),
    ranked as (
      select *, row_number() over (partition by kind order by length, id desc) as place,
        count(*) over (partition by kind) as total from found
    )
    select hit.kind, hit.id, ${titleOf}, ${customerRef} as customer, c.city, c.postcode, ${noteOf} as note,
      ${ratingSource} as figures, ${writtenOf} as at, null::text as text,
      (c.archived_at is not null or k.archived_at is not null) as is_archived, hit.total::int as total, true as is_number
    from ranked hit
    join customer c on c.organization_id = ${user.organizationId}::uuid and c.id = hit.customer_id
    join organization o on o.organization_id = c.organization_id
    left join contact k on hit.kind = 'contact' and k.organization_id = c.organization_id and k.id = hit.id
    left join complaint r on hit.kind = 'complaint' and r.organization_id = c.organization_id and r.id = hit.id
    left join quote q on hit.kind = 'quote' and q.organization_id = c.organization_id and q.id = hit.id
    left join sales_order s on hit.kind = 'order' and s.organization_id = c.organization_id and s.id = hit.id
    left join invoice i on hit.kind = 'invoice' and i.organization_id = c.organization_id and i.id = hit.id
    where hit.place > ${page.offset}::int and hit.place <= ${page.offset}::int + ${page.limit}::int
      and (${page.kind}::text is null or hit.kind = ${page.kind}::text)
    order by is_archived, hit.length, title, hit.id`.execute(trx);
  return rows;
}

const titleOf = sql`case hit.kind when 'customer' then c.name when 'contact' then k.name when 'complaint' then r.number
  when 'quote' then q.number when 'order' then s.number else i.number end as title`;
const noteOf = sql`case hit.kind when 'customer' then c.phone when 'contact' then k.job_title when 'complaint' then r.title
  when 'quote' then q.title when 'order' then s.ordered_on::text when 'invoice' then i.invoiced_on::text end`;
const writtenOf = sql`coalesce(r.received_at, q.sent_on::timestamptz, s.ordered_on::timestamptz, i.invoiced_on::timestamptz)`;

/** Whole numbers before their ends, the shortest first; partners find customers and complaints only. */
function numberLookUp(user: SignedInUser, number: string): RawBuilder<unknown> {
  const kinds = user.role === 'partner' ? sql`and n.kind in ('customer', 'complaint')` : sql``;
  return sql`(select n.kind, n.record_id as id, n.customer_id, n.key as found, case when n.is_whole then 0 else 50 end as cost
    from (select * from search_number n where n.organization_id = ${user.organizationId}::uuid
      and n.key >= ${number} and n.key < ${number + afterAll} ${kinds} order by n.key limit ${mostLookedAt}) n
    join customer c on c.organization_id = ${user.organizationId}::uuid and c.id = n.customer_id and ${visibleCustomers(user, 'c')}
    limit ${mostCounted})`;
}

function phoneLookUps(user: SignedInUser, phone: string): RawBuilder<unknown>[] {
  const customers = sql`(select 'customer' as kind, c.id, c.id as customer_id, c.phone_normalized as found, 0 as cost from customer c
    where c.organization_id = ${user.organizationId}::uuid and c.phone_normalized >= ${phone}
      and c.phone_normalized < ${phone + afterAll} and ${visibleCustomers(user, 'c')} limit ${mostCounted})`;
  return [customers, contactLookUp(user, 'contact_phone', 'normalized', phone)];
}

function contactLookUp(user: SignedInUser, table: string, name: string, text: string): RawBuilder<unknown> {
  const column = sql.ref(`r.${name}`);
  return sql`(select 'contact' as kind, k.id, k.customer_id, ${column} as found, 0 as cost
    from ${sql.table(table)} r
    join contact k on k.organization_id = r.organization_id and k.id = r.contact_id
    join customer c on c.organization_id = k.organization_id and c.id = k.customer_id
    where r.organization_id = ${user.organizationId}::uuid and ${column} >= ${text} and ${column} < ${text + afterAll}
      and ${visibleCustomers(user, 'c')} limit ${mostCounted})`;
}
