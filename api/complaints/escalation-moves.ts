// What each move of an escalation changes: the columns, whose turn it is then, and the line in the story.
import type { Updateable } from 'kysely';
import type { moveEscalation } from '#contract/complaint.ts';
import type { Parsed } from '#contract/endpoint.ts';
import type { Query } from '#api/db/database.ts';
import type { Tables } from '#api/db/tables.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { findAsker } from './escalation-store.ts';
import type { Colleague } from './intake-store.ts';
import { findColleague, findDecider } from './intake-store.ts';
import { reckonRow } from './pauses.ts';
import { askablePeople, calendarOf } from './record.ts';
import type { ComplaintRow, EscalationRow } from './row.ts';
import type { EscalationMove } from './rules.ts';
import { canDecide, decisionMinutes } from './rules.ts';
import { addWorkingMinutes, workingMinutesBetween } from './working-time.ts';

export interface Plan {
  readonly escalation: Updateable<Tables['escalation']>;
  /** What else changes of the complaint. */
  readonly complaint: Updateable<Tables['complaint']>;
  readonly kind: string;
  readonly text: string;
  /** A decision sets an untouched complaint to "in progress". */
  readonly startsWork: boolean;
}

export interface Given {
  readonly user: SignedInUser;
  readonly row: ComplaintRow;
  readonly escalation: EscalationRow;
  readonly input: Parsed<typeof moveEscalation>;
  readonly now: Date;
}

/** Two weeks of five days. */
const mostExtraHours = 80;

type Planner = (trx: Query, given: Given) => Plan | Promise<Plan>;

const planners: Readonly<Record<EscalationMove, Planner>> = {
  take_over: (_trx, given) => {
    const change = { state: 'taken_over', turn_id: given.user.id, deputy_at: null } as const;
    return plan('escalation_taken_over', change);
  },
  assign: async (trx, given) => {
    const assignee = await getAssignee(trx, given);
    const change = { state: 'open', turn_id: assignee.id } as const;
    const deputyAt = given.escalation.level > 1 ? null : deputyTime(given.row, assignee, given.now);
    return plan('escalation_assigned', { ...change, deputy_at: deputyAt }, assignee.name);
  },
  ask_back: (_trx, given) => {
    const asked = chooseAsked(given);
    const question = needText(given);
    const change = { state: 'asked_back', turn_id: asked, question, deputy_at: null } as const;
    return plan('escalation_asked_back', change, question);
  },
  reply: async (trx, given) => {
    const answer = needText(given);
    const asker = await findReceiver(trx, given);
    const deputyAt =
      asker === null || given.escalation.level > 1 ? null : deputyTime(given.row, asker, given.now);
    const change = { state: 'open', turn_id: asker?.id ?? null, deputy_at: deputyAt } as const;
    return plan('escalation_replied', change, answer);
  },
  approve: (_trx, given) => {
    const { proposal, proposed_goodwill_cents: goodwillCents } = given.row;
    return decide(given, proposal ?? '', goodwillCents);
  },
  decide: (_trx, given) => decide(given, needText(given), given.input.goodwillCents),
  delegate: (_trx, given) => {
    const { deputy } = given.escalation;
    const change = { state: 'open', level: 2, turn_id: deputy?.id ?? null, deputy_at: null } as const;
    return plan('escalation_delegated', change, deputy?.name ?? '');
  },
  extend: (_trx, given) => {
    const { text, hours, columns } = extendedBy(given);
    const change = { state: 'taken_over', turn_id: given.user.id, deputy_at: null } as const;
    return { ...plan('escalation_extended', change, `${hours}\n${text}`), complaint: columns };
  },
  stop: (_trx, given) => {
    const text = given.input.text.trim();
    return plan('escalation_stopped', { state: 'stopped', ...ending(given, text, null) }, text);
  },
};

/** What this move changes; throws invalid_input when a text or a person is missing. The caller has checked that it is open. */
export function planMove(trx: Query, given: Given): Plan | Promise<Plan> {
  return planners[given.input.move](trx, given);
}

