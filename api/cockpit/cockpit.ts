// The cockpit of a customer: everything the first screen beside a mail shows; the room's front door.
import type { Cockpit } from '#contract/cockpit.ts';
import { toActivity } from '#api/activities/row.ts';
import { toComplaint } from '#api/complaints/record.ts';
import { toContact } from '#api/contacts/row.ts';
import { toCustomer } from '#api/customers/row.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { toFollowUp } from '#api/follow-ups/row.ts';
import { seesFigures } from '#api/rights/visible.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { revenueOf } from './revenue.ts';
import { openItemsOf, warningsOf } from './rules.ts';
import { placeAt, placeBehind } from './place.ts';
import type { At } from './place.ts';
import { findCockpitRow } from './store.ts';
import type { CockpitRow } from './store.ts';

export interface Guess {
  /** The cockpit if the guess was right, else the one that is wanted; null for a customer that is not visible. */
  confirm(at: At): Promise<Cockpit | null>;
}

/** Reads the cockpit of a visible customer, with the contact of the mail when one is known; null for any other. */
export async function findCockpit(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  at: At,
): Promise<Cockpit | null> {
  const now = deps.clock.now();
  const row = await findCockpitRow(trx, placeAt(user, at), now);
  return row === null ? null : toCockpit(row, { user, now });
}

/**
 * Begins to read the cockpit behind an address before it is certain that it is the one: sent together with the
 * question that decides it, both cost one round trip. Mails of known contacts make the guess right.
 */
export function guessCockpit(deps: Deps, trx: Query, user: SignedInUser, address: string): Guess {
  const now = deps.clock.now();
  const guessed = findCockpitRow(trx, placeBehind(user, address), now);
  guessed.catch(() => undefined); // told to whoever confirms; a guess that nobody needs may fail in silence
  return {
    confirm: async (at) => {
      const row = await guessed;
      const isRight = row?.id === at.customerId && row.contact_id === at.contactId;
      return isRight ? toCockpit(row, { user, now }) : findCockpit(deps, trx, user, at);
    },
  };
}

interface View {
  readonly user: SignedInUser;
  readonly now: Date;
}

function toCockpit(row: CockpitRow, view: View): Cockpit {
  const { user, now } = view;
  const contacts = row.contacts.map(toContact);
  const contact = contacts.find((one) => one.id === row.contact_id) ?? null;
  const complaints = row.complaints.map((complaint) => toComplaint(complaint, user, now));
  const customer = toCustomer(user, row);
  return {
    customer,
    contact,
    contacts,
    contactCount: row.contact_count,
    lastVisitOn: row.last_visit_on,
    warnings: warningsFor(row, view, { customer, contact, complaints }),
    complaints,
    followUps: row.follow_ups.map((followUp) => toFollowUp(user, followUp)),
    quotes: row.quotes,
    ...figuresOf(row, user),
    ratingHistory: row.rating_history,
    activities: row.activities.map((activity) => toActivity(user, activity)),
    activityCount: row.activity_count,
    orders: row.orders,
    projects: row.projects,
    productGroups: row.product_groups,
    team: row.team,
    portfolio: row.portfolio,
    asOf: now.toISOString(),
  };
}

function warningsFor(
  row: CockpitRow,
  { user }: View,
  { customer, contact, complaints }: Pick<Cockpit, 'customer' | 'contact' | 'complaints'>,
): Cockpit['warnings'] {
  return warningsOf({
    today: row.today,
    complaints,
    invoices: row.invoices,
    quotes: row.quotes,
    lastOrderOn: seesFigures(user) ? row.last_order_on : null,
    usualOrderDays: row.usual_order_days,
    blocked: customer.blocked,
    contact,
  });
}

function figuresOf(
  row: CockpitRow,
  user: SignedInUser,
): Pick<Cockpit, 'openItems' | 'revenue' | 'customerValueCents'> {
  const isOpen = seesFigures(user);
  return {
    openItems: openItemsOf(row.invoices, row.today, isOpen ? row.payment_term_days : null),
    revenue: row.months === null ? null : revenueOf(row.months, row.revenue_12_months_cents, row.today),
    customerValueCents: isOpen ? row.customer_value_cents : null,
  };
}
