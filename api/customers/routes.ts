// Endpoints of customers.
import { createCustomer, getCustomer, listCustomers, updateCustomer } from '#contract/customer.ts';
import { getCustomerGroup, moveCustomer } from '#contract/customer-moves.ts';
import type { Serve } from '#api/http/serve.ts';
import * as customers from './customers.ts';

/** Registers the endpoints under /api/customers. */
export function customerRoutes(serve: Serve): void {
  serve(createCustomer, (input, { deps, user }) => customers.create(deps, user, input));
  serve(listCustomers, (input, { deps, user }) => customers.list(deps, user, input));
  serve(getCustomer, (input, { deps, user }) => customers.get(deps, user, input));
  serve(updateCustomer, (input, { deps, user, ifMatch }) =>
    customers.update(deps, user, input, ifMatch ?? 0),
  );
  serve(moveCustomer, (input, { deps, user, ifMatch }) => customers.move(deps, user, input, ifMatch ?? 0));
  serve(getCustomerGroup, (input, { deps, user }) => customers.getGroup(deps, user, input));
}
