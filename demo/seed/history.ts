// What happened with a customer: contacts of every channel, visits, quotes, projects, invoices, follow-ups, ratings.
import type { SeedCalendar } from './calendar.ts';
import type { SeedCustomer } from './customer.ts';
import type { SeedOrder } from './orders.ts';
import { organizationId, personId, territories } from './people.ts';
import { createChance, idOf } from './random.ts';
import { ratingLetter, potentialDigit } from './figures.ts';
import { projectNames, talks } from './words.ts';

type Row = Readonly<Record<string, unknown>>;
const base = { organization_id: organizationId };

/** Short name of whoever looks after the customer. */
export function ownerOf(customer: SeedCustomer): string {
  return territories.find((territory) => territory.name === customer.territory)?.owner ?? 'anna';
}

/** Contact reports over two years; visits among them stand in the visit table too. */
export function buildActivities(
  customer: SeedCustomer,
  calendar: SeedCalendar,
): { activities: Row[]; visits: Row[] } {
  const chance = createChance(`activities ${customer.number}`);
  const owner = ownerOf(customer);
  const activities: Row[] = [];
  const visits: Row[] = [];
  const count = Math.min(40, 5 + Math.round(customer.yearlyCents / 600_000));
  for (let index = 0; index < count; index += 1) {
    const [kind, direction, subject, text] = chance.pick(talks);
    const offset = -chance.int(4, 700) - (customer.silentDays > 0 ? 60 : 0);
    const at = calendar.at(
      offset,
      `${String(chance.int(8, 16)).padStart(2, '0')}:${chance.pick(['05', '20', '40', '50'])}`,
    );
    const by = kind === 'visit' || !chance.happens(40) || owner !== 'anna' ? owner : 'jonas';
    activities.push(
      activityRow({
        key: `${customer.number} ${index}`,
        customer,
        kind,
        direction,
        subject,
        text,
        at,
        by,
        minutes: kind === 'call' ? chance.int(2, 25) : null,
      }),
    );
    if (kind === 'visit')
      visits.push(
        visitRow(customer, { key: `${customer.number} ${index}`, by: owner, startsAt: at, isReported: true }),
      );
  }
  return { activities, visits };
}

interface Told {
  readonly key: string;
  readonly customer: SeedCustomer;
  readonly kind: string;
  readonly direction: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
  readonly by: string;
  readonly minutes?: number | null;
  readonly contact?: number;
}

/** One row of the activity table. */
export function activityRow(told: Told): Row {
  return {
    ...base,
    id: idOf('activity', told.key),
    customer_id: told.customer.id,
    contact_id: told.customer.contacts[told.contact ?? 0]?.id ?? null,
    kind: told.kind,
    direction: told.direction,
    subject: told.subject,
    body_text: told.text,
    occurred_at: told.at,
    duration_minutes: told.minutes ?? null,
    visibility: 'team',
    logged_by: personId(told.by),
    logged_at: told.at,
  };
}

interface ToldVisit {
  readonly key: string;
  readonly by: string;
  readonly startsAt: Date;
  readonly isReported: boolean;
}

export function visitRow(customer: SeedCustomer, told: ToldVisit): Row {
  return {
    ...base,
    id: idOf('visit', told.key),
    customer_id: customer.id,
    user_id: personId(told.by),
    starts_at: told.startsAt,
    reported_at: told.isReported ? told.startsAt : null,
  };
}

/** Quotes of the last year: most decided, some open with a chance and a day. */
export function buildQuotes(customer: SeedCustomer, calendar: SeedCalendar): Row[] {
  const chance = createChance(`quotes ${customer.number}`);
  const count = customer.yearlyCents > 2_500_000 ? chance.int(1, 3) : chance.int(0, 1);
  return Array.from({ length: count }, (_, index) => {
    const sent = -chance.int(5, 300);
    const isOpen = sent > -45;
    return quoteRow(customer, {
      number: `AN-${calendar.day(sent).slice(2, 4)}-${customer.number.slice(-4)}${index}`,
      title: `${chance.pick(customer.groups)} ${chance.pick(projectNames)} ${customer.city}`,
      cents: chance.int(8, 260) * 25_000,
      chancePercent: isOpen ? chance.pick([20, 40, 60, 70, 80]) : null,
      sentOn: calendar.day(sent),
      validUntil: calendar.day(sent + chance.int(30, 60)),
      state: isOpen ? 'open' : chance.pick(['won', 'lost', 'expired']),
    });
  });
}

interface ToldQuote {
  readonly number: string;
  readonly title: string;
  readonly cents: number;
  readonly chancePercent: number | null;
  readonly sentOn: string;
  readonly validUntil: string;
  readonly state: string;
}

