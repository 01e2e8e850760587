// The changes of a record: read, and taken back by the record's own update. The front door of this room.
import type { AuditedKind, AuditItem, listAudit, undoChange } from '#contract/audit.ts';
import { updateComplaint } from '#contract/complaint.ts';
import { updateContact, updateCustomer } from '#contract/customer.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { canUndoActivity } from '#api/activities/row.ts';
import * as complaints from '#api/complaints/complaints.ts';
import { getContact } from '#api/contacts/change-contact.ts';
import * as contacts from '#api/contacts/contacts.ts';
import * as customers from '#api/customers/customers.ts';
import { noteLook } from '#api/db/note-look.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { readEntry } from './entry.ts';
import { changesOf, inverseOf, stillStands, titleOf } from './rules.ts';
import type { AttributeName } from './rules.ts';
import * as store from './store.ts';
import type { AuditRow } from './store.ts';

/** A page of a record's changes; an administrator's look is itself noted. */
export function list(
  deps: Deps,
  user: SignedInUser,
  { recordKind: kind, recordId: id, cursor, limit }: Parsed<typeof listAudit>,
): Promise<Reply<typeof listAudit>> {
  const after = cursor === undefined ? null : readCursor(cursor);
  return deps.db.transaction(user, async (trx) => {
    if (!(await store.seesRecord(trx, user, { kind, id }))) throw new AppError('not_found');
    const rows = await store.listRows(trx, user, { kind, id, after, limit: limit + 1 });
    const attributes = await store.listAttributeNames(trx, user);
    const current = await currentOf(deps, trx, user, { kind, id });
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    if (user.role === 'admin' && after === null) {
      await noteLook(
        deps.clock,
        trx,
        { ...user, id: user.viewedBy?.id ?? user.id },
        { action: 'audit.read', recordKind: kind, recordId: id },
      );
    }
    return {
      items: page.map((row) => toItem(user, row, attributes, current)),
      nextCursor: last === undefined ? null : encodeCursor([last.at.toISOString(), last.id]),
      recordVersion: versionOf(current),
    };
  });
}

/** Sets the fields of one change back, by the update that everybody uses; its version, checks and audit row are those of any update. */
export function undo(
  deps: Deps,
  user: SignedInUser,
  { id }: Parsed<typeof undoChange>,
  version: number,
): Promise<Reply<typeof undoChange>> {
  return deps.db.transaction(user, async (trx) => {
    const row = await store.findRow(trx, user.organizationId, id);
    const kind = undoableKinds.find((one) => one === row?.record_kind);
    if (row === null || kind === undefined) throw new AppError('not_found');
    const record = { kind, id: row.record_id };
    if (!(await store.seesRecord(trx, user, record))) throw new AppError('not_found');
    const current = await currentOf(deps, trx, user, record);
    const inverse = row.action === `${kind}.update` ? inverseOf(kind, row.before, row.after) : null;
    if (inverse === null) throw new AppError('transition_not_allowed');
    if (versionOf(current) !== version) throw new AppError('stale_version', { current });
    if (!stillStands(kind, current, inverse.expected)) {
      throw new AppError('transition_not_allowed', { current });
    }
    const change = { ...inverse.change, id: record.id };
    const changed = await update(deps, user, { kind, version, change });
    return { recordKind: kind, recordId: record.id, version: changed.version };
  });
}

const undoableKinds = ['customer', 'contact', 'complaint'] as const;
type UndoableKind = (typeof undoableKinds)[number];

/** Stored long ago, the values are checked like any input. */
async function update(
  deps: Deps,
  user: SignedInUser,
  { kind, change, version }: { kind: UndoableKind; change: Record<string, unknown>; version: number },
): Promise<{ version: number }> {
  if (kind === 'customer') {
    return customers.update(deps, user, checked(updateCustomer.input.safeParse(change)), version);
  }
  if (kind === 'contact') {
    return contacts.update(deps, user, checked(updateContact.input.safeParse(change)), version);
  }
  return complaints.update(deps, user, checked(updateComplaint.input.safeParse(change)), version);
}

function checked<T>(parsed: { success: true; data: T } | { success: false }): T {
  if (parsed.success) return parsed.data;
  throw new AppError('transition_not_allowed');
}

/** The record as it is now, for those kinds whose fields can be set back; null for others. */
async function currentOf(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { kind, id }: { kind: AuditedKind; id: string },
): Promise<unknown> {
  if (kind === 'customer') return customers.get(deps, user, { id });
  if (kind === 'contact') return getContact(trx, user, id);
  if (kind === 'complaint') return (await complaints.get(deps, user, { id })).complaint;
  return null;
}

function versionOf(record: unknown): number | null {
  const version: unknown =
    typeof record === 'object' && record !== null ? Reflect.get(record, 'version') : null;
  return typeof version === 'number' ? version : null;
}

function toItem(
  user: SignedInUser,
  row: AuditRow,
  attributes: readonly AttributeName[],
  current: unknown,
): AuditItem {
  const { action, before, after } = row;
  const entry = readEntry({ action, recordKind: row.record_kind, before, after }, row.other);
  // what an entry said while only its writer could read it stays with its writer
  const isPrivate = (field: string) => field === 'bodyText' && row.logged_by !== user.id;
  return {
    id: row.id,
    at: row.at.toISOString(),
    by: row.by,
    action: row.action,
    recordKind: row.record_kind,
    recordId: row.record_id,
    title: titleOf(entry),
    source: row.source,
    changes: changesOf(entry, attributes, isPrivate),
    undo: undoOf(user, row, current),
  };
}

function undoOf(user: SignedInUser, row: AuditRow, current: unknown): AuditItem['undo'] {
  if (row.action === 'activity.log') {
    return row.is_standing && canUndoActivity(user, row.logged_by) ? 'entry' : null;
  }
  if (row.action !== `${row.record_kind}.update` || current === null) return null;
  const inverse = inverseOf(row.record_kind, row.before, row.after);
  return inverse !== null && stillStands(row.record_kind, current, inverse.expected) ? 'fields' : null;
}

function readCursor(cursor: string): [string, string] {
  const [at, id] = decodeCursor(cursor, 2).map(String);
  const isFit = at !== undefined && /^\d{4,6}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at));
  if (!isFit || id === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
    throw new AppError('invalid_input', { fields: [{ path: 'cursor', problem: 'invalid' }] });
  }
  return [at, id];
}
