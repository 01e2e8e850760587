// What a jsonb column is in a row type.
import type { ColumnType } from 'kysely';

/** A jsonb column: read as parsed JSON, written as a JSON text or value. */
export type Json = ColumnType<unknown, unknown, unknown>;
