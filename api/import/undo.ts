// Taking a run back: what stands as the run left it is put back; what people changed or use since stays and is listed.
import type { Deps } from '#api/deps.ts';
import type { Query } from '#api/db/database.ts';
import { RetryAt } from '#api/jobs/job.ts';
import type { Attempt } from '#api/jobs/job.ts';
import { ImportKind } from '#contract/import-map.ts';
import { finishCustomersOf } from './finish.ts';
import { recordKinds } from './kinds/kinds.ts';
import { dropKeys } from './run-store.ts';
import { changeRun } from './runs-store.ts';
import { forgetRecords, markUndone, nextChanges } from './undo-store.ts';
import type { UndoneChange, UndoOutcome } from './undo-store.ts';
import { restoreChanged, removeCreated, bringBackRemoved } from './undo-records.ts';
import { touch } from './write/notes.ts';
import type { RunContext } from './write/context.ts';
import { placeCustomers } from './write/territories.ts';

interface RunId {
  readonly organizationId: string;
  readonly runId: string;
}

const perTurn = 500;

/** Goes backwards through what the run did, portion by portion; safe to take up again. */
export async function performUndo(deps: Deps, id: RunId, { signal }: Attempt): Promise<void> {
  const context = await openContext(deps, id);
  if (context === null) return;
  while (await deps.db.system((trx) => undoPortion(trx, context))) {
    if (signal.aborted) throw new RetryAt(deps.clock.now());
  }
  await finishCustomersOf(deps.db, context);
  await deps.db.system(async (trx) => {
    await dropKeys(trx, id);
    await changeRun(trx, id.organizationId, id.runId, { state: 'undone', undone_at: deps.clock.now() });
  });
}

async function openContext(
  deps: Deps,
  { organizationId, runId }: RunId,
): Promise<(RunContext & { undoneBy: string | null }) | null> {
  return deps.db.system(async (trx) => {
    const run = await trx
      .selectFrom('import_run')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('id', '=', runId)
      .executeTakeFirst();
    if (run?.state !== 'undoing') return null;
    return {
      organizationId,
      runId,
      sourceId: run.source_id,
      kind: recordKinds[ImportKind.parse(run.kind)],
      now: deps.clock.now(),
      undoneBy: run.undone_by,
      ruleOf: () => 'erp' as const,
      types: {},
      writesAttributes: false,
      nameOf: (field: string) => field,
      territories: [],
      changes: 0,
    };
  });
}

async function undoPortion(trx: Query, context: RunContext & { undoneBy: string | null }): Promise<boolean> {
  const changes = await nextChanges(trx, context, perTurn);
  const [first] = changes;
  if (first === undefined) return false;
  // only one table and one way of changing it at a time; the rest of the portion comes with the next turn
  const alike = changes.filter((one) => one.table === first.table && one.action === first.action);
  const by = { restore: restoreChanged, remove: removeCreated, bringBack: bringBackRemoved };
  const way = first.action === 'changed' ? by.restore : first.action === 'created' ? by.remove : by.bringBack;
  const outcomes = await way(trx, context, alike);
  await markUndone(trx, context, outcomes);
  const undone = alike.filter((_change, index) => outcomes[index]?.state === 'undone');
  if (first.action === 'changed') await placeCustomers(trx, context.organizationId, undone);
  await noteCustomers(trx, context, alike, outcomes);
  const ids = alike.map((one) => one.recordId);
  await forgetRecords(trx, context, ids);
  return true;
}

/** Whose figures change with an order that goes, comes back or moves. */
async function noteCustomers(
  trx: Query,
  context: RunContext,
  changes: readonly UndoneChange[],
  outcomes: readonly UndoOutcome[],
): Promise<void> {
  const customers = new Set<string>();
  for (const change of changes) {
    if (change.table !== 'sales_order') continue;
    for (const id of [change.before?.['customer_id'], change.after?.['customer_id']])
      if (typeof id === 'string') customers.add(id);
  }
  for (const { customerId } of outcomes) if (customerId !== null) customers.add(customerId);
  if (customers.size > 0) await touch(trx, context, 'customer', customers);
}
