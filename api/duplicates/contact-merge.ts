// Merging two contacts of one customer, with a preview, and which contacts of a customer are probably one person.
import type { Contact } from '#contract/customer.ts';
import type { listDuplicateContacts } from '#contract/duplicate.ts';
import type { DuplicateReason } from '#contract/duplicate-reasons.ts';
import type { ContactMergeField, mergeContacts, MergeSide, previewContactMerge } from '#contract/merge.ts';
import { contactMergeFields } from '#contract/merge.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { getContact } from '#api/contacts/change-contact.ts';
import { findCustomer } from '#api/customers/customers.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { indexCustomers } from '#api/search/search.ts';
import { joinContactParts, raiseVersion } from './contact-parts.ts';
import { chooseSide, contactColumnsOf } from './merge-fields.ts';
import { bothOf } from './merge-preview.ts';
import { inOrder, readMerge } from './merge-record.ts';
import * as store from './merge-store.ts';
import type { Snapshot } from './merge-store.ts';
import { countRows, moveRows } from './move-store.ts';
import type { Merging } from './move-store.ts';
import { isSamePerson } from './rules.ts';
import { listPeopleOf } from './similar-store.ts';

interface Pair {
  readonly winner: Contact;
  readonly loser: Contact;
}

async function findPair(
  trx: Query,
  user: SignedInUser,
  { winnerId, loserId }: { winnerId: string; loserId: string },
): Promise<Pair> {
  const winner = await getContact(trx, user, winnerId);
  const loser = await getContact(trx, user, loserId);
  const problem =
    winnerId === loserId
      ? 'same_record'
      : winner.customerId !== loser.customerId
        ? 'other_customer'
        : winner.archivedAt !== null
          ? 'archived'
          : null;
  if (problem !== null) {
    const path = problem === 'archived' ? 'winnerId' : 'loserId';
    throw new AppError('invalid_input', { fields: [{ path, problem }] });
  }
  return { winner, loser };
}

/** The preview that the screen shows before anything is done. */
export function previewContacts(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof previewContactMerge>,
): Promise<Reply<typeof previewContactMerge>> {
  return deps.db.read(user, async (trx) => {
    const { organizationId } = user;
    const pair = await findPair(trx, user, input);
    const customer = await findCustomer(trx, user, pair.winner.customerId);
    if (customer === null) throw new AppError('not_found');
    const rows = await store.readSnapshots(trx, organizationId, 'contact', [input.winnerId, input.loserId]);
    const snapshots = bothOf(rows, input);
    const { id, number, name } = customer;
    return {
      ...pair,
      customer: { id, number, name },
      fields: contactMergeFields.map((field) => describe(field, snapshots)),
      moved: inOrder(await countRows(trx, { organizationId, kind: 'contact', id: input.loserId })),
    };
  });
}

function describe(field: ContactMergeField, snapshots: Record<MergeSide, Snapshot>) {
  const [winner, loser] = [textOf(field, snapshots.winner), textOf(field, snapshots.loser)];
  const choice = chooseSide(field, contactColumnsOf[field], snapshots);
  return { field, winner, loser, choice, isDifferent: winner !== loser };
}

function textOf(field: ContactMergeField, snapshot: Snapshot): string | null {
  const [column = ''] = contactColumnsOf[field];
  const value = snapshot[column];
  if (typeof value === 'object' && value !== null) return String(Object.keys(value).length || '') || null;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Merges two contacts; stale_version carries both as they are now. */
export function mergeTwoContacts(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof mergeContacts>,
): Promise<Reply<typeof mergeContacts>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const { winnerId, loserId, choices } = input;
    const locked = await store.lockRows(trx, organizationId, 'contact', [winnerId, loserId]);
    const pair = await findPair(trx, user, input);
    if (pair.winner.version !== input.winnerVersion || pair.loser.version !== input.loserVersion) {
      throw new AppError('stale_version', { current: pair });
    }
    const snapshots = bothOf(locked, input);
    if (snapshots.loser['merged_into_id'] !== null) {
      throw new AppError('invalid_input', { fields: [{ path: 'loserId', problem: 'merged_already' }] });
    }
    const merging: Merging = { organizationId, mergeId: newId(), kind: 'contact', winnerId, loserId };
    const now = deps.clock.now();
    const before = { winnerBefore: snapshots.winner, loserBefore: snapshots.loser };
    await store.insertMerge(trx, user, { ...merging, id: merging.mergeId, ...before, now });
    const columns = contactMergeFields
      .filter(
        (field) => (choices[field] ?? chooseSide(field, contactColumnsOf[field], snapshots)) === 'loser',
      )
      .flatMap((field) => contactColumnsOf[field]);
    await store.copyColumns(trx, organizationId, 'contact', { from: loserId, to: winnerId, columns });
    await raiseVersion(trx, user, { id: winnerId, now });
    const consents = await joinContactParts(trx, merging);
    await moveRows(trx, merging);
    await store.retire(trx, user, 'contact', { loserId, winnerId, now });
    await store.closeMerge(trx, organizationId, { ...merging, id: merging.mergeId, extra: { consents } });
    await indexCustomers(trx, organizationId, [pair.winner.customerId]);
    return finish(deps, trx, user, { merging, pair });
  });
}

async function finish(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { merging, pair }: { merging: Merging; pair: Pair },
): Promise<Reply<typeof mergeContacts>> {
  const { mergeId, winnerId, loserId } = merging;
  const contact = await getContact(trx, user, winnerId);
  for (const [recordId, before] of [
    [winnerId, pair.winner],
    [loserId, pair.loser],
  ] as const) {
    await writeAudit(trx, user, {
      action: recordId === winnerId ? 'contact.merge' : 'contact.merged_away',
      recordKind: 'contact',
      recordId,
      before,
      after: { mergeId, winnerId, loserId, contact },
      at: deps.clock.now(),
    });
  }
  return { merge: await readMerge(trx, user, mergeId), contact };
}

const mostPairs = 50;

/** Pairs of contacts of one customer that share an address, or a name, or a name's initial and a number. */
export function listContactPairs(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listDuplicateContacts>,
): Promise<Reply<typeof listDuplicateContacts>> {
  return deps.db.read(user, async (trx) => {
    if ((await findCustomer(trx, user, input.customerId)) === null) throw new AppError('not_found');
    const people = await listPeopleOf(trx, user.organizationId, input.customerId);
    const items = people.flatMap((one, at) =>
      people.slice(at + 1).flatMap((other) => {
        const reasons: DuplicateReason[] = [];
        if (one.emails.some((address) => other.emails.includes(address))) reasons.push('same_email');
        if (one.phones.some((phone) => other.phones.includes(phone))) reasons.push('same_phone');
        if (isSamePerson(one.name, other.name)) reasons.push('same_name');
        // colleagues share a switchboard
        const isLikely = reasons.some((reason) => reason !== 'same_phone');
        const side = ({ id, name, job_title: jobTitle }: typeof one) => ({ id, name, jobTitle });
        return isLikely ? [{ one: side(one), other: side(other), reasons }] : [];
      }),
    );
    return { items: items.slice(0, mostPairs) };
  });
}
