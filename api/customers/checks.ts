// What creating and changing a customer both refuse: numbers given twice, names that no list has, owners who cannot own.
import type { ChoiceKind } from '#contract/choice.ts';
import { spellChoice } from '#api/choices/choices.ts';
import type { Query } from '#api/db/database.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import * as store from './store.ts';

/** Throws `duplicate` with the customer that has the number; one the user may not see is not named. */
export async function refuseTakenNumber(
  trx: Query,
  user: SignedInUser,
  { id, number }: { id: string | null; number: string },
): Promise<void> {
  await store.lockNumber(trx, user.organizationId, number);
  const holder = await store.findNumberHolder(trx, user, number);
  if (holder === null || holder.id === id) return;
  const { isVisible, ...customer } = holder;
  throw new AppError('duplicate', {
    fields: [{ path: 'number', problem: 'taken' }],
    ...(isVisible ? { current: customer } : {}),
  });
}

/** The name as the company's list spells it; throws invalid_input for one that is on no list and not `carried` either. */
export async function readChoice(
  trx: Query,
  organizationId: string,
  choice: { kind: ChoiceKind; name: string | null; path: string; carried?: string | null },
): Promise<string | null> {
  const name = choice.name?.trim() ?? '';
  if (name === '') return null;
  if (name === choice.carried) return name;
  const spelled = await spellChoice(trx, organizationId, { kind: choice.kind, name });
  if (spelled === null) {
    throw new AppError('invalid_input', { fields: [{ path: choice.path, problem: 'unknown' }] });
  }
  return spelled;
}

/** The colleague with the first of their territories; throws invalid_input when they cannot own customers. */
export async function readOwner(
  trx: Query,
  organizationId: string,
  ownerId: string,
): Promise<{ id: string; territory_id: string | null }> {
  const owner = await store.findOwner(trx, organizationId, ownerId);
  if (owner === undefined) {
    throw new AppError('invalid_input', { fields: [{ path: 'ownerId', problem: 'unknown' }] });
  }
  return owner;
}
