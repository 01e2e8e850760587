// The never-log list: kept, and asked by everything that logs a mail; the room's front door.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { Mail } from '#contract/mail.ts';
import { mostNeverLogEntries } from '#contract/never-log.ts';
import type {
  addNeverLog,
  listNeverLog,
  NeverLog,
  NeverLogEntry,
  removeNeverLog,
} from '#contract/never-log.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { cleanValue, decideNeverLog, keysOf } from './rules.ts';
import * as store from './store.ts';

type Row = Awaited<ReturnType<typeof store.listEntries>>[number];

/** Why this mail is not logged unless somebody makes an exception; null when it can be. */
export async function whyNeverLogged(
  trx: Query,
  user: SignedInUser,
  mail: Pick<Mail, 'from' | 'to' | 'cc' | 'isPrivate'>,
): Promise<NeverLog | null> {
  return decideNeverLog(mail, await store.findListed(trx, user, keysOf(mail)));
}

/** The company's entries and one's own. */
export function list(deps: Deps, user: SignedInUser): Promise<Reply<typeof listNeverLog>> {
  return deps.db.read(user, async (trx) => ({
    items: (await store.listEntries(trx, user)).map((row) => toEntry(user, row)),
  }));
}

/** Adds an entry; one that is there answers duplicate with it. */
export function add(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof addNeverLog>,
): Promise<Reply<typeof addNeverLog>> {
  const isOfCompany = input.forCompany;
  if (isOfCompany && user.role !== 'admin') throw new AppError('forbidden');
  return deps.db.transaction(user, async (trx) => {
    const { internalDomains } = await store.findListed(trx, user, []);
    const clean = cleanValue(input, internalDomains);
    if ('problem' in clean) {
      throw new AppError('invalid_input', { fields: [{ path: 'value', problem: clean.problem }] });
    }
    if ((await store.countEntries(trx, user, isOfCompany)) >= mostNeverLogEntries)
      throw new AppError('too_large');
    const entry = { id: newId(), kind: input.kind, value: clean.value, isOfCompany, at: deps.clock.now() };
    const isNew = await store.insertEntry(trx, user, entry);
    const row = await store.findEntryOf(trx, user, entry);
    if (row === null) throw new AppError('not_found');
    if (!isNew) throw new AppError('duplicate', { current: toEntry(user, row) });
    await audit(deps, trx, user, { action: 'never_log.add', id: entry.id, after: row });
    return toEntry(user, row);
  });
}

/** Takes an entry away: one's own, or as administrator one of the company. */
export function remove(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof removeNeverLog>,
): Promise<Reply<typeof removeNeverLog>> {
  return deps.db.transaction(user, async (trx) => {
    const row = await store.findEntry(trx, user, input.id);
    if (row === null) throw new AppError('not_found');
    if (!canRemove(user, row)) throw new AppError('forbidden');
    await store.deleteEntry(trx, user.organizationId, row.id);
    await audit(deps, trx, user, { action: 'never_log.remove', id: row.id, before: row });
    return { removed: true };
  });
}

const canRemove = (user: SignedInUser, row: Row): boolean => !row.isOfCompany || user.role === 'admin';

function toEntry(user: SignedInUser, row: Row): NeverLogEntry {
  return { ...row, addedAt: row.addedAt.toISOString(), canRemove: canRemove(user, row) };
}

async function audit(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { action, id, before, after }: { action: string; id: string; before?: Row; after?: Row },
): Promise<void> {
  const at = deps.clock.now();
  await writeAudit(trx, user, { action, recordKind: 'never_log', recordId: id, before, after, at });
}
