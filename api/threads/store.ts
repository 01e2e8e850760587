// All SQL of followed conversations. A conversation's customer is the one that its customer was merged into.
import { sql } from 'kysely';
import type { CustomerRef } from '#contract/customer.ts';
import type { Thread, ThreadOfMail } from '#contract/thread.ts';
import { customerRef } from '#api/customers/row.ts';
import type { Query } from '#api/db/database.ts';
import { visibleActivities, visibleCustomers } from '#api/rights/visible.ts';
import type { SignedInUser } from '#api/rights/user.ts';

export type ThreadRow = Omit<Thread, 'startedAt'> & {
  readonly startedAt: Date;
  readonly conversationId: string;
};

const columns = sql`t.id, t.mode, t.subject, t.started_at as "startedAt", t.conversation_id as "conversationId",
  ${customerRef} as customer`;
const source = sql`mail_thread t
  join customer l on l.organization_id = t.organization_id and l.id = t.customer_id
  join customer c on c.organization_id = l.organization_id and c.id = coalesce(l.merged_into_id, l.id)`;

const own = (user: SignedInUser) => sql`t.organization_id = ${user.organizationId}::uuid
  and t.user_id = ${user.id}::uuid and ${visibleCustomers(user, 'c')}`;

/** This person's conversations, newest first. */
export async function listThreadRows(trx: Query, user: SignedInUser, limit: number): Promise<ThreadRow[]> {
  const { rows } = await sql<ThreadRow>`select ${columns} from ${source} where ${own(user)}
    order by t.started_at desc, t.id desc limit ${limit}`.execute(trx);
  return rows;
}

export async function findThread(trx: Query, user: SignedInUser, id: string): Promise<ThreadRow | null> {
  const { rows } = await sql<ThreadRow>`select ${columns} from ${source}
    where ${own(user)} and t.id = ${id}::uuid`.execute(trx);
  return rows[0] ?? null;
}

/** The person's conversation to which this mail belongs, and whether an entry of the mail was taken back. */
export async function findThreadOf(
  trx: Query,
  user: SignedInUser,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<(ThreadRow & Pick<ThreadOfMail, 'isExcepted'>) | null> {
  const { rows } = await sql<ThreadRow & Pick<ThreadOfMail, 'isExcepted'>>`
    select ${columns}, exists (select from activity a where a.organization_id = t.organization_id
      and a.message_id = ${messageId} and a.undone_at is not null) as "isExcepted"
    from ${source} where ${own(user)} and t.conversation_id = ${conversationId}`.execute(trx);
  return rows[0] ?? null;
}

export interface Followable {
  readonly conversationId: string | null;
  readonly customer: CustomerRef;
  readonly subject: string;
}

/** What a logged mail says of its conversation; null for an entry that this person may not see. */
export async function findFollowable(
  trx: Query,
  user: SignedInUser,
  activityId: string,
): Promise<Followable | null> {
  const { rows } = await sql<Followable>`
    select a.conversation_id as "conversationId", a.subject, ${customerRef} as customer
    from activity a join customer c on c.organization_id = a.organization_id and c.id = a.customer_id
    where a.organization_id = ${user.organizationId}::uuid and a.id = ${activityId}::uuid and a.undone_at is null
      and ${visibleActivities(user, 'a')} and ${visibleCustomers(user, 'c')}`.execute(trx);
  return rows[0] ?? null;
}

/** Follows the conversation, or changes how; answers the id under which it is followed. */
export async function saveThread(
  trx: Query,
  user: SignedInUser,
  thread: {
    id: string;
    conversationId: string;
    customerId: string;
    mode: Thread['mode'];
    subject: string;
    at: Date;
  },
): Promise<string> {
  const { id } = await trx
    .insertInto('mail_thread')
    .values({
      organization_id: user.organizationId,
      id: thread.id,
      user_id: user.id,
      conversation_id: thread.conversationId,
      customer_id: thread.customerId,
      mode: thread.mode,
      subject: thread.subject,
      started_at: thread.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'user_id', 'conversation_id'])
        .doUpdateSet({ mode: thread.mode, customer_id: thread.customerId }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function deleteThread(trx: Query, organizationId: string, id: string): Promise<void> {
  await trx
    .deleteFrom('mail_thread')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}
