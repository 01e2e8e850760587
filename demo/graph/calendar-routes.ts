// /me/calendarView and /me/events: reading a time span with series unfolded, making, moving and deleting appointments.
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import type { CalendarStore, StoredEvent } from './calendar-store.ts';
import type { GraphPerson } from './wire.ts';
import { readPage, readQuery, rootOf, sendEntity, sendGraphError, sendPage } from './wire.ts';

interface CalendarRooms {
  readonly calendar: CalendarStore;
  personOf(response: Response): GraphPerson;
}

const DateTime = z.strictObject({
  dateTime: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/),
  timeZone: z.string(),
});
/** An unknown property is refused, as Graph refuses it. */
const EventBody = z.strictObject({
  subject: z.string().optional(),
  body: z.strictObject({ content: z.string(), contentType: z.enum(['text', 'html']) }).optional(),
  location: z.object({ displayName: z.string().optional() }).optional(),
  start: DateTime.optional(),
  end: DateTime.optional(),
  isAllDay: z.boolean().optional(),
  showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown']).optional(),
});
const NewEventBody = EventBody.extend({
  subject: z.string(),
  start: DateTime,
  end: DateTime,
  transactionId: z.string().max(200).optional(),
});

/** Adds the calendar routes to the router. */
export function addCalendarRoutes(router: Router, rooms: CalendarRooms): void {
  addViewRoute(router, rooms);
  addCreateRoute(router, rooms);
  addEventRoutes(router, rooms);
}

function addViewRoute(router: Router, { calendar, personOf }: CalendarRooms): void {
  router.get('/v1.0/me/calendarView', (request, response) => {
    const person = personOf(response);
    const from = Date.parse(readQuery(request, 'startDateTime') ?? '');
    const to = Date.parse(readQuery(request, 'endDateTime') ?? '');
    const page = readPage(request, 10);
    if (Number.isNaN(from) || Number.isNaN(to) || to < from)
      return sendGraphError(response, 400, 'ErrorInvalidParameter', 'The time range is not valid.');
    if (page === null) return sendGraphError(response, 400, 'BadRequest', 'Invalid paging.');
    const items = calendar
      .events(person.id)
      .filter((event) => Date.parse(event.startsAt) < to && Date.parse(event.endsAt) > from)
      .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
      .map((event) => eventOnWire(event, request, person));
    return sendPage(request, response, `users('${person.id}')/calendarView`, { items, page });
  });
}

function addCreateRoute(router: Router, { calendar, personOf }: CalendarRooms): void {
  router.post('/v1.0/me/events', async (request, response) => {
    const person = personOf(response);
    const body = readBody(NewEventBody, request, response);
    if (body === null) return;
    const { transactionId } = body;
    const isKnown = calendar.events(person.id).some((event) => event.transactionId === transactionId);
    if (transactionId !== undefined && isKnown)
      return sendGraphError(
        response,
        409,
        'ErrorDuplicateTransactionId',
        'Your request can’t be completed. A duplicate transaction id was found.',
      );
    const event = calendar.add(person.id, body);
    await calendar.save();
    response.status(201);
    return sendEntity(request, response, `users('${person.id}')/events`, eventOnWire(event, request, person));
  });
}

function addEventRoutes(router: Router, { calendar, personOf }: CalendarRooms): void {
  const path = '/v1.0/me/events/:eventId';
  const find = (request: Request, response: Response) =>
    calendar.find(personOf(response).id, String(request.params['eventId']));

  router.get(path, (request, response) => {
    const person = personOf(response);
    const event = find(request, response);
    if (event === null) return sendNotFound(response);
    const entity = eventOnWire(event, request, person);
    return sendEntity(request, response, `users('${person.id}')/events`, entity);
  });
  router.patch(path, async (request, response) => {
    const person = personOf(response);
    const event = find(request, response);
    if (event === null) return sendNotFound(response);
    const body = readBody(EventBody, request, response);
    if (body === null) return;
    calendar.change(event, body);
    await calendar.save();
    const entity = eventOnWire(event, request, person);
    return sendEntity(request, response, `users('${person.id}')/events`, entity);
  });
  router.delete(path, async (request, response) => {
    const event = find(request, response);
    if (event === null) return sendNotFound(response);
    calendar.remove(personOf(response).id, event);
    await calendar.save();
    return response.status(204).end();
  });
}

function eventOnWire(event: StoredEvent, request: Request, person: GraphPerson): object {
  const whole = {
    '@odata.etag': `W/"${event.id.slice(-12)}-${event.change}"`,
    id: event.id,
    createdDateTime: event.createdAt,
    lastModifiedDateTime: event.changedAt,
    changeKey: `${event.id.slice(-12)}${event.change}`,
    categories: [],
    transactionId: event.transactionId,
    subject: event.subject,
    bodyPreview: event.bodyText.slice(0, 255),
    body: { contentType: 'text', content: event.bodyText },
    importance: 'normal',
    sensitivity: 'normal',
    isAllDay: event.isAllDay,
    isCancelled: false,
    isOrganizer: true,
    showAs: event.showAs,
    type: event.seriesMasterId === null ? 'singleInstance' : 'occurrence',
    seriesMasterId: event.seriesMasterId,
    webLink: `${rootOf(request).split('/demo/')[0] ?? ''}/demo/outlook/?event=${encodeURIComponent(event.id)}`,
    start: { dateTime: `${event.startsAt.slice(0, 19)}.0000000`, timeZone: 'UTC' },
    end: { dateTime: `${event.endsAt.slice(0, 19)}.0000000`, timeZone: 'UTC' },
    location: { displayName: event.location },
    attendees: event.attendees.map((one) => ({
      type: 'required',
      status: { response: 'none', time: '0001-01-01T00:00:00Z' },
      emailAddress: { name: one.name, address: one.address },
    })),
    organizer: { emailAddress: { name: person.displayName, address: person.mail } },
  };
  const wanted = readQuery(request, '$select')?.split(',');
  if (wanted === undefined) return whole;
  const kept = ['@odata.etag', 'id', ...wanted];
  return Object.fromEntries(Object.entries(whole).filter(([name]) => kept.includes(name)));
}

function sendNotFound(response: Response): void {
  sendGraphError(response, 404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}

function readBody<S extends z.ZodType>(schema: S, request: Request, response: Response): z.output<S> | null {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues[0];
  const what = `${problem?.path.join('.') ?? ''} ${problem?.message ?? ''}`;
  sendGraphError(response, 400, 'BadRequest', `Invalid JSON: ${what}`);
  return null;
}
