// What a kind of list is made of: its table, who sees which rows, its fields, and the figures added up beside it.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { SignedInUser } from '#api/rights/user.ts';
import { visibleCustomers } from '#api/rights/visible.ts';
import type { CatalogueContext, Expression, Field } from './field.ts';

/** Figures of a customer from other records; joined grouped where all customers are asked, and row by row where a page is shown. */
export interface Source {
  /** `count(*) as orders, max(o.ordered_on) as last_on` */
  readonly columns: RawBuilder<unknown>;
  /** `from sales_order o where o.organization_id = …`; the customer column is `customer`. */
  readonly from: (context: CatalogueContext) => RawBuilder<unknown>;
  readonly customer: Expression;
}

export interface Kind {
  readonly table: string;
  /** `c` for customers themselves; every other kind joins its customer as `c`. */
  readonly alias: string;
  readonly where: (user: SignedInUser) => RawBuilder<boolean>;
  readonly fields: (context: CatalogueContext) => Field[];
  /** What a new list shows. */
  readonly columns: readonly string[];
  readonly sources: Readonly<Record<string, Source>>;
  /** Rows left out unless the filter asks for this field. */
  readonly leavesOut: { readonly field: string; readonly unless: RawBuilder<boolean> } | null;
}

/** For kinds that belong to a customer: seen by whoever sees that customer. */
export function ofVisibleCustomers(user: SignedInUser): RawBuilder<boolean> {
  return visibleCustomers(user, 'c');
}

/** `from` the kind's table with its customer; `on` ties it to a table that stands before it. */
export function tableOf(kind: Kind, on: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  const table = sql`${sql.table(kind.table)} ${sql.ref(kind.alias)} ${on}`;
  if (kind.alias === 'c') return table;
  return sql`${table} join customer c on c.organization_id = ${sql.ref(`${kind.alias}.organization_id`)}
    and c.id = ${sql.ref(`${kind.alias}.customer_id`)}`;
}

/** Every customer's figures at once. */
export function joinGrouped(name: string, source: Source, context: CatalogueContext): RawBuilder<unknown> {
  return sql`left join (select ${source.customer} as customer_id, ${source.columns} ${source.from(context)}
    group by ${source.customer}) ${sql.ref(name)} on ${sql.ref(`${name}.customer_id`)} = c.id`;
}

/** The figures of each row's customer by itself. */
export function joinByRow(name: string, source: Source, context: CatalogueContext): RawBuilder<unknown> {
  return sql`left join lateral (select ${source.columns} ${source.from(context)}
    and ${source.customer} = c.id) ${sql.ref(name)} on true`;
}
