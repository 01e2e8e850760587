// The person (or the bot's counterpart) on whose behalf a use-case runs; read freshly for every request.
import type { Role } from '#contract/user.ts';

export interface SignedInUser {
  /** The Entra tenant. */
  readonly organizationId: string;
  readonly id: string;
  readonly entraOid: string;
  readonly name: string;
  readonly email: string;
  /** Null: known, but without a role in this product. */
  readonly role: Role | null;
  readonly jobTitle: string | null;
  readonly territoryIds: readonly string[];
  /** The organisation's choice: sales people see their territories, or every customer. */
  readonly customerVisibility: 'territory' | 'all';
  /** The administrator who looks through this person's eyes; their private entries stay closed to him. */
  readonly viewedBy?: { readonly id: string; readonly name: string };
}
