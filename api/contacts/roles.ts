// The roles of a contact as the company's list spells them.
import { namesOfChoices } from '#api/choices/choices.ts';
import type { Query } from '#api/db/database.ts';
import { cleanRoles } from './rules.ts';

/** Asks the list only when there are roles; `carried` are those the contact has already, which stay allowed. */
export async function readRoles(
  trx: Query,
  organizationId: string,
  roles: readonly string[],
  carried: readonly string[] = [],
): Promise<string[]> {
  if (roles.length === 0) return [];
  return cleanRoles(roles, await namesOfChoices(trx, organizationId, 'contact_role'), carried);
}
