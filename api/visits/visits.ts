// Visits: planned, moved, called off. The front door of this room; who is due stands in due.ts, the report in report.ts.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type {
  cancelVisit,
  getVisit,
  listVisits,
  planVisit,
  retryVisit,
  updateVisit,
  Visit,
} from '#contract/visit.ts';
import { calendarOf } from '#api/complaints/record.ts';
import { writeAudit } from '#api/db/audit.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { changeCalendar } from './calendar-store.ts';
import { saveToCalendarJob } from './jobs.ts';
import { canChangeVisit, stateOf, toVisit } from './row.ts';
import type { VisitRow } from './row.ts';
import { warningsOf } from './rules.ts';
import * as store from './store.ts';

export { dueCount } from './due-store.ts';
export { resumeWaiting } from './waiting.ts';

const minuteMs = 60_000;

/** Plans a visit of one's own; its appointment is on the way when this answers. */
export function plan(deps: Deps, user: SignedInUser, input: Parsed<typeof planVisit>): Promise<Visit> {
  return deps.db.transaction(user, async (trx) => {
    const customer = await store.findCustomer(trx, user, input.customerId);
    if (customer === null) throw new AppError('not_found');
    if (customer.archived_at !== null) throw unfit('customerId', 'archived');
    await checkContacts(trx, user, input.customerId, input.contactIds);
    const id = newId();
    const { organizationId } = user;
    await store.insertVisit(trx, {
      organization_id: organizationId,
      id,
      customer_id: input.customerId,
      user_id: user.id,
      starts_at: new Date(input.startsAt),
      duration_minutes: input.durationMinutes,
      kind: input.kind,
      subject: input.subject,
      place: emptyToNull(input.place),
      note: emptyToNull(input.note),
      created_by: user.id,
      created_at: deps.clock.now(),
      calendar_state: input.inCalendar ? 'pending' : 'none',
    });
    await store.replacePeople(trx, organizationId, {
      visitId: id,
      contactIds: input.contactIds,
      areMet: false,
    });
    if (input.inCalendar) await enqueueSave(deps, trx, organizationId, id);
    const visit = await getVisible(deps, trx, user, id);
    await audit(deps, trx, user, { action: 'visit.plan', visit });
    return visit;
  });
}

/** One visit; not_found for one the user may not see. */
export function get(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof getVisit>,
): Promise<Reply<typeof getVisit>> {
  return deps.db.read(user, (trx) => getVisible(deps, trx, user, input.id));
}

/** A page of visits of a customer, or of oneself. */
export async function list(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listVisits>,
): Promise<Reply<typeof listVisits>> {
  const { customerId, mine = false, state, cursor, limit } = input;
  const after = cursor === undefined ? null : readCursor(cursor);
  const rows = await deps.db.read(user, async (trx) => {
    const found = await store.listVisitRows(trx, user, {
      ...{ customerId, isMine: mine, state, after },
      limit: limit + 1,
    });
    const isUnknown = found.length === 0 && customerId !== undefined;
    if (isUnknown && (await store.findCustomer(trx, user, customerId)) === null)
      throw new AppError('not_found');
    return found;
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return {
    items: items.map((row) => toVisit(user, row)),
    nextCursor: hasMore ? encodeCursor([new Date(last.starts_at).toISOString(), last.id]) : null,
  };
}

function readCursor(cursor: string): [string, string] {
  const [at, id] = decodeCursor(cursor, 2).map(String);
  const isFit = at !== undefined && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at));
  if (!isFit || id === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw unfit('cursor', 'invalid');
  return [at, id];
}

/** Moves or changes a visit that is still planned; the appointment follows. */
export function update(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof updateVisit>,
  version: number,
): Promise<Visit> {
  return deps.db.transaction(user, async (trx) => {
    const row = await lockPlanned(trx, user, { id: input.id, version });
    const before = toVisit(user, row);
    if (input.contactIds !== undefined) {
      await checkContacts(trx, user, row.customer.id, input.contactIds);
      await store.replacePeople(trx, user.organizationId, {
        visitId: input.id,
        contactIds: input.contactIds,
        areMet: false,
      });
    }
    const isTold = row.calendar_state !== 'none';
    await write(trx, user, row, {
      ...columnsOf(input),
      ...(isTold ? { calendar_state: 'pending', calendar_problem: null } : {}),
    });
    if (isTold) await enqueueSave(deps, trx, user.organizationId, input.id);
    const visit = await getVisible(deps, trx, user, input.id);
    await audit(deps, trx, user, { action: 'visit.update', visit, before });
    return visit;
  });
}

function columnsOf(input: Parsed<typeof updateVisit>) {
  const { kind, startsAt, durationMinutes, subject, place, note } = input;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(startsAt === undefined ? {} : { starts_at: new Date(startsAt) }),
    ...(durationMinutes === undefined ? {} : { duration_minutes: durationMinutes }),
    ...(subject === undefined ? {} : { subject }),
    ...(place === undefined ? {} : { place: emptyToNull(place) }),
    ...(note === undefined ? {} : { note: emptyToNull(note) }),
  };
}

