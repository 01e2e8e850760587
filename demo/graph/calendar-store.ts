// The appointments of the sample people: made, moved, deleted; a transaction id is taken only once.
import { randomBytes } from 'node:crypto';
import type { Clock } from '#api/outside/clock.ts';
import type { StateFile } from './state-file.ts';

interface DateTimeTimeZone {
  readonly dateTime: string;
  readonly timeZone: string;
}

/** What callers may set on an appointment; the same fields Graph takes. */
export interface EventFields {
  readonly subject?: string | undefined;
  readonly body?: { readonly content: string; readonly contentType: string } | undefined;
  readonly location?: { readonly displayName?: string | undefined } | undefined;
  readonly start?: DateTimeTimeZone | undefined;
  readonly end?: DateTimeTimeZone | undefined;
  readonly isAllDay?: boolean | undefined;
  readonly showAs?: string | undefined;
  readonly transactionId?: string | undefined;
}

export interface EventPerson {
  readonly name: string;
  readonly address: string;
}

export interface StoredEvent {
  id: string;
  subject: string;
  bodyText: string;
  location: string;
  /** In UTC; of all-day ones midnight. */
  startsAt: string;
  endsAt: string;
  isAllDay: boolean;
  showAs: string;
  transactionId: string | null;
  seriesMasterId: string | null;
  attendees: readonly EventPerson[];
  createdAt: string;
  changedAt: string;
  change: number;
}

export interface CalendarState {
  people: Record<string, { events: StoredEvent[] }>;
}

/** The state of a calendar nobody has opened yet. */
export function emptyCalendars(): CalendarState {
  return { people: {} };
}

/** What stands in a person's calendar before the demo begins. */
export type SampleEvent = Pick<StoredEvent, 'subject' | 'location' | 'startsAt' | 'endsAt'> &
  Partial<Pick<StoredEvent, 'isAllDay' | 'showAs' | 'attendees' | 'seriesMasterId'>>;

export interface CalendarStore {
  events(personId: string): StoredEvent[];
  find(personId: string, id: string): StoredEvent | null;
  add(personId: string, fields: EventFields): StoredEvent;
  change(event: StoredEvent, fields: EventFields): void;
  remove(personId: string, event: StoredEvent): void;
  save(): Promise<void>;
  reset(): Promise<void>;
}

export interface CalendarParts {
  readonly file: StateFile<CalendarState>;
  readonly clock: Clock;
  /** Called at a person's first look. */
  readonly samples: (personId: string, now: Date) => readonly SampleEvent[];
}

/** Puts the rules of a calendar over a state file. */
export function createCalendarStore({ file, clock, samples }: CalendarParts): CalendarStore {
  const person = (id: string) =>
    (file.state.people[id] ??= { events: samples(id, clock.now()).map((sample) => newEvent(clock, sample)) });
  return {
    events: (personId) => person(personId).events,
    find: (personId, id) => person(personId).events.find((event) => event.id === id) ?? null,
    add(personId, fields) {
      const now = clock.now().toISOString();
      const event = newEvent(clock, { subject: '', location: '', startsAt: now, endsAt: now });
      event.transactionId = fields.transactionId ?? null;
      applyFields(event, fields);
      person(personId).events.push(event);
      return event;
    },
    change(event, fields) {
      applyFields(event, fields);
      event.change += 1;
      event.changedAt = clock.now().toISOString();
    },
    remove(personId, event) {
      const owner = person(personId);
      owner.events = owner.events.filter((one) => one !== event);
    },
    save: () => file.save(),
    reset: () => file.replace(emptyCalendars()),
  };
}

function newEvent(clock: Clock, sample: SampleEvent): StoredEvent {
  const now = clock.now().toISOString();
  return {
    id: `AAMk${randomBytes(30).toString('base64url')}=`,
    bodyText: '',
    isAllDay: false,
    showAs: 'busy',
    transactionId: null,
    seriesMasterId: null,
    attendees: [],
    createdAt: now,
    changedAt: now,
    change: 1,
    ...sample,
  };
}

function applyFields(event: StoredEvent, fields: EventFields): void {
  const { subject, body, location, start, end, isAllDay, showAs } = fields;
  if (subject !== undefined) event.subject = subject;
  if (body !== undefined) event.bodyText = body.content;
  if (location !== undefined) event.location = location.displayName ?? '';
  if (start !== undefined) event.startsAt = inUtc(start);
  if (end !== undefined) event.endsAt = inUtc(end);
  if (isAllDay !== undefined) event.isAllDay = isAllDay;
  if (showAs !== undefined) event.showAs = showAs;
}

/** Our own callers speak UTC; another zone is taken as Berlin's, the only other one of the demo. */
function inUtc({ dateTime, timeZone }: DateTimeTimeZone): string {
  const text = dateTime.slice(0, 19);
  if (timeZone === 'UTC') return new Date(`${text}Z`).toISOString();
  const summer = new Date(`${text}+02:00`);
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(summer);
  return (shown.replace(' ', 'T') === text ? summer : new Date(`${text}+01:00`)).toISOString();
}
