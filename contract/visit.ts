// Visits (Besuch): who is due, the week's plan, the appointment in the calendar. The report: contract/visit-report.ts.
import { z } from 'zod';
import { CustomerRef, Rating } from './customer.ts';
import { Day, endpoint, Id, pageInput, pageOf, Timestamp } from './endpoint.ts';
import { Person, Territory } from './user.ts';

/** Days and times of which a plan can speak; the rest of what a calendar could name is a slip. */
export const PlanDay = Day.refine((day) => day >= '2000-01-01' && day <= '2100-12-31', {
  message: 'out_of_range',
});
const PlanTime = Timestamp.refine((at) => at >= '2000-01-02' && at < '2100-12-30', {
  message: 'out_of_range',
});

export const visitKinds = ['visit', 'first_contact'] as const;
/** none: told afterwards, in no calendar; the rest as a follow-up's way to To Do. */
export const calendarStates = ['none', 'pending', 'in_calendar', 'waiting_for_sign_in', 'failed'] as const;
export const visitStates = ['planned', 'reported', 'cancelled'] as const;
/** What speaks against a time; it is said, never refused. */
export const visitWarnings = ['in_past', 'overlaps', 'outside_hours', 'day_off', 'archived'] as const;
export type VisitWarning = (typeof visitWarnings)[number];

export const Visit = z.object({
  id: Id,
  version: z.int(),
  kind: z.enum(visitKinds),
  state: z.enum(visitStates),
  customer: CustomerRef,
  rating: Rating.nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  street: z.string().nullable(),
  phone: z.string().nullable(),
  user: Person,
  startsAt: Timestamp,
  endsAt: Timestamp,
  subject: z.string(),
  place: z.string().nullable(),
  note: z.string().nullable(),
  people: z.array(Person),
  cancelReason: z.string().nullable(),
  calendar: z.object({
    state: z.enum(calendarStates),
    problem: z.string().nullable(),
    nextAttemptAt: Timestamp.nullable(),
    /** Opens the appointment in Outlook on the web. */
    link: z.string().nullable(),
  }),
  warnings: z.array(z.enum(visitWarnings)),
  /** Whether this user may move, cancel and report it. */
  canChange: z.boolean(),
});
export type Visit = z.infer<typeof Visit>;

export const dueStates = ['overdue', 'due', 'upcoming'] as const;
export type DueState = (typeof dueStates)[number];
/** A customer whose class asks for a visit; the reason is the class, its rhythm and the last visit. */
export const DueVisit = z.object({
  customer: CustomerRef,
  rating: Rating.nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  owner: Person.nullable(),
  territory: Territory.nullable(),
  state: z.enum(dueStates),
  visitsPerYear: z.number(),
  intervalDays: z.int(),
  lastVisitOn: Day.nullable(),
  /** The day agreed at the last visit; it beats the rhythm. */
  agreedOn: Day.nullable(),
  dueOn: Day,
});
export type DueVisit = z.infer<typeof DueVisit>;

/** `postcode` is how it begins: `71`, `712`. */
const PostcodePrefix = z.string().trim().min(1).max(10);
const dueFilter = {
  mine: z.stringbool().optional(),
  territoryId: Id.optional(),
  postcode: PostcodePrefix.optional(),
  letter: z.enum(['A', 'B', 'C']).optional(),
  state: z.enum(dueStates).optional(),
};
export const listDueVisits = endpoint({
  name: 'listDueVisits',
  method: 'GET',
  path: '/api/visits/due',
  summary: 'Customers whose class asks for a visit, longest due first.',
  input: z.strictObject({ ...dueFilter, ...pageInput }),
  reply: z.object({
    ...pageOf(DueVisit).shape,
    /** Of all that fit the filter, whatever the state asked for. */
    counts: z.object({ overdue: z.int(), due: z.int(), upcoming: z.int() }),
    territories: z.array(Territory),
    asOf: Timestamp,
  }),
});

export const VisitDay = z.object({
  day: Day,
  isWorkingDay: z.boolean(),
  visits: z.array(Visit),
  /** Due customers near that day's visits, nearest postcode first. */
  nearby: z.array(z.object({ due: DueVisit, visit: z.object({ id: Id, name: z.string() }) })),
});
export const getVisitWeek = endpoint({
  name: 'getVisitWeek',
  method: 'GET',
  path: '/api/visits/week',
  summary: 'The plan of one person for Monday to Friday.',
  input: z.strictObject({ day: PlanDay, userId: Id.optional() }),
  reply: z.object({ user: Person, days: z.array(VisitDay), workFrom: z.string(), workTo: z.string() }),
});
export type VisitWeek = z.infer<(typeof getVisitWeek)['reply']>;

