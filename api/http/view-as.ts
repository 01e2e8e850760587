// "Ansehen als": an administrator sees what another person would, and changes nothing meanwhile.
import { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { mayView } from '#api/rights/view-as.ts';
import { findToView } from '#api/users/view-as.ts';

export const viewAsHeader = 'x-view-as';

/** The person whose view is asked for, else the signed-in one. Everything is asked anew with each request. */
export async function viewAs(
  deps: Pick<Deps, 'db' | 'clock'>,
  endpoint: Endpoint,
  user: SignedInUser,
  header: string | undefined,
): Promise<SignedInUser> {
  if (header === undefined) return user;
  if (user.role !== 'admin' || !mayView(endpoint)) throw new AppError('forbidden');
  const id = z.uuid().safeParse(header);
  if (!id.success) {
    throw new AppError('invalid_input', { fields: [{ path: 'X-View-As', problem: 'wrong_format' }] });
  }
  return findToView(deps, user, id.data);
}
