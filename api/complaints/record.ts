// A complaint's row turned into what the contract promises, as this user may see it; used by other rooms too.
import type { Complaint, ComplaintEvent, ComplaintPause, Deadline, Escalation } from '#contract/complaint.ts';
import { ratingFor } from '#api/customers/rating.ts';
import { marksOf } from '#api/customers/row.ts';
import { seesFigures } from '#api/rights/visible.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { calendarOf } from './calendar.ts';
import { pausedMinutes, standingDue } from './deadlines.ts';
import type { Pause } from './deadlines.ts';
import type { ComplaintRow, EscalationRow, PauseRow } from './row.ts';
import type { ComplaintSituation, EscalationSituation } from './rules.ts';
import { complaintMovesOf, escalationMovesOf, isFinished } from './rules.ts';
import type { WorkingCalendar } from './working-time.ts';

export { calendarOf } from './calendar.ts';

const levels = 2;

/** The complaint for this user at this moment: remaining working time and possible moves are reckoned here. */
export function toComplaint(row: ComplaintRow, user: SignedInUser, now: Date): Complaint {
  const isInside = seesFigures(user);
  const deadlines = deadlinesOf(row, now);
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    customer: customerOf(row),
    rating: ratingFor(user, row),
    title: row.title,
    description: row.description,
    category: row.category,
    severity: row.severity,
    state: row.state,
    order: isInside ? row.order : null,
    owner: { id: row.owner_id, name: row.owner_name },
    receivedAt: iso(row.received_at),
    reportedBy: row.reporter && { id: row.reporter.id, name: row.reporter.name },
    ...deadlines,
    location: row.location,
    pause: toPause(row, isInside),
    nextOn: row.state === 'closed' ? null : row.next_on,
    ownerIsGone: row.owner_is_gone,
    pausedMinutes: pausedMinutes(calendarOf(row), pausesOf(row), now),
    warning: warningOf(row, deadlines),
    answeredAt: isoOrNull(row.answered_at),
    closedAt: isoOrNull(row.closed_at),
    reopenedCount: row.reopened_count,
    outcome: row.outcome,
    satisfaction: isInside ? satisfactionOf(row) : null,
    proposal: isInside ? row.proposal : null,
    proposedGoodwillCents: isInside ? row.proposed_goodwill_cents : null,
    escalation: isInside && row.escalation ? toEscalation(row, row.escalation, user) : null,
    moves: complaintMovesOf(situationOf(row), user),
    activityId: row.activity_id,
  };
}

function customerOf(row: ComplaintRow): Complaint['customer'] {
  const { customer_id: id, customer_number: number, customer_name: name } = row;
  const marks = marksOf({ blocked_at: row.customer_blocked_at, archived_at: row.customer_archived_at });
  return { id, number, name, ...marks };
}

/** What the rules of moves need to know of a complaint. */
export function situationOf(row: ComplaintRow): ComplaintSituation {
  const escalationRuns = row.escalation !== null && !isFinished(row.escalation.state);
  return { state: row.state, ownerId: row.owner_id, escalationRuns, isPaused: runningPause(row) !== null };
}

/** What the rules of moves need to know of an escalation. */
export function escalationSituationOf(row: ComplaintRow, escalation: EscalationRow): EscalationSituation {
  return {
    state: escalation.state,
    turnId: escalation.turn?.id ?? null,
    hasProposal: proposalOf(row, escalation) !== null,
    deputyId: escalation.deputy?.id ?? null,
    isPaused: runningPause(row) !== null,
    askableIds: askablePeople(row).map((person) => person.id),
  };
}

/** Who can be asked back: the owner first, then who reported it, when he is on the staff. */
export function askablePeople(row: ComplaintRow): { id: string; name: string }[] {
  const owner = { id: row.owner_id, name: row.owner_name };
  const { reporter } = row;
  const canReply = reporter !== null && reporter.role !== null && reporter.role !== 'partner';
  return canReply && reporter.id !== owner.id ? [owner, { id: reporter.id, name: reporter.name }] : [owner];
}

/** What is proposed to the customer: the snapshot of a decided escalation, else the complaint's own. */
export function proposalOf(row: ComplaintRow, escalation: EscalationRow): string | null {
  return isFinished(escalation.state) ? (escalation.proposal ?? row.proposal) : row.proposal;
}

