// All SQL of matching: one statement finds everything known about a mail's addresses, numbers and domains.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Person } from '#contract/user.ts';
import type { CustomerRef } from '#contract/customer.ts';
import { customerRef } from '#api/customers/row.ts';
import type { Query } from '#api/db/database.ts';
import { prepared } from '#api/db/prepared.ts';
import { visibleActivities, visibleCustomers } from '#api/rights/visible.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import type { Hit } from './rules.ts';

export interface Asked {
  readonly addresses: readonly string[];
  readonly domains: readonly string[];
  readonly customerNumbers: readonly string[];
  readonly documentNumbers: readonly string[];
  readonly messageId: string | null;
  readonly conversationId: string | null;
}

export interface Known {
  readonly internal_domains: string[];
  readonly hits: Hit[];
  readonly logged: {
    readonly activityId: string;
    readonly by: Person | null;
    readonly at: string;
    readonly customer: CustomerRef;
    readonly rule: 'reply' | 'sent' | null;
  } | null;
  readonly previous: { readonly at: string; readonly by: Person | null } | null;
}

const mostOfDomain = 40;
const mostOfNumbers = 40;

/** Everything about the mail that this user may know, in one round trip. */
export async function findKnown(trx: Query, user: SignedInUser, asked: Asked): Promise<Known> {
  const { rows } = await sql<Known>`${prepared}
    select o.internal_domains, coalesce((select json_agg(hit) from (${hitsOf(user, asked)}) hit), '[]') as hits,
      ${loggedPart(user, asked.messageId)} as logged, ${previousPart(user, asked)} as previous
    from organization o where o.organization_id = ${user.organizationId}::uuid`.execute(trx);
  const [known] = rows;
  if (known === undefined) throw new Error(`There is no organisation ${user.organizationId}.`);
  return known;
}

/** Behind a sub-query the planner guesses every list alike and so keeps one plan for all. */
function listOf(values: readonly string[]): RawBuilder<unknown> {
  return sql`(select ${values}::text[])::text[]`;
}

function hitsOf(user: SignedInUser, asked: Asked): RawBuilder<Hit> {
  const org = sql`${user.organizationId}::uuid`;
  const shown = sql`${customerRef} as customer, c.city`;
  const nobody = sql`null::json as contact`;
  const visible = sql`c.archived_at is null and ${visibleCustomers(user, 'c')}`;
  const parts: RawBuilder<unknown>[] = [
    sql`select 'correction' as source, m.address as key, 0 as position, ${shown}, ${nobody}
      from match_correction m join customer c on c.organization_id = m.organization_id and c.id = m.customer_id
      where m.organization_id = ${org} and m.address = any(${listOf(asked.addresses)}) and ${visible}`,
    sql`select 'address', e.address, e.position, ${shown}, json_build_object('id', k.id, 'name', k.name)
      from contact_email e
      join contact k on k.organization_id = e.organization_id and k.id = e.contact_id and k.archived_at is null
      join customer c on c.organization_id = k.organization_id and c.id = k.customer_id
      where e.organization_id = ${org} and e.address = any(${listOf(asked.addresses)}) and ${visible}`,
  ];
  if (asked.customerNumbers.length > 0) {
    parts.push(sql`select 'customer_number', c.number, 0, ${shown}, ${nobody} from customer c
      where c.organization_id = ${org} and c.number = any(${listOf(asked.customerNumbers)}) and ${visible}`);
  }
  if (asked.documentNumbers.length > 0) {
    parts.push(sql`(select 'document_number', d.number, 0, ${shown}, ${nobody}
      from (${documentsOf(org, asked.documentNumbers)}) d
      join customer c on c.organization_id = ${org} and c.id = d.customer_id
      where ${visible} limit ${mostOfNumbers})`);
  }
  if (asked.domains.length > 0) {
    parts.push(sql`(select 'domain', d.domain, 0, ${shown}, ${nobody}
      from customer_domain d join customer c on c.organization_id = d.organization_id and c.id = d.customer_id
      where d.organization_id = ${org} and d.domain = any(${listOf(asked.domains)}) and c.kind = 'company' and ${visible}
      order by c.name, c.id limit ${mostOfDomain})`);
  }
  return sql<Hit>`${sql.join(parts, sql` union all `)}`;
}

