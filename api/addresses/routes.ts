// Endpoints of further addresses.
import { createAddress, listAddresses, removeAddress, updateAddress } from '#contract/address.ts';
import type { Serve } from '#api/http/serve.ts';
import * as addresses from './addresses.ts';

/** Registers the endpoints of further addresses. */
export function addressRoutes(serve: Serve): void {
  serve(listAddresses, (input, { deps, user }) => addresses.list(deps, user, input));
  serve(createAddress, (input, { deps, user }) => addresses.create(deps, user, input));
  serve(updateAddress, (input, { deps, user, ifMatch }) => addresses.update(deps, user, input, ifMatch ?? 0));
  serve(removeAddress, (input, { deps, user, ifMatch }) => addresses.remove(deps, user, input, ifMatch ?? 0));
}
