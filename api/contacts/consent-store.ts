// All SQL of consents: what counts now per channel, and everything that was said.
import { sql } from 'kysely';
import type { Insertable } from 'kysely';
import type { ConsentEvent } from '#contract/consent.ts';
import type { Consent } from '#contract/customer.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';

const mostEvents = 200;

export interface ConsentRow {
  readonly id: string;
  readonly isBlocked: boolean;
  readonly isArchived: boolean;
  readonly timeZone: string;
  readonly consents: Consent[];
  readonly events: (Omit<ConsentEvent, 'at' | 'recordedAt'> & { at: string; recordedAt: string })[];
}

/** A visible contact with its consents and their history, newest first; null otherwise. */
export async function findConsents(trx: Query, user: SignedInUser, id: string): Promise<ConsentRow | null> {
  const { rows } = await sql<ConsentRow>`
    select k.id, c.blocked_at is not null as "isBlocked",
      (c.archived_at is not null or k.archived_at is not null) as "isArchived", o.time_zone as "timeZone",
      coalesce((select json_agg(json_build_object('channel', s.channel, 'state', s.state, 'basis', s.basis,
          'since', s.since)) from consent s
        where s.organization_id = k.organization_id and s.contact_id = k.id), '[]') as consents,
      coalesce((select json_agg(e) from (
        select e.id, e.channel, e.step, e.source, e.at, e.recorded_at as "recordedAt",
          (select json_build_object('id', u.id, 'name', u.name) from app_user u
            where u.organization_id = e.organization_id and u.id = e.recorded_by) as by
        from consent_event e where e.organization_id = k.organization_id and e.contact_id = k.id
        order by e.at desc, e.recorded_at desc, e.id desc limit ${mostEvents}
      ) e), '[]') as events
    from contact k
    join customer c on c.organization_id = k.organization_id and c.id = k.customer_id
    join organization o on o.organization_id = k.organization_id
    where k.organization_id = ${user.organizationId}::uuid and k.id = ${id}::uuid and ${visibleCustomers(user, 'c')}`.execute(
    trx,
  );
  return rows[0] ?? null;
}

/** Lets only one transaction at a time record what this person said. */
export async function lockContact(trx: Query, organizationId: string, id: string): Promise<void> {
  await sql`select from contact where organization_id = ${organizationId}::uuid and id = ${id}::uuid for update`.execute(
    trx,
  );
}

/** Adds to the history; takes many at once, as imports have them. */
export async function insertConsentEvents(
  trx: Query,
  events: Insertable<Tables['consent_event']>[],
): Promise<void> {
  if (events.length > 0) await trx.insertInto('consent_event').values(events).execute();
}

/** Writes what counts now for a channel; null takes it away. */
export async function putConsent(
  trx: Query,
  organizationId: string,
  {
    contactId,
    channel,
    consent,
  }: { contactId: string; channel: Consent['channel']; consent: Consent | null },
): Promise<void> {
  if (consent === null) {
    await trx
      .deleteFrom('consent')
      .where('organization_id', '=', organizationId)
      .where('contact_id', '=', contactId)
      .where('channel', '=', channel)
      .execute();
    return;
  }
  const { state, basis, since } = consent;
  await trx
    .insertInto('consent')
    .values({ organization_id: organizationId, contact_id: contactId, channel, state, basis, since })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'contact_id', 'channel']).doUpdateSet({ state, basis, since }),
    )
    .execute();
}