/** read: the calendar answered; otherwise only our own plan is known. */
export const calendarReadings = ['read', 'waiting_for_sign_in', 'unavailable'] as const;
export const BusyTime = z.object({
  startsAt: Timestamp,
  endsAt: Timestamp,
  title: z.string(),
  isAllDay: z.boolean(),
  /** The visit that this appointment is; null for any other. */
  visitId: Id.nullable(),
});
export type BusyTime = z.infer<typeof BusyTime>;
export const getBusyTimes = endpoint({
  name: 'getBusyTimes',
  method: 'GET',
  path: '/api/visits/busy',
  summary: 'One’s own appointments of that week, read from the calendar and kept nowhere.',
  input: z.strictObject({ day: PlanDay }),
  reply: z.object({ calendar: z.enum(calendarReadings), items: z.array(BusyTime) }),
});

const Minutes = z.int().min(15).max(600);
export const VisitSlot = z.object({
  startsAt: Timestamp,
  endsAt: Timestamp,
  /** The visit of that day that lies nearest, when there is one near. */
  near: z.object({ name: z.string(), postcode: z.string() }).nullable(),
});
export type VisitSlot = z.infer<typeof VisitSlot>;
export const proposeVisitSlots = endpoint({
  name: 'proposeVisitSlots',
  method: 'GET',
  path: '/api/visits/slots',
  summary: 'Free times in one’s own calendar, days with a visit nearby first.',
  input: z.strictObject({
    customerId: Id,
    from: PlanDay.optional(),
    durationMinutes: z.coerce.number().int().min(15).max(600).default(60),
  }),
  reply: z.object({
    calendar: z.enum(calendarReadings),
    slots: z.array(VisitSlot),
    /** A visit that is planned with this customer already. */
    planned: z.array(Visit),
  }),
});

const editableVisit = {
  kind: z.enum(visitKinds),
  startsAt: PlanTime,
  durationMinutes: Minutes,
  subject: z.string().trim().max(255),
  place: z.string().trim().max(300).nullable(),
  note: z.string().max(5000).nullable(),
  contactIds: z.array(Id).max(20),
};
export const planVisit = endpoint({
  name: 'planVisit',
  method: 'POST',
  path: '/api/visits',
  summary: 'Plans a visit; the appointment appears in one’s own calendar.',
  idempotent: true,
  input: z.strictObject({
    customerId: Id,
    kind: editableVisit.kind.default('visit'),
    startsAt: PlanTime,
    durationMinutes: Minutes.default(60),
    subject: editableVisit.subject.default(''),
    place: editableVisit.place.default(null),
    note: editableVisit.note.default(null),
    contactIds: editableVisit.contactIds.default([]),
    /** False for a visit that is told afterwards. */
    inCalendar: z.boolean().default(true),
  }),
  reply: Visit,
});
export const getVisit = endpoint({
  name: 'getVisit',
  method: 'GET',
  path: '/api/visits/:id',
  summary: 'One visit with its state in the calendar.',
  input: z.strictObject({ id: Id }),
  reply: Visit,
});
export const listVisits = endpoint({
  name: 'listVisits',
  method: 'GET',
  path: '/api/visits',
  summary: 'Visits of a customer or of oneself, newest first; planned ones soonest first.',
  input: z.strictObject({
    customerId: Id.optional(),
    mine: z.stringbool().optional(),
    state: z.enum(visitStates).optional(),
    ...pageInput,
  }),
  reply: pageOf(Visit),
});
export const updateVisit = endpoint({
  name: 'updateVisit',
  method: 'PATCH',
  path: '/api/visits/:id',
  summary: 'Moves or changes a planned visit; the appointment follows.',
  versioned: true,
  input: z.strictObject({ id: Id, ...z.object(editableVisit).partial().shape }),
  reply: Visit,
});
export const cancelVisit = endpoint({
  name: 'cancelVisit',
  method: 'POST',
  path: '/api/visits/:id/cancellation',
  summary: 'Calls a visit off; the appointment leaves the calendar.',
  versioned: true,
  input: z.strictObject({ id: Id, reason: z.string().trim().max(500).default('') }),
  reply: Visit,
});
export const retryVisit = endpoint({
  name: 'retryVisit',
  method: 'POST',
  path: '/api/visits/:id/retry',
  summary: 'Tries again to put the visit into the calendar.',
  input: z.strictObject({ id: Id }),
  reply: Visit,
});
/** The visit behind an appointment that is open in Outlook; null for any other appointment. */
export const findAppointmentVisit = endpoint({
  name: 'findAppointmentVisit',
  method: 'GET',
  path: '/api/visits/of-appointment',
  summary: 'The visit behind an appointment in Outlook.',
  input: z.strictObject({ appointmentId: z.string().min(1).max(2000) }),
  reply: z.object({ visit: Visit.nullable() }),
});
