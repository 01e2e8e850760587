// SQL of surveys: to whom the closing mail goes, links, answers.
import { sql } from 'kysely';
import type { Insertable, Updateable } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';

export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly language: 'de' | 'en' | null;
  readonly address: string | null;
  readonly objected: boolean;
}

/** Who gets the closing mail: the contact of the mail by which the complaint came, else the customer's first one with an address. */
export async function findRecipient(
  trx: Query,
  at: { organizationId: string; customerId: string; activityId: string | null },
): Promise<Recipient | null> {
  const { rows } = await sql<Recipient>`
    select p.id, p.name, p.language, e.address,
      exists (select from consent s where s.organization_id = p.organization_id and s.contact_id = p.id
        and s.channel = 'email' and s.state = 'objected') as objected
    from contact p
    left join lateral (select m.address from contact_email m
      where m.organization_id = p.organization_id and m.contact_id = p.id order by m.position limit 1) e on true
    where p.organization_id = ${at.organizationId}::uuid and p.customer_id = ${at.customerId}::uuid and p.archived_at is null
    order by (p.id = (select a.contact_id from activity a
        where a.organization_id = p.organization_id and a.id = ${at.activityId}::uuid)) is true desc,
      (e.address is not null) desc, p.created_at, p.id
    limit 1`.execute(trx);
  return rows[0] ?? null;
}

export async function readCompanyName(trx: Query, organizationId: string): Promise<string> {
  const { name } = await trx
    .selectFrom('organization')
    .select('name')
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return name;
}

export async function insertSurvey(trx: Query, row: Insertable<Tables['complaint_survey']>): Promise<void> {
  await trx.insertInto('complaint_survey').values(row).execute();
}

export interface SurveyRow {
  readonly organization_id: string;
  readonly id: string;
  readonly complaint_id: string;
  readonly contact_id: string | null;
  readonly language: 'de' | 'en';
  readonly expires_at: Date;
  readonly score: number | null;
  readonly comment: string;
  readonly answer_count: number;
  readonly activity_id: string | null;
  readonly follow_up_id: string | null;
  readonly company_name: string;
  readonly time_zone: string;
}

/** The survey behind a hashed secret, of whatever organisation; `isLocked` makes parallel answers wait for each other. */
export async function findByHash(
  trx: Query,
  hash: string,
  { isLocked }: { isLocked: boolean },
): Promise<SurveyRow | null> {
  const { rows } = await sql<SurveyRow>`
    select s.organization_id, s.id, s.complaint_id, s.contact_id, s.language, s.expires_at, s.score, s.comment,
      s.answer_count, s.activity_id, s.follow_up_id, org.name as company_name, org.time_zone
    from complaint_survey s join organization org on org.organization_id = s.organization_id
    where s.token_hash = ${hash} ${isLocked ? sql`for update of s` : sql``}`.execute(trx);
  return rows[0] ?? null;
}

export async function updateSurvey(
  trx: Query,
  at: { organizationId: string; id: string },
  change: Updateable<Tables['complaint_survey']>,
): Promise<void> {
  await trx
    .updateTable('complaint_survey')
    .set(change)
    .where('organization_id', '=', at.organizationId)
    .where('id', '=', at.id)
    .execute();
}
