// What the rows of a batch refer to by number, name or address, looked up in one statement per kind of reference.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Reference } from '../kinds/kind.ts';
import type { ReadRow } from '../rows.ts';
import type { RunContext } from './context.ts';
import { noteChanges } from './notes.ts';

/** Field → text in the file → id. */
export type Resolved = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Looks up (and, where the kind says so, makes) everything these rows refer to. */
export async function resolveReferences(
  trx: Query,
  context: RunContext,
  rows: readonly ReadRow[],
): Promise<Resolved> {
  const resolved = new Map<string, ReadonlyMap<string, string>>();
  for (const reference of context.kind.references) {
    const texts = new Set<string>();
    for (const { values } of rows) {
      const text = values[reference.field];
      if (typeof text === 'string') texts.add(text);
    }
    if (texts.size === 0) continue;
    const known = await lookUp(trx, context, reference, [...texts]);
    if (reference.isMade === true) await makeGroups(trx, context, texts, known);
    resolved.set(reference.field, known);
  }
  return resolved;
}

async function lookUp(
  trx: Query,
  { organizationId }: RunContext,
  { table, by }: Reference,
  texts: readonly string[],
): Promise<Map<string, string>> {
  const column = by === 'email' ? sql`lower(email)` : sql.ref(by);
  const { rows } = await sql<{ text: string; id: string }>`
    select ${column} as text, id from ${sql.table(table)}
    where organization_id = ${organizationId}::uuid and ${column} = any(${texts}::text[])
    ${table === 'customer' && by === 'number' ? mergedNumbers(organizationId, texts) : sql``}`.execute(trx);
  return new Map(rows.map((row) => [row.text, row.id]));
}

/** Numbers of customers that were merged into others. */
function mergedNumbers(organizationId: string, texts: readonly string[]): RawBuilder<unknown> {
  return sql`union all select number, customer_id from customer_number_alias
    where organization_id = ${organizationId}::uuid and number = any(${texts}::text[])`;
}

async function makeGroups(
  trx: Query,
  context: RunContext,
  names: ReadonlySet<string>,
  known: Map<string, string>,
): Promise<void> {
  const { organizationId } = context;
  const missing = [...names].filter((name) => !known.has(name)).map((name) => ({ id: newId(), name }));
  if (missing.length === 0) return;
  await trx
    .insertInto('product_group')
    .values(missing.map((group) => ({ organization_id: organizationId, ...group })))
    .execute();
  for (const { id, name } of missing) known.set(name, id);
  await noteChanges(
    trx,
    context,
    missing.map(({ id, name }) => ({
      table: 'product_group',
      recordId: id,
      part: 0,
      action: 'created',
      before: null,
      after: { name },
    })),
  );
}
