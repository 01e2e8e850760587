// Another person as an administrator may look through their eyes; noted in the audit.
import { noteLook } from '#api/db/note-look.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { findUserById } from './people-store.ts';

/** The person with role and territories as of now; not_found for strangers and people without access. */
export async function findToView(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  by: SignedInUser,
  id: string,
): Promise<SignedInUser> {
  return db.transaction(by, async (trx) => {
    const person = await findUserById(trx, by.organizationId, id);
    if (person === null) throw new AppError('not_found');
    await noteLook(clock, trx, by, { action: 'user.view_as', recordKind: 'user', recordId: id });
    return { ...person, viewedBy: { id: by.id, name: by.name } };
  });
}
