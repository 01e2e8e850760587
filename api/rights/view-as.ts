// What may be called while one looks as somebody else: reading only, and nothing that speaks in that person's name to the outside.
import type { Endpoint } from '#contract/endpoint.ts';

/** They read, though their input is too large for an address. */
const readingPosts = new Set(['findCockpit', 'matchMail', 'runList', 'countList', 'previewRatingRules']);
/** They would open that person's calendar. */
const withTheirToken = new Set(['getBusyTimes', 'findAppointmentVisit', 'proposeVisitSlots']);

/** Whether an endpoint may be called in somebody else's view. */
export function mayView(endpoint: Pick<Endpoint, 'name' | 'method'>): boolean {
  if (withTheirToken.has(endpoint.name)) return false;
  return endpoint.method === 'GET' || readingPosts.has(endpoint.name);
}
