// Endpoints of territories.
import {
  createTerritory,
  listCustomerInTerritory,
  listTerritories,
  listTerritoryCustomers,
  removeTerritory,
  updateTerritory,
} from '#contract/territory.ts';
import type { Serve } from '#api/http/serve.ts';
import * as territories from './territories.ts';

/** Registers the endpoints under /api/territories. */
export function territoryRoutes(serve: Serve): void {
  serve(listTerritories, (_input, { deps, user }) => territories.list(deps, user));
  serve(createTerritory, (input, { deps, user }) => territories.create(deps, user, input));
  serve(updateTerritory, (input, { deps, user, ifMatch }) =>
    territories.update(deps, user, input, ifMatch ?? 0),
  );
  serve(removeTerritory, (input, { deps, user, ifMatch }) =>
    territories.remove(deps, user, input, ifMatch ?? 0),
  );
  serve(listTerritoryCustomers, (input, { deps, user }) => territories.listCustomers(deps, user, input));
  serve(listCustomerInTerritory, (input, { deps, user }) => territories.listCustomer(deps, user, input));
}
