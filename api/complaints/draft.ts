// The complaint form filled from a mail: reads, guesses by rules, stores nothing.
import type { ComplaintDraft, draftComplaint } from '#contract/complaint.ts';
import { severities } from '#contract/complaint.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { Mail } from '#contract/mail.ts';
import { ratingOf } from '#api/customers/rating.ts';
import { readComplaintMail } from '#api/complaints-from-mail/complaints-from-mail.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { seesFigures } from '#api/rights/visible.ts';
import { reckonDeadlines } from './deadlines.ts';
import type { Colleague, IntakeCustomer } from './intake-store.ts';
import * as intake from './intake-store.ts';
import { listDocumentNumbers, matchOrders } from './order-match.ts';
import { buildDeadline, calendarOf } from './record.ts';
import { shouldEscalate } from './rules.ts';

/** The form for this customer, prefilled when a mail is given. */
export function draft(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof draftComplaint>,
): Promise<Reply<typeof draftComplaint>> {
  return deps.db.read(user, async (trx) => {
    const customer = await intake.findIntakeCustomer(trx, user, input.customerId);
    if (customer === null) throw new AppError('not_found');
    const owner = await chooseOwner(trx, user, customer);
    const now = deps.clock.now();
    const { references, ...reading } = readMail(input.mail);
    const found = await findOrders(trx, user, customer.id, input.mail);
    return {
      ...reading,
      ...found,
      references: checkedAgainst(user, found.orders, references),
      owner: { id: owner.id, name: owner.name },
      ownerTitle: owner.title,
      deadlines: await listDeadlines(trx, user, {
        customer,
        owner,
        receivedAt: receivedAt(input.mail, now),
        now,
      }),
      openComplaints: await intake.listOpenTitles(trx, user.organizationId, customer.id),
    };
  });
}

/** When a complaint counts as received: when its mail was sent, but never in the future. */
export function receivedAt(mail: Mail | null, now: Date): Date {
  if (mail === null) return now;
  const sentAt = new Date(mail.sentAt);
  return sentAt < now ? sentAt : now;
}

/** What the rules read from a mail; an empty form without one. */
export function readMail(mail: Mail | null): ReturnType<typeof readComplaintMail> {
  return readComplaintMail(mail ?? { subject: '', bodyText: '' });
}

/** The orders it names without those that are this customer's: these stand among `orders`. */
function checkedAgainst(
  user: SignedInUser,
  orders: ComplaintDraft['orders'],
  { orders: named, ...rest }: ReturnType<typeof readComplaintMail>['references'],
): ComplaintDraft['references'] {
  const known = new Set(orders.map((order) => order.number.toUpperCase()));
  // Who is shown no orders must not be told that one is missing.
  const unknownOrders = seesFigures(user) ? named.filter((number) => !known.has(number)) : [];
  return { ...rest, unknownOrders };
}

async function chooseOwner(trx: Query, user: SignedInUser, customer: IntakeCustomer): Promise<Colleague> {
  const { organizationId } = user;
  const usual = await intake.findUsualOwner(trx, organizationId, customer);
  if (usual) return usual;
  const asking = await intake.findColleague(trx, organizationId, user.id);
  if (asking && asking.role !== 'partner') return asking;
  const decider = await intake.findDecider(trx, organizationId, { ownerId: user.id, customerOwnerId: null });
  if (decider === null) throw new AppError('not_found');
  return decider;
}

async function findOrders(
  trx: Query,
  user: SignedInUser,
  customerId: string,
  mail: Mail | null,
): Promise<Pick<ComplaintDraft, 'orders' | 'suggestedOrderId'>> {
  if (!seesFigures(user)) return { orders: [], suggestedOrderId: null };
  const text = mail === null ? '' : `${mail.subject}\n${mail.bodyText}`;
  const numbers = listDocumentNumbers(text);
  return matchOrders(await intake.listOrders(trx, user.organizationId, customerId, numbers), text, numbers);
}

async function listDeadlines(
  trx: Query,
  user: SignedInUser,
  given: { customer: IntakeCustomer; owner: Colleague; receivedAt: Date; now: Date },
): Promise<ComplaintDraft['deadlines']> {
  const { customer, owner, now } = given;
  const rating = ratingOf(customer);
  const calendar = calendarOf(customer);
  const people = { ownerId: owner.id, customerOwnerId: customer.owner_id };
  const decider = seesFigures(user) ? await intake.findDecider(trx, user.organizationId, people) : null;
  const entries = severities.map((severity) => {
    const due = reckonDeadlines(calendar, rating, severity, given.receivedAt);
    const deadline = buildDeadline(calendar, {
      dueAt: due.first_answer_due_at,
      hours: due.first_answer_hours,
      fromAt: given.receivedAt,
      now,
    });
    const goesUp = decider !== null && shouldEscalate(rating, severity);
    return [severity, { deadline, escalatesTo: goesUp ? { id: decider.id, name: decider.name } : null }];
  });
  return Object.fromEntries(entries) as ComplaintDraft['deadlines']; // one entry per severity
}