export function quoteRow(customer: SeedCustomer, quote: ToldQuote): Row {
  return {
    ...base,
    id: idOf('quote', quote.number),
    number: quote.number,
    customer_id: customer.id,
    title: quote.title,
    total_cents: quote.cents,
    chance_percent: quote.chancePercent,
    sent_on: quote.sentOn,
    valid_until: quote.validUntil,
    state: quote.state,
  };
}

/** Invoices of the last year's orders: paid when due, but for some that are late. */
export function buildInvoice(order: SeedOrder, calendar: SeedCalendar): Row | null {
  const age = daysBetween(order.orderedOn, calendar.today);
  if (age > 365) return null;
  const chance = createChance(`invoice ${order.number}`);
  const dueAge = age - 3 - order.customer.paymentTermDays;
  const isOpen = dueAge < 0 || (dueAge < 60 && chance.happens(7));
  return invoiceRow(order.customer, {
    number: `${order.orderedOn.slice(2, 4)}-${order.number.slice(-4)}`,
    orderId: order.id,
    invoicedOn: calendar.day(-age + 3),
    dueOn: calendar.day(-dueAge),
    cents: order.cents,
    isPaid: !isOpen,
    reminderOn: null,
  });
}

interface ToldInvoice {
  readonly number: string;
  readonly orderId: string | null;
  readonly invoicedOn: string;
  readonly dueOn: string;
  readonly cents: number;
  readonly isPaid: boolean;
  readonly reminderOn: string | null;
}

export function invoiceRow(customer: SeedCustomer, invoice: ToldInvoice): Row {
  return {
    ...base,
    id: idOf('invoice', invoice.number),
    number: invoice.number,
    customer_id: customer.id,
    order_id: invoice.orderId,
    invoiced_on: invoice.invoicedOn,
    due_on: invoice.dueOn,
    total_cents: invoice.cents,
    paid_cents: invoice.isPaid ? invoice.cents : 0,
    paid_on: invoice.isPaid ? invoice.dueOn : null,
    reminder_on: invoice.reminderOn,
  };
}

export function buildProjects(customer: SeedCustomer): Row[] {
  const chance = createChance(`projects ${customer.number}`);
  if (customer.yearlyCents < 3_000_000 || !chance.happens(50)) return [];
  const name = `${chance.pick(projectNames)} ${customer.city}`;
  return [
    {
      ...base,
      id: idOf('project', customer.number),
      customer_id: customer.id,
      name,
      sum_cents: chance.int(20, 400) * 100_000,
      phase: chance.pick(['Planung', 'Ausschreibung', 'Vergabe', 'Ausführung']),
    },
  ];
}

export function buildFollowUps(customer: SeedCustomer, calendar: SeedCalendar): Row[] {
  const chance = createChance(`follow-ups ${customer.number}`);
  if (!chance.happens(30)) return [];
  const title = chance.pick([
    'Angebot nachfassen',
    'Muster besprechen',
    'Jahresgespräch vereinbaren',
    'Preise Herbst ansprechen',
    'Bedarf Winter klären',
  ]);
  return [
    followUpRow(customer, {
      key: customer.number,
      title,
      dueOn: calendar.day(chance.int(1, 30)),
      by: ownerOf(customer),
      createdAt: calendar.at(-chance.int(2, 20), '11:00'),
    }),
  ];
}

interface ToldFollowUp {
  readonly key: string;
  readonly title: string;
  readonly dueOn: string;
  readonly by: string;
  readonly createdAt: Date;
}

/** Not yet in To Do: the first run of the jobs brings it there once its owner has signed in. */
export function followUpRow(customer: SeedCustomer, told: ToldFollowUp): Row {
  return {
    ...base,
    id: idOf('follow-up', told.key),
    customer_id: customer.id,
    owner_id: personId(told.by),
    title: told.title,
    due_on: told.dueOn,
    to_do_state: 'waiting_for_sign_in',
    created_by: personId(told.by),
    created_at: told.createdAt,
  };
}

/** One rating per half-year; most stay, some wander. */
export function buildRatingHistory(customer: SeedCustomer, calendar: SeedCalendar, cents: number): Row[] {
  const letter = ratingLetter(cents);
  const digit = potentialDigit(customer.shareOfWallet);
  const chance = createChance(`rating ${customer.number}`);
  const before = chance.happens(25)
    ? { letter: chance.pick(['B', 'C']), digit: chance.pick(['1', '2', '3']) }
    : { letter, digit };
  return [
    { ...base, customer_id: customer.id, on_day: calendar.day(-730), ...before },
    { ...base, customer_id: customer.id, on_day: calendar.day(-365), ...before },
    { ...base, customer_id: customer.id, on_day: calendar.day(-60), letter, digit },
  ];
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
