// All kinds of records by name, in the order in which they can refer to each other.
import type { ImportKind } from '#contract/import-map.ts';
import { contacts, customers, customerTerms } from './customers.ts';
import { invoices, orderLines, orders, quotes } from './documents.ts';
import type { RecordKind } from './kind.ts';
import { pricesHeard, productGroups, products, projects, serviceIntervals } from './other.ts';

export const recordKinds: Readonly<Record<ImportKind, RecordKind>> = {
  customers,
  contacts,
  terms: customerTerms,
  productGroups,
  products,
  orders,
  orderLines,
  quotes,
  invoices,
  projects,
  serviceIntervals,
  pricesHeard,
};
