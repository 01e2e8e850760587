// "Mein Tag": the tasks of the signed-in person in order of urgency, with what makes each one urgent.
import { DateTime } from 'luxon';
import type { Complaint } from '#contract/complaint.ts';
import type { DayTask, MyDay } from '#contract/day.ts';
import { calendarOf, toComplaint } from '#api/complaints/record.ts';
import type { ComplaintRow } from '#api/complaints/row.ts';
import type { WorkingCalendar } from '#api/complaints/working-time.ts';
import { nextWorkingDay } from '#api/complaints/working-time.ts';
import { ratingFor } from '#api/customers/customers.ts';
import { daysBetween, dormancyOf } from '#api/customers/dormancy.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { askToDoSoon, toFollowUp } from '#api/follow-ups/follow-ups.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { compareTasks, partOf } from './rules.ts';
import type { DayRow } from './store.ts';
import { findDay, most } from './store.ts';

/** Days until which a customer that went silent, or an overdue payment, is to be spoken to. */
const talkWithinDays = 2;

/** My tasks, what I did, visits, the team, and what is on its way to To Do. */
export async function get(deps: Deps, user: SignedInUser): Promise<MyDay> {
  const now = deps.clock.now();
  const row = await deps.db.read(user, (trx) => findDay(trx, user, now));
  if (row === null) throw new AppError('not_found');
  await askToDoSoon(deps, user);
  const tasks = listTasks(row, user, now).toSorted(compareTasks);
  const days = { today: row.today, tomorrow: addDays(row.today, 1) };
  const calendar = calendarOf(row);
  const inPart = (part: string) =>
    tasks.filter((task) => partOf(task.kind, calendar.dayOf(new Date(task.dueAt)), days) === part);
  return {
    now: inPart('now'),
    today: inPart('today'),
    next: inPart('next'),
    completedToday: row.completed.map((done) => ({ ...done, at: iso(done.at) })),
    visits: row.visits.map((visit) => ({ ...visit, startsAt: iso(visit.startsAt) })),
    visitsDue: row.visits_due,
    team: row.team.map((news) => ({ ...news, at: iso(news.at) })),
    transfers: {
      pending: row.pending,
      waitingForSignIn: row.waiting_for_sign_in,
      failed: row.failed,
      nextAttemptAt: row.next_attempt_at === null ? null : iso(row.next_attempt_at),
    },
    asOf: now.toISOString(),
    day: row.today,
  };
}

function listTasks(row: DayRow, user: SignedInUser, now: Date): DayTask[] {
  return [
    ...complaintTasks(row, user, now),
    ...followUpTasks(row, user),
    ...quoteTasks(row, user),
    ...dormantTasks(row, user),
    ...paymentTasks(row, user),
  ];
}

/** An escalation that waits for me comes as such; otherwise the complaint's next deadline counts. */
function complaintTasks(row: DayRow, user: SignedInUser, now: Date): DayTask[] {
  return row.complaints.flatMap((stored): DayTask[] => {
    const complaint = toComplaint(stored, user, now);
    const { customer, rating, escalation } = complaint;
    const deadline = complaint.firstAnswer ?? complaint.resolution;
    const dueAt = wakesAt(stored, complaint) ?? deadline?.at ?? complaint.receivedAt;
    const base = { customer, rating, complaint };
    const goodwill = goodwillTasks(stored, user, { ...base, dueAt });
    if (escalation?.turn?.id === user.id) {
      return [{ kind: 'escalation', ...base, dueAt: escalation.deputyAt ?? dueAt }, ...goodwill];
    }
    return isMine(complaint, user) ? [{ kind: 'complaint', ...base, dueAt }, ...goodwill] : goodwill;
  });
}

/** My own, and for those who decide what nobody owns any more. */
function isMine({ owner, ownerIsGone }: Complaint, { id, role }: SignedInUser): boolean {
  return owner.id === id || (ownerIsGone && (role === 'manager' || role === 'admin'));
}

type Goodwill = Extract<DayTask, { kind: 'goodwill' }>;

/** Goodwill above somebody's limit that waits for me. */
function goodwillTasks(
  { goodwill_asked: asked }: ComplaintRow,
  user: SignedInUser,
  about: Omit<Goodwill, 'kind' | 'cents' | 'askedBy'>,
): DayTask[] {
  if (asked?.deciderId !== user.id) return [];
  return [{ kind: 'goodwill', ...about, cents: asked.cents, askedBy: asked.askedBy }];
}

/** What waits for the customer comes back in the morning of its day. */
function wakesAt(stored: ComplaintRow, { pause }: Complaint): string | null {
  if (pause === null) return null;
  return atTime(pause.untilOn, stored.workday_start, stored.time_zone);
}

function followUpTasks(row: DayRow, user: SignedInUser): DayTask[] {
  return row.follow_ups.map((stored) => {
    const followUp = toFollowUp(user, stored);
    const { customer, rating, dueOn } = followUp;
    const source = stored.source && { ...stored.source, occurredAt: iso(stored.source.occurredAt) };
    return { kind: 'follow_up', customer, rating, followUp, source, dueAt: endOfWork(row, dueOn) };
  });
}

function quoteTasks(row: DayRow, user: SignedInUser): DayTask[] {
  return row.quotes.map(({ customer, rating_source, quote }) => {
    const rating = ratingFor(user, rating_source);
    return { kind: 'quote', customer, rating, quote, dueAt: endOfWork(row, quote.validUntil ?? row.today) };
  });
}

function dormantTasks(row: DayRow, user: SignedInUser): DayTask[] {
  const dueAt = endOfWork(row, soon(row));
  const tasks = row.dormant.flatMap((stored): DayTask[] => {
    const { customer, rating_source, last_order_on, usual_order_days } = stored;
    const dormancy = dormancyOf(last_order_on, usual_order_days, row.today);
    if (dormancy === null) return [];
    const { usualDays, silentDays } = dormancy;
    const rating = ratingFor(user, rating_source);
    return [{ kind: 'dormant', customer, rating, usualDays, silentDays, dueAt }];
  });
  return tasks.slice(0, most.dormant);
}

/** Spoken to before the reminder goes out, or within days when none is planned. */
function paymentTasks(row: DayRow, user: SignedInUser): DayTask[] {
  return row.payments.map(({ customer, rating_source, cents, due_on, reminder_on }) => ({
    kind: 'payment',
    customer,
    rating: ratingFor(user, rating_source),
    overdueCents: cents,
    days: daysBetween(due_on, row.today),
    dueAt: endOfWork(row, reminder_on ?? soon(row)),
  }));
}

function soon(row: DayRow): string {
  const calendar: WorkingCalendar = calendarOf(row);
  return nextWorkingDay(calendar, addDays(row.today, talkWithinDays));
}

/** The end of work on that day; on days off as well, because a promise is a promise. */
function endOfWork(row: DayRow, day: string): string {
  return atTime(day, row.workday_end, row.time_zone);
}

function atTime(day: string, time: string, zone: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return DateTime.fromISO(day, { zone }).set({ hour, minute }).toJSDate().toISOString();
}

function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

function iso(at: Date | string): string {
  return new Date(at).toISOString();
}
