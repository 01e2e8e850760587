// SQL of the cards that people have of an escalation.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { PostedCard } from '#api/outside/card-poster.ts';
import type { ComplaintRow } from './row.ts';
import { selectComplaints } from './row.ts';

export interface CardKey {
  readonly organizationId: string;
  readonly escalationId: string;
}

/** The complaint with exactly this escalation, though a newer one may run. */
export async function findEscalated(trx: Query, key: CardKey): Promise<ComplaintRow | null> {
  const condition = sql`c.organization_id = ${key.organizationId}::uuid and c.id = (select e.complaint_id from escalation e
    where e.organization_id = ${key.organizationId}::uuid and e.id = ${key.escalationId}::uuid)`;
  const { rows } = await selectComplaints(condition, sql``, key.escalationId).execute(trx);
  return rows[0] ?? null;
}

export interface CardRow {
  readonly userId: string;
  readonly entraOid: string;
  readonly email: string;
  /** The chat with the bot, once the person has one. */
  readonly chatId: string | null;
  /** The language of the person's Teams; null until it is known. */
  readonly language: 'de' | 'en' | null;
  readonly conversationId: string | null;
  readonly activityId: string | null;
}

/** Who has or is to get a card; people who have left are left out. */
export async function listCards(trx: Query, key: CardKey): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    select u.id as "userId", u.entra_oid as "entraOid", u.email, u.teams_conversation_id as "chatId", u.teams_language as language,
      ec.conversation_id as "conversationId", ec.activity_id as "activityId"
    from escalation_card ec
    join app_user u on u.organization_id = ec.organization_id and u.id = ec.user_id
    where ec.organization_id = ${key.organizationId}::uuid and ec.escalation_id = ${key.escalationId}::uuid
      and u.active and u.role is not null
    order by u.id`.execute(trx);
  return rows;
}

/**
 * Takes the right to post this card for a while; false when another job has it or the card is posted. A right that runs
 * longer than ours would was taken under a clock that has been set back since, and counts as run out.
 */
export async function claimCard(
  trx: Query,
  key: CardKey & { readonly userId: string },
  times: { now: Date; until: Date },
): Promise<boolean> {
  const { rows } = await sql`
    update escalation_card set claimed_until = ${times.until}
    where organization_id = ${key.organizationId}::uuid and escalation_id = ${key.escalationId}::uuid
      and user_id = ${key.userId}::uuid and activity_id is null
      and (claimed_until is null or claimed_until < ${times.now} or claimed_until > ${times.until})
    returning user_id`.execute(trx);
  return rows.length === 1;
}

/** Keeps where the card stands, or gives the right to post back (`at` null). */
export async function keepCard(
  trx: Query,
  key: CardKey & { readonly userId: string },
  at: PostedCard | null,
): Promise<void> {
  await trx
    .updateTable('escalation_card')
    .set({
      claimed_until: null,
      conversation_id: at?.conversationId ?? null,
      activity_id: at?.activityId ?? null,
    })
    .where('organization_id', '=', key.organizationId)
    .where('escalation_id', '=', key.escalationId)
    .where('user_id', '=', key.userId)
    .execute();
}

/** Shows on the complaint how its card is doing; answers the complaint's version. */
export async function setCardState(
  trx: Query,
  key: CardKey,
  state: 'sent' | 'failed' | 'none',
): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    with changed as (
      update escalation set card_state = ${state}
      where organization_id = ${key.organizationId}::uuid and id = ${key.escalationId}::uuid
      returning complaint_id)
    select c.version from complaint c join changed on changed.complaint_id = c.id
    where c.organization_id = ${key.organizationId}::uuid`.execute(trx);
  return rows[0]?.version ?? null;
}

/** Remembers the chat in which the bot reaches this person, and its language when that is known. */
export async function keepChat(
  trx: Query,
  person: { organizationId: string; id: string },
  chat: { conversationId: string; language: 'de' | 'en' | null },
): Promise<void> {
  const { conversationId, language } = chat;
  await sql`
    update app_user set teams_conversation_id = ${conversationId}, teams_language = coalesce(${language}, teams_language)
    where organization_id = ${person.organizationId}::uuid and id = ${person.id}::uuid
      and (teams_conversation_id is distinct from ${conversationId}
        or teams_language is distinct from coalesce(${language}, teams_language))`.execute(trx);
}
