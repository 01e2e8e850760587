// What a person's own calendar says: busy times of a week, free times for a visit, the visit behind an appointment.
import { DateTime } from 'luxon';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type {
  BusyTime,
  findAppointmentVisit,
  getBusyTimes,
  proposeVisitSlots,
  VisitSlot,
} from '#contract/visit.ts';
import { calendarOf } from '#api/complaints/record.ts';
import type { WorkingCalendar } from '#api/complaints/working-time.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { CalendarEvent, GraphUser } from '#api/outside/graph.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { findVisitsOfEvents } from './calendar-store.ts';
import { betweenOf } from './due.ts';
import { readCalendar } from './incoming.ts';
import { stateOf, toVisit } from './row.ts';
import type { VisitRow } from './row.ts';
import { addDays, busySpans, freeSlots, nearestTo, postcodeNearness, weekOf } from './rules.ts';
import * as store from './store.ts';

type Reading = Reply<typeof getBusyTimes>['calendar'];

function graphUserOf(user: SignedInUser): GraphUser {
  return { organizationId: user.organizationId, userId: user.id };
}

/** Never fails because of the calendar: what was read, or why nothing was. */
async function tryReading(
  deps: Deps,
  user: SignedInUser,
  between: { from: Date; to: Date },
): Promise<{ reading: Reading; events: CalendarEvent[] }> {
  try {
    const events = await readCalendar(deps, graphUserOf(user), between);
    return events === null ? { reading: 'waiting_for_sign_in', events: [] } : { reading: 'read', events };
  } catch (error) {
    const isTheirs =
      error instanceof AppError &&
      ['outside_unavailable', 'consent_required', 'not_found', 'too_large'].includes(error.code);
    if (!isTheirs) throw error;
    return { reading: 'unavailable', events: [] };
  }
}

/** One's own appointments of the week; changes of visits made in Outlook are taken over on the way. */
export async function busy(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getBusyTimes>,
): Promise<Reply<typeof getBusyTimes>> {
  const company = await deps.db.read(user, (trx) => store.readCompany(trx, user.organizationId));
  const between = betweenOf(weekOf(input.day), company.time_zone);
  const { reading, events } = await tryReading(deps, user, between);
  const taken = events.filter((event) => !event.isFree && !event.isCancelled);
  const ids = taken.flatMap((event) => [event.id, ...(event.seriesId === null ? [] : [event.seriesId])]);
  const visits = await deps.db.read(user, (trx) => findVisitsOfEvents(trx, graphUserOf(user), ids));
  return {
    calendar: reading,
    items: taken.map((event) => ({
      ...timesOf(event, company.time_zone),
      title: event.subject,
      isAllDay: event.isAllDay,
      visitId: visits.get(event.id) ?? visits.get(event.seriesId ?? '') ?? null,
    })),
  };
}

/** All-day appointments carry days, not instants: here they go from midnight to midnight of the company's zone. */
function timesOf(event: CalendarEvent, zone: string): Pick<BusyTime, 'startsAt' | 'endsAt'> {
  if (!event.isAllDay) return { startsAt: event.startsAt.toISOString(), endsAt: event.endsAt.toISOString() };
  const midnight = (at: Date) =>
    DateTime.fromISO(at.toISOString().slice(0, 10), { zone }).toJSDate().toISOString();
  return { startsAt: midnight(event.startsAt), endsAt: midnight(event.endsAt) };
}

const searchDays = 21;
const mostSlots = 8;

/** Free times for a visit: first on days on which one is nearby anyway, then the next ones. */
export async function slots(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof proposeVisitSlots>,
): Promise<Reply<typeof proposeVisitSlots>> {
  const now = deps.clock.now();
  const { customer, company, planned } = await deps.db.read(user, async (trx) => {
    const found = await store.findCustomer(trx, user, input.customerId);
    if (found === null) throw new AppError('not_found');
    const filter = { customerId: found.id, isMine: false, state: 'planned' as const, after: null, limit: 5 };
    return {
      customer: found,
      company: await store.readCompany(trx, user.organizationId),
      planned: await store.listVisitRows(trx, user, filter),
    };
  });
  const calendar = calendarOf(company);
  const today = calendar.dayOf(now);
  const from = input.from !== undefined && input.from > today ? input.from : today;
  const between = betweenOf([from, addDays(from, searchDays - 1)], company.time_zone);
  const { reading, events } = await tryReading(deps, user, between);
  const own = await deps.db.read(user, (trx) =>
    store.listVisitsBetween(trx, user, { userId: user.id, ...between }),
  );
  const stops = own.filter((row) => stateOf(row) === 'planned');
  const taken = [...busySpans(events, calendar), ...stops.map(spanOf)];
  const { durationMinutes } = input;
  const free = freeSlots({ calendar, now, from, days: searchDays, durationMinutes, busy: taken });
  return {
    calendar: reading,
    slots: rank(free, { stops, calendar, postcode: customer.postcode }),
    planned: planned.map((row) => toVisit(user, row)),
  };
}

function spanOf(row: VisitRow): { from: number; to: number } {
  const from = new Date(row.starts_at).getTime();
  return { from, to: from + row.duration_minutes * 60_000 };
}

interface Ranking {
  readonly stops: readonly VisitRow[];
  readonly calendar: WorkingCalendar;
  readonly postcode: string | null;
}

function rank(
  free: readonly { from: number; to: number }[],
  { stops, calendar, postcode }: Ranking,
): VisitSlot[] {
  return free
    .map(({ from, to }) => {
      const day = calendar.dayOf(new Date(from));
      const ofDay = stops.filter((row) => calendar.dayOf(new Date(row.starts_at)) === day);
      const near = nearestTo(
        postcode,
        ofDay.map((row) => ({ id: row.id, name: row.customer.name, postcode: row.postcode })),
      );
      return { from, to, near, nearness: near === null ? 0 : postcodeNearness(postcode, near.postcode) };
    })
    .sort((a, b) => b.nearness - a.nearness || a.from - b.from)
    .slice(0, mostSlots)
    .map(({ from, to, near }) => ({
      startsAt: new Date(from).toISOString(),
      endsAt: new Date(to).toISOString(),
      near: near === null ? null : { name: near.name, postcode: near.postcode ?? '' },
    }));
}

/** The visit behind an appointment of one's own calendar; Outlook's two spellings of an id are the same. */
export async function ofAppointment(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof findAppointmentVisit>,
): Promise<Reply<typeof findAppointmentVisit>> {
  const id = input.appointmentId;
  const spellings = [id, id.replaceAll('/', '-').replaceAll('+', '_')];
  return deps.db.read(user, async (trx) => {
    const found = await findVisitsOfEvents(trx, graphUserOf(user), spellings);
    const visitId = [...found.values()][0];
    const row = visitId === undefined ? null : await store.findVisit(trx, user, visitId);
    return { visit: row === null ? null : toVisit(user, row) };
  });
}
