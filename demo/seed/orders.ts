// Four and a half years of orders with lines, in each customer's own rhythm; Hollerbach's to the hundred euro.
import { addDays, workdayNear } from './calendar.ts';
import type { SeedCalendar } from './calendar.ts';
import { products } from './catalogue.ts';
import type { SeedProduct } from './catalogue.ts';
import type { SeedCustomer } from './customer.ts';
import { hollerbachNumber, planHollerbach } from './hollerbach.ts';
import type { PlannedOrder } from './plan.ts';
import { organizationId } from './people.ts';
import { createChance, idOf } from './random.ts';
import type { Chance } from './random.ts';

export interface SeedLine {
  readonly product: SeedProduct | null;
  readonly text: string;
  readonly quantity: number;
  readonly cents: number;
}
export interface SeedOrder {
  readonly id: string;
  readonly number: string;
  readonly customer: SeedCustomer;
  readonly orderedOn: string;
  readonly deliveredOn: string | null;
  readonly lines: readonly SeedLine[];
  readonly cents: number;
}

/** Orders of all customers, oldest first, numbered as they came: AU-26-0907. */
export function buildOrders(customers: readonly SeedCustomer[], calendar: SeedCalendar): SeedOrder[] {
  const planned = customers.flatMap((customer) =>
    planFor(customer, calendar).map((plan) => ({ customer, plan })),
  );
  planned.sort(
    (a, b) =>
      a.plan.orderedOn.localeCompare(b.plan.orderedOn) || a.customer.number.localeCompare(b.customer.number),
  );
  const counters = new Map<string, number>();
  const taken = new Set(planned.flatMap(({ plan }) => plan.number ?? []));
  return planned.map(({ customer, plan }) => {
    const number = plan.number ?? nextNumber(counters, taken, seriesOf(customer, plan));
    const lines = buildLines(customer, plan, createChance(`lines ${number}`));
    return {
      id: idOf('order', number),
      number,
      customer,
      orderedOn: plan.orderedOn,
      deliveredOn: plan.isUndelivered ? null : deliveredOn(plan.orderedOn, calendar.today),
      lines,
      cents: plan.cents,
    };
  });
}

/** `AU-26` for orders, `AS-26` for what is fetched at the counter. */
function seriesOf(customer: SeedCustomer, { orderedOn }: PlannedOrder): string {
  const isOrder = createChance(`series ${customer.number} ${orderedOn}`).happens(57);
  return `${isOrder ? 'AU' : 'AS'}-${orderedOn.slice(2, 4)}`;
}

function nextNumber(counters: Map<string, number>, taken: ReadonlySet<string>, series: string): string {
  for (;;) {
    const next = (counters.get(series) ?? 0) + 1;
    counters.set(series, next);
    const number = `${series}-${String(next).padStart(4, '0')}`;
    if (!taken.has(number)) return number;
  }
}

/** The order that Northgate's mail asks for. */
const late: { offset: number; number: string } = { offset: -27, number: 'AU-26-0881' };
const lateCustomerNumber = '20930';

function planFor(customer: SeedCustomer, calendar: SeedCalendar): PlannedOrder[] {
  if (customer.number === hollerbachNumber) return planHollerbach(calendar);
  const usual = customer.yearlyCents === 0 ? [] : planOrders(customer, calendar);
  if (customer.number !== lateCustomerNumber) return usual;
  const orderedOn = calendar.day(late.offset);
  const others = usual.filter((one) => one.orderedOn < orderedOn);
  return [...others, { orderedOn, cents: 386_000, number: late.number, isUndelivered: true }];
}

/** Year by year back from today to the January four years ago, `trendPercent` apart, with a quiet winter. */
function planOrders(customer: SeedCustomer, calendar: SeedCalendar): PlannedOrder[] {
  const chance = createChance(`orders ${customer.number}`);
  const gap = 365 / customer.ordersPerYear;
  const jitter = customer.rhythmJitter;
  const first = `${calendar.year - 4}-01-01`;
  const orders: PlannedOrder[] = [];
  for (let back = customer.silentDays || chance.int(1, Math.ceil(gap)); ;) {
    const orderedOn = calendar.day(-back);
    if (orderedOn < first) return orders;
    const years = Math.floor(back / 365);
    const level = (customer.yearlyCents / customer.ordersPerYear) * (100 / customer.trendPercent) ** years;
    const season = ['12', '01', '02'].includes(orderedOn.slice(5, 7)) ? 0.7 : 1.1;
    const cents = Math.max(2_000, Math.round((level * season * chance.int(55, 145)) / 10_000) * 100);
    orders.push({ orderedOn, cents });
    back += Math.max(3, Math.round(gap * (chance.int(100 - jitter, 100 + jitter) / 100)));
  }
}

function deliveredOn(orderedOn: string, today: string): string | null {
  const day = workdayNear(addDays(orderedOn, 8), 1);
  return day <= today ? day : null;
}

/** Lines that add up to the order's amount to the cent. */
function buildLines(customer: SeedCustomer, plan: PlannedOrder, chance: Chance): SeedLine[] {
  const choice = products.filter((product) => customer.groups.includes(product.group));
  const count = plan.lineCount ?? chance.int(1, 5);
  const lines: SeedLine[] = [];
  let rest = plan.cents;
  if (plan.first !== undefined) {
    const { name, quantity, cents } = plan.first;
    lines.push({
      product: products.find((product) => product.name === name) ?? null,
      text: name,
      quantity,
      cents,
    });
    rest -= cents;
  }
  for (let left = count - lines.length; left > 0; left -= 1) {
    const product = chance.pick(choice);
    const cents = left === 1 ? rest : Math.round((rest / left) * (chance.int(60, 130) / 100));
    lines.push({
      product,
      text: product.name,
      quantity: Math.max(1, Math.round(cents / product.cents)),
      cents,
    });
    rest -= cents;
  }
  return lines;
}

/** Rows of sales_order. */
export function buildOrderRows(orders: readonly SeedOrder[]) {
  return orders.map((order) => ({
    organization_id: organizationId,
    id: order.id,
    number: order.number,
    customer_id: order.customer.id,
    ordered_on: order.orderedOn,
    delivered_on: order.deliveredOn,
    total_cents: order.cents,
    margin_cents: marginCents(order),
  }));
}

/** What is left of an order after goods and freight. */
export function marginCents({ cents, customer }: SeedOrder): number {
  return Math.round((cents * customer.marginPercent) / 100);
}

/** Rows of order_line. */
export function buildLineRows(orders: readonly SeedOrder[]) {
  return orders.flatMap((order) =>
    order.lines.map((line, index) => ({
      organization_id: organizationId,
      order_id: order.id,
      position: index + 1,
      product_id: line.product?.id ?? null,
      text: line.text,
      quantity: line.quantity,
      net_cents: line.cents,
    })),
  );
}
