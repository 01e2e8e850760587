// Use-cases of escalations: raise one, act upon it, and what the sweeps do when nobody acts.
import type { Escalation, moveEscalation } from '#contract/complaint.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { sendCards } from './card-jobs.ts';
import { deputyTime, planMove } from './escalation-moves.ts';
import * as escalationStore from './escalation-store.ts';
import { keepDecided } from './goodwill-decided.ts';
import { forCase } from './for-case.ts';
import { findDecider } from './intake-store.ts';
import { escalationSituationOf, situationOf, toComplaint } from './record.ts';
import type { ComplaintRow, EscalationRow } from './row.ts';
import type { EscalationMove } from './rules.ts';
import { canDecide, escalationMovesOf, isFinished, missedDeadline } from './rules.ts';
import * as store from './store.ts';

export interface Raise {
  readonly row: ComplaintRow;
  /** Null: a sweep. */
  readonly byId: string | null;
  readonly reason: Escalation['reason'];
  /** The words of the mail that made it severe. */
  readonly because: readonly string[];
}

/** Hands a complaint up to whoever decides: escalation, its card on the way, story and audit in the caller's transaction. */
export async function raiseEscalation(
  deps: Deps,
  trx: Query,
  organizationId: string,
  { row, byId, reason, because }: Raise,
): Promise<void> {
  const now = deps.clock.now();
  const people = { ownerId: row.owner_id, customerOwnerId: row.customer_owner_id };
  const decider = await findDecider(trx, organizationId, people);
  const id = newId();
  await escalationStore.insertEscalation(trx, {
    organization_id: organizationId,
    id,
    complaint_id: row.id,
    reason,
    raised_at: now,
    raised_by: byId,
    turn_id: decider?.id ?? null,
    deputy_at: decider === null ? null : deputyTime(row, decider, now),
    proposal: null,
    question: null,
    decided_by: null,
    decided_at: null,
    decision: null,
    goodwill_cents: null,
  });
  const text = because.map((words) => `„${words}“`).join(', ');
  await note(trx, { organizationId, row, byId, now, kind: 'escalated', text });
  await writeAudit(
    trx,
    { organizationId, id: byId },
    {
      action: 'escalation.raise',
      recordKind: 'escalation',
      recordId: id,
      after: { complaintId: row.id, reason, turnId: decider?.id ?? null },
      source: byId === null ? 'sweep' : 'api',
      at: now,
    },
  );
  await sendTo(deps, trx, { organizationId, escalationId: id, userId: decider?.id ?? null });
}

/** Has the posted cards of a running escalation edited; nothing to do without one. */
export async function tellCards(
  deps: Deps,
  trx: Query,
  { organizationId, escalation }: { organizationId: string; escalation: EscalationRow | null },
): Promise<void> {
  if (escalation === null || isFinished(escalation.state)) return;
  await sendTo(deps, trx, { organizationId, escalationId: escalation.id, userId: null });
}

async function sendTo(
  deps: Deps,
  trx: Query,
  to: { organizationId: string; escalationId: string; userId: string | null },
): Promise<void> {
  const { organizationId, escalationId, userId } = to;
  if (userId !== null) await escalationStore.wantCard(trx, { organizationId, escalationId, userId });
  await deps.jobs.enqueue(trx, sendCards, { organizationId, escalationId });
}

interface Note {
  readonly organizationId: string;
  readonly row: ComplaintRow;
  readonly byId: string | null;
  readonly now: Date;
  readonly kind: string;
  readonly text: string;
}

/** A line in the story, and a new version of the complaint, which shows its escalation. */
async function note(trx: Query, { organizationId, row, byId, now, kind, text }: Note): Promise<void> {
  await store.updateComplaintRow(trx, { organizationId, id: row.id, version: null, now }, {});
  await store.addEvent(trx, organizationId, { complaintId: row.id, at: now, byId, kind, text });
}

type MoveInput = Parsed<typeof moveEscalation>;

/** Acts once per button: the second press answers `acted: false` with how things stand. */
export function move(
  deps: Deps,
  user: SignedInUser,
  input: MoveInput,
  source: 'api' | 'bot' = 'api',
): Promise<Reply<typeof moveEscalation>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const now = deps.clock.now();
    await store.lockComplaint(trx, organizationId, input.id);
    const row = await store.getComplaintRow(trx, user, input.id);
    const current = toComplaint(row, user, now);
    const { escalation } = row;
    if (escalation === null) throw new AppError('transition_not_allowed', { current });
    if (await isRepeated(trx, user, escalation.id, input.dedupeKey)) {
      return { complaint: current, acted: false };
    }
    checkMove(row, escalation, { user, wanted: input.move, current });
    await act(deps, trx, { user, row, escalation, input, now, source });
    const after = await store.getComplaintRow(trx, user, row.id);
    return { complaint: toComplaint(after, user, now), acted: true };
  });
}

async function isRepeated(
  trx: Query,
  user: SignedInUser,
  escalationId: string,
  dedupeKey: string,
): Promise<boolean> {
  const pressedBy = await escalationStore.findPress(trx, user.organizationId, escalationId, dedupeKey);
  return pressedBy !== null && (pressedBy === user.id || canDecide(user));
}

