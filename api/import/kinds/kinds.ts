// All kinds of records by name, in the order in which they can refer to each other.
import type { ImportKind } from '#contract/import-map.ts';
import { contacts } from './contacts.ts';
import { customers } from './customers.ts';
import { invoices } from './invoices.ts';
import type { RecordKind } from './kind.ts';
import { orderLines, orders } from './orders.ts';
import { pricesHeard } from './prices-heard.ts';
import { productGroups, products } from './products.ts';
import { projects } from './projects.ts';
import { quotes } from './quotes.ts';
import { serviceIntervals } from './service-intervals.ts';
import { customerTerms } from './terms.ts';

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
