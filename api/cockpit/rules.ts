// What burns at a customer, most urgent first: reckoned from what the cockpit has read. Pure.
import type { Cockpit, Quote, Warning } from '#contract/cockpit.ts';
import type { Complaint } from '#contract/complaint.ts';
import type { Contact, Customer } from '#contract/customer.ts';
import { daysBetween, dormancyOf } from '#api/customers/dormancy.ts';

export interface OpenInvoice {
  readonly number: string;
  readonly due_on: string;
  readonly open_cents: number;
  readonly reminder_on: string | null;
}

export interface Situation {
  readonly today: string;
  readonly complaints: readonly Complaint[];
  readonly invoices: readonly OpenInvoice[];
  readonly quotes: readonly Quote[];
  readonly lastOrderOn: string | null;
  readonly usualOrderDays: number | null;
  readonly blocked: Customer['blocked'];
  /** The person the mail is from or to; objections of others do not matter now. */
  readonly contact: Contact | null;
}

const dangerMinutes = 4 * 60;
const warningMinutes = 18 * 60;
const dangerOverdueDays = 30;
const expiringDays = 14;

/** Dangers first, each kind in order of time. */
export function warningsOf(situation: Situation): Warning[] {
  const all = [
    ...blockedWarnings(situation),
    ...complaintWarnings(situation.complaints),
    ...paymentWarnings(situation),
    ...quoteWarnings(situation),
    ...dormantWarnings(situation),
    ...objectionWarnings(situation.contact),
  ];
  return [...all.filter(isDanger), ...all.filter((warning) => !isDanger(warning))];
}

function isDanger(warning: Warning): boolean {
  return warning.level === 'danger';
}

function blockedWarnings({ blocked }: Situation): Warning[] {
  return blocked === null
    ? []
    : [{ kind: 'blocked', level: 'danger', reason: blocked.reason, since: blocked.at }];
}

/** Until the first answer is given that deadline counts, afterwards the resolution. */
function complaintWarnings(complaints: readonly Complaint[]): Warning[] {
  return complaints
    .flatMap((complaint): Extract<Warning, { kind: 'complaint_deadline' }>[] => {
      const step = complaint.firstAnswer === null ? 'resolution' : 'first_answer';
      const deadline = complaint.firstAnswer ?? complaint.resolution;
      if (deadline === null || complaint.pause !== null) return [];
      if (deadline.workingMinutesLeft > warningMinutes) return [];
      const { at, workingMinutesLeft, missed } = deadline;
      return [
        {
          kind: 'complaint_deadline',
          level: missed || workingMinutesLeft <= dangerMinutes ? 'danger' : 'warning',
          complaintId: complaint.id,
          number: complaint.number,
          step,
          at,
          workingMinutesLeft,
          missed,
        },
      ];
    })
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** One warning for all overdue invoices, named after the oldest. */
function paymentWarnings({ invoices, today }: Situation): Warning[] {
  const overdue = overdueOf(invoices, today);
  const [oldest] = [...overdue].sort((a, b) => a.due_on.localeCompare(b.due_on));
  if (oldest === undefined) return [];
  const days = daysBetween(oldest.due_on, today);
  return [
    {
      kind: 'overdue_payment',
      level: days > dangerOverdueDays ? 'danger' : 'warning',
      overdueCents: sumOpen(overdue),
      days,
      invoiceNumber: oldest.number,
      reminderOn: oldest.reminder_on,
    },
  ];
}

function quoteWarnings({ quotes, today }: Situation): Warning[] {
  return quotes
    .flatMap(({ id, number, title, totalCents, validUntil, state }) => {
      const days = validUntil === null ? null : daysBetween(today, validUntil);
      const isExpiring = state === 'open' && days !== null && days >= 0 && days <= expiringDays;
      return isExpiring && validUntil !== null
        ? [
            {
              kind: 'quote_expiring',
              level: 'warning',
              quoteId: id,
              number,
              title,
              totalCents,
              validUntil,
            } as const,
          ]
        : [];
    })
    .sort((a, b) => a.validUntil.localeCompare(b.validUntil));
}

function dormantWarnings({ lastOrderOn, usualOrderDays, today }: Situation): Warning[] {
  const dormancy = dormancyOf(lastOrderOn, usualOrderDays, today);
  return dormancy === null ? [] : [{ kind: 'dormant', level: 'warning', ...dormancy }];
}

function objectionWarnings(contact: Contact | null): Warning[] {
  if (contact === null) return [];
  return contact.consents
    .filter((consent) => consent.state === 'objected')
    .map(({ channel, since }) => ({
      kind: 'objection',
      level: 'warning',
      contactName: contact.name,
      channel,
      since,
    }));
}

/** Sum, overdue sum and number of the open invoices. */
export function openItemsOf(
  invoices: readonly OpenInvoice[],
  today: string,
  termDays: number | null,
): Cockpit['openItems'] {
  return {
    totalCents: sumOpen(invoices),
    overdueCents: sumOpen(overdueOf(invoices, today)),
    count: invoices.length,
    termDays,
  };
}

function overdueOf(invoices: readonly OpenInvoice[], today: string): OpenInvoice[] {
  return invoices.filter((invoice) => invoice.due_on < today && invoice.open_cents > 0);
}

function sumOpen(invoices: readonly OpenInvoice[]): number {
  return invoices.reduce((sum, invoice) => sum + invoice.open_cents, 0);
}
