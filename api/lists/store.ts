// All SQL of lists: one page, count and totals, and the names that choices are shown by.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ListTotal } from '#contract/list.ts';
import type { ListGroup } from '#contract/list-filter.ts';
import { marksOf } from '#api/customers/row.ts';
import type { Query } from '#api/db/database.ts';
import type { Catalogue } from './catalogue.ts';
import type { Choice, Field } from './field.ts';
import { compileFilter, listConditions } from './filter.ts';
import { joinByRow, joinGrouped, tableOf } from './kind.ts';
import { behind, cursorText, orderBy } from './order.ts';
import type { Position, SortKey } from './order.ts';

interface NamesRow {
  readonly timeZone: string;
  readonly people: { value: string; name: string }[];
  readonly territories: { value: string; name: string }[];
  readonly productGroups: { value: string; name: string }[];
}

/** People, territories and product groups by name, and the company's time zone, in one statement. */
export async function readNames(trx: Query, organizationId: string) {
  const list = (
    table: string,
  ) => sql`coalesce((select json_agg(json_build_object('value', t.id, 'name', t.name)
    order by t.name collate "und-x-icu") from ${sql.table(table)} t where t.organization_id = o.organization_id), '[]')`;
  const { rows } = await sql<NamesRow>`
    select o.time_zone as "timeZone", ${list('app_user')} as people, ${list('territory')} as territories,
      ${list('product_group')} as "productGroups"
    from organization o where o.organization_id = ${organizationId}::uuid`.execute(trx);
  const [names] = rows;
  if (names === undefined) throw new Error('The organisation of a signed-in user is not there.');
  return {
    timeZone: names.timeZone,
    people: names.people.map(toChoice),
    territories: names.territories.map(toChoice),
    productGroups: names.productGroups.map(toChoice),
  };
}

function toChoice({ value, name }: { value: string; name: string }): Choice {
  return { value, label: { de: name, en: name } };
}

export interface PageOf {
  readonly filter: ListGroup;
  readonly columns: readonly Field[];
  readonly keys: readonly SortKey[];
  readonly after: Position | null;
  readonly limit: number;
}

export interface PageRow {
  readonly id: string;
  readonly customer_id: string;
  readonly marks: ReturnType<typeof marksOf>;
  /** The row's values as its columns come. */
  readonly cells: unknown[];
  readonly position: Position;
}

/** Rows in order; figures that only stand in a column are added up for the rows of the page alone. */
export async function readPage(trx: Query, catalogue: Catalogue, page: PageOf): Promise<PageRow[]> {
  const { columns, keys, after, limit } = page;
  const { organizationId } = catalogue.context.user;
  const organization = sql.ref(`${catalogue.kind.alias}.organization_id`);
  const id = sql.ref(`${catalogue.kind.alias}.id`);
  const order = keys.map((key, at) => sql`${key.expression} as ${sql.ref(`o${at}`)}`);
  const texts = keys.map(
    (key, at) => sql`${cursorText(key, sql.ref(`page.o${at}`))} as ${sql.ref(`s${at}`)}`,
  );
  const cells = columns.map((column, at) => sql`${column.expression} as ${sql.ref(`c${at}`)}`);
  const outer = keys.map((key, at) => ({ ...key, expression: sql.ref(`page.o${at}`) }));
  const { rows } = await sql<Record<string, unknown>>`
    with page as materialized (
      select ${sql.join([sql`${id} as id`, ...order])}
      ${fromWhere(catalogue, page.filter, keys.map(sourceOf))}
      ${after === null ? sql`` : sql`and ${behind(keys, id, after)}`}
      ${orderBy(keys, id)} limit ${limit})
    select ${sql.join([sql`page.id`, sql`c.id as customer_id, c.blocked_at, c.archived_at`, ...texts, ...cells])}
    from page join ${tableOf(catalogue.kind, sql`on ${organization} = ${organizationId}::uuid and ${id} = page.id`)}
    ${joins(catalogue, columns.map(sourceOf), joinByRow)}
    ${orderBy(outer, sql.ref('page.id'))}`.execute(trx);
  return rows.map((row) => toPageRow(row, keys.length, columns.length));
}

function sourceOf(one: { readonly source: string | null }): string | null {
  return one.source;
}

function toPageRow(row: Record<string, unknown>, keys: number, columns: number): PageRow {
  const texts = Array.from({ length: keys }, (_, at) => row[`s${at}`]);
  return {
    id: String(row['id']),
    customer_id: String(row['customer_id']),
    marks: marksOf({ blocked_at: timeOf(row['blocked_at']), archived_at: timeOf(row['archived_at']) }),
    cells: Array.from({ length: columns }, (_, at) => row[`c${at}`]),
    position: {
      id: String(row['id']),
      values: texts.map((text) => (text === null || text === undefined ? null : String(text))),
    },
  };
}

function timeOf(value: unknown): Date | null {
  return value instanceof Date ? value : null;
}

/** How many rows the filter finds. */
export async function countRows(trx: Query, catalogue: Catalogue, filter: ListGroup): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count ${fromWhere(catalogue, filter, [])}`.execute(trx);
  return rows[0]?.count ?? 0;
}

const summed: ReadonlySet<string> = new Set(['number', 'money', 'percent']);

/** Count, and for every column of figures its sum and average; percentages have no sum. */
export async function readTotals(
  trx: Query,
  catalogue: Catalogue,
  { filter, columns }: Pick<PageOf, 'filter' | 'columns'>,
): Promise<{ count: number; totals: (ListTotal | null)[] }> {
  const figures = columns.filter((column) => summed.has(column.type));
  const sums = figures.map(
    (
      { expression, type },
      at,
    ) => sql`${type === 'percent' ? sql`null` : sql`sum(${expression})`} as ${sql.ref(`s${at}`)},
      avg(${expression}) as ${sql.ref(`a${at}`)}`,
  );
  const { rows } = await sql<Record<string, number | null>>`
    select ${sql.join([sql`count(*)::int as count`, ...sums])}
    ${fromWhere(catalogue, filter, figures.map(sourceOf))}`.execute(trx);
  const [row = {}] = rows;
  const totals = columns.map((column) => {
    const at = figures.indexOf(column);
    return at === -1 ? null : { sum: row[`s${at}`] ?? null, average: row[`a${at}`] ?? null };
  });
  return { count: row['count'] ?? 0, totals };
}

type Join = typeof joinGrouped;

function joins(catalogue: Catalogue, names: readonly (string | null)[], join: Join): RawBuilder<unknown> {
  const { kind, context } = catalogue;
  const used = [...new Set(names)].flatMap((name) => {
    const source = name === null ? undefined : kind.sources[name];
    return name === null || source === undefined ? [] : [join(name, source, context)];
  });
  return used.length === 0 ? sql`` : sql.join(used, sql` `);
}

/** Table, figures that are needed, who sees what, and the filter. */
function fromWhere(
  catalogue: Catalogue,
  filter: ListGroup,
  names: readonly (string | null)[],
): RawBuilder<unknown> {
  const { kind, context, fields } = catalogue;
  const asked = listConditions(filter).map((condition) => fields.get(condition.field));
  const sources = [...names, ...asked.map((field) => field?.source ?? null)];
  const isAsked = asked.some((field) => field?.name === kind.leavesOut?.field);
  const left = kind.leavesOut === null || isAsked ? sql`` : sql`and ${kind.leavesOut.unless}`;
  return sql`from ${tableOf(kind)} ${joins(catalogue, sources, joinGrouped)}
    where ${kind.where(context.user)} ${left} and ${compileFilter(catalogue, filter)}`;
}
