// Records the statements that a piece of work sends through Kysely, to replay them without our code around them.
import { PGlite } from '@electric-sql/pglite';
import { CompiledQuery } from 'kysely';
import pg from 'pg';
import type { Database } from '#api/db/database.ts';
import { benchOrganization } from './data.ts';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

type QueryFunction = (this: unknown, text: unknown, values?: unknown, ...rest: unknown[]) => unknown;

/** Runs the work and returns its statements in order, from either driver. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const restore = [spy(pg.Client.prototype, 'query', statements), spy(PGlite.prototype, 'query', statements)];
  try {
    await work();
  } finally {
    for (const undo of restore) undo();
  }
  return statements;
}

/** The statement with the longest text: the cockpit itself, not begin, sign-in or commit. */
export function findMainStatement(statements: readonly Statement[]): Statement {
  const [main] = [...statements].sort((a, b) => b.text.length - a.text.length);
  if (main === undefined) throw new Error('no statement was recorded');
  return main;
}

/** What a reading request asks; jobs and sweeps of the same process ask meanwhile too. */
function isQuestion({ text }: Statement): boolean {
  return /^(\/\* prepared|select|with)/i.test(text) && !/pgboss|for update/i.test(text);
}

/**
 * Sends a reading request's statements as it did: those of its transaction together in one, row security on, those before
 * it (the sign-in) alone. Begin, role and commit are the database's own, so those of the record are left out.
 */
export async function replay(db: Database, statements: readonly Statement[]): Promise<void> {
  const begin = statements.findIndex(({ text }) => text.startsWith('begin'));
  const alone = statements.slice(0, begin).filter(isQuestion);
  const together = statements.slice(begin).filter(isQuestion);
  for (const { text, values } of alone) await db.execute(text, values);
  await db.read({ organizationId: benchOrganization }, (trx) =>
    Promise.all(together.map(({ text, values }) => trx.executeQuery(CompiledQuery.raw(text, [...values])))),
  );
}

/** The drivers take a text with values, or a record with the text and the values in it or behind it. */
function readStatement(first: unknown, second: unknown): Statement | null {
  const isRecord = typeof first === 'object' && first !== null;
  const text = isRecord && 'text' in first ? first.text : first;
  const values = isRecord && 'values' in first ? first.values : second;
  return typeof text === 'string' ? { text, values: Array.isArray(values) ? values : [] } : null;
}

function spy(owner: object, name: string, statements: Statement[]): () => void {
  const original = Reflect.get(owner, name) as QueryFunction; // a method of the driver's class
  Reflect.set(owner, name, function (this: unknown, text: unknown, values?: unknown, ...rest: unknown[]) {
    const statement = readStatement(text, values);
    if (statement !== null) statements.push(statement);
    return original.call(this, text, values, ...rest);
  });
  return () => Reflect.set(owner, name, original);
}
