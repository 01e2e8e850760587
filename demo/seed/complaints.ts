// Complaints of two years as they were told, with deadlines by the product's own rules; numbered as they came in.
import { deadlineHours } from '#api/complaints/rules.ts';
import { reckonDeadlines } from '#api/complaints/deadlines.ts';
import { addWorkingMinutes, workingCalendar, workingMinutesBetween } from '#api/complaints/working-time.ts';
import type { SeedCalendar } from './calendar.ts';
import type { SeedCustomer } from './customer.ts';
import { ownerOf } from './customer-rows.ts';
import type { SeedFigures } from './figures.ts';
import { organizationId, organizationRow, personId } from './people.ts';
import { createChance, idOf } from './random.ts';
import { complaintCauses, toldComplaints } from './told-complaints.ts';
import type { Cause, ToldComplaint } from './told-complaints.ts';

/** The next one is RK-26-0318, as in the pictures. */
export const lastNumber = 317;
const hourMs = 3_600_000;
const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;

export const workingHours = workingCalendar({
  timeZone: organizationRow.time_zone,
  start: organizationRow.workday_start,
  end: organizationRow.workday_end,
  region: organizationRow.holiday_region,
});

export interface SeedComplaint extends Cause {
  readonly id: string;
  readonly number: string;
  readonly customer: SeedCustomer;
  readonly state: ToldComplaint['state'];
  readonly owner: string;
  readonly reporter: string;
  readonly receivedAt: Date;
  readonly answeredAt: Date | null;
  readonly closedAt: Date | null;
  readonly escalation: ToldComplaint['escalation'] | null;
  readonly waitsFor: string | null;
  readonly proposal: string | null;
  readonly goodwillCents: number | null;
  readonly deadlines: ReturnType<typeof reckonDeadlines>;
}

type Unnumbered = Omit<SeedComplaint, 'id' | 'number'>;
type Figures = ReadonlyMap<string, SeedFigures>;

/** All complaints, oldest first. */
export function buildComplaints(
  customers: readonly SeedCustomer[],
  figures: Figures,
  calendar: SeedCalendar,
): SeedComplaint[] {
  const all = [
    ...customers.flatMap((customer) => inventClosed(customer, figures, calendar)),
    ...toldComplaints.flatMap((told) => {
      const customer = customers.find((one) => one.number === told.customer);
      return customer === undefined ? [] : [tell(told, customer, figures, calendar)];
    }),
  ];
  all.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
  const lastOf = new Map<string, number>();
  const numbers = all.toReversed().map(({ receivedAt }) => {
    const year = String(receivedAt.getUTCFullYear());
    const number = lastOf.get(year) ?? lastNumber;
    lastOf.set(year, number - 1);
    return `RK-${year.slice(2)}-${String(number).padStart(4, '0')}`;
  });
  return all.map((one, index) => {
    const number = numbers[all.length - 1 - index] ?? '';
    return { ...one, number, id: idOf('complaint', number) };
  });
}

function inventClosed(customer: SeedCustomer, figures: Figures, calendar: SeedCalendar): Unnumbered[] {
  const chance = createChance(`complaints ${customer.number}`);
  const told = toldComplaints.find((one) => one.customer === customer.number);
  if (told?.before !== undefined)
    return [closeOne(customer, figures, told.before, calendar.at(-75, '10:20'))];
  if (told !== undefined || customer.number === '20417' || !chance.happens(32)) return [];
  const cause = chance.pick(complaintCauses);
  const daysAgo = chance.int(25, 560);
  const first = closeOne(
    customer,
    figures,
    cause,
    calendar.at(-daysAgo, `${chance.int(10, 15)}:${chance.int(10, 59)}`),
  );
  // with some the same went wrong some months later again
  const again = createChance(`again ${customer.number}`);
  if (daysAgo < 130 || !again.happens(35)) return [first];
  const later = calendar.at(-daysAgo + again.int(30, 100), `${again.int(10, 15)}:${again.int(10, 59)}`);
  return [first, closeOne(customer, figures, cause, later)];
}

function closeOne(customer: SeedCustomer, figures: Figures, cause: Cause, receivedAt: Date): Unnumbered {
  const chance = createChance(`closed ${customer.number} ${receivedAt.toISOString().slice(11, 16)}`);
  const hours = deadlineHours(figures.get(customer.id)?.rating ?? null, cause.severity);
  const part = chance.happens(85) ? chance.int(20, 90) / 100 : chance.int(110, 180) / 100;
  const after = (share: number) => addWorkingMinutes(workingHours, receivedAt, Math.round(share * part * 60));
  return {
    ...cause,
    customer,
    state: 'closed',
    owner: ownerOf(customer),
    reporter: ownerOf(customer),
    receivedAt,
    answeredAt: after(hours.firstAnswer),
    closedAt: after(hours.resolution),
    escalation: null,
    waitsFor: null,
    proposal: null,
    goodwillCents: null,
    deadlines: deadlinesOf(customer, figures, cause, receivedAt),
  };
}

