// The catalogue of one kind for one user: every field by name. What is not in it does not exist for the caller.
import type { ListKind } from '#contract/list-filter.ts';
import { isShownTo, readAttributes } from '#api/attributes/attributes.ts';
import type { Query } from '#api/db/database.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import type { CatalogueContext, Field } from './field.ts';
import type { Kind } from './kind.ts';
import { customerKind } from './kinds/customer.ts';
import { invoiceKind, orderKind, projectKind, quoteKind, serviceKind } from './kinds/documents.ts';
import { activityKind, complaintKind, contactKind, followUpKind, visitKind } from './kinds/work.ts';
import { readNames } from './store.ts';

const kinds: Readonly<Record<ListKind, Kind>> = {
  customer: customerKind,
  contact: contactKind,
  activity: activityKind,
  follow_up: followUpKind,
  complaint: complaintKind,
  quote: quoteKind,
  order: orderKind,
  invoice: invoiceKind,
  visit: visitKind,
  project: projectKind,
  service_interval: serviceKind,
};

export interface Catalogue {
  readonly kind: Kind;
  readonly context: CatalogueContext;
  readonly fields: ReadonlyMap<string, Field>;
}

/** Reads names, attributes and the company's day, and builds the kind's fields for this user. */
export async function readCatalogue(
  trx: Query,
  user: SignedInUser,
  name: ListKind,
  now: Date,
): Promise<Catalogue> {
  const kind = kinds[name];
  const names = await readNames(trx, user.organizationId);
  const attributes = await readAttributes(trx, user.organizationId);
  const { timeZone, people, territories, productGroups } = names;
  const context = {
    user,
    today: dayIn(timeZone, now),
    timeZone,
    people,
    territories,
    productGroups,
    attributes: attributes.filter((one) => isShownTo(user.role, one)),
  };
  const fields = new Map(kind.fields(context).map((one) => [one.name, one]));
  return { kind, context, fields };
}

function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}
