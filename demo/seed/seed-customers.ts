// Writes the sample customers with their people, domains, consents and what they buy.
import type { Query } from '#api/db/database.ts';
import { normalizePhone } from '#api/customers/phone.ts';
import type { SeedCalendar } from './calendar.ts';
import { groupId } from './catalogue.ts';
import type { SeedContact, SeedCustomer } from './customer.ts';
import { customerValueCents, potentialDigit, ratingLetter } from './figures.ts';
import { ownerOf } from './history.ts';
import { hollerbachNumber } from './hollerbach.ts';
import type { SeedOrder } from './orders.ts';
import { organizationId, personId, territoryId } from './people.ts';
import { insertRows } from './rows.ts';

type Row = Readonly<Record<string, unknown>>;
const base = { organization_id: organizationId };
/** Customers whom the service partner looks after as well. */
const sharedNumbers = ['20417', '20305', '20702'];

interface SeedParts {
  readonly customers: readonly SeedCustomer[];
  readonly orders: readonly SeedOrder[];
  readonly calendar: SeedCalendar;
}

/** Rows of customer and of everything that hangs on it but documents and history. */
export async function seedCustomers(trx: Query, { customers, orders, calendar }: SeedParts): Promise<void> {
  const ordersOf = groupByCustomer(orders);
  await insertRows(
    trx,
    'customer',
    customers.map((customer) => customerRow(customer, ordersOf.get(customer.id) ?? [], calendar)),
  );
  await insertRows(
    trx,
    'customer_domain',
    customers.flatMap((customer) =>
      customer.domains.map((domain) => ({ ...base, domain, customer_id: customer.id })),
    ),
  );
  await insertRows(
    trx,
    'customer_product_group',
    customers.flatMap((customer) =>
      customer.groups.map((group) => ({ ...base, customer_id: customer.id, group_id: groupId(group) })),
    ),
  );
  const shared = customers.filter((customer) => sharedNumbers.includes(customer.number));
  await insertRows(
    trx,
    'customer_share',
    shared.map((customer) => ({ ...base, customer_id: customer.id, user_id: personId('dieter') })),
  );
  await seedContacts(trx, customers, calendar.at(-400, '09:00'));
}

async function seedContacts(trx: Query, customers: readonly SeedCustomer[], at: Date): Promise<void> {
  const contacts = customers.flatMap((customer) => customer.contacts);
  const rowsOf = (build: (contact: SeedContact) => readonly Row[]) =>
    contacts.flatMap((contact) => build(contact).map((row) => ({ ...base, contact_id: contact.id, ...row })));
  await insertRows(
    trx,
    'contact',
    customers.flatMap((customer) =>
      customer.contacts.map(({ id, name, jobTitle, language }) => ({
        ...base,
        id,
        version: 1,
        customer_id: customer.id,
        name,
        job_title: jobTitle,
        language,
        legal_basis: 'contract',
        created_at: at,
        updated_at: at,
      })),
    ),
  );
  await insertRows(
    trx,
    'contact_email',
    rowsOf((contact) => contact.emails.map((address, position) => ({ address, position }))),
  );
  await insertRows(
    trx,
    'contact_phone',
    rowsOf((contact) =>
      contact.phones.map((number, position) => ({
        position,
        number,
        normalized: normalizePhone(number) ?? number,
      })),
    ),
  );
  await insertRows(
    trx,
    'consent',
    rowsOf((contact) => contact.consents),
  );
}

/** Orders by customer id, in the order they came. */
export function groupByCustomer(orders: readonly SeedOrder[]): Map<string, SeedOrder[]> {
  const groups = new Map<string, SeedOrder[]>();
  for (const order of orders) {
    const group = groups.get(order.customer.id);
    if (group === undefined) groups.set(order.customer.id, [order]);
    else group.push(order);
  }
  return groups;
}

function customerRow(customer: SeedCustomer, orders: readonly SeedOrder[], calendar: SeedCalendar): Row {
  const cents = revenue12Months(customer, orders, calendar);
  const last = orders.at(-1)?.orderedOn ?? null;
  const at = calendar.at(-400, '08:30');
  return {
    ...base,
    id: customer.id,
    version: 1,
    number: customer.number,
    name: customer.name,
    kind: customer.kind,
    phase:
      customer.silentDays > 180 ? 'win_back' : customer.yearlyCents > 2_500_000 ? 'retention' : 'development',
    street: customer.street,
    postcode: customer.postcode,
    city: customer.city,
    country: customer.country,
    phone: customer.phone,
    phone_normalized: normalizePhone(customer.phone),
    target_group: customer.targetGroup,
    employees: customer.employees,
    share_of_wallet_percent: customer.shareOfWallet,
    payment_term_days: customer.paymentTermDays,
    competitor: customer.competitor,
    customer_since: customer.since,
    owner_id: personId(ownerOf(customer)),
    territory_id: territoryId(customer.territory),
    legal_basis: 'contract',
    rating_letter: ratingLetter(cents),
    rating_digit: potentialDigit(customer.shareOfWallet),
    revenue_12_months_cents: cents,
    customer_value_cents: customerValueCents(cents),
    last_order_on: last,
    usual_order_days: Math.round(365 / customer.ordersPerYear),
    created_at: at,
    updated_at: at,
  };
}

/** Twelve months back from today; Hollerbach's as in the pictures. */
export function revenue12Months(
  customer: SeedCustomer,
  orders: readonly SeedOrder[],
  calendar: SeedCalendar,
): number {
  if (customer.number === hollerbachNumber) return 12_840_000;
  const from = calendar.day(-365);
  return orders.filter((order) => order.orderedOn > from).reduce((sum, order) => sum + order.cents, 0);
}
