// The moves of a complaint: start, answer, close, reopen, wait for the customer and go on.
import type { Complaint, moveComplaint } from '#contract/complaint.ts';
import type { Parsed } from '#contract/endpoint.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import type { Updateable } from 'kysely';
import { checkNextDay, finish, getLocked } from './change.ts';
import { calendarOf } from './calendar.ts';
import { tellCards } from './escalations.ts';
import { endPause, reckonRow, startPause } from './pauses.ts';
import { situationOf, toComplaint } from './record.ts';
import type { ComplaintRow } from './row.ts';
import type { ComplaintMove } from './rules.ts';
import { complaintMovesOf, stateAfter } from './rules.ts';
import * as store from './store.ts';

type MoveInput = Parsed<typeof moveComplaint>;

/** Makes one move; what it does to the deadlines is done in the same transaction. */
export function move(deps: Deps, user: SignedInUser, input: MoveInput, version: number): Promise<Complaint> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const now = deps.clock.now();
    const before = await getLocked(trx, user, { id: input.id, version, now });
    checkMove(before, input.move, { user, now });
    checkTold(input);
    if (input.move === 'pause') checkPause(before, input, now);
    const at = { organizationId, id: before.id, version: null, now };
    await store.updateComplaintRow(trx, at, {
      ...moveColumns(before, input, now),
      ...(await moveDeadlines(trx, { user, before, input, now })),
    });
    await store.addEvent(trx, organizationId, {
      complaintId: before.id,
      at: now,
      byId: user.id,
      kind: eventOf[input.move],
      text: input.text.trim(),
    });
    await tellCards(deps, trx, { organizationId, escalation: before.escalation });
    return finish(deps, trx, user, { before, action: `complaint.${input.move}` });
  });
}

const eventOf: Readonly<Record<ComplaintMove, string>> = {
  start: 'started',
  answer: 'answered',
  close: 'closed',
  reopen: 'reopened',
  pause: 'paused',
  resume: 'resumed',
};

function checkMove(
  row: ComplaintRow,
  wanted: ComplaintMove,
  { user, now }: { user: SignedInUser; now: Date },
): void {
  const situation = situationOf(row);
  if (complaintMovesOf(situation, user).includes(wanted)) return;
  const isForOthers = complaintMovesOf(situation, { id: row.owner_id, role: 'manager' }).includes(wanted);
  if (isForOthers) throw new AppError('forbidden');
  throw new AppError('transition_not_allowed', { current: toComplaint(row, user, now) });
}

/** Whoever has it wait or brings it back says why. */
function checkTold({ move, text }: MoveInput): void {
  if (['pause', 'reopen'].includes(move) && text.trim() === '') throw missing('text');
}

function missing(path: string): AppError {
  return new AppError('invalid_input', { fields: [{ path, problem: 'missing' }] });
}

/** A pause needs its end, so that nothing waits for ever. */
function checkPause(row: ComplaintRow, { untilOn }: MoveInput, now: Date): void {
  if (untilOn === null) throw missing('untilOn');
  checkNextDay(row, now, { path: 'untilOn', day: untilOn, earliest: 1 });
}

function moveColumns(before: ComplaintRow, input: MoveInput, now: Date): Updateable<Tables['complaint']> {
  const state = stateAfter(input.move, before.state);
  if (input.move === 'answer') return { state, answered_at: new Date(before.answered_at ?? now) };
  if (input.move === 'close') return { state, closed_at: now, outcome: input.text.trim() || before.outcome };
  if (input.move !== 'reopen') return { state };
  const isBack = before.state === 'closed';
  return { state, closed_at: null, reopened_count: before.reopened_count + (isBack ? 1 : 0) };
}

/** Once answered, somebody looks again when the solution is due, or today when that is over. */
function dayAfterAnswer(row: ComplaintRow, now: Date): string {
  const calendar = calendarOf(row);
  const due = new Date(row.resolution_due_at);
  return calendar.dayOf(due < now ? now : due);
}

interface Moving {
  readonly user: SignedInUser;
  readonly before: ComplaintRow;
  readonly input: MoveInput;
  readonly now: Date;
}

/** Waiting stops the clock; what was closed and comes back has its time anew. */
async function moveDeadlines(
  trx: Query,
  { user, before, input, now }: Moving,
): Promise<Updateable<Tables['complaint']>> {
  const { organizationId } = user;
  const at = { organizationId, complaintId: before.id, byId: user.id, now };
  if (input.move === 'pause') {
    await startPause(trx, at, { reason: input.text.trim(), untilOn: input.untilOn ?? '' });
    return { next_on: input.untilOn };
  }
  const today = calendarOf(before).dayOf(now);
  if (input.move === 'resume') return { ...(await endPause(trx, at, before)), next_on: today };
  if (input.move === 'close') return endPause(trx, at, before);
  const isBack = input.move === 'reopen' && before.state === 'closed';
  if (isBack) return { ...reckonRow({ ...before, reckoned_from: now }), next_on: today };
  return input.move === 'answer' ? { next_on: dayAfterAnswer(before, now) } : {};
}
