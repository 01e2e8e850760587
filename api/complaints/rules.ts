// Decisions about complaints: how fast, whether to escalate, who may do what next. Pure.
import type { Role } from '#contract/user.ts';
import type {
  Complaint,
  complaintMoves,
  Escalation,
  escalationMoves,
  ComplaintDraft,
} from '#contract/complaint.ts';

export type Severity = Complaint['severity'];
export type ComplaintState = Complaint['state'];
export type ComplaintMove = (typeof complaintMoves)[number];
export type EscalationState = Escalation['state'];
export type EscalationMove = (typeof escalationMoves)[number];
export type Category = ComplaintDraft['category']['value'];

/** What of a customer's rating decides how fast a complaint is answered. */
export interface CustomerClass {
  readonly letter: 'A' | 'B' | 'C';
  readonly digit: '1' | '2' | '3';
}

export interface Actor {
  readonly id: string;
  readonly role: Role | null;
}

interface Hours {
  readonly firstAnswer: number;
  readonly resolution: number;
}

type CareLevel = 'top' | 'middle' | 'basic';

/** Working hours from receipt. The one table of deadlines. */
const deadlines: Readonly<Record<CareLevel, Readonly<Record<Severity, Hours>>>> = {
  top: {
    high: { firstAnswer: 4, resolution: 16 },
    medium: { firstAnswer: 8, resolution: 40 },
    low: { firstAnswer: 18, resolution: 80 },
  },
  middle: {
    high: { firstAnswer: 6, resolution: 24 },
    medium: { firstAnswer: 12, resolution: 60 },
    low: { firstAnswer: 27, resolution: 100 },
  },
  basic: {
    high: { firstAnswer: 9, resolution: 40 },
    medium: { firstAnswer: 18, resolution: 80 },
    low: { firstAnswer: 36, resolution: 120 },
  },
};

/** Time for whoever's turn it is, when no first-answer deadline says otherwise. */
const decisionHours = 4;
const shortestDecisionHours = 2;
const minutesPerHour = 60;

/** A customer with much potential (digit 1) is cared for like the next letter: B1 like A, C1 like B. Unrated ones like C. */
export function careLevel(rating: CustomerClass | null): CareLevel {
  if (rating === null) return 'basic';
  const rank = 'ABC'.indexOf(rating.letter) - (rating.digit === '1' ? 1 : 0);
  if (rank <= 0) return 'top';
  return rank === 1 ? 'middle' : 'basic';
}

/** Working hours until the first answer and until the solution. */
export function deadlineHours(rating: CustomerClass | null, severity: Severity): Hours {
  return deadlines[careLevel(rating)][severity];
}

/** Whether a complaint goes up to the manager at once: severe, and of an important customer (A, or B1). */
export function shouldEscalate(rating: CustomerClass | null, severity: Severity): boolean {
  return severity === 'high' && careLevel(rating) === 'top';
}

export interface Due {
  readonly state: ComplaintState;
  readonly firstAnswerDueAt: Date;
  readonly resolutionDueAt: Date;
  readonly answeredAt: Date | null;
}

/** The deadline that was missed last, or null. Each deadline is missed once, so it escalates once. */
export function missedDeadline(due: Due, now: Date): Date | null {
  if (due.state === 'closed') return null;
  if (due.resolutionDueAt < now) return due.resolutionDueAt;
  return due.answeredAt === null && due.firstAnswerDueAt < now ? due.firstAnswerDueAt : null;
}

/** How many working minutes the person whose turn it is has, when the first answer is due in so many. */
export function decisionMinutes(minutesToFirstAnswer: number): number {
  if (minutesToFirstAnswer <= 0) return decisionHours * minutesPerHour;
  return Math.max(minutesToFirstAnswer, shortestDecisionHours * minutesPerHour);
}

const nextStates: Readonly<Partial<Record<ComplaintMove, ComplaintState>>> = {
  start: 'in_progress',
  answer: 'answered',
  close: 'closed',
  reopen: 'in_progress',
};
const movesByState: Readonly<Record<ComplaintState, readonly ComplaintMove[]>> = {
  open: ['start', 'answer', 'close', 'pause', 'resume'],
  in_progress: ['answer', 'close', 'pause', 'resume'],
  answered: ['close', 'reopen', 'pause', 'resume'],
  closed: ['reopen'],
};

export interface ComplaintSituation {
  readonly state: ComplaintState;
  readonly ownerId: string;
  readonly escalationRuns: boolean;
  readonly isPaused: boolean;
}

/**
 * Everyone on the staff may start and answer; the rest is for the owner and those who decide. An escalated one is not closed,
 * and only whoever decides may have it wait.
 */
export function complaintMovesOf(situation: ComplaintSituation, actor: Actor): ComplaintMove[] {
  if (actor.role === null || actor.role === 'partner') return [];
  const isInCharge = canDecide(actor) || actor.id === situation.ownerId;
  const { escalationRuns, isPaused } = situation;
  const isOpen: Readonly<Record<ComplaintMove, boolean>> = {
    start: true,
    answer: true,
    close: isInCharge && !escalationRuns,
    reopen: isInCharge,
    pause: isInCharge && !isPaused && (!escalationRuns || canDecide(actor)),
    resume: isInCharge && isPaused,
  };
  return movesByState[situation.state].filter((move) => isOpen[move]);
}

/** Waiting and going on change nothing about where a complaint stands. */
export function stateAfter(move: ComplaintMove, before: ComplaintState): ComplaintState {
  return nextStates[move] ?? before;
}

export interface EscalationSituation {
  readonly state: EscalationState;
  readonly turnId: string | null;
  readonly hasProposal: boolean;
  readonly deputyId: string | null;
  /** While one waits for the customer there is no deadline to move. */
  readonly isPaused: boolean;
  /** Whether somebody can be asked back who is not the actor. */
  readonly askableIds: readonly string[];
}

/** Who may decide at all: managers and administrators. */
export function canDecide(actor: Actor): boolean {
  return actor.role === 'manager' || actor.role === 'admin';
}

export function isFinished(state: EscalationState): boolean {
  return state === 'decided' || state === 'stopped';
}

/** Only whoever's turn it is acts; another manager can take over; someone who was asked replies. */
export function escalationMovesOf(situation: EscalationSituation, actor: Actor): EscalationMove[] {
  if (isFinished(situation.state)) return [];
  if (situation.turnId !== actor.id) return canDecide(actor) ? ['take_over'] : [];
  if (situation.state === 'asked_back') return ['reply'];
  return canDecide(actor) ? decidersMoves(situation, actor) : [];
}

function decidersMoves(situation: EscalationSituation, actor: Actor): EscalationMove[] {
  const isOther = (id: string | null) => id !== null && id !== actor.id;
  const offered: Readonly<Record<Exclude<EscalationMove, 'reply'>, boolean>> = {
    approve: situation.hasProposal,
    decide: true,
    ask_back: situation.askableIds.some(isOther),
    take_over: situation.state === 'open',
    assign: true,
    delegate: isOther(situation.deputyId),
    extend: !situation.isPaused,
    stop: true,
  };
  const moves = Object.entries(offered).filter(([, isOffered]) => isOffered);
  return moves.map(([move]) => move as EscalationMove); // the keys of the record above
}
