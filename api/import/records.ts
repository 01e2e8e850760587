// One CSV line becomes one record ready for staging, or a problem with its column.
import { domainOfAddress, isFreeMailDomain } from '#api/customers/domain.ts';
import { normalizePhone } from '#api/customers/phone.ts';
import { newId } from '#api/db/id.ts';
import type { ImportKind, ImportMap } from './maps.ts';
import type { Problem } from './messages.ts';
import { readCountry, readDay, readNumber, toCents } from './values.ts';

export type StagedRecord = Readonly<Record<string, string | number | null>>;
export interface LineProblem {
  readonly problem: Problem;
  readonly column: string;
  readonly value: string;
}
export type ReadLine = { readonly record: StagedRecord } | LineProblem;
type Values = Readonly<Record<string, string>>;

const longest = 1_000;

/** The reader of one kind of file under a map; null when the map does not describe that kind. */
export function createReader(
  map: ImportMap,
  kind: ImportKind,
): { columns: string[]; read(values: Values): ReadLine } | null {
  const columns = map[kind];
  if (columns === undefined) return null;
  const readers = {
    customers: readCustomer,
    products: readProduct,
    orders: readOrder,
    orderLines: readOrderLine,
  };
  return {
    columns: Object.values(columns).filter((name): name is string => name !== undefined),
    read: (values) => {
      try {
        return { record: { id: newId(), ...readers[kind](openLine(values, map)) } };
      } catch (error) {
        if (error instanceof BadValue) return error.problem;
        throw error;
      }
    },
  };
}

class BadValue extends Error {
  readonly problem: LineProblem;
  constructor(problem: Problem, column: string, value: string) {
    super(problem);
    this.problem = { problem, column, value };
  }
}

interface Line {
  readonly map: ImportMap;
  text(column: string | undefined): string | null;
  needed(column: string): string;
  number(column: string | undefined): number | null;
  day(column: string | undefined): string | null;
}

/** Typed access to the cells of one line; each throws BadValue. */
function openLine(values: Values, map: ImportMap): Line {
  function text(column: string | undefined): string | null {
    const value = column === undefined ? '' : (values[column] ?? '').trim();
    if (value.length > longest) throw new BadValue('too_long', column ?? '', '');
    return value === '' ? null : value;
  }
  function needed(column: string): string {
    const value = text(column);
    if (value === null) throw new BadValue('missing', column, '');
    return value;
  }
  function readAs<T>(
    column: string | undefined,
    read: (value: string) => T | null,
    problem: Problem,
  ): T | null {
    const value = text(column);
    if (value === null) return null;
    const found = read(value);
    if (found === null) throw new BadValue(problem, column ?? '', value);
    return found;
  }
  return {
    map,
    text,
    needed,
    number: (column) => readAs(column, (value) => readNumber(value, map.decimal), 'not_a_number'),
    day: (column) => readAs(column, readDay, 'not_a_day'),
  };
}

function columnsOf<K extends ImportKind>(line: Line, kind: K): NonNullable<ImportMap[K]> {
  return line.map[kind] as NonNullable<ImportMap[K]>; // createReader has seen that it is there
}

function readCustomer(line: Line): StagedRecord {
  const columns = columnsOf(line, 'customers');
  const givenCountry = line.text(columns.country);
  const country = givenCountry === null ? 'DE' : readCountry(givenCountry);
  const phone = line.text(columns.phone);
  const email = line.text(columns.email)?.toLowerCase() ?? null;
  return {
    number: line.needed(columns.number),
    name: line.needed(columns.name),
    street: line.text(columns.street),
    postcode: line.text(columns.postcode),
    city: line.text(columns.city),
    country,
    phone,
    phone_normalized: phone === null ? null : normalizePhone(phone, country),
    domain: email === null ? null : ownDomain(email),
    contact_id: newId(),
    contact_name: line.text(columns.contactName),
    contact_job_title: line.text(columns.contactJobTitle),
    email,
  };
}

/** The company's own domain; null for addresses that everybody can get. */
function ownDomain(email: string): string | null {
  const domain = domainOfAddress(email);
  return domain === null || isFreeMailDomain(domain) ? null : domain;
}

function readProduct(line: Line): StagedRecord {
  const columns = columnsOf(line, 'products');
  return {
    number: line.needed(columns.number),
    name: line.needed(columns.name),
    group_id: newId(),
    group_name: line.text(columns.group),
  };
}

function readOrder(line: Line): StagedRecord {
  const columns = columnsOf(line, 'orders');
  line.needed(columns.orderedOn);
  const total = line.number(columns.total);
  return {
    number: line.needed(columns.number),
    customer_number: line.needed(columns.customerNumber),
    ordered_on: line.day(columns.orderedOn),
    delivered_on: line.day(columns.deliveredOn),
    total_cents: total === null ? null : toCents(total),
  };
}

function readOrderLine(line: Line): StagedRecord {
  const columns = columnsOf(line, 'orderLines');
  line.needed(columns.quantity);
  const quantity = line.number(columns.quantity) ?? 0;
  return {
    order_number: line.needed(columns.orderNumber),
    product_number: line.text(columns.productNumber),
    text: line.text(columns.text),
    quantity,
    net_cents: netCents(line, quantity),
  };
}

function netCents(line: Line, quantity: number): number {
  const columns = columnsOf(line, 'orderLines');
  const net = line.number(columns.net);
  if (net !== null) return toCents(net);
  const unitPrice = line.number(columns.unitPrice);
  if (unitPrice === null) throw new BadValue('no_amount', '', '');
  return toCents(quantity * unitPrice * (1 - (line.number(columns.discount) ?? 0)));
}
