// The sample company, written in one transaction, its duplicates found after it: the same on every machine, moved to the day of seeding.
import type { Database, Query } from '#api/db/database.ts';
import { rebuildSearch } from '#api/search/search.ts';
import { buildActivities, buildActivityRows } from './activities.ts';
import { buildAttributeRows } from './attributes.ts';
import { createSeedCalendar } from './calendar.ts';
import type { SeedCalendar } from './calendar.ts';
import { buildCatalogueRows } from './catalogue.ts';
import { seedCauses } from './complaint-causes.ts';
import { buildComplaintEvents, buildComplaintRows, buildComplaints, lastNumber } from './complaints.ts';
import { buildContactParts, buildCustomerParts, buildCustomerRows } from './customer-rows.ts';
import type { SeedCustomer } from './customer.ts';
import { buildCustomers } from './customers.ts';
import { findTwins, seedTwins } from './duplicates.ts';
import { buildLinkRows } from './document-links.ts';
import { seedEscalations } from './escalations.ts';
import { reckonFigures } from './figures.ts';
import type { SeedFigures } from './figures.ts';
import { buildFollowUpRows } from './follow-ups.ts';
import { hollerbachNumber } from './hollerbach.ts';
import { buildInvoiceRows } from './invoices.ts';
import { seedLoggedMail } from './logged-mails.ts';
import { buildLineRows, buildOrderRows, buildOrders } from './orders.ts';
import type { SeedOrder } from './orders.ts';
import { buildMeasureRows } from './measures.ts';
import { buildPeopleRows, organizationId, organizationRow } from './people.ts';
import { buildProjectRows, buildQuoteRows, buildQuotes } from './quotes.ts';
import { insertRows } from './rows.ts';
import { buildRatingVersion, buildServiceRows } from './services.ts';
import { buildSavedListRows } from './saved-lists.ts';
import { buildReportRows } from './visit-reports.ts';
import { buildSurveyEvents, buildSurveyRows } from './surveys.ts';
import { buildVisitRows, planVisits } from './visits.ts';
import { buildPauseRows, buildWorkingTimeRows, hamburgId } from './working-time.ts';

interface Company {
  readonly calendar: SeedCalendar;
  readonly customers: readonly SeedCustomer[];
  readonly orders: readonly SeedOrder[];
  readonly figures: ReadonlyMap<string, SeedFigures>;
}

/** Writes the sample company for the moment `now`. The organisation must not exist yet. */
export async function seedDemo(db: Database, { now }: { now: Date }): Promise<void> {
  const company = buildCompany(createSeedCalendar(now));
  await db.system(async (trx) => {
    await seedPeople(trx, company.calendar);
    await seedCustomers(trx, company);
    await seedDocuments(trx, company);
    await seedHistory(trx, company);
    await seedTwins(trx, company.customers, company.calendar);
    await seedComplaints(trx, company);
    await insertAll(trx, { saved_list: buildSavedListRows(company.calendar) });
    await rebuildSearch(trx, organizationId);
  });
  await findTwins(db, company.calendar);
}

function buildCompany(calendar: SeedCalendar): Company {
  const customers = buildCustomers(calendar);
  const orders = buildOrders(customers, calendar);
  const ordersOf = new Map<string, SeedOrder[]>(customers.map(({ id }) => [id, []]));
  for (const order of orders) ordersOf.get(order.customer.id)?.push(order);
  const figures = new Map(
    customers.map((one) => [one.id, reckonFigures(one, ordersOf.get(one.id) ?? [], calendar)]),
  );
  return { calendar, customers, orders, figures };
}

async function seedPeople(trx: Query, calendar: SeedCalendar): Promise<void> {
  const { users, territories, memberships } = buildPeopleRows(calendar.at(-400, '08:00'));
  const { groups, products } = buildCatalogueRows();
  await insertAll(trx, {
    organization: [organizationRow],
    app_user: users,
    ...buildWorkingTimeRows(calendar),
    territory: territories.map((row) => ({ ...row, location_id: row.name === 'Nord' ? hamburgId : null })),
    user_territory: memberships,
    rating_version: [buildRatingVersion(calendar)],
    product_group: groups,
    product: products,
    attribute: buildAttributeRows(),
  });
}

async function seedCustomers(trx: Query, { customers, figures, calendar }: Company): Promise<void> {
  await insertAll(trx, {
    customer: buildCustomerRows(customers, figures, calendar),
    ...buildCustomerParts(customers, figures),
    ...buildContactParts(customers, calendar),
  });
}

async function seedDocuments(trx: Query, { customers, orders, figures, calendar }: Company): Promise<void> {
  await insertAll(trx, {
    sales_order: buildOrderRows(orders),
    order_line: buildLineRows(orders),
    invoice: buildInvoiceRows(orders, calendar),
    project: buildProjectRows(customers),
    service_interval: buildServiceRows(customers, figures, calendar),
  });
}

async function seedHistory(trx: Query, { customers, orders, figures, calendar }: Company): Promise<void> {
  const quotes = buildQuotes(customers, calendar);
  const visits = planVisits(customers, figures, calendar);
  const activities = buildActivities(customers, visits, calendar);
  await insertAll(trx, {
    quote: buildQuoteRows(quotes),
    visit: buildVisitRows(visits),
    activity: buildActivityRows(activities),
    ...buildReportRows(visits, activities, calendar),
    activity_link: buildLinkRows(activities, { quotes, orders }),
    follow_up: buildFollowUpRows(customers, calendar),
  });
  const customer = customers.find((one) => one.number === hollerbachNumber);
  if (customer !== undefined) await seedLoggedMail(trx, { customer, quotes, calendar });
}

async function seedComplaints(trx: Query, { customers, orders, figures, calendar }: Company): Promise<void> {
  const complaints = buildComplaints(customers, figures, calendar);
  await insertAll(trx, {
    complaint: buildComplaintRows(complaints),
    complaint_event: [...buildComplaintEvents(complaints), ...buildSurveyEvents(complaints, calendar)],
    complaint_pause: buildPauseRows(complaints, calendar),
    complaint_measure: buildMeasureRows(complaints),
    complaint_survey: buildSurveyRows(complaints, calendar),
    number_series: [
      { organization_id: organizationId, kind: 'complaint', year: calendar.year, last: lastNumber },
    ],
  });
  await seedCauses(trx, complaints, orders);
  await seedEscalations(trx, complaints, calendar);
}

type Rows = Parameters<typeof insertRows>[2];

/** Table after table, in the order named. */
async function insertAll(
  trx: Query,
  tables: Partial<Record<Parameters<typeof insertRows>[1], Rows>>,
): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    await insertRows(trx, table as keyof typeof tables, rows); // the keys of the record above
  }
}
