// Taking a complaint in: the complaint, the mail it came by, its escalation and its story in one transaction.
import { DateTime } from 'luxon';
import type { reportComplaint } from '#contract/complaint.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import * as activities from '#api/activities/activities.ts';
import type { CustomerClass } from './rules.ts';
import { ratingOf } from '#api/customers/rating.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { reckonDeadlines } from './deadlines.ts';
import { readMail, receivedAt } from './draft.ts';
import { raiseEscalation } from './escalations.ts';
import type { IntakeCustomer } from './intake-store.ts';
import { findColleague, findIntakeCustomer, hasOrder } from './intake-store.ts';
import { calendarOf, toComplaint } from './record.ts';
import { shouldEscalate } from './rules.ts';
import * as store from './store.ts';

type ReportInput = Parsed<typeof reportComplaint>;

/** Records a complaint; a severe one of an important customer goes up to its manager at once. */
export function report(
  deps: Deps,
  user: SignedInUser,
  input: ReportInput,
): Promise<Reply<typeof reportComplaint>> {
  return deps.db.transaction(user, async (trx) => {
    const customer = await findIntakeCustomer(trx, user, input.customerId);
    if (customer === null) throw new AppError('not_found');
    await checkReferences(trx, user, input);
    const rating = ratingOf(customer);
    const { id, number } = await insert(trx, { deps, user, input, customer, rating });
    const activityId = await logItsMail(deps, user, { input, id, number });
    if (activityId !== null) {
      const at = { organizationId: user.organizationId, id, version: null, now: deps.clock.now() };
      await store.updateComplaintRow(trx, at, { activity_id: activityId });
    }
    if (shouldEscalate(rating, input.severity)) {
      await raiseEscalation(deps, trx, user.organizationId, {
        row: await store.getComplaintRow(trx, user, id),
        byId: user.id,
        reason: 'severity_and_class',
        because: readMail(input.mail).severity.because,
      });
    }
    const complaint = toComplaint(await store.getComplaintRow(trx, user, id), user, deps.clock.now());
    await writeAudit(trx, user, {
      action: 'complaint.report',
      recordKind: 'complaint',
      recordId: id,
      after: { ...complaint, moves: undefined },
      at: deps.clock.now(),
    });
    return { complaint, activityId };
  });
}

async function checkReferences(trx: Query, user: SignedInUser, input: ReportInput): Promise<void> {
  const owner = await findColleague(trx, user.organizationId, input.ownerId);
  if (owner === null || owner.role === 'partner') throw unknownField('ownerId');
  const { customerId, orderId } = input;
  if (orderId !== null && !(await hasOrder(trx, user.organizationId, { customerId, orderId }))) {
    throw unknownField('orderId');
  }
}

/** An id that leads nowhere in the user's organisation. */
export function unknownField(path: string): AppError {
  return new AppError('invalid_input', { fields: [{ path, problem: 'unknown' }] });
}

interface Intake {
  readonly deps: Deps;
  readonly user: SignedInUser;
  readonly input: ReportInput;
  readonly customer: IntakeCustomer;
  readonly rating: CustomerClass | null;
}

async function insert(trx: Query, intake: Intake): Promise<{ id: string; number: string }> {
  const { deps, user, input, customer } = intake;
  const now = deps.clock.now();
  const id = newId();
  const number = await giveNumber(trx, user.organizationId, now, customer.time_zone);
  const received = arrival(input, now);
  const calendar = calendarOf(customer);
  const deadlines = reckonDeadlines(calendar, intake.rating, input.severity, received);
  await store.insertComplaint(trx, {
    organization_id: user.organizationId,
    id,
    number,
    customer_id: customer.id,
    title: input.title,
    description: input.description,
    category: input.category,
    severity: input.severity,
    order_id: input.orderId,
    owner_id: input.ownerId,
    reported_by: user.id,
    received_at: received,
    ...deadlines,
    next_on: calendar.dayOf(deadlines.first_answer_due_at),
    reminded_on: null,
    answered_at: null,
    closed_at: null,
    outcome: null,
    proposal: emptyToNull(input.proposal),
    proposed_goodwill_cents: input.proposedGoodwillCents,
    activity_id: null,
    location_id: customer.location_id,
    reckoned_from: null,
    first_answer_warned_at: null,
    resolution_warned_at: null,
    created_at: now,
    updated_at: now,
  });
  const { organizationId } = user;
  await store.addEvent(trx, organizationId, { complaintId: id, at: now, byId: user.id, kind: 'reported' });
  return { id, number };
}

function arrival(input: ReportInput, now: Date): Date {
  if (input.receivedAt === null) return receivedAt(input.mail, now);
  const given = new Date(input.receivedAt);
  return given < now ? given : now;
}

/** RK-26-0318: the year is that of the company's own calendar. */
async function giveNumber(trx: Query, organizationId: string, now: Date, timeZone: string): Promise<string> {
  const { year } = DateTime.fromJSDate(now, { zone: timeZone });
  const next = await store.nextNumber(trx, organizationId, year);
  return `RK-${String(year % 100).padStart(2, '0')}-${String(next).padStart(4, '0')}`;
}

async function logItsMail(
  deps: Deps,
  user: SignedInUser,
  { input, id, number }: { input: ReportInput; id: string; number: string },
): Promise<string | null> {
  if (input.mail === null) return null;
  const links = [{ kind: 'complaint' as const, id, label: number }];
  const logged = await activities.logMail(deps, user, {
    customerId: input.customerId,
    mail: input.mail,
    links,
  });
  return logged.activityId;
}

/** A proposal of blanks is none. */
export function emptyToNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
