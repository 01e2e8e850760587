// Escalated complaints: one waits for the manager's decision with its card, one was decided today.
import { sendCards } from '#api/complaints/card-jobs.ts';
import { decisionMinutes } from '#api/complaints/rules.ts';
import { addWorkingMinutes, workingMinutesBetween } from '#api/complaints/working-time.ts';
import type { Query } from '#api/db/database.ts';
import { createJobQueue } from '#api/jobs/queue.ts';
import type { SeedCalendar } from './calendar.ts';
import { eventRow, workingHours } from './complaints.ts';
import type { SeedComplaint } from './complaints.ts';
import { organizationId, personId } from './people.ts';
import { idOf } from './random.ts';
import { insertRows } from './rows.ts';

const raisedAfterMs = 8 * 60_000;

/** Writes escalations and their stories, and has the card of the running one posted. */
export async function seedEscalations(
  trx: Query,
  complaints: readonly SeedComplaint[],
  calendar: SeedCalendar,
): Promise<void> {
  const escalated = complaints.filter((one) => one.escalation !== null);
  const cases = escalated.map((one) => ({ one, row: escalationRow(one, calendar) }));
  await insertRows(
    trx,
    'escalation',
    cases.map(({ row }) => row),
  );
  await insertRows(
    trx,
    'complaint_event',
    cases.flatMap(({ one, row }) => tell(one, row)),
  );
  const nobodyListens = { afterCommit: () => undefined };
  const jobs = createJobQueue({ now: () => calendar.now }, nobodyListens);
  for (const { one, row } of cases.filter(({ one }) => one.escalation === 'running')) {
    const key = { organization_id: organizationId, escalation_id: row.id };
    await insertRows(trx, 'escalation_card', [{ ...key, user_id: personId('petra') }]);
    await jobs.enqueue(trx, sendCards, { organizationId, escalationId: idOf('escalation', one.number) });
  }
}

function escalationRow(one: SeedComplaint, calendar: SeedCalendar) {
  const isDecided = one.escalation === 'decided';
  const minutes = workingMinutesBetween(workingHours, calendar.now, one.deadlines.first_answer_due_at);
  const deputyAt = addWorkingMinutes(workingHours, calendar.now, decisionMinutes(minutes));
  return {
    organization_id: organizationId,
    id: idOf('escalation', one.number),
    complaint_id: one.id,
    reason: 'severity_and_class',
    level: 1,
    state: isDecided ? 'decided' : 'open',
    raised_at: new Date(one.receivedAt.getTime() + raisedAfterMs),
    raised_by: personId(one.reporter),
    turn_id: isDecided ? null : personId('petra'),
    deputy_at: isDecided ? null : deputyAt,
    proposal: isDecided ? one.proposal : null,
    decided_by: isDecided ? personId('petra') : null,
    decided_at: isDecided ? calendar.at(0, '11:20') : null,
    decision: isDecided ? one.proposal : null,
    goodwill_cents: isDecided ? one.goodwillCents : null,
    card_state: isDecided ? 'sent' : 'pending',
  };
}

function tell(one: SeedComplaint, row: ReturnType<typeof escalationRow>) {
  const raised = eventRow(one, { kind: 'escalated', at: row.raised_at, text: '', by: one.reporter });
  if (row.decided_at === null) return [raised];
  const decided = { kind: 'escalation_decided', at: row.decided_at, text: row.decision ?? '', by: 'petra' };
  return [raised, eventRow(one, decided)];
}
