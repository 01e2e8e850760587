// The rows of a batch as candidates: each key once, references looked up, fields turned into columns.
import type { Query } from '#api/db/database.ts';
import type { Columns } from '../compare.ts';
import type { Value, Values } from '../kinds/kind.ts';
import type { RowProblem } from '../problems.ts';
import { problemOf } from '../rows.ts';
import type { ReadRow } from '../rows.ts';
import type { RunContext } from './context.ts';
import { enterKeys } from './notes.ts';
import { prepareLines } from './order-lines.ts';
import { listMergedNumbers } from './records.ts';
import type { Resolved } from './references.ts';

/** One row with everything it says about its record. */
export interface Candidate {
  readonly row: ReadRow;
  readonly key: string;
  readonly columns: Columns;
}

/** What a row calls its record, for finding it again in this run and in the next. */
function keyOf(context: RunContext, values: Values): string {
  const parts = context.kind.keyFields.map((field) => String(values[`=${field}`] ?? values[field] ?? ''));
  return parts.length === 1 ? (parts[0] ?? '') : JSON.stringify(parts);
}

export async function dropRepeated(
  trx: Query,
  context: RunContext,
  rows: readonly ReadRow[],
  problems: RowProblem[],
): Promise<ReadRow[]> {
  // an order has many lines; their place in the order is their key
  if (context.kind.table === 'order_line') return [...rows];
  const keys = new Map<string, ReadRow>();
  const repeated: ReadRow[] = [];
  for (const row of rows) {
    const key = keyOf(context, row.values);
    if (keys.has(key)) repeated.push(row);
    else keys.set(key, row);
  }
  const entered = await enterKeys(
    trx,
    context,
    [...keys].map(([key, row]) => ({ key, line: row.line })),
  );
  const [field = ''] = context.kind.keyFields.slice(-1);
  const first: ReadRow[] = [];
  for (const [key, row] of keys) {
    if (entered.has(key)) first.push(row);
    else repeated.push(row);
  }
  for (const row of repeated)
    problems.push(problemOf(row, 'twice', context.nameOf(field), String(row.values[field] ?? '')));
  return first;
}

/** The master data of a merged customer are those of the other one: its row in the ERP changes nothing and makes nobody. */
export async function dropMerged(
  trx: Query,
  { kind, organizationId }: RunContext,
  rows: readonly ReadRow[],
): Promise<ReadRow[]> {
  if (kind.table !== 'customer') return [...rows];
  const numbers = rows.map(({ values }) => values['number']).filter((one) => typeof one === 'string');
  const merged = await listMergedNumbers(trx, organizationId, numbers);
  return rows.filter(({ values }) => !merged.has(String(values['number'])));
}

interface Read {
  readonly rows: readonly ReadRow[];
  readonly resolved: Resolved;
  readonly problems: RowProblem[];
}

export async function toCandidates(trx: Query, context: RunContext, read: Read): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for (const row of read.rows) {
    const missing = context.kind.references.find(
      ({ field, problem }) =>
        problem !== null &&
        problem !== 'unknown_order' &&
        isUnknown(row.values[field], read.resolved.get(field)),
    );
    if (missing?.problem) {
      const { field, problem } = missing;
      read.problems.push(problemOf(row, problem, context.nameOf(field), String(row.values[field])));
    } else
      candidates.push({
        row,
        key: keyOf(context, row.values),
        columns: columnsOf(context, row, read.resolved),
      });
  }
  if (context.kind.table === 'order_line') return prepareLines(trx, context, candidates, read);
  return candidates;
}

function isUnknown(text: Value | undefined, known: ReadonlyMap<string, string> | undefined): boolean {
  return typeof text === 'string' && known?.has(text) !== true;
}

/** Not columns of the table, but compared and written like them. */
const contactWays = new Set(['email', 'phone', 'mobile']);

function columnsOf(context: RunContext, row: ReadRow, resolved: Resolved): Columns {
  const derived = Object.entries(row.values).flatMap(([name, value]) =>
    name.startsWith('=') ? [[name.slice(1), value] as const] : [],
  );
  return {
    ...ownColumns(context, row.values),
    ...referenceColumns(context, row.values, resolved),
    ...Object.fromEntries(derived),
  };
}

function ownColumns({ kind }: RunContext, values: Values): Columns {
  const columns: Record<string, Value> = {};
  for (const { name, column } of kind.fields) {
    const value = values[name];
    if (value === undefined) continue;
    if (column !== undefined) columns[column] = value;
    else if (kind.table === 'contact' && contactWays.has(name)) columns[name] = value;
  }
  return columns;
}

function referenceColumns({ kind }: RunContext, values: Values, resolved: Resolved): Columns {
  const columns: Record<string, Value> = {};
  for (const { field, column } of kind.references) {
    const text = values[field];
    if (text === undefined) continue;
    columns[column] = typeof text === 'string' ? (resolved.get(field)?.get(text) ?? null) : null;
  }
  return columns;
}
