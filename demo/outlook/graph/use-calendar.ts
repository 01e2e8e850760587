// The appointments of the person in the demo bar; read from and written to the local Graph, as Outlook would.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AppointmentItem } from '../office/item.ts';
import type { GraphClient } from './graph-client.ts';

interface WireEvent {
  readonly id: string;
  readonly subject: string;
  readonly isAllDay: boolean;
  readonly body: { readonly content: string };
  readonly location: { readonly displayName: string };
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly organizer: { readonly emailAddress: { readonly name: string; readonly address: string } };
  readonly attendees: readonly {
    readonly emailAddress: { readonly name: string; readonly address: string };
  }[];
}

export interface ShownEvent {
  readonly item: AppointmentItem;
  readonly isAllDay: boolean;
  readonly text: string;
}

export type EventChange = { kind: 'later' } | { kind: 'delete' };

const everyMs = 2_000;
const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** From yesterday to four weeks ahead, asked for again every two seconds while the page is shown. */
export function useCalendar(graph: GraphClient, user: string, now: string) {
  const day = Date.parse(now.slice(0, 10));
  const at = (days: number) => new Date(day + days * dayMs).toISOString();
  return useQuery({
    queryKey: ['graph-calendar', user],
    refetchInterval: everyMs,
    queryFn: async () => {
      const range = `startDateTime=${at(-1)}&endDateTime=${at(29)}`;
      return (await graph.list<WireEvent>(`/me/calendarView?${range}&$top=100`)).map(toShown);
    },
  });
}

function toShown(event: WireEvent): ShownEvent {
  return {
    isAllDay: event.isAllDay,
    text: event.body.content,
    item: {
      kind: 'appointment',
      id: event.id,
      subject: event.subject,
      location: event.location.displayName,
      organizer: event.organizer.emailAddress,
      attendees: event.attendees.map((attendee) => attendee.emailAddress),
      startsAt: `${event.start.dateTime.slice(0, 19)}Z`,
      endsAt: `${event.end.dateTime.slice(0, 19)}Z`,
    },
  };
}

/** Changes one appointment, as its owner would in Outlook. */
export function useEventChange(graph: GraphClient, user: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ event, change }: { event: ShownEvent; change: EventChange }) =>
      sendChange(graph, event, change),
    onSettled: () => queries.invalidateQueries({ queryKey: ['graph-calendar', user] }),
  });
}

function sendChange(graph: GraphClient, { item }: ShownEvent, change: EventChange): Promise<void> {
  const path = `/me/events/${encodeURIComponent(item.id)}`;
  if (change.kind === 'delete') return graph.send('DELETE', path);
  const later = (at: string) => ({
    dateTime: new Date(Date.parse(at) + hourMs).toISOString().slice(0, 19),
    timeZone: 'UTC',
  });
  return graph.send('PATCH', path, { start: later(item.startsAt), end: later(item.endsAt) });
}
