// Sends visits to their person's Outlook calendar. At least once by the job, effectively once by looking before creating.
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { customerLinkOf } from '#api/follow-ups/links.ts';
import type { Attempt } from '#api/jobs/job.ts';
import { letOthersFinish } from '#api/jobs/let-others-finish.ts';
import { retryIfBack } from '#api/jobs/retry-if-back.ts';
import type { CalendarEvent, GraphUser } from '#api/outside/graph.ts';
import { refusedWith } from '#api/outside/graph-client.ts';
import * as store from './calendar-store.ts';
import type { Outgoing } from './calendar-store.ts';

export interface Which {
  readonly organizationId: string;
  readonly visitId: string;
}

const minuteMs = 60_000;

/** Creates, moves or removes the appointment; without the person's token it waits for the next sign-in. */
export async function saveToCalendar(deps: Deps, which: Which, attempt: Attempt): Promise<void> {
  const { organizationId, visitId } = which;
  const row = await deps.db.read({ organizationId }, (trx) =>
    store.findOutgoing(trx, organizationId, visitId),
  );
  if (row === null || row.calendar_state === 'none' || row.calendar_sent_version === row.version) return;
  const job = { organizationId, name: 'visits.save-to-calendar', singletonKey: visitId };
  if (row.calendar_event_id === null) await letOthersFinish(deps, job);
  try {
    await send(deps, which, row);
  } catch (error) {
    await noteFailure(deps, which, error, attempt);
    await retryIfBack(deps, { organizationId, userId: row.user_id }, error);
  }
}

async function send(deps: Deps, which: Which, row: Outgoing): Promise<void> {
  const owner = { organizationId: which.organizationId, userId: row.user_id };
  if (row.cancelled_at !== null) return remove(deps, which, { row, owner });
  if (row.calendar_event_id === null) {
    const event = await deps.graph.saveEvent(owner, {
      ...describe(deps, row),
      transactionId: transactionIdOf(row),
    });
    return note(deps, which, row, event);
  }
  try {
    await deps.graph.updateEvent(owner, row.calendar_event_id, describe(deps, row));
  } catch (error) {
    const status = refusedWith(error);
    if (status !== 404 && status !== 410) throw error;
    return change(deps, which, {
      calendar_state: 'failed',
      calendar_problem: 'deleted_in_calendar',
      calendar_event_id: null,
      calendar_link: null,
    });
  }
  await note(deps, which, row, null);
}

/** Called off: the appointment goes, also one that an unanswered call may have left behind. */
async function remove(
  deps: Deps,
  which: Which,
  { row, owner }: { row: Outgoing; owner: GraphUser },
): Promise<void> {
  const wanted = { transactionId: transactionIdOf(row), ...timesOf(row) };
  const id = row.calendar_event_id ?? (await deps.graph.findEventOf(owner, wanted))?.id ?? null;
  if (id !== null) await deps.graph.deleteEvent(owner, id);
  await change(deps, which, {
    calendar_state: 'none',
    calendar_problem: null,
    calendar_next_attempt_at: null,
    calendar_event_id: null,
    calendar_link: null,
    calendar_sent_version: row.version,
  });
}

async function note(deps: Deps, which: Which, row: Outgoing, event: CalendarEvent | null): Promise<void> {
  await change(deps, which, {
    calendar_state: 'in_calendar',
    calendar_problem: null,
    calendar_next_attempt_at: null,
    calendar_sent_version: row.version,
    ...(event === null ? {} : { calendar_event_id: event.id, calendar_link: webLink(event.link) }),
  });
}

/** Equal for every attempt at the same appointment. */
function transactionIdOf({ id, calendar_round: round }: Outgoing): string {
  return round === 0 ? id : `${id}.${round}`;
}

/** Shown as a link on the screen, so nothing but a web address. */
function webLink(link: string | null): string | null {
  return link !== null && /^https?:\/\//.test(link) ? link : null;
}

const kindWords = { visit: 'Besuch', first_contact: 'Erstkontakt' } as const;

function describe(deps: Deps, row: Outgoing) {
  const number = row.customer_number === null ? '' : ` (Kd.-Nr. ${row.customer_number})`;
  const lines = [
    `Kunde: ${row.customer_name}${number}`,
    ...(row.people.length === 0 ? [] : [`Ansprechpartner: ${row.people.join(', ')}`]),
    ...(row.phone === null ? [] : [`Telefon: ${row.phone}`]),
    ...(row.note === null ? [] : ['', row.note]),
    '',
    `Vorbereitung und Bericht: ${visitLinkOf(deps.config, row)}`,
  ];
  return {
    subject: row.subject === '' ? `${kindWords[row.kind]} ${row.customer_name}` : row.subject,
    place: row.place ?? addressOf(row),
    note: lines.join('\n'),
    ...timesOf(row),
  };
}

/** Opens the visit: in the browser's tab page, or in Teams by its customer. */
function visitLinkOf(config: Parameters<typeof customerLinkOf>[0], row: Outgoing): string {
  const customerLink = customerLinkOf(config, row.customer_id);
  return config.teamsAppId === null ? `${config.publicUrl}/teams/tab.html#/visit/${row.id}` : customerLink;
}

function addressOf({ street, postcode, city }: Outgoing): string {
  const town = [postcode, city].filter((part) => part !== null).join(' ');
  return [street, town].filter((part) => part !== null && part !== '').join(', ');
}

function timesOf(row: Outgoing) {
  const startsAt = row.starts_at;
  return { startsAt, endsAt: new Date(startsAt.getTime() + row.duration_minutes * minuteMs) };
}

/** Waiting is a state, no failure; all else is noted and thrown on to the runner. */
async function noteFailure(deps: Deps, which: Which, error: unknown, attempt: Attempt): Promise<void> {
  const code = error instanceof AppError ? error.code : 'internal';
  if (code === 'token_expired') {
    return change(deps, which, {
      calendar_state: 'waiting_for_sign_in',
      calendar_problem: code,
      calendar_next_attempt_at: null,
    });
  }
  const nextAt = (error instanceof AppError ? error.retryAt : undefined) ?? attempt.nextAt;
  await change(deps, which, {
    calendar_state: 'pending',
    calendar_problem: code,
    calendar_next_attempt_at: nextAt,
  });
  throw error;
}

/** The job was given up: the screens offer another try. */
export async function giveUpCalendar(deps: Deps, which: Which, error: unknown): Promise<void> {
  const calendar_problem = error instanceof AppError ? error.code : 'internal';
  await change(deps, which, { calendar_state: 'failed', calendar_problem, calendar_next_attempt_at: null });
}

async function change(
  deps: Deps,
  { organizationId, visitId }: Which,
  columns: Parameters<typeof store.changeCalendar>[3],
): Promise<void> {
  await deps.db.transaction({ organizationId }, (trx) =>
    store.changeCalendar(trx, organizationId, visitId, columns),
  );
}
