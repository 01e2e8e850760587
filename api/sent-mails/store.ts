// All SQL of logging on send.
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { SentMailReason } from '#contract/sent-mail.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import type { GraphUser } from '#api/outside/graph.ts';
import type { SignedInUser } from '#api/rights/user.ts';

export type SentRow = Selectable<Tables['sent_mail']>;
export type Known = GraphUser & { readonly id: string };
type Person = Pick<SignedInUser, 'organizationId' | 'id'>;

/** Whether this person's mails are logged on send; null for somebody who never chose. */
export async function findSetting(
  trx: Query,
  { organizationId, userId }: GraphUser,
): Promise<{ log_on_send: boolean; since_at: Date } | null> {
  const row = await trx
    .selectFrom('mail_setting')
    .select(['log_on_send', 'since_at'])
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps the choice; turned on again it counts from now. */
export async function saveSetting(
  trx: Query,
  { organizationId, id }: Person,
  { logOnSend, at }: { logOnSend: boolean; at: Date },
): Promise<void> {
  await trx
    .insertInto('mail_setting')
    .values({ organization_id: organizationId, user_id: id, log_on_send: logOnSend, since_at: at })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'user_id']).doUpdateSet({ log_on_send: logOnSend, since_at: at }),
    )
    .execute();
}

function oneOf(trx: Query, { organizationId, userId, id }: Known) {
  return trx
    .selectFrom('sent_mail')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('id', '=', id);
}

/** The person's row of this id. */
export async function findSent(trx: Query, known: Known): Promise<SentRow | null> {
  return (await oneOf(trx, known).executeTakeFirst()) ?? null;
}

/** The same, locked. */
export async function lockSent(trx: Query, known: Known): Promise<SentRow | null> {
  return (await oneOf(trx, known).forUpdate().executeTakeFirst()) ?? null;
}

export async function listSent(
  trx: Query,
  { organizationId, id }: Person,
  limit: number,
): Promise<SentRow[]> {
  return trx
    .selectFrom('sent_mail')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', id)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Stores what was told; told again while nothing is logged the newest word counts. */
export async function saveSent(trx: Query, row: SentRow): Promise<SentRow> {
  const { subject, recipients, sent_at, state, reason } = row;
  await trx
    .insertInto('sent_mail')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'user_id', 'id'])
        .doUpdateSet({ subject, recipients, sent_at, state, reason })
        .where('sent_mail.message_id', 'is', null),
    )
    .execute();
  const stored = await lockSent(trx, {
    organizationId: row.organization_id,
    userId: row.user_id,
    id: row.id,
  });
  return stored ?? row;
}

export interface Outcome {
  readonly state: SentRow['state'];
  readonly reason?: SentMailReason | null;
  readonly activityId?: string | null;
  readonly messageId?: string | null;
}

export async function finish(
  trx: Query,
  { organizationId, userId, id }: Known,
  outcome: Outcome,
): Promise<void> {
  const { state, reason = null, activityId = null, messageId = null } = outcome;
  await trx
    .updateTable('sent_mail')
    .set({ state, reason, activity_id: activityId, message_id: messageId })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .execute();
}

/** Rows of mails that were told and not found yet, the expressly excepted ones included, oldest first. */
export async function listUnclaimed(
  trx: Query,
  { organizationId, userId }: GraphUser,
  since: Date,
): Promise<SentRow[]> {
  return trx
    .selectFrom('sent_mail')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('message_id', 'is', null)
    .where('sent_at', '>=', since)
    .orderBy('sent_at')
    .execute();
}

/** Which of these mails answer for a row of this person already. */
export async function listClaimed(
  trx: Query,
  { organizationId, userId }: GraphUser,
  messageIds: readonly string[],
): Promise<Set<string>> {
  if (messageIds.length === 0) return new Set();
  const rows = await trx
    .selectFrom('sent_mail')
    .select('message_id')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('message_id', 'in', [...messageIds])
    .execute();
  return new Set(rows.flatMap((row) => (row.message_id === null ? [] : [row.message_id])));
}

/** Lets the rows that waited for this person's sign-in go on; answers their ids. */
export async function releaseWaiting(trx: Query, { organizationId, userId }: GraphUser): Promise<string[]> {
  const rows = await trx
    .updateTable('sent_mail')
    .set({ state: 'waiting' })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('state', '=', 'waiting_for_sign_in')
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

export interface Entry {
  readonly id: string;
  readonly isUndone: boolean;
  readonly loggedBy: string | null;
}

/** The entry of this mail, one that counts before one that was taken back; null when it was never logged. */
export async function findEntry(
  trx: Query,
  organizationId: string,
  messageId: string,
): Promise<Entry | null> {
  const { rows } = await sql<Entry>`select id, undone_at is not null as "isUndone", logged_by as "loggedBy"
    from activity where organization_id = ${organizationId}::uuid and message_id = ${messageId}
    order by undone_at is not null limit 1`.execute(trx);
  return rows[0] ?? null;
}
