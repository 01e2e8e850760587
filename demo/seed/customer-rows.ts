// Customers with their people as rows.
import { normalizePhone } from '#api/customers/phone.ts';
import { contactValues, customerValues } from './attributes.ts';
import type { SeedCalendar } from './calendar.ts';
import { groupId } from './catalogue.ts';
import type { SeedCustomer } from './customer.ts';
import { buildAddressRows, buildConsentEvents, extraColumns, personColumns } from './customer-extras.ts';
import type { SeedFigures } from './figures.ts';
import { organizationId, personId, territories, territoryId } from './people.ts';

const winBackAfterDays = 180;
/** What Dieter, the partner, looks after for us. */
const sharedWithDieter = ['20417', '20077', '20702', '20760', '20305'];

/** The person who looks after the customer. */
export function ownerOf(customer: SeedCustomer): string {
  return territories.find((one) => one.name === customer.territory)?.owner ?? 'anna';
}

type Figures = ReadonlyMap<string, SeedFigures>;

/** Rows of customer. */
export function buildCustomerRows(
  customers: readonly SeedCustomer[],
  figures: Figures,
  calendar: SeedCalendar,
) {
  const { now } = calendar;
  return customers.map((customer) => ({
    organization_id: organizationId,
    id: customer.id,
    number: customer.number,
    name: customer.name,
    kind: customer.kind,
    street: customer.street,
    postcode: customer.postcode,
    city: customer.city,
    country: customer.country,
    phone: customer.phone,
    phone_normalized: normalizePhone(customer.phone, customer.country),
    target_group: customer.targetGroup,
    employees: customer.kind === 'private' ? null : customer.employees,
    share_of_wallet_percent: customer.shareOfWallet,
    payment_term_days: customer.paymentTermDays,
    competitor: customer.competitor,
    owner_id: personId(ownerOf(customer)),
    territory_id: territoryId(customer.territory),
    created_at: now,
    updated_at: now,
    attributes: customerValues(customer, calendar),
    ...extraColumns(customer, calendar),
    ...figureColumns(customer, figures.get(customer.id)),
  }));
}

function figureColumns(customer: SeedCustomer, figures: SeedFigures | undefined) {
  if (figures === undefined) throw new Error(`The figures of ${customer.number} are missing`);
  const { lastOrderOn, rating } = figures;
  const buys = lastOrderOn !== null;
  return {
    phase: phaseOf(figures),
    customer_since: buys ? customer.since : null,
    legal_basis: buys ? 'contract' : 'enquiry',
    rating_letter: rating === null ? null : rating.letter,
    rating_digit: rating === null ? null : rating.digit,
    revenue_12_months_cents: figures.revenue12Months,
    margin_12_months_cents: buys ? figures.margin12Months : null,
    customer_value_cents: figures.valueCents,
    last_order_on: lastOrderOn,
    usual_order_days: figures.usualDays,
  };
}

function phaseOf(figures: SeedFigures): string {
  if (figures.lastOrderOn === null) return 'acquisition';
  if ((figures.silentDays ?? 0) > winBackAfterDays) return 'win_back';
  return figures.rating?.digit === '1' ? 'development' : 'retention';
}

/** Rows that hang on customers: domains, shares, product groups, months of revenue, classes over the years. */
export function buildCustomerParts(customers: readonly SeedCustomer[], figures: Figures) {
  const of = <T extends object>(make: (customer: SeedCustomer) => readonly T[]) =>
    customers.flatMap((customer) =>
      make(customer).map((row) => ({ organization_id: organizationId, customer_id: customer.id, ...row })),
    );
  return {
    customer_domain: of((customer) => customer.domains.map((domain) => ({ domain }))),
    customer_share: of((customer) =>
      sharedWithDieter.includes(customer.number) ? [{ user_id: personId('dieter') }] : [],
    ),
    customer_product_group: of((customer) => customer.groups.map((group) => ({ group_id: groupId(group) }))),
    revenue_month: of(({ id }) =>
      [...(figures.get(id)?.months ?? [])].map(([month, cents]) => ({
        month,
        cents,
        margin_cents: figures.get(id)?.marginMonths.get(month) ?? null,
      })),
    ),
    rating_history: of(({ id }) =>
      (figures.get(id)?.ratingHistory ?? []).map(({ on, letter, digit }) => ({ on_day: on, letter, digit })),
    ),
  };
}

/** Rows of contact and of what hangs on contacts. */
export function buildContactParts(customers: readonly SeedCustomer[], calendar: SeedCalendar) {
  const { now } = calendar;
  const all = customers.flatMap((customer) => customer.contacts.map((contact) => ({ customer, contact })));
  const base = (contact: { id: string }) => ({ organization_id: organizationId, contact_id: contact.id });
  return {
    contact: all.map(({ customer, contact }) => ({
      organization_id: organizationId,
      id: contact.id,
      customer_id: customer.id,
      name: contact.name,
      job_title: contact.jobTitle,
      ...personColumns(contact),
      language: contact.language,
      attributes: contactValues(contact),
      created_at: now,
      updated_at: now,
    })),
    contact_email: all.flatMap(({ contact }) =>
      contact.emails.map((address, position) => ({ ...base(contact), address, position })),
    ),
    contact_phone: all.flatMap(({ customer, contact }) =>
      contact.phones.map((number, position) => ({
        ...base(contact),
        position,
        number,
        ...phoneColumns(number, customer.country),
      })),
    ),
    consent: all.flatMap(({ contact }) =>
      contact.consents.map((consent) => ({ ...base(contact), ...consent })),
    ),
    consent_event: buildConsentEvents(
      all.map(({ contact }) => contact),
      calendar,
    ),
    customer_address: buildAddressRows(customers, calendar),
  };
}

function phoneColumns(number: string, country: string) {
  const normalized = normalizePhone(number, country) ?? '';
  return { normalized, kind: /^\+491[567]/.test(normalized) ? 'mobile' : 'work' };
}
