// Takes everything of one organisation out of the database; the demo is put back to its first state with it.
import { sql } from 'kysely';
import type { Query } from './database.ts';

interface Edge {
  readonly child: string;
  readonly parent: string;
}

/** Triggers write into these parents while their children go, so they are emptied after them. */
const byTrigger: readonly Edge[] = [
  { child: 'customer', parent: 'portfolio_cell' },
  ...['activity', 'complaint', 'quote', 'project', 'attachment', 'attachment_text', 'customer'].map(
    (child) => ({
      child,
      parent: 'search_text',
    }),
  ),
  { child: 'search_text', parent: 'search_change' },
  { child: 'customer_number_alias', parent: 'search_number' },
];

/** Deletes the rows of this organisation from every table; other organisations are not touched. */
export async function clearOrganization(trx: Query, organizationId: string): Promise<void> {
  for (const table of childrenFirst(await listTables(trx), await listEdges(trx))) {
    await sql`delete from ${sql.table(table)} where organization_id = ${organizationId}`.execute(trx);
  }
}

async function listTables(trx: Query): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
      and a.attname = 'organization_id' and not a.attisdropped order by 1`.execute(trx);
  return rows.map((row) => row.name);
}

async function listEdges(trx: Query): Promise<Edge[]> {
  const { rows } = await sql<Edge>`
    select child.relname as child, parent.relname as parent
    from pg_constraint f join pg_class child on child.oid = f.conrelid join pg_class parent on parent.oid = f.confrelid
    where f.contype = 'f' and child.oid <> parent.oid`.execute(trx);
  return [...rows, ...byTrigger];
}

function childrenFirst(tables: readonly string[], edges: readonly Edge[]): string[] {
  const sorted: string[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const free = left.filter(
      (table) => !edges.some(({ parent, child }) => parent === table && left.includes(child)),
    );
    if (free.length === 0) throw new Error(`Tables refer to each other in a circle: ${left.join(', ')}`);
    sorted.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return sorted;
}
