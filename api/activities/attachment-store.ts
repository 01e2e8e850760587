// SQL of attachments: what is to be fetched, the bytes by their hash, reading them again.
import { sql } from 'kysely';
import type { Insertable, Updateable } from 'kysely';
import type { StoredAttachment } from '#contract/activity.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import type { GraphUser } from '#api/outside/graph.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleActivities, visibleCustomers } from '#api/rights/visible.ts';

export async function insertAttachments(
  trx: Query,
  rows: readonly Insertable<Tables['attachment']>[],
): Promise<void> {
  if (rows.length > 0) await trx.insertInto('attachment').values(rows).execute();
}

export interface Wanted {
  readonly id: string;
  readonly logged_by: string;
  readonly graph_mailbox: string | null;
  readonly graph_message_id: string;
  readonly graph_attachment_id: string;
}

/** Attachments of an activity whose bytes are still to be fetched; none once it was taken back. */
export async function listWanted(trx: Query, organizationId: string, activityId: string): Promise<Wanted[]> {
  const { rows } = await sql<Wanted>`
    select t.id, a.logged_by, t.graph_mailbox, t.graph_message_id, t.graph_attachment_id
    from attachment t join activity a on a.organization_id = t.organization_id and a.id = t.activity_id
    where t.organization_id = ${organizationId}::uuid and t.activity_id = ${activityId}::uuid and t.state = 'pending'
      and a.undone_at is null and a.logged_by is not null
      and t.graph_message_id is not null and t.graph_attachment_id is not null
    order by t.id`.execute(trx);
  return rows;
}

/** Keeps the bytes once, however many attachments have them; nothing when the attachment was removed meanwhile. */
export async function storeBytes(
  trx: Query,
  organizationId: string,
  content: { id: string; sha256: Buffer; bytes: Buffer },
): Promise<void> {
  const { id, sha256, bytes } = content;
  const held = await trx
    .selectFrom('attachment')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (held === undefined) return;
  await lockBytes(trx, organizationId, sha256);
  await trx
    .insertInto('attachment_content')
    .values({ organization_id: organizationId, sha256, bytes })
    .onConflict((conflict) => conflict.columns(['organization_id', 'sha256']).doNothing())
    .execute();
  const stored = { state: 'stored', problem: null, sha256, size_bytes: bytes.byteLength } as const;
  await changeAttachments(trx, organizationId, [id], stored);
}

export async function changeAttachments(
  trx: Query,
  organizationId: string,
  ids: readonly string[],
  change: Updateable<Tables['attachment']>,
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('attachment')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', 'in', ids)
    .execute();
}

/** One after the other: bytes are not deleted while somebody hangs them on another entry. */
async function lockBytes(trx: Query, organizationId: string, sha256: Buffer): Promise<void> {
  const key = `${organizationId} ${sha256.toString('hex')}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
}

/** Deletes an attachment and, when no other has them, its bytes; false when it is gone already. */
export async function removeAttachmentRow(trx: Query, organizationId: string, id: string): Promise<boolean> {
  const { rows } = await sql<{ sha256: Buffer | null }>`
    delete from attachment where organization_id = ${organizationId}::uuid and id = ${id}::uuid
    returning sha256`.execute(trx);
  const [gone] = rows;
  if (gone === undefined) return false;
  if (gone.sha256 === null) return true;
  await lockBytes(trx, organizationId, gone.sha256);
  await sql`delete from attachment_content b
    where b.organization_id = ${organizationId}::uuid and b.sha256 = ${gone.sha256}
      and not exists (select from attachment t
        where t.organization_id = b.organization_id and t.sha256 = b.sha256)`.execute(trx);
  return true;
}

/** Lets everything that waited for this person's sign-in go on; answers the activities. */
export async function releaseWaiting(trx: Query, { organizationId, userId }: GraphUser): Promise<string[]> {
  const { rows } = await sql<{ activity_id: string }>`
    update attachment t set state = 'pending', problem = null from activity a
    where t.organization_id = ${organizationId}::uuid and t.state = 'waiting_for_sign_in'
      and a.organization_id = t.organization_id and a.id = t.activity_id and a.logged_by = ${userId}::uuid
    returning t.activity_id`.execute(trx);
  return [...new Set(rows.map((row) => row.activity_id))];
}

export interface VisibleAttachment extends StoredAttachment {
  readonly activity_id: string;
  readonly graph_message_id: string | null;
}

/** An attachment of an activity the user may see; null otherwise. */
export async function findAttachment(
  trx: Query,
  user: SignedInUser,
  id: string,
): Promise<VisibleAttachment | null> {
  const { rows } = await sql<VisibleAttachment>`
    select t.id, t.name, t.content_type as "contentType", t.size_bytes as "sizeBytes", t.state, t.activity_id, t.graph_message_id
    from attachment t
      join activity a on a.organization_id = t.organization_id and a.id = t.activity_id
      join customer c on c.organization_id = a.organization_id and c.id = a.customer_id
    where t.id = ${id}::uuid and a.undone_at is null
      and ${visibleActivities(user, 'a')} and ${visibleCustomers(user, 'c')}`.execute(trx);
  return rows[0] ?? null;
}

/** The stored bytes of an attachment; null while there are none. */
export async function readBytes(trx: Query, organizationId: string, id: string): Promise<Buffer | null> {
  const row = await trx
    .selectFrom('attachment as t')
    .innerJoin('attachment_content as b', (join) =>
      join.onRef('b.organization_id', '=', 't.organization_id').onRef('b.sha256', '=', 't.sha256'),
    )
    .select('b.bytes')
    .where('t.organization_id', '=', organizationId)
    .where('t.id', '=', id)
    .executeTakeFirst();
  return row?.bytes ?? null;
}