function toEscalation(row: ComplaintRow, escalation: EscalationRow, user: SignedInUser): Escalation {
  const { turn } = escalation;
  return {
    id: escalation.id,
    level: escalation.level,
    levels: levelsOf(escalation),
    state: escalation.state,
    reason: escalation.reason,
    raisedAt: iso(escalation.raisedAt),
    raisedBy: escalation.raisedBy,
    turn: turn && { id: turn.id, name: turn.name },
    turnTitle: turn?.title ?? null,
    deputy: escalation.deputy,
    deputyAt: isoOrNull(escalation.deputyAt),
    proposal: proposalOf(row, escalation),
    proposedGoodwillCents: row.proposed_goodwill_cents,
    decision: decisionOf(escalation),
    question: escalation.question,
    card: escalation.card,
    moves: escalationMovesOf(escalationSituationOf(row, escalation), user),
  };
}

/** A single level only while nobody could take over; what is finished keeps the levels of the procedure. */
function levelsOf({ level, deputy, state }: EscalationRow): number {
  return level > 1 || deputy !== null || isFinished(state) ? levels : 1;
}

function decisionOf(escalation: EscalationRow): Escalation['decision'] {
  const { decidedBy, decidedAt } = escalation;
  if (decidedBy === null || decidedAt === null) return null;
  return {
    by: decidedBy,
    at: iso(decidedAt),
    text: escalation.decision ?? '',
    goodwillCents: escalation.goodwillCents,
  };
}

/** Since when the deadlines run. */
export function sinceOf(row: Pick<ComplaintRow, 'received_at' | 'reckoned_from'>): Date {
  return new Date(row.reckoned_from ?? row.received_at);
}

/** The pauses of a complaint for the arithmetic of deadlines, oldest first. */
export function pausesOf(row: ComplaintRow): Pause[] {
  return row.pauses.map(({ from, until }) => ({
    from: new Date(from),
    until: until === null ? null : new Date(until),
  }));
}

function runningPause(row: ComplaintRow): PauseRow | null {
  return row.pauses.find((pause) => pause.until === null) ?? null;
}

function satisfactionOf({ satisfaction }: ComplaintRow): Complaint['satisfaction'] {
  return satisfaction && { ...satisfaction, answeredAt: iso(satisfaction.answeredAt) };
}

/** What one waits for is said inside the company. */
function toPause(row: ComplaintRow, isInside: boolean): ComplaintPause | null {
  const pause = runningPause(row);
  if (pause === null) return null;
  const { reason, from, by, untilOn } = pause;
  return { reason: isInside ? reason : '', since: iso(from), by, untilOn };
}

type Deadlines = Pick<Complaint, 'firstAnswer' | 'resolution'>;

/** The first answer is near before the resolution is; nothing is while one waits for the customer. */
function warningOf(row: ComplaintRow, { firstAnswer, resolution }: Deadlines): Complaint['warning'] {
  const isNear = (deadline: Deadline | null, minutes: number) =>
    deadline !== null && !deadline.missed && deadline.workingMinutesLeft <= minutes;
  if (runningPause(row) !== null) return null;
  if (isNear(firstAnswer, row.warn_first_answer_minutes)) return 'first_answer';
  return isNear(resolution, row.warn_resolution_minutes) ? 'resolution' : null;
}

/** A deadline with the working time that is left of it (negative once it is missed). */
export function buildDeadline(
  calendar: WorkingCalendar,
  given: { dueAt: Date | string; hours: number; fromAt: Date | string; pausedFrom?: Date | null; now: Date },
): Deadline {
  const { dueAt, pausedFrom = null, now } = given;
  const { at, minutesLeft, isMissed } = standingDue(calendar, new Date(dueAt), pausedFrom, now);
  return {
    at: at.toISOString(),
    workingMinutesLeft: minutesLeft,
    missed: isMissed,
    hours: given.hours,
    fromAt: iso(given.fromAt),
  };
}

function deadlinesOf(row: ComplaintRow, now: Date): Deadlines {
  const pause = runningPause(row);
  const pausedFrom = pause && new Date(pause.from);
  const fromAt = sinceOf(row);
  const read = (dueAt: Date | string, hours: number) =>
    buildDeadline(calendarOf(row), { dueAt, hours, fromAt, pausedFrom, now });
  const isClosed = row.state === 'closed';
  const isAnswered = isClosed || row.answered_at !== null;
  return {
    firstAnswer: isAnswered ? null : read(row.first_answer_due_at, row.first_answer_hours),
    resolution: isClosed ? null : read(row.resolution_due_at, row.resolution_hours),
  };
}

/** One line of the story. */
export function toComplaintEvent(event: {
  at: Date;
  by_id: string | null;
  by_name: string | null;
  kind: string;
  text: string;
}): ComplaintEvent {
  const by = event.by_id && event.by_name ? { id: event.by_id, name: event.by_name } : null;
  return { at: event.at.toISOString(), by, kind: event.kind, text: event.text };
}

function iso(at: Date | string): string {
  return new Date(at).toISOString();
}

function isoOrNull(at: Date | string | null): string | null {
  return at === null ? null : iso(at);
}