function documentsOf(org: RawBuilder<unknown>, numbers: readonly string[]): RawBuilder<unknown> {
  const tables = ['complaint', 'quote', 'sales_order', 'invoice'] as const;
  return sql.join(
    tables.map(
      (table) => sql`select number, customer_id from ${sql.table(table)}
        where organization_id = ${org} and number = any(${listOf(numbers)})`,
    ),
    sql` union all `,
  );
}

const loggedBy = sql`(select json_build_object('id', u.id, 'name', u.name) from app_user u
  where u.organization_id = a.organization_id and u.id = a.logged_by)`;

function loggedPart(user: SignedInUser, messageId: string | null): RawBuilder<unknown> {
  if (messageId === null) return sql`null::json`;
  return sql`(select json_build_object('activityId', a.id, 'by', ${loggedBy}, 'at', a.logged_at, 'rule', a.logged_by_rule,
      'customer', ${customerRef})
    from activity a join customer c on c.organization_id = a.organization_id and c.id = a.customer_id
    where a.organization_id = ${user.organizationId}::uuid and a.message_id = ${messageId} and a.undone_at is null
      and ${visibleCustomers(user, 'c')} and ${visibleActivities(user, 'a')} limit 1)`;
}

function previousPart(user: SignedInUser, { conversationId, messageId }: Asked): RawBuilder<unknown> {
  if (conversationId === null) return sql`null::json`;
  return sql`(select json_build_object('at', a.logged_at, 'by', ${loggedBy})
    from activity a join customer c on c.organization_id = a.organization_id and c.id = a.customer_id
    where a.organization_id = ${user.organizationId}::uuid and a.conversation_id = ${conversationId}
      and a.message_id is distinct from ${messageId}::text and a.undone_at is null
      and ${visibleCustomers(user, 'c')} and ${visibleActivities(user, 'a')}
    order by a.logged_at desc limit 1)`;
}

/** Remembers for everyone that the address belongs to the customer; answers the customer it belonged to before, or null. */
export async function saveCorrection(
  trx: Query,
  user: SignedInUser,
  correction: { address: string; customerId: string; now: Date },
): Promise<string | null> {
  const { address, customerId, now } = correction;
  const { rows } = await sql<{ before: string | null }>`
    with old as (
      select customer_id from match_correction where organization_id = ${user.organizationId}::uuid and address = ${address}
    )
    insert into match_correction (organization_id, address, customer_id, corrected_by, corrected_at)
    values (${user.organizationId}::uuid, ${address}, ${customerId}::uuid, ${user.id}::uuid, ${now}::timestamptz)
    on conflict (organization_id, address) do update
      set customer_id = excluded.customer_id, corrected_by = excluded.corrected_by, corrected_at = excluded.corrected_at
    returning (select customer_id from old) as before`.execute(trx);
  return rows[0]?.before ?? null;
}

/** Whether the user may see this customer. */
export async function canSeeCustomer(trx: Query, user: SignedInUser, customerId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from customer c
    where c.organization_id = ${user.organizationId}::uuid and c.id = ${customerId}::uuid and ${visibleCustomers(user, 'c')}`.execute(
    trx,
  );
  return rows.length === 1;
}

export interface SenderPlace {
  readonly territories: readonly {
    readonly id: string;
    readonly name: string;
    readonly postcode_prefixes: readonly string[];
    readonly owner_id: string | null;
    readonly owner: Person | null;
  }[];
}

/** Territories with their owners, for proposing who looks after a new customer. */
export async function readTerritories(
  trx: Query,
  organizationId: string,
): Promise<SenderPlace['territories']> {
  const { rows } = await sql<SenderPlace['territories'][number]>`
    select t.id, t.name, t.postcode_prefixes, t.owner_id,
      (select json_build_object('id', u.id, 'name', u.name) from app_user u
        where u.organization_id = t.organization_id and u.id = t.owner_id and u.active) as owner
    from territory t where t.organization_id = ${organizationId}::uuid order by t.name, t.id`.execute(trx);
  return rows;
}
