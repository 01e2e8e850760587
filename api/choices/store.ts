// All SQL of the lists that the company maintains; customers, contacts and territories carry the names.
import { sql } from 'kysely';
import type { Choice, ChoiceKind } from '#contract/choice.ts';
import type { Query } from '#api/db/database.ts';
import { versionedUpdate } from '#api/db/versioned-update.ts';

const columns = ['id', 'version', 'kind', 'name', 'position'] as const;

/** The entries of one list or of all, in order. */
export async function listChoiceRows(
  trx: Query,
  organizationId: string,
  kind: ChoiceKind | null,
): Promise<Choice[]> {
  const { rows } = await sql<Choice>`
    select id, version, kind, name, position from choice
    where organization_id = ${organizationId}::uuid and (${kind}::text is null or kind = ${kind}::text)
    order by kind, position, name collate "und-x-icu", id`.execute(trx);
  return rows;
}

export async function findChoice(trx: Query, organizationId: string, id: string): Promise<Choice | null> {
  const row = await trx
    .selectFrom('choice')
    .select(columns)
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The entry of that name, however its letters are cased; null when there is none. */
export async function findChoiceByName(
  trx: Query,
  organizationId: string,
  { kind, name }: { kind: ChoiceKind; name: string },
): Promise<Choice | null> {
  const { rows } = await sql<Choice>`
    select id, version, kind, name, position from choice
    where organization_id = ${organizationId}::uuid and kind = ${kind} and lower(name) = lower(${name})`.execute(
    trx,
  );
  return rows[0] ?? null;
}

/** Lets only one transaction at a time change the lists of an organisation. */
export async function lockChoices(trx: Query, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${organizationId} choices`}, 0))`.execute(trx);
}

/** Adds an entry at the end of its list. */
export async function insertChoice(
  trx: Query,
  organizationId: string,
  { id, kind, name }: { id: string; kind: ChoiceKind; name: string },
): Promise<void> {
  await sql`
    insert into choice (organization_id, id, kind, name, position)
    select ${organizationId}::uuid, ${id}::uuid, ${kind}, ${name}, coalesce(max(position) + 1, 0)
    from choice where organization_id = ${organizationId}::uuid and kind = ${kind}`.execute(trx);
}

/** Writes the change and counts the version up; false when it is no longer the expected one. */
export const updateChoiceRow = versionedUpdate('choice');

/** Numbers the entries of a list anew, in this order. */
export async function reorderChoices(
  trx: Query,
  organizationId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    update choice c set position = wanted.position - 1
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, position)
    where c.organization_id = ${organizationId}::uuid and c.id = wanted.id and c.position <> wanted.position - 1`.execute(
    trx,
  );
}

export async function deleteChoice(trx: Query, organizationId: string, id: string): Promise<void> {
  await trx.deleteFrom('choice').where('organization_id', '=', organizationId).where('id', '=', id).execute();
}

/** Writes the new name to everything that carries the old one; their versions go up, because people edit them. */
export async function renameEverywhere(
  trx: Query,
  organizationId: string,
  { kind, from, to }: { kind: ChoiceKind; from: string; to: string },
): Promise<void> {
  const org = sql`${organizationId}::uuid`;
  if (kind === 'contact_role') {
    await sql`update contact set roles = array_replace(roles, ${from}, ${to}), version = version + 1
      where organization_id = ${org} and ${from} = any(roles)`.execute(trx);
    return;
  }
  const column = sql.ref(kind);
  await sql`update customer set ${column} = ${to}, version = version + 1
    where organization_id = ${org} and ${column} = ${from}`.execute(trx);
  if (kind !== 'sector') return;
  await sql`update customer set territory_rule_value = ${to}
    where organization_id = ${org} and territory_rule = 'sector' and territory_rule_value = ${from}`.execute(
    trx,
  );
  await sql`update territory set sectors = array_replace(sectors, ${from}, ${to}), version = version + 1
    where organization_id = ${org} and ${from} = any(sectors)`.execute(trx);
}

/** How many customers, contacts and territories carry the name. */
export async function countUses(
  trx: Query,
  organizationId: string,
  { kind, name }: { kind: ChoiceKind; name: string },
): Promise<number> {
  const org = sql`${organizationId}::uuid`;
  const uses = {
    contact_role: sql`(select count(*) from contact where organization_id = ${org} and ${name} = any(roles))`,
    target_group: sql`(select count(*) from customer where organization_id = ${org} and target_group = ${name})`,
    sector: sql`(select count(*) from customer where organization_id = ${org} and sector = ${name})
      + (select count(*) from territory where organization_id = ${org} and ${name} = any(sectors))`,
  }[kind];
  const { rows } = await sql<{ count: number }>`select (${uses})::int as count`.execute(trx);
  return rows[0]?.count ?? 0;
}
