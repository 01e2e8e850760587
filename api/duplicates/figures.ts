// Revenue follows a merge: months and twelve-month figures go over to the winner, and home again when it is undone.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import { recomputeFigures } from '#api/import/figures.ts';
import type { Merging } from './move-store.ts';

/** What undo has to know of the figures. */
export interface FigureNote {
  readonly months: readonly { month: string; cents: number; margin_cents: number | null }[];
  /** The months are the sums of the orders, so they are reckoned anew instead of being carried. */
  readonly isFromOrders: boolean;
}

const columns = [
  'revenue_12_months_cents',
  'margin_12_months_cents',
  'customer_value_cents',
  'last_order_on',
  'usual_order_days',
] as const;

/** To be asked before rows move. */
export async function noteFigures(
  trx: Query,
  { organizationId, winnerId, loserId }: Merging,
): Promise<FigureNote> {
  const org = sql`${organizationId}::uuid`;
  const both = sql`customer_id = any(${[winnerId, loserId]}::uuid[])`;
  const { rows: months } = await sql<FigureNote['months'][number]>`
    select month, cents, margin_cents from revenue_month
    where organization_id = ${org} and customer_id = ${loserId}::uuid order by month`.execute(trx);
  const { rows } = await sql<{ differs: boolean }>`
    select exists (
      select from (select customer_id, month, cents from revenue_month where organization_id = ${org} and ${both}) kept
      full join (select customer_id, date_trunc('month', ordered_on)::date as month, sum(total_cents)::bigint as cents
        from sales_order where organization_id = ${org} and ${both} group by 1, 2) sold using (customer_id, month)
      where kept.cents is distinct from sold.cents) as differs`.execute(trx);
  return { months, isFromOrders: rows[0]?.differs === false };
}

/** After rows have moved. */
export async function mergeFigures(
  trx: Query,
  merging: Merging,
  { note, today }: { note: FigureNote; today: string },
): Promise<void> {
  const { organizationId, winnerId, loserId } = merging;
  const org = sql`${organizationId}::uuid`;
  await addMonths(trx, merging, { to: winnerId, from: loserId, months: note.months });
  await sql`update customer w set
      revenue_12_months_cents = w.revenue_12_months_cents + l.revenue_12_months_cents,
      margin_12_months_cents = case when w.margin_12_months_cents is null and l.margin_12_months_cents is null then null
        else coalesce(w.margin_12_months_cents, 0) + coalesce(l.margin_12_months_cents, 0) end,
      customer_value_cents = greatest(w.customer_value_cents, l.customer_value_cents),
      last_order_on = greatest(w.last_order_on, l.last_order_on),
      usual_order_days = coalesce(w.usual_order_days, l.usual_order_days)
    from customer l
    where w.organization_id = ${org} and w.id = ${winnerId}::uuid and l.organization_id = ${org} and l.id = ${loserId}::uuid`.execute(
    trx,
  );
  await sql`update customer set revenue_12_months_cents = 0, margin_12_months_cents = null, last_order_on = null
    where organization_id = ${org} and id = ${loserId}::uuid`.execute(trx);
  if (note.isFromOrders) await reckonFromOrders(trx, merging, [winnerId], today);
}

interface Before {
  readonly note: FigureNote;
  readonly winnerBefore: Readonly<Record<string, unknown>>;
  readonly loserBefore: Readonly<Record<string, unknown>>;
  readonly today: string;
}

/** After rows have gone home. */
export async function undoFigures(trx: Query, merging: Merging, before: Before): Promise<void> {
  const { winnerId, loserId } = merging;
  await addMonths(trx, merging, { to: loserId, from: winnerId, months: before.note.months });
  for (const [id, snapshot] of [
    [winnerId, before.winnerBefore],
    [loserId, before.loserBefore],
  ] as const) {
    const set = sql.join(columns.map((name) => sql`${sql.ref(name)} = b.${sql.ref(name)}`));
    await sql`update customer c set ${set}
      from jsonb_populate_record(null::customer, ${JSON.stringify(snapshot)}::jsonb) b
      where c.organization_id = ${merging.organizationId}::uuid and c.id = ${id}::uuid`.execute(trx);
  }
  if (before.note.isFromOrders) await reckonFromOrders(trx, merging, [winnerId, loserId], before.today);
}

/** Adds the months to one and takes them from the other; a month of nothing is no row. */
async function addMonths(
  trx: Query,
  { organizationId }: Merging,
  { to, from, months }: { to: string; from: string; months: FigureNote['months'] },
): Promise<void> {
  if (months.length === 0) return;
  const org = sql`${organizationId}::uuid`;
  const given = sql`json_to_recordset(${JSON.stringify(months)}::json) as g(month date, cents bigint, margin_cents bigint)`;
  await sql`insert into revenue_month as kept (organization_id, customer_id, month, cents, margin_cents)
    select ${org}, ${to}::uuid, g.month, g.cents, g.margin_cents from ${given}
    on conflict (organization_id, customer_id, month) do update set cents = kept.cents + excluded.cents,
      margin_cents = case when kept.margin_cents is null then excluded.margin_cents
        else kept.margin_cents + coalesce(excluded.margin_cents, 0) end`.execute(trx);
  await sql`update revenue_month kept set cents = kept.cents - g.cents, margin_cents = kept.margin_cents - coalesce(g.margin_cents, 0)
    from ${given} where kept.organization_id = ${org} and kept.customer_id = ${from}::uuid and kept.month = g.month`.execute(
    trx,
  );
  await sql`delete from revenue_month where organization_id = ${org} and customer_id = ${from}::uuid and cents = 0`.execute(
    trx,
  );
}

/** Those that have orders; whoever has none keeps the figures he came with. */
async function reckonFromOrders(
  trx: Query,
  { organizationId }: Merging,
  ids: readonly string[],
  today: string,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select each.id from unnest(${ids}::uuid[]) as each(id) where exists (select from sales_order s
      where s.organization_id = ${organizationId}::uuid and s.customer_id = each.id)`.execute(trx);
  if (rows.length === 0) return;
  await recomputeFigures(
    trx,
    organizationId,
    rows.map((row) => row.id),
    today,
  );
}
