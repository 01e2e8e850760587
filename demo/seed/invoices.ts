// Invoices of the last year and a bit: most are paid, some wait, a few are overdue.
import { addDays, workdayNear } from './calendar.ts';
import type { SeedCalendar } from './calendar.ts';
import type { SeedCustomer } from './customer.ts';
import { hollerbachNumber } from './hollerbach.ts';
import type { SeedOrder } from './orders.ts';
import { organizationId } from './people.ts';
import { createChance, idOf } from './random.ts';

const daysBack = 400;
/** Where the numbers of a year begin. */
const firstNumber = 2_900;
/** Hollerbach's overdue invoice: the order of eight weeks ago. */
const told = { number: '26-4471', totalCents: 624_000, overdueDays: 18, reminderOffset: 5 };

/** Rows of invoice, oldest first; Hollerbach owes 14.860 €, of which 6.240 € for 18 days. */
export function buildInvoiceRows(orders: readonly SeedOrder[], calendar: SeedCalendar) {
  const counters = new Map<string, number>();
  return orders.flatMap((order) => {
    const { deliveredOn } = order;
    if (deliveredOn === null || deliveredOn < addDays(calendar.today, -daysBack)) return [];
    const year = deliveredOn.slice(2, 4);
    const isTold = order.customer.number === hollerbachNumber && order.cents === told.totalCents;
    const number = isTold ? told.number : nextNumber(counters, year);
    const dueOn = isTold
      ? addDays(calendar.today, -told.overdueDays)
      : addDays(deliveredOn, order.customer.paymentTermDays);
    return {
      organization_id: organizationId,
      id: idOf('invoice', order.number),
      number,
      customer_id: order.customer.id,
      order_id: order.id,
      invoiced_on: isTold ? addDays(dueOn, -30) : deliveredOn,
      due_on: dueOn,
      total_cents: order.cents,
      ...payment(order, { dueOn, isTold }, calendar),
    };
  });
}

function nextNumber(counters: Map<string, number>, year: string): string {
  const count = (counters.get(year) ?? firstNumber) + 1;
  counters.set(year, count);
  const number = `${year}-${String(count).padStart(4, '0')}`;
  return number === told.number ? nextNumber(counters, year) : number;
}

function payment(
  order: SeedOrder,
  { dueOn, isTold }: { dueOn: string; isTold: boolean },
  calendar: SeedCalendar,
) {
  const { today } = calendar;
  const chance = createChance(`payment ${order.number}`);
  const open = (reminderOn: string | null) => ({ paid_cents: 0, paid_on: null, reminder_on: reminderOn });
  if (isTold) return open(addDays(today, told.reminderOffset));
  if (isLate(order.customer, dueOn, today, chance.int(1, 100))) {
    const reminderOn = workdayNear(addDays(dueOn, 14), 1);
    return open(reminderOn <= addDays(today, 10) ? reminderOn : null);
  }
  const paidOn = workdayNear(addDays(dueOn, chance.int(-12, 0)), -1);
  if (paidOn > today) return open(null);
  if (order.customer.number === hollerbachNumber && dueOn > today) return open(null);
  return { paid_cents: order.cents, paid_on: paidOn, reminder_on: null };
}

/** One in twelve of the invoices that fell due in the last six weeks; never another one of Hollerbach's. */
function isLate(customer: SeedCustomer, dueOn: string, today: string, drawn: number): boolean {
  if (customer.number === hollerbachNumber) return false;
  return dueOn < today && dueOn > addDays(today, -42) && drawn <= 8;
}
