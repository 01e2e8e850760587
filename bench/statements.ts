// Records the statements that a piece of work sends, on either database, to replay them without our code around them.
import { CompiledQuery, PostgresQueryCompiler } from 'kysely';
import type { Database } from '#api/db/database.ts';
import { benchOrganization } from './data.ts';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Runs the work on this database and returns its statements in order; a transaction is one called `begin`. */
export async function recordStatements(db: Database, work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const begin = () => statements.push({ text: 'begin', values: [] });
  const restore = [
    spy(db, 'execute', (_result, [text, values]) => {
      statements.push({ text: String(text), values: Array.isArray(values) ? values : [] });
    }),
    spy(db, 'read', begin),
    spy(db, 'transaction', begin),
    spy(PostgresQueryCompiler.prototype, 'compileQuery', (compiled) => {
      const { sql: text, parameters: values } = compiled as CompiledQuery; // what the compiler makes
      statements.push({ text, values });
    }),
  ];
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
  const begin = statements.findIndex(({ text }) => text === 'begin');
  const alone = statements.slice(0, begin).filter(isQuestion);
  const together = statements.slice(begin).filter(isQuestion);
  for (const { text, values } of alone) await db.execute(text, values);
  await db.read({ organizationId: benchOrganization }, (trx) =>
    Promise.all(together.map(({ text, values }) => trx.executeQuery(CompiledQuery.raw(text, [...values])))),
  );
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Tells of each call of a method as it is made; answers what puts the method back. */
function spy(owner: object, name: string, tell: (result: unknown, args: unknown[]) => void): () => void {
  const isOwn = Object.hasOwn(owner, name);
  const original = Reflect.get(owner, name) as Method; // named by this file
  Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
    const result = original.apply(this, args);
    tell(result, args);
    return result;
  });
  return () => (isOwn ? Reflect.set(owner, name, original) : Reflect.deleteProperty(owner, name));
}
