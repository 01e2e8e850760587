// Endpoints of contacts.
import { createContact, listContacts, updateContact } from '#contract/customer.ts';
import type { Serve } from '#api/http/serve.ts';
import * as contacts from './contacts.ts';

/** Registers the endpoints under /api/contacts. */
export function contactRoutes(serve: Serve): void {
  serve(createContact, (input, { deps, user }) => contacts.create(deps, user, input));
  serve(listContacts, (input, { deps, user }) => contacts.list(deps, user, input));
  serve(updateContact, (input, { deps, user, ifMatch }) => contacts.update(deps, user, input, ifMatch ?? 0));
}
