// SQL of the company's questions for visits.
import { sql } from 'kysely';
import type { Insertable, Selectable } from 'kysely';
import type { VisitQuestion } from '#contract/visit-question.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import { versionedUpdate } from '#api/db/versioned-update.ts';

export type QuestionRow = Selectable<Tables['visit_question']>;

/** In their order, archived ones at the end. */
export async function listQuestionRows(trx: Query, organizationId: string): Promise<QuestionRow[]> {
  return trx
    .selectFrom('visit_question')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy(sql`archived_at is not null`)
    .orderBy('position')
    .orderBy('id')
    .limit(500)
    .execute();
}

export function toQuestion(row: QuestionRow): VisitQuestion {
  return {
    id: row.id,
    version: row.version,
    text: row.text,
    kind: row.kind,
    firstContactOnly: row.first_contact_only,
    isArchived: row.archived_at !== null,
  };
}

export async function insertQuestion(trx: Query, row: Insertable<Tables['visit_question']>): Promise<void> {
  await trx.insertInto('visit_question').values(row).execute();
}

export async function findQuestion(
  trx: Query,
  organizationId: string,
  id: string,
): Promise<QuestionRow | null> {
  const row = await trx
    .selectFrom('visit_question')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes the change and counts the version up; false when it is no longer the expected one. */
export const updateQuestion = versionedUpdate('visit_question');

/** Gives the questions in use their places, in this order. */
export async function writeOrder(trx: Query, organizationId: string, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await trx
      .updateTable('visit_question')
      .set({ position })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id)
      .execute();
  }
}
