// What the figures suggest about a customer: groups not bought though others like it do, demand to be expected, prices heard.
import { z } from 'zod';
import { Cents, Day, endpoint, Id } from './endpoint.ts';
import { ratingLetters } from './rating-scale.ts';
import { Person } from './user.ts';

const Group = z.object({ id: Id, name: z.string() });

/** `buyers` of `peers` comparable customers buy what this one does not. */
export const CrossSelling = z.object({ group: Group, buyers: z.int(), peers: z.int() });
export type CrossSelling = z.infer<typeof CrossSelling>;
/** Bought, but for far less in twelve months than is usual (the median) among comparable customers that buy it. */
export const UpSelling = z.object({ group: Group, ownCents: Cents, usualCents: Cents, buyers: z.int() });
export type UpSelling = z.infer<typeof UpSelling>;
/** Ordered `orders` times about every `everyDays` days, so the next order is to be expected then. */
export const Reorder = z.object({
  group: Group,
  everyDays: z.int(),
  orders: z.int(),
  lastOn: Day,
  expectedOn: Day,
});
export type Reorder = z.infer<typeof Reorder>;
export const ServiceDue = z.object({
  id: Id,
  subject: z.string(),
  product: z.string().nullable(),
  everyMonths: z.int(),
  lastOn: Day.nullable(),
  nextOn: Day,
});
export type ServiceDue = z.infer<typeof ServiceDue>;
export const HeardPrice = z.object({
  id: Id,
  group: z.string().nullable(),
  what: z.string(),
  competitor: z.string(),
  priceCents: Cents,
  unit: z.string(),
  heardOn: Day,
  heardBy: Person.nullable(),
});
export type HeardPrice = z.infer<typeof HeardPrice>;

export const CustomerInsights = z.object({
  /** Who was compared with: same target group and revenue class, the next in revenue. Zero when there are too few. */
  comparable: z.object({
    count: z.int(),
    targetGroup: z.string().nullable(),
    letter: z.enum(ratingLetters).nullable(),
  }),
  /** Every product group of the company; bought or not. */
  groups: z.array(
    z.object({
      ...Group.shape,
      isBought: z.boolean(),
      last12MonthsCents: Cents,
      lastOn: Day.nullable(),
    }),
  ),
  crossSelling: z.array(CrossSelling),
  upSelling: z.array(UpSelling),
  /** The earliest expected first. */
  reorders: z.array(Reorder),
  services: z.array(ServiceDue),
  prices: z.array(HeardPrice),
  asOf: Day,
});
export type CustomerInsights = z.infer<typeof CustomerInsights>;

export const getCustomerInsights = endpoint({
  name: 'getCustomerInsights',
  method: 'GET',
  path: '/api/customers/:id/insights',
  summary: 'Cross- and up-selling hints with their reasons, expected demand, prices heard.',
  input: z.strictObject({ id: Id }),
  reply: CustomerInsights,
});

export const CustomerRevenue = z.object({
  /** The running month and the eleven before it, oldest first; each with the same month of the year before. */
  months: z.array(
    z.object({ month: Day, cents: Cents, previousYearCents: Cents, marginCents: Cents.nullable() }),
  ),
  years: z.array(z.object({ year: z.int(), cents: Cents, marginCents: Cents.nullable() })),
  /** Sales people see the margin of their own customers, managers and administrators every margin. */
  showsMargin: z.boolean(),
  asOf: Day,
});
export type CustomerRevenue = z.infer<typeof CustomerRevenue>;
export const getCustomerRevenue = endpoint({
  name: 'getCustomerRevenue',
  method: 'GET',
  path: '/api/customers/:id/revenue',
  summary: 'Revenue by month and year with the year before, and the margin for those entitled.',
  input: z.strictObject({ id: Id }),
  reply: CustomerRevenue,
});
