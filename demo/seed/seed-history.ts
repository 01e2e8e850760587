// Writes what happened: contacts, visits, quotes, invoices, projects, follow-ups, ratings and complaints.
import type { Query } from '#api/db/database.ts';
import type { SeedCalendar } from './calendar.ts';
import { buildComplaints } from './complaints.ts';
import type { SeedCustomer } from './customer.ts';
import {
  buildActivities,
  buildFollowUps,
  buildInvoice,
  buildProjects,
  buildQuotes,
  buildRatingHistory,
} from './history.ts';
import { hollerbachNumber } from './hollerbach.ts';
import { tellHollerbach, tellTheDay } from './hollerbach-history.ts';
import type { ToldRows } from './hollerbach-history.ts';
import type { SeedOrder } from './orders.ts';
import { organizationId } from './people.ts';
import { insertRows } from './rows.ts';
import { groupByCustomer, revenue12Months } from './seed-customers.ts';

interface SeedParts {
  readonly customers: readonly SeedCustomer[];
  readonly orders: readonly SeedOrder[];
  readonly calendar: SeedCalendar;
}

/** What is made up for everybody, and what the stories tell of some. */
export async function seedHistory(trx: Query, parts: SeedParts): Promise<void> {
  const { customers, orders, calendar } = parts;
  const ordersOf = groupByCustomer(orders);
  const revenue = new Map(
    customers.map((customer) => [
      customer.id,
      revenue12Months(customer, ordersOf.get(customer.id) ?? [], calendar),
    ]),
  );
  for (const told of [makeUp(parts, revenue), ...tellStories(parts)]) {
    await insertRows(trx, 'activity', told.activities);
    await insertRows(trx, 'visit', told.visits);
    await insertRows(trx, 'quote', told.quotes);
    await insertRows(trx, 'invoice', told.invoices);
    await insertRows(trx, 'follow_up', told.followUps);
    await insertRows(trx, 'project', told.projects);
    await insertRows(trx, 'rating_history', told.ratings);
  }
  const { complaints, events, lastNumber } = buildComplaints(customers, revenue, calendar);
  await insertRows(trx, 'complaint', complaints);
  await insertRows(trx, 'complaint_event', events);
  await insertRows(trx, 'number_series', [
    { organization_id: organizationId, kind: 'complaint', year: calendar.year, last: lastNumber },
  ]);
}

function makeUp({ customers, orders, calendar }: SeedParts, revenue: ReadonlyMap<string, number>): ToldRows {
  const made = customers.map((customer) => buildActivities(customer, calendar));
  const others = customers.filter((customer) => customer.number !== hollerbachNumber);
  const invoiced = orders.filter((order) => order.customer.number !== hollerbachNumber);
  return {
    activities: made.flatMap((one) => one.activities),
    visits: made.flatMap((one) => one.visits),
    quotes: others.flatMap((customer) => buildQuotes(customer, calendar)),
    invoices: invoiced.map((order) => buildInvoice(order, calendar)).filter((row) => row !== null),
    followUps: others.flatMap((customer) => buildFollowUps(customer, calendar)),
    projects: others.flatMap(buildProjects),
    ratings: others.flatMap((customer) =>
      buildRatingHistory(customer, calendar, revenue.get(customer.id) ?? 0),
    ),
  };
}

function tellStories({ customers, calendar }: SeedParts): ToldRows[] {
  const find = (number: string): SeedCustomer => {
    const customer = customers.find((one) => one.number === number);
    if (customer === undefined) throw new Error(`The sample customer ${number} is missing`);
    return customer;
  };
  return [tellHollerbach(find(hollerbachNumber), calendar), tellTheDay(find, calendar)];
}
