// SQL of the documents an activity belongs to: complaints, quotes, orders, invoices, projects of one customer.
import { sql } from 'kysely';
import type { RecordLink } from '#contract/activity.ts';
import type { Query } from '#api/db/database.ts';

interface DocumentRow extends RecordLink {
  readonly is_open: boolean;
}

interface Of {
  readonly organizationId: string;
  readonly customerId: string;
}

/** Every document of one customer as kind, id, label and whether something is still to be done about it. */
function documentsOf({ organizationId, customerId }: Of) {
  const ours = (table: string) =>
    sql`${sql.ref(`${table}.organization_id`)} = ${organizationId}::uuid and ${sql.ref(`${table}.customer_id`)} = ${customerId}::uuid`;
  return sql`(
    select 'complaint' as kind, id, number as label, state <> 'closed' as is_open, received_at as at from complaint
      where ${ours('complaint')}
    union all select 'quote', id, number, state = 'open', sent_on from quote where ${ours('quote')}
    union all select 'order', id, number, delivered_on is null, ordered_on from sales_order where ${ours('sales_order')}
    union all select 'invoice', id, number, false, invoiced_on from invoice where ${ours('invoice')}
    union all select 'project', id, name, false, null from project where ${ours('project')})`;
}

/** The documents with these ids; ids of another customer or organisation are left out. */
export async function findDocuments(
  trx: Query,
  of: Of,
  wanted: readonly { kind: string; id: string }[],
): Promise<RecordLink[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<RecordLink>`
    select d.kind, d.id, d.label from ${documentsOf(of)} d
    where d.id = any(${wanted.map(({ id }) => id)}::uuid[])`.execute(trx);
  return rows.filter((row) => wanted.some(({ kind, id }) => kind === row.kind && id === row.id));
}

/** Documents whose number is one of these, and up to six newest that are still open. */
export async function listLikelyDocuments(
  trx: Query,
  of: Of,
  numbers: readonly string[],
): Promise<DocumentRow[]> {
  const { rows } = await sql<DocumentRow>`
    select d.kind, d.id, d.label, d.is_open from ${documentsOf(of)} d
    where (upper(d.label) = any(${numbers}::text[]) and d.kind <> 'project')
      or (d.is_open and d.kind in ('complaint', 'quote', 'order'))
    order by (upper(d.label) = any(${numbers}::text[])) desc, d.kind, d.at desc, d.id limit 26`.execute(trx);
  return rows;
}

/** Adds the links that the activity does not have yet. */
export async function insertLinks(
  trx: Query,
  organizationId: string,
  activityId: string,
  links: readonly RecordLink[],
): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map(({ kind, id, label }) => ({
    organization_id: organizationId,
    activity_id: activityId,
    kind,
    record_id: id,
    label,
  }));
  await trx
    .insertInto('activity_link')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
