// Takes over what a person did with a visit's appointment in Outlook: moved, shortened, deleted.
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { CalendarEvent, GraphUser } from '#api/outside/graph.ts';
import * as store from './calendar-store.ts';
import type { Mirror } from './calendar-store.ts';
import { occurrenceOf, readCalendarChange } from './rules.ts';

interface Between {
  readonly from: Date;
  readonly to: Date;
}

/** Reads this person's appointments of that time and takes over what was changed; null without a token. */
export async function readCalendar(
  deps: Deps,
  user: GraphUser,
  between: Between,
): Promise<CalendarEvent[] | null> {
  try {
    const events = await deps.graph.listEvents(user, between);
    await compare(deps, user, { between, events });
    return events;
  } catch (error) {
    if (error instanceof AppError && error.code === 'token_expired') return null;
    throw error;
  }
}

/** A visit that is not among the appointments of its time was moved away or deleted: that one is asked for by itself. */
async function compare(
  deps: Deps,
  user: GraphUser,
  { between, events }: { between: Between; events: readonly CalendarEvent[] },
): Promise<void> {
  const mirrors = await deps.db.read(user, (trx) =>
    store.listMirrors(trx, user, { ...between, isForChange: false }),
  );
  const found = new Map<string, CalendarEvent | null>();
  for (const mirror of mirrors) found.set(mirror.id, await findEvent(deps, user, { mirror, events }));
  const changed = mirrors.filter((mirror) => changeOf(mirror, found.get(mirror.id)).kind !== 'none');
  if (changed.length === 0) return;
  await deps.db.transaction(user, async (trx) => {
    for (const mirror of await store.listMirrors(trx, user, { ...between, isForChange: true })) {
      const seen = mirrors.find((one) => one.id === mirror.id);
      // Changed by us since the calendar was asked: the next comparison sees it.
      if (seen?.version === mirror.version)
        await apply(deps, trx, user, { mirror, event: found.get(mirror.id) });
    }
  });
}

async function findEvent(
  deps: Deps,
  user: GraphUser,
  { mirror, events }: { mirror: Mirror; events: readonly CalendarEvent[] },
): Promise<CalendarEvent | null> {
  const { calendar_event_id: eventId, starts_at: startsAt } = mirror;
  return occurrenceOf(events, { eventId, startsAt }) ?? deps.graph.findEvent(user, eventId);
}

function changeOf(mirror: Mirror, event: CalendarEvent | null | undefined) {
  const isAhead = mirror.calendar_sent_version !== mirror.version;
  const visit = { startsAt: mirror.starts_at, durationMinutes: mirror.duration_minutes, isAhead };
  return event === undefined ? ({ kind: 'none' } as const) : readCalendarChange(visit, event);
}

async function apply(
  deps: Deps,
  trx: Query,
  user: GraphUser,
  { mirror, event }: { mirror: Mirror; event: CalendarEvent | null | undefined },
): Promise<void> {
  const change = changeOf(mirror, event);
  const { organizationId } = user;
  if (change.kind === 'none') return;
  if (change.kind === 'deleted') {
    await store.changeCalendar(trx, organizationId, mirror.id, {
      calendar_state: 'failed',
      calendar_problem: 'deleted_in_calendar',
      calendar_event_id: null,
      calendar_link: null,
    });
  } else {
    const version = mirror.version + 1;
    await store.changeCalendar(trx, organizationId, mirror.id, {
      starts_at: change.startsAt,
      duration_minutes: change.durationMinutes,
      version,
      calendar_sent_version: version, // the calendar has it already
      ...(event ? { calendar_event_id: event.id } : {}),
    });
  }
  await writeAudit(
    trx,
    { organizationId, id: user.userId },
    {
      action: 'visit.change_in_calendar',
      recordKind: 'visit',
      recordId: mirror.id,
      before: { startsAt: mirror.starts_at, durationMinutes: mirror.duration_minutes },
      after: change,
      source: 'job',
      at: deps.clock.now(),
    },
  );
}
