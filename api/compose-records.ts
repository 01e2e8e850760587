// Records for cards: one as a person may see it, and those he had to do with lately.
import type { FoundRecord } from '#teams-app/bot/extension-use-cases.ts';
import type { RecordName, SearchableKind, ViewedRecord } from '#teams-app/cards/record-card.ts';
import { get as getActivity } from './activities/activities.ts';
import * as chatMessages from './chat-messages/chat-messages.ts';
import { findCockpit } from './cockpit/cockpit.ts';
import { get as getComplaint, list as listComplaints } from './complaints/complaints.ts';
import { urlOf } from './compose-links.ts';
import { toContact } from './contacts/row.ts';
import { get as getCustomer, list as listCustomers } from './customers/customers.ts';
import type { Deps } from './deps.ts';
import { AppError } from './errors.ts';
import type { SignedInUser } from './rights/user.ts';

/** The record as this person may see it; null for what is not visible, exactly as for what does not exist. */
export async function showRecord(
  deps: Deps,
  person: SignedInUser,
  name: RecordName,
): Promise<ViewedRecord | null> {
  try {
    const part = await readPart(deps, person, name);
    if (part === null) return null;
    const timeZone = await chatMessages.readTimeZone(deps, person);
    return { ...part, timeZone, now: deps.clock.now().toISOString() };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}

type Distribute<T> = T extends unknown ? Omit<T, 'timeZone' | 'now'> : never;

async function readPart(
  deps: Deps,
  person: SignedInUser,
  { kind, id }: RecordName,
): Promise<Distribute<ViewedRecord> | null> {
  const customerUrl = (customerId: string) => urlOf(deps.config, { kind: 'customer', id: customerId });
  if (kind === 'customer') {
    const at = { customerId: id, contactId: null };
    const cockpit = await deps.db.read(person, (trx) => findCockpit(deps, trx, person, at));
    return cockpit && { kind, id, cockpit, url: customerUrl(id) };
  }
  if (kind === 'complaint') {
    const { complaint } = await getComplaint(deps, person, { id });
    return { kind, id, complaint, url: urlOf(deps.config, { kind, id }) };
  }
  if (kind === 'message') {
    const activity = await getActivity(deps, person, { id });
    const customer = await getCustomer(deps, person, { id: activity.customerId });
    return { kind, id, activity, customer, url: customerUrl(customer.id) };
  }
  const row = await deps.db.read(person, (trx) => chatMessages.findContact(trx, person, id));
  return (
    row && { kind, id, contact: toContact(row), customer: row.customer, url: customerUrl(row.customer.id) }
  );
}

interface Page {
  readonly kind: SearchableKind;
  readonly skip: number;
  readonly count: number;
}

/** What somebody sees before typing: customers and contacts he logged something for, else his own; his open complaints. */
export async function listRecent(deps: Deps, person: SignedInUser, page: Page): Promise<FoundRecord[]> {
  const { kind, skip, count } = page;
  const found = kind === 'complaint' ? await ownComplaints(deps, person) : await touched(deps, person, kind);
  return found.slice(skip, skip + count);
}

const mostRecent = 50;

async function touched(
  deps: Deps,
  person: SignedInUser,
  kind: 'customer' | 'contact',
): Promise<FoundRecord[]> {
  const rows = await deps.db.read(person, (trx) => chatMessages.listTouched(trx, person, mostRecent));
  if (kind === 'contact') {
    const ids = [...new Set(rows.flatMap((row) => row.contact_id ?? []))];
    const names = ids.map((id) => showRecord(deps, person, { kind, id }));
    return (await Promise.all(names)).flatMap((one) => (one?.kind === 'contact' ? [toContactRow(one)] : []));
  }
  const ids = [...new Set(rows.map((row) => row.customer_id))];
  const customers = await deps.db.read(person, (trx) => chatMessages.listCustomers(trx, person, ids));
  const own = customers.length > 0 ? customers : await ownCustomers(deps, person);
  return own.map(({ id, name, number, city }) => ({
    kind,
    id,
    title: name,
    detail: [number, city].filter(Boolean).join(' · '),
    url: urlOf(deps.config, { kind, id }),
  }));
}

async function ownCustomers(deps: Deps, person: SignedInUser) {
  const page = { limit: mostRecent, archived: 'without' as const };
  const { items } = await listCustomers(deps, person, { ...page, mine: true });
  return items.length > 0 ? items : (await listCustomers(deps, person, page)).items;
}

function toContactRow({
  id,
  contact,
  customer,
  url,
}: Extract<ViewedRecord, { kind: 'contact' }>): FoundRecord {
  const title = `${contact.name}, ${customer.name}`;
  return { kind: 'contact', id, title, detail: contact.jobTitle ?? customer.number ?? '', url };
}

async function ownComplaints(deps: Deps, person: SignedInUser): Promise<FoundRecord[]> {
  const page = { state: 'open' as const, limit: mostRecent };
  const own = await listComplaints(deps, person, { ...page, mine: true });
  const { items } = own.items.length > 0 ? own : await listComplaints(deps, person, page);
  return items.map(({ id, number, customer, title }) => ({
    kind: 'complaint',
    id,
    title: `${number}, ${customer.name}`,
    detail: title,
    url: urlOf(deps.config, { kind: 'complaint', id }),
  }));
}
