// The audit trail: who changed what, when and from where, written in the transaction of the change.
import { newId } from './id.ts';
import type { Query } from './database.ts';

export interface AuditEntry {
  readonly action: string;
  readonly recordKind: string;
  readonly recordId: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** Where the change came from: 'api' (default), 'job', 'bot', 'import'. */
  readonly source?: string;
  readonly requestId?: string | null;
  readonly at?: Date;
}

/** Writes one audit row; `by.id` null stands for the system itself (sweeps). */
export async function writeAudit(
  trx: Query,
  by: { organizationId: string; id: string | null },
  entry: AuditEntry,
): Promise<void> {
  await trx
    .insertInto('audit')
    .values({
      organization_id: by.organizationId,
      id: newId(),
      at: entry.at ?? new Date(),
      user_id: by.id,
      action: entry.action,
      record_kind: entry.recordKind,
      record_id: entry.recordId,
      before: toJson(entry.before),
      after: toJson(entry.after),
      source: entry.source ?? 'api',
      request_id: entry.requestId ?? null,
    })
    .execute();
}

function toJson(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
