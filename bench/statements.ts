// Records the statements that a piece of work sends through Kysely, to replay the main one without our code around it.
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

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

function spy(owner: object, name: string, statements: Statement[]): () => void {
  const original = Reflect.get(owner, name) as QueryFunction; // a method of the driver's class
  Reflect.set(owner, name, function (this: unknown, text: unknown, values?: unknown, ...rest: unknown[]) {
    if (typeof text === 'string') statements.push({ text, values: Array.isArray(values) ? values : [] });
    return original.call(this, text, values, ...rest);
  });
  return () => Reflect.set(owner, name, original);
}
