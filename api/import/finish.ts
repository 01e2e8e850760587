// What follows from the rows when all are written: orders' totals, surplus lines, customers' figures. The search follows by itself.
import { sql } from 'kysely';
import type { Database, Query } from '#api/db/database.ts';
import { recomputeFigures } from './figures.ts';
import { noteChanges, touch } from './write/notes.ts';
import type { Change } from './write/notes.ts';
import type { RunContext } from './write/context.ts';

const perTurn = 1_000;

/** Portion by portion, each in its own transaction, so that nobody waits long; safe to do again. */
export async function finishRows(db: Database, context: RunContext): Promise<void> {
  while (await db.system((trx) => finishOrders(trx, context)));
  await finishCustomersOf(db, context);
}

/** The customers' part of it, which taking a run back needs as well. */
export async function finishCustomersOf(db: Database, context: RunContext): Promise<void> {
  const today = context.now.toISOString().slice(0, 10);
  while (await db.system((trx) => finishCustomers(trx, context, today)));
}

async function takeTouched(
  trx: Query,
  { organizationId, runId }: RunContext,
  kind: 'customer' | 'order',
): Promise<{ record_id: string; lines: number }[]> {
  const { rows } = await sql<{ record_id: string; lines: number }>`
    delete from import_touched where organization_id = ${organizationId}::uuid and run_id = ${runId}::uuid and kind = ${kind}
      and record_id = any(array(select record_id from import_touched where organization_id = ${organizationId}::uuid
        and run_id = ${runId}::uuid and kind = ${kind} order by record_id limit ${perTurn}))
    returning record_id, lines`.execute(trx);
  return rows;
}

interface LineRow {
  readonly order_id: string;
  readonly position: number;
  readonly before: Record<string, string | number | null>;
}

/** Lines that the file no longer has go; the total is the sum of what is left. */
async function finishOrders(trx: Query, context: RunContext): Promise<boolean> {
  const taken = await takeTouched(trx, context, 'order');
  if (taken.length === 0) return false;
  const { organizationId } = context;
  const orders = sql`unnest(${taken.map((one) => one.record_id)}::uuid[], ${taken.map((one) => one.lines)}::int[]) as o(id, lines)`;
  const { rows: surplus } = await sql<LineRow>`
    delete from order_line l using ${orders}
    where l.organization_id = ${organizationId}::uuid and l.order_id = o.id and l.position > o.lines
    returning l.order_id, l.position, json_build_object('product_id', l.product_id, 'text', l.text,
      'quantity', l.quantity, 'net_cents', l.net_cents) as before`.execute(trx);
  const { rows: totals } = await sql<{ id: string; customer_id: string; before: number; after: number }>`
    with summed as (
      select s.id, s.total_cents as before, coalesce(sum(l.net_cents), 0)::bigint as after
      from ${orders} join sales_order s on s.organization_id = ${organizationId}::uuid and s.id = o.id
      left join order_line l on l.organization_id = ${organizationId}::uuid and l.order_id = o.id group by s.id, s.total_cents
    ), written as (
      update sales_order s set total_cents = summed.after from summed
      where s.organization_id = ${organizationId}::uuid and s.id = summed.id and s.total_cents <> summed.after
    )
    select s.id, s.customer_id, summed.before, summed.after from summed
    join sales_order s on s.organization_id = ${organizationId}::uuid and s.id = summed.id`.execute(trx);
  await sql`insert into customer_product_group (organization_id, customer_id, group_id)
    select distinct ${organizationId}::uuid, s.customer_id, p.group_id from ${orders}
    join sales_order s on s.organization_id = ${organizationId}::uuid and s.id = o.id
    join order_line l on l.organization_id = ${organizationId}::uuid and l.order_id = o.id
    join product p on p.organization_id = ${organizationId}::uuid and p.id = l.product_id
    where p.group_id is not null on conflict do nothing`.execute(trx);
  await noteChanges(trx, context, [...surplus.map(removedLine), ...totals.flatMap(newTotal)]);
  await touch(trx, context, 'customer', new Set(totals.map((one) => one.customer_id)));
  return true;
}

function removedLine({ order_id, position, before }: LineRow): Change {
  return { table: 'order_line', recordId: order_id, part: position, action: 'removed', before, after: null };
}

function newTotal({ id, before, after }: { id: string; before: number; after: number }): Change[] {
  if (before === after) return [];
  const change = { before: { total_cents: before }, after: { total_cents: after } };
  return [{ table: 'sales_order', recordId: id, part: 0, action: 'changed', ...change }];
}

async function finishCustomers(trx: Query, context: RunContext, today: string): Promise<boolean> {
  const taken = await takeTouched(trx, context, 'customer');
  if (taken.length === 0) return false;
  await recomputeFigures(
    trx,
    context.organizationId,
    taken.map((one) => one.record_id),
    today,
  );
  return true;
}
