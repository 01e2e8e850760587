// SQL of the audit: whose it is, its rows, and that somebody looked.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { AuditedKind } from '#contract/audit.ts';
import type { Person } from '#contract/user.ts';
import type { Query } from '#api/db/database.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleActivities, visibleCustomers } from '#api/rights/visible.ts';
import type { AttributeName } from './rules.ts';

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly by: Person | null;
  readonly action: string;
  readonly record_kind: string;
  readonly record_id: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly source: string;
  /** Of a merge: what the other record is called. */
  readonly other: string | null;
  /** Of an entry in the history: whose it is and whether it still stands. */
  readonly logged_by: string | null;
  readonly is_standing: boolean;
}

interface Record {
  readonly kind: AuditedKind;
  readonly id: string;
}

/** Whether the user may see the record whose changes are asked for. People's are for administrators. */
export async function seesRecord(trx: Query, user: SignedInUser, { kind, id }: Record): Promise<boolean> {
  const customer = sql`exists (select from customer c where c.organization_id = r.organization_id
    and c.id = r.customer_id and ${visibleCustomers(user, 'c')})`;
  const ours = sql`r.organization_id = ${user.organizationId}::uuid and r.id = ${id}::uuid`;
  const found: { readonly [kind in AuditedKind]: RawBuilder<unknown> } = {
    customer: sql`select 1 from customer r where ${ours} and ${visibleCustomers(user, 'r')}`,
    contact: sql`select 1 from contact r where ${ours} and ${customer}`,
    complaint: sql`select 1 from complaint r where ${ours} and ${customer}`,
    activity: sql`select 1 from activity r where ${ours} and ${visibleActivities(user, 'r')} and ${customer}`,
    user: sql`select 1 from app_user r where ${ours} and ${user.role === 'admin'}`,
  };
  const { rows } = await found[kind].execute(trx);
  return rows.length === 1;
}

/** The record itself and what is shown with it. */
function targetsOf(user: SignedInUser, { kind, id }: Record): RawBuilder<unknown> {
  const itself = sql`select ${kind}::text as kind, ${id}::uuid as id, null::uuid as logged_by, true as is_standing`;
  const ours = sql`organization_id = ${user.organizationId}::uuid`;
  const entries = sql`select 'activity', a.id, a.logged_by, a.undone_at is null from activity a
    where ${visibleActivities(user, 'a')}`;
  if (kind === 'activity') return sql`${entries} and a.id = ${id}::uuid`;
  if (kind === 'complaint') {
    return sql`${itself} union all select 'escalation', id, null, true from escalation
      where ${ours} and complaint_id = ${id}::uuid`;
  }
  if (kind !== 'customer') return itself;
  return sql`${itself} union all select 'customer_address', id, null, true from customer_address
      where ${ours} and customer_id = ${id}::uuid
    union all ${entries} and a.customer_id = ${id}::uuid`;
}

const otherId = sql`(case when au.record_id::text = au.after ->> 'winnerId' then au.after ->> 'loserId'
  else au.after ->> 'winnerId' end)::uuid`;
const otherOfMerge = sql`case when au.action like '%.merge%' then case au.record_kind
  when 'customer' then (select c.name from customer c where c.organization_id = au.organization_id and c.id = ${otherId})
  when 'contact' then (select k.name from contact k where k.organization_id = au.organization_id and k.id = ${otherId}) end end`;

/** The rows of a record, newest first; after the given one. */
export async function listRows(
  trx: Query,
  user: SignedInUser,
  of: Record & { after: readonly [string, string] | null; limit: number },
): Promise<AuditRow[]> {
  const { after, limit } = of;
  const { rows } = await sql<AuditRow>`
    select au.id, au.at, au.action, au.record_kind, au.record_id, au.before, au.after, au.source,
      t.logged_by, t.is_standing, ${otherOfMerge} as other,
      (select json_build_object('id', u.id, 'name', u.name) from app_user u
        where u.organization_id = au.organization_id and u.id = au.user_id) as by
    from (${targetsOf(user, of)}) as t (kind, id, logged_by, is_standing)
      join audit au on au.organization_id = ${user.organizationId}::uuid and au.record_kind = t.kind and au.record_id = t.id
    ${after === null ? sql`` : sql`where (au.at, au.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by au.at desc, au.id desc limit ${limit}`.execute(trx);
  return rows;
}

/** One row by its id, whoever may see it. */
export async function findRow(trx: Query, organizationId: string, id: string) {
  const row = await trx
    .selectFrom('audit')
    .select(['action', 'record_kind', 'record_id', 'before', 'after'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The attributes whose values this user may read. */
export async function listAttributeNames(trx: Query, user: SignedInUser): Promise<AttributeName[]> {
  const { rows } = await sql<AttributeName>`
    select id, label_de as de, label_en as en, type, choices from attribute
    where organization_id = ${user.organizationId}::uuid
      and (${user.role}::text = any(visible_to) or ${user.role === 'admin'})
    order by record_kind, position, id`.execute(trx);
  return rows;
}
