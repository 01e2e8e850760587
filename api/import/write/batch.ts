// One batch of rows: keys, references, comparison, writing, and all that is noted of it. Runs inside one transaction.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import { compare } from '../compare.ts';
import type { Columns, Difference } from '../compare.ts';
import type { RowProblem } from '../problems.ts';
import { problemOf } from '../rows.ts';
import type { ReadRow } from '../rows.ts';
import { findContacts, writeContactWays } from './contacts.ts';
import { dropMerged, dropRepeated, toCandidates } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import type { RunContext } from './context.ts';
import { withTerritory, writeFirstContacts } from './customers.ts';
import { auditChanges, listEdited, noteChanges, recall, remember, touch } from './notes.ts';
import type { Change } from './notes.ts';
import { addLines, linesPerOrder } from './order-lines.ts';
import { findPresent, insertRecords, updateRecords } from './records.ts';
import type { Present } from './records.ts';
import { resolveReferences } from './references.ts';
import { dropIncomplete } from './required.ts';
import { placeCustomers } from './territories.ts';

export interface Counts {
  created: number;
  changed: number;
  same: number;
  kept: number;
}

export interface BatchResult {
  readonly counts: Counts;
  readonly problems: RowProblem[];
  /** How many lines it holds of each order. */
  readonly lines: ReadonlyMap<string, number>;
}

/** Writes a batch of rows, or does so and takes it back; the order of the file decides between two with the same key. */
export async function writeBatch(
  trx: Query,
  context: RunContext,
  rows: readonly ReadRow[],
  isDryRun: boolean,
): Promise<BatchResult> {
  const problems: RowProblem[] = [];
  const first = await dropMerged(trx, context, await dropRepeated(trx, context, rows, problems));
  if (!isDryRun) return writeRows(trx, context, { rows, first, problems });
  await sql`savepoint import_batch`.execute(trx);
  const result = await writeRows(trx, context, { rows, first, problems });
  await sql`rollback to savepoint import_batch`.execute(trx);
  // the next batch goes on within the order that this one has begun
  await addLines(trx, context, result.lines);
  return result;
}

interface Batch {
  readonly rows: readonly ReadRow[];
  readonly first: readonly ReadRow[];
  readonly problems: RowProblem[];
}

async function writeRows(
  trx: Query,
  context: RunContext,
  { rows, first, problems }: Batch,
): Promise<BatchResult> {
  const resolved = await resolveReferences(trx, context, first);
  const candidates = await toCandidates(trx, context, { rows: first, resolved, problems });
  const found =
    context.kind.table === 'contact'
      ? await findContacts(trx, context, candidates)
      : await findPresent(
          trx,
          context,
          candidates.map((one) => one.columns),
        );
  const complete = dropIncomplete(context, candidates, found, problems);
  const judged = await judge(trx, context, complete.candidates, complete.present);
  const changed = judged.filter(
    (one) => one.present !== null && Object.keys(one.difference.after).length > 0,
  );
  const created = judged.filter((one) => one.present === null);
  if (context.kind.neverCreates === true) {
    for (const { candidate } of created) problems.push(unknownKey(context, candidate));
    created.length = 0;
  }
  const changes = [
    ...(await create(trx, context, created)),
    ...(await change(trx, context, changed, problems)),
  ];
  await noteChanges(trx, context, changes);
  await placeCustomers(trx, context.organizationId, changes);
  if (context.kind.isEdited === true) await auditChanges(trx, context, changes);
  await noteTouched(trx, context, judged);
  const kept = judged.filter((one) => one.difference.kept.length > 0);
  problems.push(...kept.map((one) => keptNote(context, one)));
  const countOf = (action: Change['action']) =>
    changes.filter((one) => one.action === action && one.table === context.kind.table).length;
  const counts = { created: countOf('created'), changed: countOf('changed'), kept: kept.length };
  return {
    counts: { ...counts, same: rows.length - counts.created - counts.changed - countWrong(problems) },
    problems,
    lines: linesPerOrder(complete.candidates),
  };
}

function countWrong(problems: readonly RowProblem[]): number {
  return problems.filter((problem) => problem.isNote !== true).length;
}

interface Judged {
  readonly candidate: Candidate;
  readonly present: Present | null;
  readonly difference: Difference;
}

