// Endpoints of contacts.
import { getConsents, recordConsent } from '#contract/consent.ts';
import { createContact, listContacts, updateContact } from '#contract/customer.ts';
import { moveContact } from '#contract/customer-moves.ts';
import type { Serve } from '#api/http/serve.ts';
import * as contacts from './contacts.ts';

/** Registers the endpoints under /api/contacts. */
export function contactRoutes(serve: Serve): void {
  serve(createContact, (input, { deps, user }) => contacts.create(deps, user, input));
  serve(listContacts, (input, { deps, user }) => contacts.list(deps, user, input));
  serve(updateContact, (input, { deps, user, ifMatch }) => contacts.update(deps, user, input, ifMatch ?? 0));
  serve(moveContact, (input, { deps, user, ifMatch }) => contacts.move(deps, user, input, ifMatch ?? 0));
  serve(getConsents, (input, { deps, user }) => contacts.getConsents(deps, user, input));
  serve(recordConsent, (input, { deps, user }) => contacts.recordConsent(deps, user, input));
}