function deadlinesOf(
  customer: SeedCustomer,
  figures: Figures,
  cause: Pick<Cause, 'severity'>,
  receivedAt: Date,
) {
  return reckonDeadlines(workingHours, figures.get(customer.id)?.rating ?? null, cause.severity, receivedAt);
}

function tell(
  told: ToldComplaint,
  customer: SeedCustomer,
  figures: Figures,
  { now }: SeedCalendar,
): Unnumbered {
  const receivedAt = workingMinutesAgo(now, told.receivedMinutesAgo);
  return {
    title: told.title,
    description: told.description,
    category: told.category,
    severity: told.severity,
    outcome: '',
    customer,
    state: told.state,
    owner: told.owner,
    reporter: told.owner,
    receivedAt,
    answeredAt: told.state === 'answered' ? new Date(receivedAt.getTime() + hourMs) : null,
    closedAt: null,
    escalation: told.escalation ?? null,
    waitsFor: told.waitsFor ?? null,
    proposal: told.proposal ?? null,
    goodwillCents: told.goodwillCents ?? null,
    deadlines: deadlinesOf(customer, figures, told, receivedAt),
  };
}

/** The quarter of an hour since which so many minutes of working time have passed. */
function workingMinutesAgo(now: Date, minutes: number): Date {
  let at = Math.floor(now.getTime() / quarterMs) * quarterMs;
  while (workingMinutesBetween(workingHours, new Date(at), now) < minutes) at -= quarterMs;
  return new Date(at);
}

/** When somebody looks again: at the next deadline; who waits for the customer when the pause ends. */
function nextDay({ state, answeredAt, deadlines }: SeedComplaint): string | null {
  if (state === 'closed') return null;
  return workingHours.dayOf(
    answeredAt === null ? deadlines.first_answer_due_at : deadlines.resolution_due_at,
  );
}

/** Rows of complaint. */
export function buildComplaintRows(complaints: readonly SeedComplaint[]) {
  return complaints.map((one) => ({
    organization_id: organizationId,
    id: one.id,
    number: one.number,
    customer_id: one.customer.id,
    title: one.title,
    description: one.description,
    category: one.category,
    severity: one.severity,
    state: one.state,
    owner_id: personId(one.owner),
    reported_by: personId(one.reporter),
    received_at: one.receivedAt,
    ...one.deadlines,
    next_on: nextDay(one),
    answered_at: one.answeredAt,
    closed_at: one.closedAt,
    outcome: one.closedAt === null ? null : one.outcome,
    proposal: one.proposal,
    proposed_goodwill_cents: one.goodwillCents,
    created_at: new Date(one.receivedAt.getTime() + 5 * minuteMs),
    updated_at: one.closedAt ?? one.answeredAt ?? one.receivedAt,
  }));
}

/** Rows of complaint_event; those of escalations are told by escalations.ts. */
export function buildComplaintEvents(complaints: readonly SeedComplaint[]) {
  return complaints.flatMap((one) => {
    const story = [
      ['reported', new Date(one.receivedAt.getTime() + 5 * minuteMs), ''],
      [
        'started',
        one.state === 'in_progress' ? new Date(one.receivedAt.getTime() + 20 * minuteMs) : null,
        '',
      ],
      [
        'paused',
        one.waitsFor === null ? null : new Date(one.receivedAt.getTime() + 30 * minuteMs),
        one.waitsFor ?? '',
      ],
      ['answered', one.answeredAt, 'Eingang bestätigt und Lösung vorgeschlagen.'],
      ['closed', one.closedAt, one.outcome],
    ] as const;
    return story.flatMap(([kind, at, text]) =>
      at === null ? [] : [eventRow(one, { kind, at, text, by: one.owner })],
    );
  });
}

/** One line of a complaint's story. */
export function eventRow(
  { id, number }: SeedComplaint,
  event: { kind: string; at: Date; text: string; by: string },
) {
  return {
    organization_id: organizationId,
    id: idOf('complaint-event', `${number} ${event.kind}`),
    complaint_id: id,
    at: event.at,
    by_id: personId(event.by),
    kind: event.kind,
    text: event.text,
  };
}
