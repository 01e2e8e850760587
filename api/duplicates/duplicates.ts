// Duplicates (Dubletten): the nightly list of pairs and what people say about them. The front door of this room.
import type { dismissDuplicate, DuplicatePair, listDuplicates } from '#contract/duplicate.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import * as store from './pair-store.ts';
import type { PairRow } from './pair-store.ts';

export { listSimilar } from './similar.ts';

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A page of pairs of which the user sees both, the likeliest first. */
export function list(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listDuplicates>,
): Promise<Reply<typeof listDuplicates>> {
  const { state, cursor, limit } = input;
  const after = cursor === undefined ? null : readCursor(cursor);
  return deps.db.read(user, async (trx) => {
    const rows = await store.listPairs(trx, user, { state, after, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(toPair),
      nextCursor:
        rows.length > limit && last !== undefined ? encodeCursor([String(last.score), last.id]) : null,
      total: await store.countPairs(trx, user, state),
      lookedOn: await store.readLookedOn(trx, user.organizationId),
    };
  });
}

function readCursor(cursor: string): [number, string] {
  const [score, id] = decodeCursor(cursor, 2).map(String);
  if (score === undefined || id === undefined || !/^\d{1,3}$/.test(score) || !idPattern.test(id)) {
    throw new AppError('invalid_input', { fields: [{ path: 'cursor', problem: 'invalid' }] });
  }
  return [Number(score), id];
}

/** Says that a pair is two customers, or takes that back; saying the same again changes nothing. */
export function dismiss(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof dismissDuplicate>,
): Promise<Reply<typeof dismissDuplicate>> {
  return deps.db.transaction(user, async (trx) => {
    const before = await getPair(trx, user, input.id);
    if ((before.state === 'dismissed') === input.dismissed) return toPair(before);
    const now = deps.clock.now();
    await store.writeState(trx, user, { id: input.id, isDismissed: input.dismissed, now });
    for (const recordId of [before.one.id, before.other.id]) {
      await writeAudit(trx, user, {
        action: input.dismissed ? 'duplicate.dismiss' : 'duplicate.reopen',
        recordKind: 'customer',
        recordId,
        after: { customers: [before.one.id, before.other.id], score: before.score },
        at: now,
      });
    }
    return toPair(await getPair(trx, user, input.id));
  });
}

async function getPair(trx: Query, user: SignedInUser, id: string): Promise<PairRow> {
  const row = await store.findPair(trx, user, id);
  if (row === null) throw new AppError('not_found');
  return row;
}

/** A pair as screens see it. */
export function toPair(row: PairRow): DuplicatePair {
  const { id, score, reasons, one, other } = row;
  const dismissed =
    row.dismissed_at === null ? null : { by: row.dismissed_by, at: row.dismissed_at.toISOString() };
  return { id, score, reasons, one, other, foundAt: row.found_at.toISOString(), dismissed };
}
