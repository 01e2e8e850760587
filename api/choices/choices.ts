// Use-cases of the lists that the company maintains itself (target groups, sectors, roles); the room's front door.
import type { Choice, ChoiceKind } from '#contract/choice.ts';
import type { createChoice, listChoices, removeChoice, updateChoice } from '#contract/choice.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import * as store from './store.ts';

/** The names of one list in order; for checking what people or files name. */
export async function namesOfChoices(
  trx: Query,
  organizationId: string,
  kind: ChoiceKind,
): Promise<string[]> {
  return (await store.listChoiceRows(trx, organizationId, kind)).map((choice) => choice.name);
}

/** The name as the list spells it; null when the list does not have it. */
export async function spellChoice(
  trx: Query,
  organizationId: string,
  choice: { kind: ChoiceKind; name: string },
): Promise<string | null> {
  return (await store.findChoiceByName(trx, organizationId, choice))?.name ?? null;
}

/** The entries of one list or of all, in order. */
export function list(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listChoices>,
): Promise<Reply<typeof listChoices>> {
  return deps.db.read(user, async (trx) => ({
    items: await store.listChoiceRows(trx, user.organizationId, input.kind ?? null),
  }));
}

/** Adds an entry; a name that is there answers `duplicate` with that entry. */
export function create(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof createChoice>,
): Promise<Reply<typeof createChoice>> {
  return deps.db.transaction(user, async (trx) => {
    await store.lockChoices(trx, user.organizationId);
    await refuseTaken(trx, user, input);
    const id = newId();
    await store.insertChoice(trx, user.organizationId, { id, ...input });
    const after = await getChoice(trx, user, id);
    await audit(deps, trx, user, { action: 'choice.create', id, after });
    return after;
  });
}

/** Renames everywhere, or moves within the list. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateChoice>,
  version: number,
): Promise<Reply<typeof updateChoice>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    await store.lockChoices(trx, organizationId);
    const before = await getChoice(trx, user, input.id);
    const { kind, name: from } = before;
    const to = input.name ?? from;
    if (to.toLowerCase() !== from.toLowerCase()) await refuseTaken(trx, user, { kind, name: to });
    await write(trx, user, { before, version, change: { name: to } });
    if (to !== from) await store.renameEverywhere(trx, organizationId, { kind, from, to });
    if (input.position !== undefined) await place(trx, organizationId, before, input.position);
    const after = await getChoice(trx, user, input.id);
    await audit(deps, trx, user, { action: 'choice.update', id: input.id, before, after });
    return after;
  });
}

/** Takes an entry away that nothing carries; otherwise in_use with the number of those that do. */
export function remove(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof removeChoice>,
  version: number,
): Promise<Reply<typeof removeChoice>> {
  return deps.db.transaction(user, async (trx) => {
    await store.lockChoices(trx, user.organizationId);
    const before = await getChoice(trx, user, input.id);
    if (before.version !== version) throw new AppError('stale_version', { current: before });
    const count = await store.countUses(trx, user.organizationId, before);
    if (count > 0) throw new AppError('in_use', { current: { ...before, count } });
    await store.deleteChoice(trx, user.organizationId, input.id);
    await audit(deps, trx, user, { action: 'choice.remove', id: input.id, before });
    return { removed: true };
  });
}

async function place(trx: Query, organizationId: string, choice: Choice, position: number): Promise<void> {
  const all = await store.listChoiceRows(trx, organizationId, choice.kind);
  const ids = all.map((one) => one.id).filter((id) => id !== choice.id);
  ids.splice(Math.min(position, ids.length), 0, choice.id);
  await store.reorderChoices(trx, organizationId, ids);
}

async function write(
  trx: Query,
  user: SignedInUser,
  { before, version, change }: { before: Choice; version: number; change: { name: string } },
): Promise<void> {
  const at = { id: before.id, version };
  if (await store.updateChoiceRow(trx, user.organizationId, at, change)) return;
  throw new AppError('stale_version', { current: before });
}

async function refuseTaken(
  trx: Query,
  user: SignedInUser,
  choice: { kind: ChoiceKind; name: string },
): Promise<void> {
  const there = await store.findChoiceByName(trx, user.organizationId, choice);
  if (there !== null) throw new AppError('duplicate', { current: there });
}

async function getChoice(trx: Query, user: SignedInUser, id: string): Promise<Choice> {
  const choice = await store.findChoice(trx, user.organizationId, id);
  if (choice === null) throw new AppError('not_found');
  return choice;
}

async function audit(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { action, id, before, after }: { action: string; id: string; before?: Choice; after?: Choice },
): Promise<void> {
  const at = deps.clock.now();
  await writeAudit(trx, user, { action, recordKind: 'choice', recordId: id, before, after, at });
}
