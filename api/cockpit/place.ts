// Whose cockpit is read: a customer that is known already, or whoever an address leads to, found within the same statement.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { SignedInUser } from '#api/rights/user.ts';

export interface Place {
  readonly user: SignedInUser;
  /** SQL of the customer's id, cheap enough to stand in every sub-query. */
  readonly customerId: RawBuilder<string>;
  /** SQL of the id of the contact behind the mail, or of null. */
  readonly contactId: RawBuilder<string | null>;
  /** What the statement begins with. */
  readonly head: RawBuilder<unknown>;
}

export interface At {
  readonly customerId: string;
  readonly contactId: string | null;
}

/** The place of a known customer. */
export function placeAt(user: SignedInUser, { customerId, contactId }: At): Place {
  return {
    user,
    customerId: sql<string>`${customerId}::uuid`,
    contactId: sql<string | null>`${contactId}::uuid`,
    head: sql``,
  };
}

/** The place that an address leads to by itself: a guess, which the rules of matching confirm or refuse. */
export function placeBehind(user: SignedInUser, address: string): Place {
  return {
    user,
    customerId: sql<string>`(select customer_id from behind)`,
    contactId: sql<string | null>`(select contact_id from behind)`,
    head: sql`with behind as materialized (
      select k.customer_id, k.id as contact_id
      from contact_email e
      join contact k on k.organization_id = e.organization_id and k.id = e.contact_id and k.archived_at is null
      where e.organization_id = ${user.organizationId}::uuid and e.address = ${address}
      order by e.position, k.id limit 1
    )`,
  };
}
