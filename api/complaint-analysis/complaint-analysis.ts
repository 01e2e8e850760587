// Use-cases of the analysis of complaints: figures, the same by a dimension, the complaints behind. The room's front door.
import type {
  AnalysedComplaint,
  BreakdownRow,
  ComplaintFigures,
  getComplaintAnalysis,
  getComplaintBreakdown,
  listAnalysedComplaints,
  Satisfaction,
} from '#contract/complaint-analysis.ts';
import type { ComplaintCause } from '#contract/complaint-cause.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { pathOf } from '#api/complaint-causes/tree.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { mayRankOwners, narrow } from './asked.ts';
import { countDue } from './figure-store.ts';
import { refreshFigures } from './refresh.ts';
import { paretoOf, per100Orders, satisfactionOf, spreadOf } from './rules.ts';
import type { AllFiguresRow, BehindRow, DimensionRow } from './store.ts';
import * as store from './store.ts';

/** Reckoned before anybody reads, so that one's own change is in the figures at once. */
const reckonedAtOnce = 500;

/** Figures of a period and its causes by frequency. */
export async function analyse(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getComplaintAnalysis>,
): Promise<Reply<typeof getComplaintAnalysis>> {
  const { organizationId } = user;
  await refreshFigures(deps, organizationId, reckonedAtOnce);
  const now = deps.clock.now();
  const { filter, tree } = await deps.db.read(user, (trx) => narrow(trx, user, input));
  // questions on connections of their own, where the database has several
  const [row, causes, orders, rated, pending] = await Promise.all([
    deps.db.read(user, (trx) => store.readFigures(trx, user, filter, now)),
    deps.db.read(user, (trx) => store.countCauses(trx, user, filter)),
    deps.db.read(user, (trx) => store.countOrders(trx, user, filter)),
    deps.db.read(user, (trx) => store.readSatisfaction(trx, user, filter)),
    deps.db.read(user, (trx) => countDue(trx, organizationId)),
  ]);
  return {
    figures: toFigures(row, orders, satisfactionOf(rated.answers, rated.average)),
    pareto: paretoOf(causes.counts, tree, input.causes),
    withoutCause: causes.without,
    pending,
  };
}

function toFigures(row: AllFiguresRow, orders: number | null, satisfaction: Satisfaction): ComplaintFigures {
  return {
    complaints: row.complaints,
    orders,
    per100Orders: per100Orders(row.complaints, orders),
    registration: spreadOf(row.registrations, row.registration ?? []),
    firstAnswer: spreadOf(row.first_answers, row.first_answer ?? []),
    resolution: spreadOf(row.resolutions, row.resolution ?? []),
    firstAnswerKept: { kept: row.first_answer_kept, of: row.first_answer_kept + row.first_answer_missed },
    resolutionKept: { kept: row.resolution_kept, of: row.resolution_kept + row.resolution_missed },
    satisfaction,
    repeats: row.repeats,
    costCents: row.cost_cents,
    withCost: row.with_cost,
  };
}

/** The same by product group, class, location or owner. */
export async function breakDown(
  deps: Deps,
  user: SignedInUser,
  { by, ...input }: Parsed<typeof getComplaintBreakdown>,
): Promise<Reply<typeof getComplaintBreakdown>> {
  await refreshFigures(deps, user.organizationId, reckonedAtOnce);
  const now = deps.clock.now();
  const { filter } = await deps.db.read(user, async (trx) => {
    if (by === 'owner' && !(await mayRankOwners(trx, user))) throw new AppError('forbidden');
    return narrow(trx, user, input);
  });
  const [rows, orders] = await Promise.all([
    deps.db.read(user, (trx) => store.readBreakdown(trx, user, { ...filter, by, now })),
    deps.db.read(user, (trx) => store.countOrdersBy(trx, user, { ...filter, by })),
  ]);
  return { rows: rows.map((row) => toBreakdownRow(row, by === 'product_group', orders)) };
}

/** Orders without any product group are not counted, so complaints without one have no rate. */
function toBreakdownRow(
  row: DimensionRow,
  isGroup: boolean,
  orders: ReadonlyMap<string, number> | null,
): BreakdownRow {
  const key = row.key ?? 'none';
  const count = orders === null || (isGroup && row.key === null) ? null : (orders.get(key) ?? 0);
  return {
    key,
    label: row.label ?? '',
    complaints: row.complaints,
    orders: count,
    per100Orders: per100Orders(row.complaints, count),
    firstAnswer: spreadOf(row.first_answers, row.first_answer ?? []),
    resolution: spreadOf(row.resolutions, row.resolution ?? []),
    resolutionKept: { kept: row.resolution_kept, of: row.resolution_kept + row.resolution_missed },
    repeats: row.repeats,
    costCents: row.cost_cents,
  };
}

/** The complaints behind a figure, newest first. */
export async function listBehind(
  deps: Deps,
  user: SignedInUser,
  { which, cursor, limit, ...input }: Parsed<typeof listAnalysedComplaints>,
): Promise<Reply<typeof listAnalysedComplaints>> {
  await refreshFigures(deps, user.organizationId, reckonedAtOnce);
  return deps.db.read(user, async (trx) => {
    const { filter, tree } = await narrow(trx, user, input);
    const after = cursor === undefined ? null : afterOf(cursor);
    const page = { which, after, now: deps.clock.now(), limit: limit + 1 };
    const rows = await store.listBehind(trx, user, filter, page);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map((row) => toAnalysed(row, tree)),
      nextCursor: last === undefined ? null : encodeCursor([last.received_on, last.id]),
    };
  });
}

function afterOf(cursor: string): { on: string; id: string } {
  const [on, id] = decodeCursor(cursor, 2);
  return { on: String(on), id: String(id) };
}

function toAnalysed(row: BehindRow, tree: readonly ComplaintCause[]): AnalysedComplaint {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    customerName: row.customer_name,
    receivedAt: row.received_at.toISOString(),
    state: row.state,
    cause: pathOf(tree, row.cause_id),
    registrationMinutes: row.registration_minutes,
    firstAnswerMinutes: row.first_answer_minutes,
    resolutionMinutes: row.resolution_minutes,
    costCents: row.cost_cents,
    isRepeat: row.is_repeat,
  };
}
