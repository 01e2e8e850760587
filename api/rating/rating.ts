// The company's rating rules: read, tried, saved; and everybody rated by them. The front door of this room.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type {
  getRatingRules,
  listRatingVersions,
  previewRatingRules,
  RatingRules,
  saveRatingRules,
} from '#contract/rating.ts';
import { ratingCells } from '#contract/rating-scale.ts';
import type { RatingRule } from '#contract/rating-scale.ts';
import { writeAudit } from '#api/db/audit.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { dayIn, noteMoves } from './history.ts';
import { problemsOf } from './rules.ts';
import { asSeenBy } from './seen.ts';
import * as store from './store.ts';
import type { RulesRow } from './store.ts';

const moversShown = 20;

/** The rules in force; an attribute that is not for this user is not named. */
export function get(deps: Deps, user: SignedInUser): Promise<Reply<typeof getRatingRules>> {
  return deps.db.read(user, async (trx) => {
    const { organizationId, role } = user;
    const rules = toRules(await store.readRules(trx, organizationId));
    const seen = await store.listSeenAttributes(trx, organizationId, role);
    return { ...rules, rules: asSeenBy(role, seen, rules.rules) };
  });
}

function toRules(row: RulesRow): RatingRules {
  const { version, rules, strategy, note, saved_at, saved_by, target_groups } = row;
  return {
    version,
    rules,
    strategy,
    note: note ?? '',
    savedAt: saved_at === null ? null : saved_at.toISOString(),
    savedBy: saved_by,
    targetGroups: target_groups,
  };
}

/** Every version, newest first; attributes within rights, as in the rules in force. */
export function listVersions(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listRatingVersions>,
): Promise<Reply<typeof listRatingVersions>> {
  const { cursor, limit } = input;
  return deps.db.read(user, async (trx) => {
    const before = cursor === undefined ? null : versionOf(cursor);
    const rows = await store.listVersionRows(trx, user.organizationId, { before, limit: limit + 1 });
    const seen = await store.listSeenAttributes(trx, user.organizationId, user.role);
    const items = rows.slice(0, limit).map(({ saved_at, saved_by, rules, ...row }) => ({
      ...row,
      rules: asSeenBy(user.role, seen, rules),
      savedAt: saved_at.toISOString(),
      savedBy: saved_by,
    }));
    const last = items.at(-1);
    const hasMore = rows.length > limit && last !== undefined;
    return { items, nextCursor: hasMore ? encodeCursor([last.version]) : null };
  });
}

function versionOf(cursor: string): number {
  const [version] = decodeCursor(cursor, 1);
  if (typeof version === 'number' && Number.isSafeInteger(version) && Math.abs(version) < 2 ** 31)
    return version;
  throw new AppError('invalid_input', { fields: [{ path: 'cursor', problem: 'invalid' }] });
}

/** What these rules would make of the customers; throws invalid_input with every gap and overlap, and for an attribute that is not for this user. */
export function preview(
  deps: Deps,
  user: SignedInUser,
  { rules }: Parsed<typeof previewRatingRules>,
): Promise<Reply<typeof previewRatingRules>> {
  return deps.db.read(user, async (trx) => {
    await refuseUnusable(trx, user, rules);
    const found = await store.previewAll(trx, user.organizationId, { rules, movers: moversShown });
    const countOf = new Map(found.cells.map((one) => [one.cell, one]));
    const cells = ratingCells.map((cell) => {
      const { before = 0, after = 0 } = countOf.get(cell) ?? {};
      return { cell, before, after };
    });
    return { ...found, cells };
  });
}

/** Puts new rules in force as the next version and rates everybody by them. */
export function save(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof saveRatingRules>,
  version: number,
): Promise<Reply<typeof saveRatingRules>> {
  const { organizationId } = user;
  const { rules, strategy, note } = input;
  return deps.db.transaction(user, async (trx) => {
    const before = await store.readRules(trx, organizationId, { lock: true });
    if (before.version !== version) throw new AppError('stale_version', { current: toRules(before) });
    await refuseUnusable(trx, user, rules);
    const now = deps.clock.now();
    const next = { version: version + 1, rules, strategy, note, saved_at: now, by: user.id };
    await store.writeRules(trx, organizationId, next);
    await store.rateAll(trx, organizationId);
    const moved = await noteMoves(trx, organizationId, { onDay: dayIn(before.time_zone, now) });
    await store.noteMoved(trx, organizationId, { version: next.version, moved });
    await writeAudit(trx, user, {
      action: 'rating.save',
      recordKind: 'rating_rules',
      recordId: organizationId,
      before: { version, rules: before.rules, strategy: before.strategy },
      after: { version: next.version, rules, strategy, note, moved },
      at: now,
    });
    return { version: next.version, rules: toRules(await store.readRules(trx, organizationId)), moved };
  });
}

async function refuseUnusable(
  trx: Query,
  { organizationId, role }: SignedInUser,
  rules: readonly RatingRule[],
): Promise<void> {
  const seen = await store.listSeenAttributes(trx, organizationId, role);
  const inUse = await store.listAttributeIds(trx, organizationId);
  const problems = problemsOf(rules, new Set([...inUse].filter((id) => seen.has(id))));
  if (problems.length > 0) throw new AppError('invalid_input', { fields: problems });
}

/** The nightly run for one organisation: twelve months up to this day, everybody rated, moves in the history. */
export async function rateAnew(deps: Deps, due: { organizationId: string; today: string }): Promise<number> {
  const { organizationId, today } = due;
  return deps.db.system(async (trx) => {
    await store.moveYearOn(trx, organizationId, today);
    await store.noteProductGroups(trx, organizationId);
    await store.rateAll(trx, organizationId);
    const moved = await noteMoves(trx, organizationId, { onDay: today });
    await store.markRated(trx, organizationId, today);
    return moved;
  });
}
