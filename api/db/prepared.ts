// Long statements that run again and again are planned once per connection; planning the cockpit takes longer than reading it.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';

const mark = '/* prepared */';
const names = new Map<string, string>();
/** Texts differ only by role and by what is asked, so there are few; more would be a mistake in how one is built. */
const mostNames = 200;

/** Put at the head of a statement whose text never depends on data: only its parameters do. */
export const prepared = sql.raw(mark);

/** The same for a statement that is sent as plain text. */
export function markPrepared(text: string): string {
  return `${mark} ${text}`;
}

/** The name under which a marked statement is prepared; null for all others. */
export function preparedName(text: string): string | null {
  if (!text.startsWith(mark)) return null;
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known ?? null;
  const name = createHash('sha1').update(text).digest('hex');
  names.set(text, name);
  return name;
}
