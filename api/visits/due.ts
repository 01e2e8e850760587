// Who is due, and one person's week: the plan by day, with due customers near each day's visits.
import { DateTime } from 'luxon';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { DueVisit, getVisitWeek, listDueVisits, Visit, VisitWeek } from '#contract/visit.ts';
import { calendarOf } from '#api/complaints/record.ts';
import type { WorkingCalendar } from '#api/complaints/working-time.ts';
import { ratingFor } from '#api/customers/customers.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import * as dueStore from './due-store.ts';
import type { DueFilter, DueRow } from './due-store.ts';
import { stateOf, toVisit } from './row.ts';
import type { VisitRow } from './row.ts';
import { dueStateOf, nearestTo, postcodeNearness, warningsOf, weekOf } from './rules.ts';
import type { Span } from './rules.ts';
import * as store from './store.ts';
import type { Company } from './store.ts';

type DueInput = Parsed<typeof listDueVisits>;

/** A page of the customers who are due, with how many there are of each kind. */
export function listDue(
  deps: Deps,
  user: SignedInUser,
  input: DueInput,
): Promise<Reply<typeof listDueVisits>> {
  const now = deps.clock.now();
  const { state, cursor, limit } = input;
  const filter = filterOf(user, input);
  const after = cursor === undefined ? null : readCursor(cursor);
  return deps.db.read(user, async (trx) => {
    const company = await store.readCompany(trx, user.organizationId);
    const page = { now, state, after, limit: limit + 1 };
    const rows = await dueStore.listDueRows(trx, user, filter, page);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const hasMore = rows.length > limit && last !== undefined;
    const today = calendarOf(company).dayOf(now);
    return {
      items: items.map((row) => toDue(user, row, today)),
      nextCursor: hasMore ? encodeCursor([last.due_on, last.customer.id]) : null,
      counts: await dueStore.countDue(trx, user, filter, now),
      territories: await dueStore.listTerritories(trx, user),
      asOf: now.toISOString(),
    };
  });
}

function filterOf(user: SignedInUser, { mine, territoryId, postcode, letter }: DueInput): DueFilter {
  return { ownerId: mine === true ? user.id : undefined, territoryId, postcode, letter };
}

function readCursor(cursor: string): [string, string] {
  const [day, id] = decodeCursor(cursor, 2).map(String);
  const isDay = day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
  if (!isDay || id === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
    throw new AppError('invalid_input', { fields: [{ path: 'cursor', problem: 'invalid' }] });
  }
  return [day, id];
}

function toDue(user: SignedInUser, row: DueRow, today: string): DueVisit {
  return {
    customer: row.customer,
    rating: ratingFor(user, row.rating_source),
    postcode: row.postcode,
    city: row.city,
    owner: row.owner,
    territory: row.territory,
    state: dueStateOf(row.due_on, today),
    visitsPerYear: row.per_year,
    intervalDays: row.interval_days,
    lastVisitOn: row.last_visit_on,
    agreedOn: row.agreed_on,
    dueOn: row.due_on,
  };
}

const mostCandidates = 300;
const nearbyPerDay = 3;

/** Monday to Friday of one person (oneself unless another is named). */
export async function week(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getVisitWeek>,
): Promise<VisitWeek> {
  const now = deps.clock.now();
  const userId = input.userId ?? user.id;
  const days = weekOf(input.day);
  return deps.db.read(user, async (trx) => {
    const person = await store.findVisitor(trx, user.organizationId, userId);
    if (person === null) throw new AppError('not_found');
    const company = await store.readCompany(trx, user.organizationId);
    const between = betweenOf(days, company.time_zone);
    const rows = await store.listVisitsBetween(trx, user, { userId, ...between });
    const filter = { ownerId: userId, territoryId: undefined, postcode: undefined, letter: undefined };
    const page = { now, state: undefined, after: null, limit: mostCandidates };
    const candidates = rows.length === 0 ? [] : await dueStore.listDueRows(trx, user, filter, page);
    const calendar = calendarOf(company);
    const today = calendar.dayOf(now);
    const due = candidates.map((row) => toDue(user, row, today));
    return {
      user: person,
      workFrom: company.workday_start.slice(0, 5),
      workTo: company.workday_end.slice(0, 5),
      days: days.map((day) => {
        const visits = visitsOfDay(user, { rows, day, calendar, now });
        return {
          day,
          isWorkingDay: calendar.spanOf(day) !== null,
          visits,
          nearby: day < today ? [] : nearbyOf(visits, due),
        };
      }),
    };
  });
}

/** From the first day's midnight to the one after the last, in the company's zone. */
export function betweenOf(days: readonly string[], timeZone: Company['time_zone']): { from: Date; to: Date } {
  const midnight = (day: string) => DateTime.fromISO(day, { zone: timeZone });
  return {
    from: midnight(days[0] ?? '').toJSDate(),
    to: midnight(days.at(-1) ?? '')
      .plus({ days: 1 })
      .toJSDate(),
  };
}

interface DayParts {
  readonly rows: readonly VisitRow[];
  readonly day: string;
  readonly calendar: WorkingCalendar;
  readonly now: Date;
}

function visitsOfDay(user: SignedInUser, { rows, day, calendar, now }: DayParts): Visit[] {
  return rows
    .filter((row) => calendar.dayOf(new Date(row.starts_at)) === day)
    .map((row) => {
      if (stateOf(row) !== 'planned') return toVisit(user, row);
      const others = rows.filter((other) => other !== row && stateOf(other) === 'planned').map(spanOf);
      return toVisit(user, row, warningsOf(spanOf(row), { calendar, others, now }));
    });
}

function spanOf(row: VisitRow): Span {
  const from = new Date(row.starts_at).getTime();
  return { from, to: from + row.duration_minutes * 60_000 };
}

/** Due customers who could be seen on the same way, the nearest first, then the longest due. */
function nearbyOf(visits: readonly Visit[], due: readonly DueVisit[]): VisitWeek['days'][number]['nearby'] {
  const planned = visits.filter((visit) => visit.state === 'planned');
  const stops = planned.map(({ id, customer, postcode }) => ({ id, name: customer.name, postcode }));
  const atThere = new Set(planned.map((visit) => visit.customer.id));
  return due
    .flatMap((one) => {
      const stop = atThere.has(one.customer.id) ? null : nearestTo(one.postcode, stops);
      if (stop === null) return [];
      return [{ due: one, visit: stop, nearness: postcodeNearness(one.postcode, stop.postcode) }];
    })
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, nearbyPerDay)
    .map(({ due: one, visit: { id, name } }) => ({ due: one, visit: { id, name } }));
}