async function judge(
  trx: Query,
  context: RunContext,
  candidates: readonly Candidate[],
  present: ReadonlyMap<number, Present>,
): Promise<Judged[]> {
  const memory = await recall(
    trx,
    context,
    candidates.map((one) => one.key),
  );
  const isPeoples = context.kind.isEdited === true;
  const unknown = candidates.flatMap((one, index) => {
    const found = present.get(index);
    return isPeoples && found !== undefined && !memory.has(one.key) ? [found.recordId] : [];
  });
  const edited = await listEdited(trx, context, unknown);
  const judged = candidates.map((candidate, index): Judged => {
    const found = present.get(index) ?? null;
    const difference = compare({
      incoming: found === null ? {} : candidate.columns,
      present: found?.columns ?? {},
      remembered: memory.get(candidate.key) ?? null,
      isEdited: found !== null && edited.has(found.recordId),
      ruleOf: context.ruleOf,
    });
    return { candidate, present: found, difference };
  });
  const news = judged.filter(
    ({ candidate, present: found, difference }) =>
      found !== null && (!memory.has(candidate.key) || Object.keys(difference.after).length > 0),
  );
  await rememberAll(trx, context, news);
  return judged;
}

async function rememberAll(trx: Query, context: RunContext, judged: readonly Judged[]): Promise<void> {
  const records = judged.map(({ candidate, present }) => ({
    key: candidate.key,
    recordId: present?.recordId ?? '',
    fields: filled(candidate.columns),
  }));
  await remember(trx, context, records);
}

function filled(columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null));
}

async function create(trx: Query, context: RunContext, judged: readonly Judged[]): Promise<Change[]> {
  const made = judged.map(({ candidate }) => {
    const defaults = Object.entries(context.kind.newColumns ?? {}).filter(
      ([name]) => (candidate.columns[name] ?? null) === null,
    );
    const columns = { ...candidate.columns, ...Object.fromEntries(defaults) };
    const isCustomer = context.kind.table === 'customer';
    return { id: newId(), candidate, columns: isCustomer ? withTerritory(context, columns) : columns };
  });
  await insertRecords(trx, context, made);
  if (context.kind.kind === 'customers') await writeFirstContacts(trx, context, made);
  if (context.kind.table === 'contact')
    await writeContactWays(
      trx,
      context,
      made.map(({ id, columns }) => ({ id, columns })),
    );
  const isLine = context.kind.table === 'order_line';
  await remember(
    trx,
    context,
    isLine
      ? []
      : made.map(({ id, candidate }) => ({
          key: candidate.key,
          recordId: id,
          fields: filled(candidate.columns),
        })),
  );
  return made.map(({ id, columns }) => ({
    table: context.kind.table,
    recordId: isLine ? String(columns['order_id']) : id,
    part: isLine ? Number(columns['position']) : 0,
    action: 'created',
    before: null,
    after: filled(columns),
  }));
}

async function change(
  trx: Query,
  context: RunContext,
  judged: readonly Judged[],
  problems: RowProblem[],
): Promise<Change[]> {
  const records = judged.flatMap(({ candidate, present, difference }) =>
    present === null
      ? []
      : [
          {
            candidate,
            present,
            difference,
            part: Number(candidate.columns['position'] ?? 0),
            columns: { ...present.columns, ...difference.after },
          },
        ],
  );
  const written = await updateRecords(trx, context, records);
  const missed = records.filter((one) => !written.has(one.present.recordId));
  for (const one of missed) problems.push(problemOf(one.candidate.row, 'not_stored', '', one.candidate.key));
  const done = records.filter((one) => written.has(one.present.recordId));
  if (context.kind.table === 'contact')
    await writeContactWays(
      trx,
      context,
      done.map((one) => ({ id: one.present.recordId, columns: one.difference.after })),
    );
  return done.map(({ present, part, difference }) => ({
    table: context.kind.table,
    recordId: present.recordId,
    part,
    action: 'changed',
    before: difference.before,
    after: difference.after,
  }));
}

/** Figures follow from what was created or changed; of an order that moved, those of both customers. */
async function noteTouched(trx: Query, context: RunContext, judged: readonly Judged[]): Promise<void> {
  if (context.kind.touches !== 'customer') return;
  const customers = new Set<string>();
  for (const { candidate, present, difference } of judged) {
    if (present !== null && Object.keys(difference.after).length === 0) continue;
    for (const id of [candidate.columns['customer_id'], present?.columns['customer_id']])
      if (typeof id === 'string') customers.add(id);
  }
  if (customers.size > 0) await touch(trx, context, 'customer', customers);
}

function keptNote(context: RunContext, { candidate, difference }: Judged): RowProblem {
  const [column = ''] = difference.kept;
  const field = context.kind.fields.find((one) => (one.column ?? one.name) === column);
  const value = String(candidate.columns[column] ?? '');
  return {
    ...problemOf(candidate.row, 'edit_kept', context.nameOf(field?.name ?? column), value),
    isNote: true,
  };
}

function unknownKey(context: RunContext, { row, key }: Candidate): RowProblem {
  const [field = ''] = context.kind.keyFields;
  return problemOf(row, 'unknown_customer', context.nameOf(field), key);
}
