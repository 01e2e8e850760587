// Lines of orders: each gets the next place in its order; a flat file may bring the order along.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import { problemOf } from '../rows.ts';
import type { RowProblem } from '../problems.ts';
import type { Candidate } from './candidates.ts';
import type { RunContext } from './context.ts';
import { noteChanges, touch } from './notes.ts';
import type { Resolved } from './references.ts';

interface Read {
  readonly resolved: Resolved;
  readonly problems: RowProblem[];
}

/** Gives every line its order, its place and its text; lines of unknown orders become problems. */
export async function prepareLines(
  trx: Query,
  context: RunContext,
  candidates: readonly Candidate[],
  { resolved, problems }: Read,
): Promise<Candidate[]> {
  const orders = new Map(resolved.get('orderNumber') ?? []);
  await makeOrders(trx, context, candidates, orders);
  const known: Candidate[] = [];
  for (const candidate of candidates) {
    const number = String(candidate.row.values['orderNumber']);
    if (orders.has(number)) known.push(candidate);
    else problems.push(problemOf(candidate.row, 'unknown_order', context.nameOf('orderNumber'), number));
  }
  const counted = await countLines(trx, context, known, orders);
  const names = await readProductNames(trx, context, known);
  return known.map((candidate) => {
    const order = orders.get(String(candidate.row.values['orderNumber'])) ?? '';
    const position = (counted.get(order) ?? 0) + 1;
    counted.set(order, position);
    const product = candidate.columns['product_id'];
    const text =
      candidate.columns['text'] ??
      (typeof product === 'string' ? names.get(product) : undefined) ??
      candidate.row.values['productNumber'] ??
      '';
    return { ...candidate, columns: { ...candidate.columns, order_id: order, position, text } };
  });
}

/** Orders that the file describes beside their lines (customer and day) and that are not there yet. */
async function makeOrders(
  trx: Query,
  context: RunContext,
  candidates: readonly Candidate[],
  orders: Map<string, string>,
): Promise<void> {
  const { organizationId } = context;
  const wanted = new Map<string, { number: string; customer: string; on: string }>();
  for (const { row } of candidates) {
    const { orderNumber, customerNumber, orderedOn } = row.values;
    const number = String(orderNumber);
    if (orders.has(number) || wanted.has(number)) continue;
    if (typeof customerNumber === 'string' && typeof orderedOn === 'string')
      wanted.set(number, { number, customer: customerNumber, on: orderedOn });
  }
  if (wanted.size === 0) return;
  const rows = [...wanted.values()].map((order) => ({ id: newId(), ...order }));
  const { rows: made } = await sql<{ id: string; number: string; customer_id: string; ordered_on: string }>`
    insert into sales_order (organization_id, id, number, customer_id, ordered_on, total_cents)
    select ${organizationId}::uuid, r.id, r.number, c.id, r."on", 0
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, number text, customer text, "on" date)
    join (select number, id from customer where organization_id = ${organizationId}::uuid and number is not null
      union all select number, customer_id from customer_number_alias where organization_id = ${organizationId}::uuid) c
      on c.number = r.customer
    returning id, number, customer_id, ordered_on`.execute(trx);
  for (const { id, number } of made) orders.set(number, id);
  await noteChanges(
    trx,
    context,
    made.map(({ id, number, customer_id, ordered_on }) => ({
      table: 'sales_order',
      recordId: id,
      part: 0,
      action: 'created',
      before: null,
      after: { number, customer_id, ordered_on },
    })),
  );
}

/** How many lines these orders have got in this run before this batch; the count with this batch is kept. */
function countLines(
  trx: Query,
  context: RunContext,
  candidates: readonly Candidate[],
  orders: ReadonlyMap<string, string>,
): Promise<Map<string, number>> {
  return addLines(
    trx,
    context,
    countBy(candidates, (one) => orders.get(orderNumberOf(one)) ?? ''),
  );
}

/** How many of these lines belong to each order, by its id; none for other kinds of records. */
export function linesPerOrder(candidates: readonly Candidate[]): Map<string, number> {
  const lines = candidates.filter((one) => 'order_id' in one.columns);
  return countBy(lines, (one) => String(one.columns['order_id']));
}

function countBy(candidates: readonly Candidate[], idOf: (one: Candidate) => string): Map<string, number> {
  const counted = new Map<string, number>();
  for (const one of candidates) counted.set(idOf(one), (counted.get(idOf(one)) ?? 0) + 1);
  return counted;
}

function orderNumberOf({ row }: Candidate): string {
  return String(row.values['orderNumber']);
}

/** Adds to the lines that this run has met of each order; answers how many there were before. */
export async function addLines(
  trx: Query,
  context: RunContext,
  lines: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  if (lines.size === 0) return new Map();
  await touch(trx, context, 'order', lines.keys());
  const { rows } = await sql<{ id: string; before: number }>`
    update import_touched t set lines = t.lines + r.lines
    from unnest(${[...lines.keys()]}::uuid[], ${[...lines.values()]}::int[]) as r(id, lines)
    where t.organization_id = ${context.organizationId}::uuid and t.run_id = ${context.runId}::uuid
      and t.kind = 'order' and t.record_id = r.id
    returning t.record_id as id, t.lines - r.lines as before`.execute(trx);
  return new Map(rows.map((row) => [row.id, row.before]));
}

async function readProductNames(
  trx: Query,
  { organizationId }: RunContext,
  candidates: readonly Candidate[],
): Promise<Map<string, string>> {
  const ids = new Set(
    candidates.flatMap(({ columns }) =>
      typeof columns['product_id'] === 'string' ? [columns['product_id']] : [],
    ),
  );
  if (ids.size === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from product where organization_id = ${organizationId}::uuid and id = any(${[...ids]}::uuid[])`.execute(
    trx,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
