// What a contact has beside its rows: addresses, numbers, consents. The winner gets what it lacks; undo takes exactly that away.
import { sql } from 'kysely';
import type { Query } from '#api/db/database.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { noteAdded } from './merge-store.ts';
import type { Merging } from './move-store.ts';

interface ConsentRow {
  readonly channel: string;
  readonly state: 'allowed' | 'objected';
  readonly basis: string;
  readonly since: string;
}

export interface ContactNote {
  readonly before: readonly ConsentRow[];
  readonly after: readonly ConsentRow[];
}

/** Gives the winner the loser's addresses, numbers, roles and consents; an objection of either of them stands. */
export async function joinContactParts(trx: Query, merging: Merging): Promise<ContactNote> {
  const { organizationId, mergeId, winnerId, loserId } = merging;
  const org = sql`${organizationId}::uuid`;
  const { rows: emails } = await sql<{ key: string }>`
    insert into contact_email (organization_id, address, contact_id, position, kind)
    select organization_id, address, ${winnerId}::uuid, position + 100, kind from contact_email
    where organization_id = ${org} and contact_id = ${loserId}::uuid
    on conflict do nothing returning address as key`.execute(trx);
  await noteAdded(trx, organizationId, {
    mergeId,
    table: 'contact_email',
    keys: emails.map((row) => row.key),
  });
  const { rows: phones } = await sql<{ key: string }>`
    insert into contact_phone (organization_id, contact_id, position, number, normalized, kind)
    select organization_id, ${winnerId}::uuid, position + 1 + (select coalesce(max(position), -1) from contact_phone
        where organization_id = ${org} and contact_id = ${winnerId}::uuid), number, normalized, kind
    from contact_phone l where organization_id = ${org} and contact_id = ${loserId}::uuid
      and not exists (select from contact_phone w where w.organization_id = ${org} and w.contact_id = ${winnerId}::uuid
        and w.normalized = l.normalized)
    returning normalized as key`.execute(trx);
  await noteAdded(trx, organizationId, {
    mergeId,
    table: 'contact_phone',
    keys: phones.map((row) => row.key),
  });
  await sql`update contact w set roles = array(select distinct role from unnest(w.roles || l.roles) role order by role)
    from contact l where w.organization_id = ${org} and w.id = ${winnerId}::uuid and l.organization_id = ${org}
      and l.id = ${loserId}::uuid and not l.roles <@ w.roles`.execute(trx);
  const before = await listConsents(trx, organizationId, winnerId);
  await sql`insert into consent as kept (organization_id, contact_id, channel, state, basis, since)
    select organization_id, ${winnerId}::uuid, channel, state, basis, since from consent
    where organization_id = ${org} and contact_id = ${loserId}::uuid
    on conflict (organization_id, contact_id, channel) do update
      set state = excluded.state, basis = excluded.basis, since = excluded.since
      where kept.state = 'allowed' and excluded.state = 'objected'`.execute(trx);
  return { before, after: await listConsents(trx, organizationId, winnerId) };
}

async function listConsents(trx: Query, organizationId: string, contactId: string): Promise<ConsentRow[]> {
  const { rows } = await sql<ConsentRow>`select channel, state, basis, since::text as since from consent
    where organization_id = ${organizationId}::uuid and contact_id = ${contactId}::uuid order by channel`.execute(
    trx,
  );
  return rows;
}

/** Takes the added addresses and numbers away; consents only where nobody has said anything since. */
export async function undoContactParts(
  trx: Query,
  { organizationId, mergeId, winnerId }: Merging,
  extra: Readonly<Record<string, unknown>>,
): Promise<void> {
  const org = sql`${organizationId}::uuid`;
  const noted = (table: string) => sql`(select record_key from merge_move where organization_id = ${org}
    and merge_id = ${mergeId}::uuid and table_name = ${table})`;
  await sql`delete from contact_email where organization_id = ${org} and contact_id = ${winnerId}::uuid
    and address in ${noted('contact_email')}`.execute(trx);
  await sql`delete from contact_phone where organization_id = ${org} and contact_id = ${winnerId}::uuid
    and normalized in ${noted('contact_phone')}`.execute(trx);
  const { before, after } = extra['consents'] as ContactNote; // written by the merge itself
  const now = await listConsents(trx, organizationId, winnerId);
  if (JSON.stringify(now) !== JSON.stringify(after)) return;
  await trx
    .deleteFrom('consent')
    .where('organization_id', '=', organizationId)
    .where('contact_id', '=', winnerId)
    .execute();
  if (before.length === 0) return;
  await sql`insert into consent (organization_id, contact_id, channel, state, basis, since)
    select ${org}, ${winnerId}::uuid, channel, state, basis, since
    from json_to_recordset(${JSON.stringify(before)}::json) as r(channel text, state text, basis text, since date)`.execute(
    trx,
  );
}

/** Counts a contact's change that was made column by column. */
export async function raiseVersion(
  trx: Query,
  user: SignedInUser,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  await sql`update contact set version = version + 1, updated_at = ${now}, updated_by = ${user.id}::uuid
    where organization_id = ${user.organizationId}::uuid and id = ${id}::uuid`.execute(trx);
}