function checkMove(
  row: ComplaintRow,
  escalation: EscalationRow,
  asked: { user: SignedInUser; wanted: EscalationMove; current: unknown },
): void {
  const { user, wanted, current } = asked;
  const situation = escalationSituationOf(row, escalation);
  if (escalationMovesOf(situation, user).includes(wanted)) return;
  const turnId = situation.turnId;
  if (!canDecide(user) && turnId !== user.id) throw new AppError('forbidden');
  if (isFinished(escalation.state)) throw new AppError('already_decided', { current });
  const inTurn = turnId === null ? [] : escalationMovesOf(situation, { id: turnId, role: 'manager' });
  if (turnId !== user.id && inTurn.includes(wanted)) throw new AppError('forbidden');
  throw new AppError('transition_not_allowed', { current });
}

interface Act {
  readonly user: SignedInUser;
  readonly row: ComplaintRow;
  readonly escalation: EscalationRow;
  readonly input: MoveInput;
  readonly now: Date;
  readonly source: string;
}

async function act(deps: Deps, trx: Query, given: Act): Promise<void> {
  const { user, row, escalation, input, now } = given;
  const { organizationId } = user;
  const plan = await planMove(trx, given);
  await escalationStore.updateEscalation(trx, { organizationId, id: escalation.id }, plan.escalation);
  await escalationStore.insertPress(trx, {
    organization_id: organizationId,
    escalation_id: escalation.id,
    dedupe_key: input.dedupeKey,
    pressed_by: user.id,
    pressed_at: now,
  });
  const isStarted = plan.startsWork && row.state === 'open';
  const change = { ...plan.complaint, ...(isStarted ? { state: 'in_progress' as const } : {}) };
  if (Object.keys(change).length > 0) {
    await store.updateComplaintRow(trx, { organizationId, id: row.id, version: null, now }, change);
  }
  const { goodwill_cents: cents, decision } = plan.escalation;
  if (plan.startsWork) await keepDecided(trx, user, { complaint: row, cents, text: decision ?? '', now });
  await note(trx, { organizationId, row, byId: user.id, now, kind: plan.kind, text: plan.text });
  await writeAudit(trx, user, {
    action: `escalation.${input.move}`,
    recordKind: 'escalation',
    recordId: escalation.id,
    before: escalation,
    after: plan.escalation,
    source: given.source,
    at: now,
  });
  const { turn_id: turnId } = plan.escalation;
  await sendTo(deps, trx, { organizationId, escalationId: escalation.id, userId: turnId ?? null });
}

/** Sweep: a complaint past its deadline goes up, once per deadline. */
export async function escalateMissedDeadlines(deps: Deps): Promise<void> {
  const cases = await deps.db.system((trx) => escalationStore.listMissedDeadlines(trx, deps.clock.now()));
  for (const one of cases) {
    await forCase(deps, one, async (trx, row) => {
      const due = {
        state: row.state,
        answeredAt: row.answered_at === null ? null : new Date(row.answered_at),
        firstAnswerDueAt: new Date(row.first_answer_due_at),
        resolutionDueAt: new Date(row.resolution_due_at),
      };
      const missed = missedDeadline(due, deps.clock.now());
      const isRunning = row.escalation !== null && !isFinished(row.escalation.state);
      if (missed === null || isRunning || situationOf(row).isPaused) return;
      if (await escalationStore.wasEscalatedSince(trx, one, missed)) return;
      const raise = { row, byId: null, reason: 'deadline_missed', because: [] } as const;
      await raiseEscalation(deps, trx, one.organizationId, raise);
    });
  }
}

/** Sweep: an escalation upon which nobody acted in time goes on to the deputy. */
export async function passToDeputies(deps: Deps): Promise<void> {
  const cases = await deps.db.system((trx) => escalationStore.listDueForDeputy(trx, deps.clock.now()));
  for (const one of cases) {
    await forCase(deps, one, async (trx, row) => {
      const { escalation } = row;
      const now = deps.clock.now();
      const isDue = escalation?.state === 'open' && escalation.deputyAt !== null;
      if (!isDue || new Date(escalation.deputyAt) > now) return;
      await passOn(deps, trx, { organizationId: one.organizationId, row, escalation, now });
    });
  }
}

async function passOn(
  deps: Deps,
  trx: Query,
  given: { organizationId: string; row: ComplaintRow; escalation: EscalationRow; now: Date },
): Promise<void> {
  const { organizationId, row, escalation, now } = given;
  const { deputy } = escalation;
  const at = { organizationId, id: escalation.id };
  if (deputy === null) return escalationStore.updateEscalation(trx, at, { deputy_at: null });
  await escalationStore.updateEscalation(trx, at, { level: 2, turn_id: deputy.id, deputy_at: null });
  const text = deputy.name;
  await note(trx, { organizationId, row, byId: null, now, kind: 'escalation_deputy', text });
  const audit = { action: 'escalation.deputy', recordKind: 'escalation', recordId: escalation.id, at: now };
  const change = { before: { turnId: escalation.turn?.id }, after: { turnId: deputy.id }, source: 'sweep' };
  await writeAudit(trx, { organizationId, id: null }, { ...audit, ...change });
  await sendTo(deps, trx, { organizationId, escalationId: escalation.id, userId: deputy.id });
}