/** Calls a planned visit off; its appointment leaves the calendar. */
export function cancel(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof cancelVisit>,
  version: number,
): Promise<Visit> {
  return deps.db.transaction(user, async (trx) => {
    const row = await lockPlanned(trx, user, { id: input.id, version });
    const isTold = row.calendar_state !== 'none';
    await write(trx, user, row, {
      cancelled_at: deps.clock.now(),
      cancelled_by: user.id,
      cancel_reason: emptyToNull(input.reason),
      ...(isTold ? { calendar_state: 'pending', calendar_problem: null } : {}),
    });
    if (isTold) await enqueueSave(deps, trx, user.organizationId, input.id);
    const visit = await getVisible(deps, trx, user, input.id);
    await audit(deps, trx, user, { action: 'visit.cancel', visit, before: toVisit(user, row) });
    return visit;
  });
}

/** Sends a visit that is not in the calendar once more; one that is there already stays as it is. */
export function retry(deps: Deps, user: SignedInUser, input: Parsed<typeof retryVisit>): Promise<Visit> {
  return deps.db.transaction(user, async (trx) => {
    const row = await store.lockVisit(trx, user, input.id);
    if (row === null) throw new AppError('not_found');
    if (!canChangeVisit(user, row.user.id)) throw new AppError('forbidden');
    if (row.calendar_state === 'in_calendar') return toVisit(user, row);
    await changeCalendar(trx, user.organizationId, input.id, {
      calendar_state: 'pending',
      calendar_problem: null,
      calendar_next_attempt_at: null,
      calendar_sent_version: null,
      calendar_round: row.calendar_round + (row.calendar_problem === 'deleted_in_calendar' ? 1 : 0),
    });
    await enqueueSave(deps, trx, user.organizationId, input.id);
    return getVisible(deps, trx, user, input.id);
  });
}

async function lockPlanned(
  trx: Query,
  user: SignedInUser,
  { id, version }: { id: string; version: number },
): Promise<VisitRow> {
  const row = await store.lockVisit(trx, user, id);
  if (row === null) throw new AppError('not_found');
  if (!canChangeVisit(user, row.user.id)) throw new AppError('forbidden');
  if (row.version !== version) throw new AppError('stale_version', { current: toVisit(user, row) });
  if (stateOf(row) !== 'planned')
    throw new AppError('transition_not_allowed', { current: toVisit(user, row) });
  return row;
}

async function write(
  trx: Query,
  user: SignedInUser,
  row: VisitRow,
  change: Parameters<typeof store.updateVisitRow>[3],
): Promise<void> {
  const isWritten = await store.updateVisitRow(trx, user.organizationId, row, change);
  if (!isWritten) throw new AppError('stale_version', { current: toVisit(user, row) });
}

async function checkContacts(
  trx: Query,
  user: SignedInUser,
  customerId: string,
  ids: readonly string[],
): Promise<void> {
  const found = await store.findContacts(trx, user.organizationId, { customerId, ids });
  if (found.length < new Set(ids).size) throw unfit('contactIds', 'unknown');
}

/** The visit with what speaks against its time, as long as it is planned. */
export async function getVisible(deps: Deps, trx: Query, user: SignedInUser, id: string): Promise<Visit> {
  const row = await store.findVisit(trx, user, id);
  if (row === null) throw new AppError('not_found');
  if (stateOf(row) !== 'planned') return toVisit(user, row);
  const from = new Date(row.starts_at);
  const to = new Date(from.getTime() + row.duration_minutes * minuteMs);
  const company = await store.readCompany(trx, user.organizationId);
  const around = { userId: row.user.id, exceptId: id, from, to };
  const others = await store.listOtherSpans(trx, user.organizationId, around);
  const span = { from: from.getTime(), to: to.getTime() };
  const given = { calendar: calendarOf(company), others, now: deps.clock.now() };
  return toVisit(user, row, warningsOf(span, given));
}

async function audit(
  deps: Deps,
  trx: Query,
  user: SignedInUser,
  { action, visit, before }: { action: string; visit: Visit; before?: Visit },
): Promise<void> {
  const told = ({ startsAt, endsAt, kind, subject, place, note, people, cancelReason }: Visit) => ({
    ...{ startsAt, endsAt, kind, subject, place, note, cancelReason },
    people: people.map((person) => person.id),
  });
  await writeAudit(trx, user, {
    action,
    recordKind: 'visit',
    recordId: visit.id,
    ...(before === undefined ? {} : { before: told(before) }),
    after: { customerId: visit.customer.id, ...told(visit) },
    at: deps.clock.now(),
  });
}

async function enqueueSave(deps: Deps, trx: Query, organizationId: string, visitId: string): Promise<void> {
  await deps.jobs.enqueue(trx, saveToCalendarJob, { organizationId, visitId }, { singletonKey: visitId });
}

function unfit(path: string, problem: string): AppError {
  return new AppError('invalid_input', { fields: [{ path, problem }] });
}

function emptyToNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
