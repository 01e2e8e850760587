// Columns by alias and name for conditions that stand in every statement: parsed and quoted once, not at every request.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

const known = new Map<string, RawBuilder<unknown>>();

/** The column of a table's alias; both are names in our own code, of which there are few, never a user's text. */
export function columnOf(alias: string, name: string): RawBuilder<unknown> {
  const path = `${alias}.${name}`;
  const column = known.get(path) ?? sql.ref(path);
  known.set(path, column);
  return column;
}