/** When the deputy's time comes: at the first-answer deadline, but not at once. Null without a deputy. */
export function deputyTime(row: ComplaintRow, turn: Colleague, now: Date): Date | null {
  if (turn.deputyId === null) return null;
  const calendar = calendarOf(row);
  const isAnswered = row.answered_at !== null;
  const left = isAnswered ? 0 : workingMinutesBetween(calendar, now, new Date(row.first_answer_due_at));
  return addWorkingMinutes(calendar, now, decisionMinutes(left));
}

function plan(kind: string, escalation: Plan['escalation'], text = ''): Plan {
  return { escalation, complaint: {}, kind, text, startsWork: false };
}

function decide(given: Given, decision: string, goodwillCents: number | null): Plan {
  const escalation = { state: 'decided', ...ending(given, decision, goodwillCents) } as const;
  return { escalation, complaint: {}, kind: 'escalation_decided', text: decision, startsWork: true };
}

/** More time for what is due next, counted from now when it is over already; the story keeps the reason. */
function extendedBy(given: Given) {
  const { row, input, now } = given;
  const text = needText(given);
  const extraHours = input.extraHours ?? 0;
  if (extraHours < 1 || extraHours > mostExtraHours) {
    const problem = input.extraHours === null ? 'missing' : 'out_of_range';
    throw new AppError('invalid_input', { fields: [{ path: 'extraHours', problem }] });
  }
  const calendar = calendarOf(row);
  const isAnswered = row.answered_at !== null;
  const due = new Date(isAnswered ? row.resolution_due_at : row.first_answer_due_at);
  const hours = extraHours + Math.ceil(workingMinutesBetween(calendar, due < now ? due : now, now) / 60);
  const columns = reckonRow({
    ...row,
    first_answer_hours: row.first_answer_hours + (isAnswered ? 0 : hours),
    resolution_hours: row.resolution_hours + hours,
  });
  const next = isAnswered ? columns.resolution_due_at : columns.first_answer_due_at;
  return { text, hours: extraHours, columns: { ...columns, next_on: calendar.dayOf(new Date(next ?? now)) } };
}

/** The proposal is kept as it was when it was decided. */
function ending(given: Given, decision: string, goodwillCents: number | null) {
  return {
    turn_id: null,
    deputy_at: null,
    decided_by: given.user.id,
    decided_at: given.now,
    decision,
    goodwill_cents: goodwillCents,
    proposal: given.row.proposal,
  };
}

function needText({ input }: Given): string {
  const text = input.text.trim();
  if (text !== '') return text;
  throw new AppError('invalid_input', { fields: [{ path: 'text', problem: 'missing' }] });
}

async function getAssignee(trx: Query, { user, input }: Given): Promise<Colleague> {
  const { assigneeId } = input;
  if (assigneeId === null) throw refusedAssignee('missing');
  const assignee = await findColleague(trx, user.organizationId, assigneeId);
  if (assignee === null || assignee.id === user.id) throw refusedAssignee('unknown');
  if (!canDecide(assignee)) throw refusedAssignee('not_allowed');
  return assignee;
}

function chooseAsked({ user, row, input }: Given): string {
  const people = askablePeople(row).filter((person) => person.id !== user.id);
  const wanted = people.find((person) => person.id === input.assigneeId);
  if (input.assigneeId !== null && !wanted) throw refusedAssignee('not_allowed');
  const asked = wanted ?? people[0];
  if (!asked) throw refusedAssignee('missing');
  return asked.id;
}

/** The answer goes back to who asked; when he has left, to whoever decides now. */
async function findReceiver(trx: Query, { user, row }: Given): Promise<Colleague | null> {
  const { organizationId } = user;
  const askerId = await findAsker(trx, organizationId, row.id);
  const asker = askerId === null ? null : await findColleague(trx, organizationId, askerId);
  if (asker !== null && canDecide(asker)) return asker;
  return findDecider(trx, organizationId, { ownerId: row.owner_id, customerOwnerId: row.customer_owner_id });
}

function refusedAssignee(problem: string): AppError {
  return new AppError('invalid_input', { fields: [{ path: 'assigneeId', problem }] });
}
