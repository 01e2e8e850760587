// Use-cases of further addresses (Lieferanschrift, Rechnungsanschrift, Standort); the room's front door.
import { mostAddresses } from '#contract/address.ts';
import type {
  Address,
  createAddress,
  listAddresses,
  removeAddress,
  updateAddress,
} from '#contract/address.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import * as store from './store.ts';
import type { AddressRow } from './store.ts';

/** Addresses of a customer by kind and label, and how many there are. */
export function list(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listAddresses>,
): Promise<Reply<typeof listAddresses>> {
  return deps.db.read(user, async (trx) => {
    const { customerId, limit } = input;
    const kind = input.kind ?? null;
    if (!(await store.canSeeCustomer(trx, user, customerId, 'look'))) throw new AppError('not_found');
    const after = afterOf(input.cursor);
    const page = { customerId, kind, after, limit: limit + 1 };
    const rows = await store.listAddressRows(trx, user.organizationId, page);
    const items = rows.slice(0, limit).map(toAddress);
    const last = items.at(-1);
    const hasMore = rows.length > limit && last !== undefined;
    return {
      items,
      nextCursor: hasMore ? encodeCursor([last.kind, last.label, last.id]) : null,
      count: await store.countAddresses(trx, user.organizationId, { customerId, kind }),
    };
  });
}

/** Adds an address; beyond the most a customer can have it answers invalid_input (`too_many`). */
export function create(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof createAddress>,
): Promise<Reply<typeof createAddress>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const { customerId, ...address } = input;
    if (!(await store.canSeeCustomer(trx, user, customerId, 'lock'))) throw new AppError('not_found');
    refuseEmpty(address);
    const count = await store.countAddresses(trx, organizationId, { customerId, kind: null });
    if (count >= mostAddresses) {
      throw new AppError('invalid_input', { fields: [{ path: 'customerId', problem: 'too_many' }] });
    }
    const id = newId();
    const now = deps.clock.now();
    const base = { organization_id: organizationId, id, customer_id: customerId };
    await store.insertAddresses(trx, [{ ...base, ...address, created_at: now, updated_at: now }]);
    const after = await getAddress(trx, user, id);
    await audit(deps, trx, user, { action: 'address.create', after });
    return after;
  });
}

/** Changes what is given; stale_version carries the address as it is now. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateAddress>,
  version: number,
): Promise<Reply<typeof updateAddress>> {
  return deps.db.transaction(user, async (trx) => {
    const { id, ...change } = input;
    const before = await getAddress(trx, user, id);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    refuseEmpty({ ...before, ...given });
    await write(deps, trx, user, { id, version, change: given });
    const after = await getAddress(trx, user, id);
    await audit(deps, trx, user, { action: 'address.update', before, after });
    return after;
  });
}

/** Takes an address away; its row stays for the record. */
export function remove(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof removeAddress>,
  version: number,
): Promise<Reply<typeof removeAddress>> {
  return deps.db.transaction(user, async (trx) => {
    const before = await getAddress(trx, user, input.id);
    await write(deps, trx, user, {
      id: input.id,
      version,
      change: { removed_at: deps.clock.now() },
    });
    await audit(deps, trx, user, { action: 'address.remove', before });
    return { removed: true };
  });
}

async function write(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  {
    id,
    version,
    change,
  }: { id: string; version: number; change: Parameters<typeof store.updateAddressRow>[3] },
): Promise<void> {
  const columns = { ...change, updated_at: deps.clock.now() };
  if (await store.updateAddressRow(trx, user.organizationId, { id, version }, columns)) return;
  throw new AppError('stale_version', { current: await getAddress(trx, user, id) });
}

/** An address of which nothing is said but its kind helps nobody. */
function refuseEmpty({
  label,
  street,
  postcode,
  city,
}: Omit<Address, 'id' | 'version' | 'customerId' | 'updatedAt'>) {
  if ([label, street, postcode, city].some((text) => (text ?? '') !== '')) return;
  throw new AppError('invalid_input', { fields: [{ path: 'street', problem: 'required' }] });
}

async function getAddress(trx: Query, user: SignedInUser, id: string): Promise<Address> {
  const row = await store.findAddress(trx, user, id);
  if (row === null) throw new AppError('not_found');
  return toAddress(row);
}

function toAddress(row: AddressRow): Address {
  return { ...row, updatedAt: row.updatedAt.toISOString() };
}

async function audit(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { action, before, after }: { action: string; before?: Address; after?: Address },
): Promise<void> {
  const recordId = (after ?? before)?.id ?? '';
  await writeAudit(trx, user, {
    action,
    recordKind: 'customer_address',
    recordId,
    before,
    after,
    at: deps.clock.now(),
  });
}

function afterOf(cursor: string | undefined): readonly [string, string, string] | null {
  if (cursor === undefined) return null;
  const [kind, label, id] = decodeCursor(cursor, 3);
  return [String(kind), String(label), String(id)];
}
