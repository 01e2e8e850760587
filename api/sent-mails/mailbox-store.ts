// SQL of reading mailboxes: whose is due, and how far each folder has been read.
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import type { GraphUser, MailboxFolder } from '#api/outside/graph.ts';

export interface DueMailbox extends GraphUser {
  readonly folder: MailboxFolder;
}

/** Sent Items of those who log on send, inboxes of those who follow a conversation, longest waiting first. */
export async function listDue(
  trx: Query,
  { now, triedBefore, limit }: { now: Date; triedBefore: Date; limit: number },
): Promise<DueMailbox[]> {
  const { rows } = await sql<DueMailbox>`
    select w.organization_id as "organizationId", w.user_id as "userId", w.folder
    from (
      select m.organization_id, m.user_id, 'sentitems' as folder from mail_setting m where m.log_on_send
      union
      select t.organization_id, t.user_id, 'inbox' from mail_thread t where t.mode = 'automatic'
    ) w
    join app_user u on u.organization_id = w.organization_id and u.id = w.user_id
    left join mailbox_sync s on s.organization_id = w.organization_id and s.user_id = w.user_id
      and s.folder = w.folder
    where u.active and u.role in ('sales', 'manager', 'admin')
      and (s.tried_at is null or s.tried_at <= ${triedBefore})
      and (s.not_before is null or s.not_before <= ${now})
    order by s.tried_at nulls first, w.user_id, w.folder limit ${limit}`.execute(trx);
  return rows;
}

type SyncRow = Selectable<Tables['mailbox_sync']>;

/** How far this folder has been read; null before the first time. */
export async function findSync(
  trx: Query,
  { organizationId, userId, folder }: DueMailbox,
): Promise<SyncRow | null> {
  const row = await trx
    .selectFrom('mailbox_sync')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('folder', '=', folder)
    .executeTakeFirst();
  return row ?? null;
}

/** Everything up to this link is read. */
export async function noteRead(
  trx: Query,
  { organizationId, userId, folder }: DueMailbox,
  { deltaLink, at }: { deltaLink: string; at: Date },
): Promise<void> {
  const now = { delta_link: deltaLink, read_at: at, tried_at: at, not_before: null };
  await trx
    .insertInto('mailbox_sync')
    .values({ organization_id: organizationId, user_id: userId, folder, ...now })
    .onConflict((conflict) => conflict.columns(['organization_id', 'user_id', 'folder']).doUpdateSet(now))
    .execute();
}

/** It was tried in vain; `notBefore`: Graph asked to be left alone until then. `since`: where a first reading begins. */
export async function noteTried(
  trx: Query,
  { organizationId, userId, folder }: DueMailbox,
  { at, notBefore, since }: { at: Date; notBefore: Date | null; since: Date },
): Promise<void> {
  const tried = { tried_at: at, not_before: notBefore };
  await trx
    .insertInto('mailbox_sync')
    .values({
      organization_id: organizationId,
      user_id: userId,
      folder,
      delta_link: null,
      read_at: since,
      ...tried,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'user_id', 'folder']).doUpdateSet(tried))
    .execute();
}
