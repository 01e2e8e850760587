// One file into one kind of record, from its first byte to the last consequence: what jobs and the command both do.
import { sql } from 'kysely';
import type { ImportMapping } from '#contract/import-map.ts';
import type { Database, Query } from '#api/db/database.ts';
import { assume } from './assume.ts';
import { finishRows } from './finish.ts';
import { openSource } from './files/open-source.ts';
import { SourceError } from './files/source.ts';
import type { OpenedSource } from './files/source.ts';
import type { RecordKind } from './kinds/kind.ts';
import { planMapping } from './mapping.ts';
import type { Plan } from './mapping.ts';
import { checkSource, runRows } from './run-rows.ts';
import type { Checked, RowsEnd } from './run-rows.ts';
import { dropKeys, lastChange, noteMissing } from './run-store.ts';
import { createContext } from './write/context.ts';

export interface FileRun {
  readonly db: Database;
  readonly organizationId: string;
  readonly runId: string;
  readonly sourceId: string | null;
  readonly kind: RecordKind;
  readonly path: string;
  readonly mapping: ImportMapping;
  readonly isDryRun: boolean;
  readonly isFullLoad: boolean;
  readonly now: Date;
  /** Rows that an interrupted run has written already; 0 for a new one. */
  readonly skip: number;
  readonly onState?: (state: 'writing' | 'finishing', rowsTotal: number) => Promise<void>;
  readonly onBatch?: (rowsRead: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Checks the file to its end, writes its rows, draws the consequences. Throws SourceError; nothing is written then. */
export async function runFile(run: FileRun): Promise<RowsEnd> {
  const source = await openSource(run.path, run.mapping);
  const plan = checkPlan(run.kind, run.mapping, source);
  const checked = await checkSource(source, run.signal);
  if (checked.rows === 0) throw new SourceError('header_only');
  const writing = decideWriting(run.mapping, source, plan, checked);
  const context = createContext({
    organizationId: run.organizationId,
    runId: run.runId,
    sourceId: run.sourceId,
    kind: run.kind,
    now: run.now,
    places: plan.places,
    rules: Object.fromEntries(Object.entries(run.mapping.columns).map(([field, { rule }]) => [field, rule])),
    territories: await run.db.system((trx) => listTerritories(trx, run.organizationId)),
    changes: await run.db.system((trx) => lastChange(trx, run)),
  });
  await run.onState?.('writing', checked.rows);
  const end = await runRows({ ...run, context, plan, writing }, source);
  if (end === 'interrupted') return end;
  await run.onState?.('finishing', checked.rows);
  if (!run.isDryRun) await finishRows(run.db, context);
  await run.db.system(async (trx) => {
    const { sourceId } = run;
    if (run.isFullLoad && sourceId !== null && end === 'done')
      await noteMissing(trx, { ...run, sourceId, kind: run.kind.kind });
    await dropKeys(trx, run);
  });
  return end;
}

/** Throws SourceError for columns that the file does not have and for required fields without one. */
function checkPlan(kind: RecordKind, mapping: ImportMapping, source: OpenedSource): Plan {
  const plan = planMapping(kind, mapping, source.header);
  const [column] = plan.missingColumns;
  if (column !== undefined)
    throw new SourceError('missing_column', { column, value: source.header.slice(0, 40).join(', ') });
  const [field] = plan.missingFields;
  if (field !== undefined) throw new SourceError('nothing_mapped', { column: field });
  return plan;
}

function decideWriting(mapping: ImportMapping, source: OpenedSource, plan: Plan, checked: Checked) {
  const { writing, open } = assume(source.found, mapping, checked.sample, plan.places);
  const [question] = open;
  if (question !== undefined)
    throw new SourceError('question_open', { column: question.column, value: question.example });
  return writing;
}

async function listTerritories(trx: Query, organizationId: string) {
  const { rows } = await sql<{
    id: string;
    name: string;
    postcode_prefixes: string[];
    sectors: string[];
    owner_id: string | null;
  }>`select id, name, postcode_prefixes, sectors, owner_id from territory
    where organization_id = ${organizationId}::uuid order by name, id`.execute(trx);
  return rows;
}
