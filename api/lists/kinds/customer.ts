// Customers as a list: master data, rating, figures of the ERP, and what was last said and done.
import { sql } from 'kysely';
import { ofVisibleCustomers } from '../kind.ts';
import type { Kind } from '../kind.ts';
import {
  attributeFields,
  choice,
  choicesOf,
  date,
  inGroup,
  moment,
  money,
  number,
  ofCustomer,
  percent,
  several,
  text,
  yesNo,
} from '../field.ts';
import type { CatalogueContext, Field } from '../field.ts';
import { customerSources } from './customer-sources.ts';

const phases = choicesOf({
  acquisition: 'Gewinnung | Acquisition',
  development: 'Entwicklung | Development',
  retention: 'Bindung | Retention',
  win_back: 'Rückgewinnung | Win-back',
});
const letters = ['A', 'B', 'C'];
const digits = ['1', '2', '3'];
const same = (values: readonly string[]) =>
  values.map((value) => ({ value, label: { de: value, en: value } }));
const cells = same(letters.flatMap((letter) => digits.map((digit) => `${letter}${digit}`)));

/** What lists of quotes, visits and so on show of their customer too. */
function masterFields(context: CatalogueContext): Field[] {
  return [
    text('name', 'Name | Name', sql`c.name`, { isFilled: true }),
    text('number', 'Kundennummer | Customer number', sql`c.number`),
    choice('kind', 'Art | Kind', sql`c.kind`, {
      choices: choicesOf({ company: 'Firma | Company', private: 'Privat | Private buyer' }),
    }),
    choice('phase', 'Lebensphase | Lifecycle phase', sql`c.phase`, { choices: phases }),
    text('target_group', 'Zielgruppe | Target group', sql`c.target_group`),
    text('postcode', 'PLZ | Postcode', sql`c.postcode`),
    text('city', 'Ort | City', sql`c.city`),
    choice('owner', 'Betreuer | Owner', sql`c.owner_id`, {
      choices: context.people,
      isPerson: true,
    }),
    choice('territory', 'Gebiet | Territory', sql`c.territory_id`, {
      choices: context.territories,
    }),
    choice('rating', 'Bewertung | Rating', sql`(c.rating_letter || c.rating_digit)`, {
      choices: cells,
    }),
    choice('rating_letter', 'Umsatzklasse | Revenue class', sql`c.rating_letter`, {
      choices: same(letters),
    }),
    choice('rating_digit', 'Potenzialklasse | Potential class', sql`c.rating_digit`, {
      choices: same(digits),
    }),
    money('revenue_12_months', 'Umsatz 12 Monate | Revenue 12 months', sql`c.revenue_12_months_cents`),
  ];
}

function moreFields(context: CatalogueContext): Field[] {
  return [
    text('street', 'Straße | Street', sql`c.street`),
    text('country', 'Land | Country', sql`c.country`),
    text('phone', 'Telefon | Phone', sql`c.phone`),
    number('employees', 'Mitarbeitende | Employees', sql`c.employees`),
    percent('share_of_wallet', 'Lieferanteil | Share of wallet', sql`c.share_of_wallet_percent`),
    number('payment_term_days', 'Zahlungsziel in Tagen | Payment term in days', sql`c.payment_term_days`),
    text('competitor', 'Mitbewerb | Competitor', sql`c.competitor`),
    date('customer_since', 'Kunde seit | Customer since', sql`c.customer_since`),
    yesNo('blocked', 'Gesperrt | Blocked', sql`(c.blocked_at is not null)`, { isFilled: true }),
    yesNo('archived', 'Archiviert | Archived', sql`(c.archived_at is not null)`, {
      isFilled: true,
    }),
    moment('created_at', 'Angelegt am | Created', sql`c.created_at`, { isFilled: true }),
    moment('updated_at', 'Geändert am | Changed', sql`c.updated_at`, { isFilled: true }),
    several('product_groups', 'Gekaufte Warengruppen | Product groups bought', groupsBought, {
      choices: context.productGroups,
    }),
  ];
}

const groupsBought = sql`(select nullif(jsonb_agg(g.group_id), '[]') from customer_product_group g
  where g.organization_id = c.organization_id and g.customer_id = c.id)`;

function figureFields(): Field[] {
  return [
    money('customer_value', 'Kundenwert | Customer value', sql`c.customer_value_cents`),
    date('last_order_on', 'Letzter Auftrag | Last order', sql`c.last_order_on`),
    number('usual_order_days', 'Bestellrhythmus in Tagen | Order rhythm in days', sql`c.usual_order_days`),
    money('revenue_this_year', 'Umsatz dieses Jahr | Revenue this year', sql`f_revenue.this_year`, {
      source: 'f_revenue',
    }),
    money('revenue_last_year', 'Umsatz Vorjahr | Revenue last year', sql`f_revenue.last_year`, {
      source: 'f_revenue',
    }),
    money('open_items', 'Offene Posten | Open items', sql`f_invoices.open_cents`, {
      source: 'f_invoices',
    }),
    money('overdue_items', 'Davon überfällig | Of which overdue', sql`f_invoices.overdue_cents`, {
      source: 'f_invoices',
    }),
    number('open_quotes', 'Offene Angebote | Open quotes', sql`coalesce(f_quotes.quotes, 0)`, {
      source: 'f_quotes',
    }),
    money('open_quotes_total', 'Angebotssumme offen | Open quotes total', sql`f_quotes.cents`, {
      source: 'f_quotes',
    }),
  ];
}

function touchFields(): Field[] {
  return [
    moment('last_visit_at', 'Letzter Besuch | Last visit', sql`f_visits.last_at`, {
      source: 'f_visits',
    }),
    moment('next_visit_at', 'Nächster Besuch | Next visit', sql`f_visits.next_at`, {
      source: 'f_visits',
    }),
    moment('last_activity_at', 'Letzter Kontakt | Last contact', sql`f_activities.last_at`, {
      source: 'f_activities',
    }),
    date('next_follow_up_on', 'Nächste Wiedervorlage | Next follow-up', sql`f_follow_ups.next_on`, {
      source: 'f_follow_ups',
    }),
    number(
      'open_complaints',
      'Offene Reklamationen | Open complaints',
      sql`coalesce(f_complaints.complaints, 0)`,
      {
        source: 'f_complaints',
      },
    ),
  ];
}

/** The customer's own fields under `customer.`, for every kind that belongs to one. */
export function customerFields(context: CatalogueContext): Field[] {
  return ofCustomer([
    ...inGroup('Kunde | Customer', masterFields(context)),
    ...attributeFields(context, 'customer', 'c').map((one) => ({
      ...one,
      group: { de: `Kunde: ${one.group.de}`, en: `Customer: ${one.group.en}` },
    })),
  ]);
}

export const customerKind: Kind = {
  table: 'customer',
  alias: 'c',
  where: ofVisibleCustomers,
  fields: (context) => [
    ...inGroup('Stammdaten | Master data', [...masterFields(context), ...moreFields(context)]),
    ...inGroup('Kennzahlen | Figures', figureFields()),
    ...inGroup('Kontakte und Vorgänge | Contacts and cases', touchFields()),
    ...attributeFields(context, 'customer', 'c'),
  ],
  columns: ['name', 'number', 'city', 'rating', 'owner', 'revenue_12_months', 'last_order_on'],
  sources: customerSources,
  leavesOut: { field: 'archived', unless: sql<boolean>`c.archived_at is null` },
};
