// The person's own Outlook calendar through Graph: what is in it, and the appointments of visits.
import { z } from 'zod';
import type { CalendarEvent, EventTimes, GraphCalendar, GraphUser, NewCalendarEvent } from './graph.ts';
import type { GraphClient } from './graph-client.ts';
import { refusedWith } from './graph-client.ts';

const fields = 'id,subject,start,end,isAllDay,showAs,isCancelled,seriesMasterId,transactionId,webLink,type';
const pageSize = 200;
const mostPages = 20;
const dayMs = 86_400_000;

const DateTime = z.object({ dateTime: z.string(), timeZone: z.string().nullish() });
const Event = z.object({
  id: z.string(),
  subject: z.string().nullish(),
  start: DateTime.nullish(),
  end: DateTime.nullish(),
  isAllDay: z.boolean().nullish(),
  showAs: z.string().nullish(),
  isCancelled: z.boolean().nullish(),
  seriesMasterId: z.string().nullish(),
  transactionId: z.string().nullish(),
  webLink: z.string().nullish(),
});
const EventPage = z.object({ value: z.array(Event), '@odata.nextLink': z.string().optional() });

/** The calendar half of the Graph interface. Every time comes and goes as UTC. */
export function createGraphCalendar(client: GraphClient): GraphCalendar {
  const graph: GraphCalendar = {
    listEvents: (user, between) => listEvents(client, user, between),
    async findEvent(user, eventId) {
      const path = `${pathOf(eventId)}?$select=${fields}`;
      try {
        const answer = await client.call<unknown>(user, path, (request) =>
          request.header('Prefer', inUtc).get(),
        );
        return asEvent(Event.parse(answer))[0] ?? null;
      } catch (error) {
        if (isGone(error)) return null;
        throw error;
      }
    },
    async findEventOf(user, { transactionId, startsAt, endsAt }) {
      const around = {
        from: new Date(startsAt.getTime() - dayMs),
        to: new Date(endsAt.getTime() + dayMs),
      };
      const events = await graph.listEvents(user, around);
      return events.find((event) => event.transactionId === transactionId) ?? null;
    },
    async saveEvent(user, event) {
      const found = await graph.findEventOf(user, event);
      if (found === null) return create(client, graph, user, event);
      if (!isSameTime(found, event)) await graph.updateEvent(user, found.id, event);
      return { ...found, startsAt: event.startsAt, endsAt: event.endsAt };
    },
    async updateEvent(user, eventId, change) {
      await client.call(user, pathOf(eventId), (request) => request.patch(bodyOf(change)));
    },
    async deleteEvent(user, eventId) {
      try {
        await client.call(user, pathOf(eventId), (request) => request.delete());
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },
  };
  return graph;
}

async function listEvents(
  client: GraphClient,
  user: GraphUser,
  { from, to }: { from: Date; to: Date },
): Promise<CalendarEvent[]> {
  const events: CalendarEvent[] = [];
  const range = `startDateTime=${from.toISOString()}&endDateTime=${to.toISOString()}`;
  let next: string | undefined =
    `/me/calendarView?${range}&$select=${fields}&$top=${pageSize}&$orderby=start/dateTime`;
  for (let page = 0; next !== undefined && page < mostPages; page += 1) {
    const answer: z.infer<typeof EventPage> = EventPage.parse(
      await client.call<unknown>(user, next, (request) => request.header('Prefer', inUtc).get()),
    );
    events.push(...answer.value.flatMap(asEvent));
    next = answer['@odata.nextLink'];
  }
  return events;
}

const inUtc = 'outlook.timezone="UTC"';

/** Graph refuses a second appointment with the same transaction id; then the first one is there. */
async function create(
  client: GraphClient,
  graph: GraphCalendar,
  user: GraphUser,
  event: NewCalendarEvent,
): Promise<CalendarEvent> {
  const body = { ...bodyOf(event), transactionId: event.transactionId, showAs: 'busy' };
  try {
    const answer = await client.call<unknown>(user, '/me/events', (request) =>
      request.header('Prefer', inUtc).post(body),
    );
    const [made] = asEvent(Event.parse(answer));
    if (made !== undefined) return made;
  } catch (error) {
    if (refusedWith(error) !== 409) throw error;
  }
  const found = await graph.findEventOf(user, event);
  if (found === null) throw new Error('Graph says that the appointment exists, but it is not there.');
  return found;
}

function bodyOf({ subject, place, note, startsAt, endsAt }: Omit<NewCalendarEvent, 'transactionId'>) {
  return {
    subject,
    location: { displayName: place },
    body: { contentType: 'text', content: note },
    start: dateTime(startsAt),
    end: dateTime(endsAt),
  };
}

function dateTime(at: Date): { dateTime: string; timeZone: string } {
  return { dateTime: at.toISOString().slice(0, 19), timeZone: 'UTC' };
}

/** An event without times (none such is known) is left out. */
function asEvent(event: z.infer<typeof Event>): CalendarEvent[] {
  if (!event.start || !event.end) return [];
  return [
    {
      id: event.id,
      subject: event.subject ?? '',
      startsAt: readTime(event.start.dateTime),
      endsAt: readTime(event.end.dateTime),
      isAllDay: event.isAllDay ?? false,
      isFree: event.showAs === 'free',
      isCancelled: event.isCancelled ?? false,
      seriesId: event.seriesMasterId ?? null,
      transactionId: event.transactionId ?? null,
      link: event.webLink ?? null,
    },
  ];
}

/** Asked for in UTC: `2026-09-04T07:00:00.0000000`. */
function readTime(dateTimeText: string): Date {
  return new Date(`${dateTimeText.slice(0, 19)}Z`);
}

function isSameTime(one: EventTimes, other: EventTimes): boolean {
  return (
    one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime()
  );
}

function isGone(error: unknown): boolean {
  const status = refusedWith(error);
  return status === 404 || status === 410;
}

function pathOf(eventId: string): string {
  return `/me/events/${encodeURIComponent(eventId)}`;
}
