// The endpoint of "Mein Tag".
import { getMyDay } from '#contract/day.ts';
import type { Serve } from '#api/http/serve.ts';
import * as myDay from './my-day.ts';

/** Registers the endpoint. */
export function myDayRoutes(serve: Serve): void {
  serve(getMyDay, (_input, { deps, user }) => myDay.get(deps, user));
}
