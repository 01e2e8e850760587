// Changing a contact, and putting it into the archive or back.
import type { Contact, updateContact } from '#contract/customer.ts';
import type { moveContact } from '#contract/customer-moves.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { indexCustomer } from '#api/search/indexing.ts';
import { readRoles } from './roles.ts';
import { toContact } from './row.ts';
import { cleanAddresses, cleanPhones } from './rules.ts';
import { isMergedAway } from './merged.ts';
import * as store from './store.ts';

type Change = Parsed<typeof updateContact>;

/** Changes what is given and keeps the rest; stale_version carries the contact as it is now. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Change,
  version: number,
): Promise<Reply<typeof updateContact>> {
  return deps.db.transaction(user, async (trx) => {
    const before = await getContact(trx, user, input.id);
    const { organizationId } = user;
    const change = columnsOf(input);
    if (input.roles) change.roles = await readRoles(trx, organizationId, input.roles, before.roles);
    await write(deps, trx, user, { id: input.id, version, change });
    if (input.emails)
      await store.replaceAddresses(trx, organizationId, input.id, cleanAddresses(input.emails));
    if (input.phones) {
      const country = await store.readCountry(trx, organizationId, before.customerId);
      await store.replacePhones(trx, organizationId, input.id, cleanPhones(input.phones, country));
    }
    return finish(deps, trx, user, { action: 'contact.update', before });
  });
}

/** Archives a contact, so that lists and matches leave it out, or takes it back. */
export function move(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof moveContact>,
  version: number,
): Promise<Reply<typeof moveContact>> {
  return deps.db.transaction(user, async (trx) => {
    const before = await getContact(trx, user, input.id);
    const isArchiving = input.move === 'archive';
    // a merge is taken back as a whole
    const isMerged = !isArchiving && (await isMergedAway(trx, user.organizationId, input.id));
    if (isMerged || isArchiving === (before.archivedAt !== null)) {
      throw new AppError('transition_not_allowed', { current: before });
    }
    const change = isArchiving
      ? { archived_at: deps.clock.now(), archived_by: user.id }
      : { archived_at: null, archived_by: null };
    await write(deps, trx, user, { id: input.id, version, change });
    return finish(deps, trx, user, { action: `contact.${input.move}`, before });
  });
}

/** The contact as this user sees it; not_found otherwise. */
export async function getContact(trx: Query, user: SignedInUser, id: string): Promise<Contact> {
  const row = await store.findContact(trx, user, id);
  if (row === null) throw new AppError('not_found');
  return toContact(row);
}

async function write(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { id, version, change }: { id: string; version: number; change: store.ContactChange },
): Promise<void> {
  const at = { id, version, by: user.id, now: deps.clock.now() };
  if (await store.updateContactRow(trx, user.organizationId, at, change)) return;
  throw new AppError('stale_version', { current: await getContact(trx, user, id) });
}

async function finish(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { action, before }: { action: string; before: Contact },
): Promise<Contact> {
  const after = await getContact(trx, user, before.id);
  const at = deps.clock.now();
  await writeAudit(trx, user, {
    action,
    recordKind: 'contact',
    recordId: before.id,
    before,
    after,
    at,
  });
  const isFoundDifferently = after.name !== before.name || after.archivedAt !== before.archivedAt;
  if (isFoundDifferently) await indexCustomer(trx, user.organizationId, after.customerId);
  return after;
}

function columnsOf(input: Change): store.ContactChange {
  return {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.salutation === undefined ? {} : { salutation: input.salutation }),
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.jobTitle === undefined ? {} : { job_title: input.jobTitle }),
    ...(input.language === undefined ? {} : { language: input.language }),
  };
}
