// Endpoints of what the figures suggest.
import { getCustomerInsights, getCustomerRevenue } from '#contract/insight.ts';
import type { Serve } from '#api/http/serve.ts';
import * as insights from './insights.ts';

/** Registers the endpoints of this room. */
export function insightRoutes(serve: Serve): void {
  serve(getCustomerInsights, (input, { deps, user }) => insights.get(deps, user, input));
  serve(getCustomerRevenue, (input, { deps, user }) => insights.getRevenue(deps, user, input));
}
