// A period and its filters as SQL: of complaints by their figures, and of the orders that the rate is based on.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { AnalysisFilter, analysedKinds } from '#contract/complaint-analysis.ts';
import { seesAllCustomers, visibleCustomers } from '#api/rights/visible.ts';
import type { SignedInUser } from '#api/rights/user.ts';

/** `causeIds`: the cause asked for with all under it. */
export interface Narrowed extends AnalysisFilter {
  readonly causeIds: readonly string[];
}

const joinCustomer = (of: 'f' | 'o') =>
  sql`join customer k on k.organization_id = ${sql.ref(`${of}.organization_id`)} and k.id = ${sql.ref(`${of}.customer_id`)}`;

/** No condition when nothing is wanted. */
function isOne(column: string, wanted: string | undefined, type: 'uuid' | 'text'): RawBuilder<unknown>[] {
  if (wanted === undefined) return [];
  if (wanted === 'none') return [sql`${sql.ref(column)} is null`];
  return [sql`${sql.ref(column)} = ${wanted}::${sql.raw(type)}`];
}

/** `complaint_figure f where …`, with the customer as `k` where it is needed or asked for. */
export function figuresFrom(
  user: SignedInUser,
  filter: Narrowed,
  needsCustomer = false,
): RawBuilder<unknown> {
  const { from, to, productGroupId, letter, locationId, ownerId } = filter;
  const needs = needsCustomer || letter !== undefined || !seesAllCustomers(user);
  const conditions = [
    sql`f.organization_id = ${user.organizationId}::uuid`,
    sql`f.received_on between ${from}::date and ${to}::date`,
    ...(needs ? [visibleCustomers(user, 'k')] : []),
    ...isOne('f.product_group_id', productGroupId, 'uuid'),
    ...isOne('k.rating_letter', letter, 'text'),
    ...isOne('f.location_id', locationId, 'uuid'),
    ...isOne('f.owner_id', ownerId, 'uuid'),
    ...isOfCause(filter),
  ];
  return sql`complaint_figure f ${needs ? joinCustomer('f') : sql``} where ${sql.join(conditions, sql` and `)}`;
}

function isOfCause({ causeId, causeIds }: Narrowed): RawBuilder<unknown>[] {
  if (causeId === undefined || causeId === 'none') return isOne('f.cause_id', causeId, 'uuid');
  return [sql`f.cause_id = any(${causeIds}::uuid[])`];
}

/** `sales_order o … where …` with customer `k` and territory `t`; null where orders cannot be told apart so. */
export function ordersFrom(user: SignedInUser, filter: Narrowed): RawBuilder<unknown> | null {
  const { from, to, productGroupId, letter, locationId, ownerId, causeId } = filter;
  if (ownerId !== undefined || causeId !== undefined || productGroupId === 'none') return null;
  const conditions = [
    sql`o.organization_id = ${user.organizationId}::uuid`,
    sql`o.ordered_on between ${from}::date and ${to}::date`,
    visibleCustomers(user, 'k'),
    ...isOne('k.rating_letter', letter, 'text'),
    ...isOne('t.location_id', locationId, 'uuid'),
  ];
  if (productGroupId !== undefined) {
    conditions.push(sql`exists (select from order_line line
      join product on product.organization_id = line.organization_id and product.id = line.product_id
      where line.organization_id = o.organization_id and line.order_id = o.id and product.group_id = ${productGroupId}::uuid)`);
  }
  return sql`sales_order o ${joinCustomer('o')}
    left join territory t on t.organization_id = k.organization_id and t.id = k.territory_id
    where ${sql.join(conditions, sql` and `)}`;
}

/** The customer's last answer about complaint `f`, 1 to 5; null without one. */
export const lastScore = sql`(select survey.score from complaint_survey survey
  where survey.organization_id = f.organization_id and survey.complaint_id = f.complaint_id
    and survey.answered_at is not null
  order by survey.answered_at desc limit 1)`;

type Which = (typeof analysedKinds)[number];

/** Which complaints stand behind a figure; a deadline still open is missed from its moment on. */
export function behind(which: Which, now: Date): RawBuilder<unknown> {
  const conditions: Readonly<Record<Which, RawBuilder<unknown>>> = {
    all: sql`true`,
    registered: sql`f.registration_minutes is not null`,
    answered: sql`f.first_answer_minutes is not null`,
    resolved: sql`f.resolution_minutes is not null`,
    first_answer_kept: sql`f.first_answer_kept`,
    first_answer_missed: sql`(f.first_answer_kept is false or f.first_answer_due_at < ${now})`,
    resolution_kept: sql`f.resolution_kept`,
    resolution_missed: sql`(f.resolution_kept is false or f.resolution_due_at < ${now})`,
    repeat: sql`f.is_repeat`,
    with_cost: sql`f.cost_cents > 0`,
    rated: sql`${lastScore} is not null`,
  };
  return conditions[which];
}
