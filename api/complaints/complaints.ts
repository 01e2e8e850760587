// Use-cases of a complaint (Reklamation) once it is there: show, list, change. Intake: draft.ts and report.ts; moves: moves.ts.
import type { Complaint, getComplaint, listComplaints, updateComplaint } from '#contract/complaint.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { ratingOf } from '#api/customers/rating.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import type { Updateable } from 'kysely';
import { checkNextDay, finish, getLocked } from './change.ts';
import { deadlineColumns } from './deadlines.ts';
import { raiseEscalation, tellCards } from './escalations.ts';
import { findColleague } from './intake-store.ts';
import { calendarOf, pausesOf, sinceOf, toComplaint, toComplaintEvent } from './record.ts';
import type { ComplaintRow } from './row.ts';
import { deadlineHours, shouldEscalate } from './rules.ts';
import * as store from './store.ts';

/** One complaint with its story; partners do not see who said what inside. */
export function get(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getComplaint>,
): Promise<Reply<typeof getComplaint>> {
  return deps.db.read(user, async (trx) => {
    const row = await store.getComplaintRow(trx, user, input.id);
    const events = await store.listEvents(trx, user.organizationId, row.id);
    const isInside = user.role !== 'partner';
    return {
      complaint: toComplaint(row, user, deps.clock.now()),
      events: events.filter((event) => isInside || !isInternal(event.kind)).map(toComplaintEvent),
    };
  });
}

function isInternal(kind: string): boolean {
  return (
    /^(escalat|warned|measure_|survey_)/.test(kind) ||
    ['paused', 'noted', 'left_lying', 'cause_changed'].includes(kind)
  );
}

/** Open complaints by next deadline, or closed ones newest first. */
export function list(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listComplaints>,
): Promise<Reply<typeof listComplaints>> {
  return deps.db.read(user, async (trx) => {
    const found = await store.listComplaintRows(trx, user, {
      customerId: input.customerId ?? null,
      ownerId: input.mine === true ? user.id : null,
      state: input.state,
      after: input.cursor === undefined ? null : afterOf(input.cursor),
      limit: input.limit + 1,
    });
    const page = found.slice(0, input.limit);
    const last = page.at(-1);
    const hasMore = found.length > input.limit && last !== undefined;
    return {
      items: page.map(({ row }) => toComplaint(row, user, deps.clock.now())),
      nextCursor: hasMore ? encodeCursor([last.sortAt.toISOString(), last.row.id]) : null,
    };
  });
}

function afterOf(cursor: string): { at: string; id: string } {
  const [at, id] = decodeCursor(cursor, 2);
  return { at: String(at), id: String(id) };
}

/** Changes what is given; another severity moves both deadlines, and a higher one may escalate. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateComplaint>,
  version: number,
): Promise<Complaint> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const before = await getLocked(trx, user, { id: input.id, version, now: deps.clock.now() });
    if (input.ownerId !== undefined) await checkOwner(trx, organizationId, input.ownerId);
    if (input.nextOn !== undefined)
      checkNextDay(before, deps.clock.now(), { path: 'nextOn', day: input.nextOn, earliest: 0 });
    const now = deps.clock.now();
    const at = { organizationId, id: before.id, version: null, now };
    await store.updateComplaintRow(trx, at, changeOf(before, input));
    await tellStory(trx, user, { before, input, now });
    await escalateIfNeeded(deps, trx, { user, before });
    await tellCards(deps, trx, { organizationId, escalation: before.escalation });
    return finish(deps, trx, user, { before, action: 'complaint.update' });
  });
}

type UpdateInput = Parsed<typeof updateComplaint>;

async function checkOwner(trx: Query, organizationId: string, ownerId: string): Promise<void> {
  const owner = await findColleague(trx, organizationId, ownerId);
  if (owner !== null && owner.role !== 'partner') return;
  throw new AppError('invalid_input', { fields: [{ path: 'ownerId', problem: 'unknown' }] });
}

/** The columns of the contract's plain fields. */
const columnOf = {
  title: 'title',
  category: 'category',
  ownerId: 'owner_id',
  nextOn: 'next_on',
  proposedGoodwillCents: 'proposed_goodwill_cents',
} as const;

function changeOf(before: ComplaintRow, input: UpdateInput): Updateable<Tables['complaint']> {
  const plain = Object.entries(columnOf).flatMap(([field, column]) => {
    const value = input[field as keyof typeof columnOf]; // a key of the record above
    return value === undefined ? [] : [[column, value]];
  });
  const proposal = input.proposal === undefined ? {} : { proposal: input.proposal?.trim() || null };
  return { ...newDeadlines(before, input.severity), ...proposal, ...Object.fromEntries(plain) };
}

function newDeadlines(
  before: ComplaintRow,
  severity: UpdateInput['severity'],
): Updateable<Tables['complaint']> {
  if (severity === undefined || severity === before.severity) return {};
  const hours = deadlineHours(ratingOf(before), severity);
  return {
    severity,
    ...deadlineColumns(calendarOf(before), hours, sinceOf(before), pausesOf(before)),
    first_answer_warned_at: null,
    resolution_warned_at: null,
  };
}

async function tellStory(
  trx: Query,
  user: SignedInUser,
  { before, input, now }: { before: ComplaintRow; input: UpdateInput; now: Date },
): Promise<void> {
  const told = await changesToTell(trx, user, before, input);
  const lines = told.length === 0 ? [{ kind: 'changed', text: '' }] : told;
  for (const { kind, text } of lines) {
    const event = { complaintId: before.id, at: now, byId: user.id, kind, text };
    await store.addEvent(trx, user.organizationId, event);
  }
}

/** What of a change has a line of its own in the story. */
async function changesToTell(
  trx: Query,
  user: SignedInUser,
  before: ComplaintRow,
  { severity, ownerId, nextOn }: UpdateInput,
): Promise<{ kind: string; text: string }[]> {
  const isNew = <T>(value: T | undefined, old: T | null): value is T => value !== undefined && value !== old;
  const lines: { kind: string; text: string }[] = [];
  if (isNew(severity, before.severity)) lines.push({ kind: 'severity_changed', text: severity });
  if (isNew(ownerId, before.owner_id)) {
    const owner = await findColleague(trx, user.organizationId, ownerId);
    lines.push({ kind: 'owner_changed', text: owner?.name ?? '' });
  }
  if (isNew(nextOn, before.next_on)) lines.push({ kind: 'next_day', text: nextOn });
  return lines;
}

async function escalateIfNeeded(
  deps: Deps,
  trx: Query,
  { user, before }: { user: SignedInUser; before: ComplaintRow },
): Promise<void> {
  const row = await store.getComplaintRow(trx, user, before.id);
  const becameSevere = row.severity !== before.severity && row.state !== 'closed';
  if (!becameSevere || !shouldEscalate(ratingOf(row), row.severity)) return;
  if (row.escalation !== null) return;
  await raiseEscalation(deps, trx, user.organizationId, {
    row,
    byId: user.id,
    reason: 'severity_and_class',
    because: [],
  });
}
