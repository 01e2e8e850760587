// What the ERP knows, as lists: quotes, orders, invoices with their open items, projects, service intervals.
import { sql } from 'kysely';
import { choice, choicesOf, date, inGroup, money, number, percent, text, yesNo } from '../field.ts';
import { ofVisibleCustomers } from '../kind.ts';
import type { Kind } from '../kind.ts';
import { customerFields } from './customer.ts';

const base = { where: ofVisibleCustomers, sources: {}, leavesOut: null, alias: 'r' };

export const quoteKind: Kind = {
  ...base,
  table: 'quote',
  columns: ['number', 'title', 'customer.name', 'total', 'chance', 'state', 'valid_until'],
  fields: (context) => [
    ...inGroup('Angebot | Quote', [
      text('number', 'Nummer | Number', sql`r.number`, { isFilled: true }),
      text('title', 'Titel | Title', sql`r.title`, { isFilled: true }),
      money('total', 'Summe | Total', sql`r.total_cents`, { isFilled: true }),
      percent('chance', 'Chance | Chance', sql`r.chance_percent`),
      money('weighted', 'Gewichtet | Weighted', sql`(r.total_cents * r.chance_percent / 100)`),
      choice('state', 'Stand | State', sql`r.state`, {
        choices: choicesOf({
          open: 'Offen | Open',
          won: 'Gewonnen | Won',
          lost: 'Verloren | Lost',
          expired: 'Abgelaufen | Expired',
        }),
      }),
      date('sent_on', 'Versendet | Sent', sql`r.sent_on`, { isFilled: true }),
      date('valid_until', 'Gültig bis | Valid until', sql`r.valid_until`),
    ]),
    ...customerFields(context),
  ],
};

export const orderKind: Kind = {
  ...base,
  table: 'sales_order',
  columns: ['number', 'ordered_on', 'customer.name', 'total', 'margin', 'delivered_on'],
  fields: (context) => [
    ...inGroup('Auftrag | Order', [
      text('number', 'Nummer | Number', sql`r.number`, { isFilled: true }),
      date('ordered_on', 'Bestellt | Ordered', sql`r.ordered_on`, { isFilled: true }),
      date('delivered_on', 'Geliefert | Delivered', sql`r.delivered_on`),
      money('total', 'Summe | Total', sql`r.total_cents`, { isFilled: true }),
      money('margin', 'Deckungsbeitrag | Margin', sql`r.margin_cents`),
      percent(
        'margin_percent',
        'Marge in Prozent | Margin in percent',
        sql`round(100.0 * r.margin_cents / nullif(r.total_cents, 0), 1)`,
      ),
    ]),
    ...customerFields(context),
  ],
};

export const invoiceKind: Kind = {
  ...base,
  table: 'invoice',
  columns: ['number', 'customer.name', 'due_on', 'total', 'open', 'days_overdue', 'reminder_on'],
  fields: (context) => [
    ...inGroup('Rechnung | Invoice', [
      text('number', 'Nummer | Number', sql`r.number`, { isFilled: true }),
      date('invoiced_on', 'Rechnungsdatum | Invoiced', sql`r.invoiced_on`, { isFilled: true }),
      date('due_on', 'Fällig | Due', sql`r.due_on`, { isFilled: true }),
      money('total', 'Summe | Total', sql`r.total_cents`, { isFilled: true }),
      money('open', 'Offen | Open', openCents, { isFilled: true }),
      yesNo('is_paid', 'Bezahlt | Paid', sql`(r.paid_on is not null)`, { isFilled: true }),
      date('paid_on', 'Bezahlt am | Paid on', sql`r.paid_on`),
      number(
        'days_overdue',
        'Tage überfällig | Days overdue',
        sql`(case when r.paid_on is null and r.due_on < ${context.today}::date then ${context.today}::date - r.due_on end)`,
      ),
      date('reminder_on', 'Mahnung am | Reminder on', sql`r.reminder_on`),
    ]),
    ...customerFields(context),
  ],
};
const openCents = sql`(case when r.paid_on is null then r.total_cents - r.paid_cents else 0 end)`;

export const projectKind: Kind = {
  ...base,
  table: 'project',
  columns: ['name', 'customer.name', 'customer.city', 'sum', 'phase'],
  fields: (context) => [
    ...inGroup('Projekt | Project', [
      text('name', 'Projekt | Project', sql`r.name`, { isFilled: true }),
      money('sum', 'Summe | Sum', sql`r.sum_cents`),
      text('phase', 'Phase | Phase', sql`r.phase`, { isFilled: true }),
    ]),
    ...customerFields(context),
  ],
};

/** Days before a service is due from which one makes the date for it. */
const dueWithinDays = 30;

export const serviceKind: Kind = {
  ...base,
  table: 'service_interval',
  columns: ['next_on', 'subject', 'customer.name', 'customer.city', 'state', 'product', 'last_on'],
  // Nobody is called about a service who is no customer any more.
  where: (user) => sql<boolean>`(${ofVisibleCustomers(user)} and c.archived_at is null)`,
  fields: (context) => [
    ...inGroup('Wartung | Service', [
      text('subject', 'Wartung | Service', sql`r.subject`, { isFilled: true }),
      text(
        'product',
        'Artikel | Product',
        sql`(select p.name from product p where p.organization_id = r.organization_id and p.id = r.product_id)`,
      ),
      number('every_months', 'Alle (Monate) | Every (months)', sql`r.every_months`, { isFilled: true }),
      date('last_on', 'Zuletzt | Last', sql`r.last_on`),
      date('next_on', 'Fällig | Due', sql`r.next_on`, { isFilled: true }),
      choice('state', 'Stand | State', stateOn(context.today), {
        choices: choicesOf({
          overdue: 'Überfällig | Overdue',
          due: 'In 30 Tagen | Within 30 days',
          later: 'Später | Later',
        }),
      }),
    ]),
    ...customerFields(context),
  ],
};

function stateOn(today: string) {
  return sql`(case when r.next_on < ${today}::date then 'overdue'
    when r.next_on <= ${today}::date + ${dueWithinDays}::int then 'due' else 'later' end)`;
}
