// What came in without anybody logging it, for example an answer on a page of ours: one entry in the customer's history.
import type { RecordLink } from '#contract/activity.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import { sql } from 'kysely';
import { insertLinks } from './link-store.ts';

export interface FromOutside {
  readonly organizationId: string;
  readonly customerId: string;
  readonly contactId: string | null;
  readonly subject: string;
  readonly bodyText: string;
  readonly at: Date;
  readonly links: readonly RecordLink[];
}

/** Adds the entry, or writes it anew when it came before (`id`) and still stands. Answers its id. */
export async function keepFromOutside(trx: Query, given: FromOutside, id: string | null): Promise<string> {
  const { organizationId, subject, bodyText, at } = given;
  if (id !== null) {
    await trx
      .updateTable('activity')
      .set({ subject, body_text: bodyText, version: sql`version + 1` })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id)
      .execute();
    return id;
  }
  const added = newId();
  await trx
    .insertInto('activity')
    .values({
      organization_id: organizationId,
      id: added,
      customer_id: given.customerId,
      contact_id: given.contactId,
      kind: 'web',
      direction: 'inbound',
      subject,
      body_text: bodyText,
      occurred_at: at,
      duration_minutes: null,
      visibility: 'team',
      message_id: null,
      conversation_id: null,
      from_address: null,
      logged_by: null,
      logged_at: at,
      undone_at: null,
      undone_by: null,
      updated_by: null,
      logged_by_rule: null,
    })
    .execute();
  await insertLinks(trx, organizationId, added, given.links);
  return added;
}
