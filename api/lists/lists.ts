// Lists of any kind of record: what they can be asked, one page of them, how many they are. The room's front door.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { countList, ListCell, listFields, ListRow, runList } from '#contract/list.ts';
import type { ListDefinition } from '#contract/list-filter.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { readCatalogue } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import type { Field } from './field.ts';
import { compileFilter, invalid } from './filter.ts';
import { canSort, readPosition, sortKeys, writePosition } from './order.ts';
import * as store from './store.ts';

/** The catalogue of a kind as this user may see it. */
export function listFieldsOf(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listFields>,
): Promise<Reply<typeof listFields>> {
  return deps.db.read(user, async (trx) => {
    const { kind, fields } = await readCatalogue(trx, user, input.kind, deps.clock.now());
    return {
      kind: input.kind,
      columns: [...kind.columns],
      fields: [...fields.values()].map((field) => ({
        name: field.name,
        group: field.group,
        label: field.label,
        type: field.type,
        choices: [...field.choices],
        isPerson: field.isPerson,
        canSort: canSort(field),
      })),
    };
  });
}

/** One page; the first also says how many there are and what they add up to. */
export function run(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof runList>,
): Promise<Reply<typeof runList>> {
  return deps.db.read(user, async (trx) => {
    const catalogue = await readCatalogue(trx, user, input.kind, deps.clock.now());
    const columns = columnsOf(catalogue, input.columns);
    const page = await readRows(trx, catalogue, { ...input, fields: columns });
    if (input.cursor !== undefined) return { ...page, count: null, totals: null };
    return { ...page, ...(await store.readTotals(trx, catalogue, { filter: input.filter, columns })) };
  });
}

/** How many records a filter finds, for the screen that is building it. */
export function count(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof countList>,
): Promise<Reply<typeof countList>> {
  return deps.db.read(user, async (trx) => {
    const catalogue = await readCatalogue(trx, user, input.kind, deps.clock.now());
    return { count: await store.countRows(trx, catalogue, input.filter) };
  });
}

type RowsOf = Pick<ListDefinition, 'filter' | 'sort'> & {
  fields: readonly Field[];
  cursor?: string | undefined;
  limit: number;
};

/** Rows in order and where the next ones start. */
export async function readRows(
  trx: Query,
  catalogue: Catalogue,
  { filter, sort, fields, cursor, limit }: RowsOf,
): Promise<{ rows: ListRow[]; nextCursor: string | null }> {
  const found = await store.readPage(trx, catalogue, {
    filter,
    columns: fields,
    keys: sortKeys(catalogue, sort),
    after: cursor === undefined ? null : readPosition(sort, cursor),
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  return {
    rows: shown.map((row) => ({
      id: row.id,
      customerId: row.customer_id,
      ...row.marks,
      cells: row.cells.map(toCell),
    })),
    nextCursor: hasMore ? writePosition(sort, last.position) : null,
  };
}

function toCell(value: unknown): ListCell {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' ? value : null;
}

/** The chosen columns; a field the user cannot see answers like one that does not exist. */
export function columnsOf(catalogue: Catalogue, names: readonly string[]): Field[] {
  return names.map((name, at) => {
    const field = catalogue.fields.get(name);
    if (field === undefined) throw invalid(`columns.${at}`, 'unknown');
    return field;
  });
}

/** Throws invalid_input unless every field, operator and value of the list fits its catalogue. */
export function checkDefinition(catalogue: Catalogue, definition: ListDefinition): void {
  columnsOf(catalogue, definition.columns);
  sortKeys(catalogue, definition.sort);
  compileFilter(catalogue, definition.filter);
}
