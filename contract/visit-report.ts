// Before and after a visit: the preparation sheet and the report.
import { z } from 'zod';
import { Quote } from './cockpit.ts';
import { Complaint, complaintCategories, severities } from './complaint.ts';
import { channels, CustomerRef, Rating } from './customer.ts';
import { Cents, Day, endpoint, Id, Timestamp } from './endpoint.ts';
import { FollowUp } from './follow-up.ts';
import { CustomerInsights } from './insight.ts';
import { visibilities } from './activity.ts';
import { Person } from './user.ts';
import { PlanDay, Visit, visitKinds } from './visit.ts';
import { VisitQuestion } from './visit-question.ts';

export const visitResults = ['order', 'quote_wanted', 'good_talk', 'nothing', 'not_met'] as const;
export const interests = ['talked', 'interested', 'not_interested'] as const;

export const PriceHeard = z.object({
  id: Id,
  productGroup: z.object({ id: Id, name: z.string() }).nullable(),
  productText: z.string(),
  competitor: z.string(),
  priceCents: Cents,
  unit: z.string(),
  heardOn: Day,
});
export type PriceHeard = z.infer<typeof PriceHeard>;

export const VisitReport = z.object({
  visitId: Id,
  version: z.int(),
  kind: z.enum(visitKinds),
  visitedAt: Timestamp,
  by: Person,
  reportedAt: Timestamp,
  result: z.enum(visitResults),
  summary: z.string(),
  agreements: z.string(),
  nextVisitOn: Day.nullable(),
  presented: z.string(),
  potentialCents: Cents.nullable(),
  peopleMet: z.array(Person),
  productGroups: z.array(z.object({ id: Id, name: z.string(), interest: z.enum(interests) })),
  answers: z.array(z.object({ questionId: Id, question: z.string(), answer: z.string() })),
  prices: z.array(PriceHeard),
  visibility: z.enum(visibilities),
  activityId: Id,
  complaintId: Id.nullable(),
  canChange: z.boolean(),
});
export type VisitReport = z.infer<typeof VisitReport>;

/** One line of the sheet: what was bought of a group in the last twelve months and in the twelve before. */
export const GroupDevelopment = z.object({
  id: Id,
  name: z.string(),
  isBought: z.boolean(),
  lastYearCents: Cents,
  previousYearCents: Cents,
});
export type GroupDevelopment = z.infer<typeof GroupDevelopment>;

/** Everything one wants to know before going in, read at the moment of opening. */
export const Preparation = z.object({
  customer: z.object({
    ...CustomerRef.shape,
    rating: Rating.nullable(),
    street: z.string().nullable(),
    postcode: z.string().nullable(),
    city: z.string().nullable(),
    phone: z.string().nullable(),
    targetGroup: z.string().nullable(),
    employees: z.int().nullable(),
    competitor: z.string().nullable(),
    paymentTermDays: z.int().nullable(),
    shareOfWalletPercent: z.number().nullable(),
    customerSince: Day.nullable(),
  }),
  visit: Visit.nullable(),
  people: z.array(
    z.object({
      ...Person.shape,
      jobTitle: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      /** Channels by which this person does not want to be reached for marketing. */
      objections: z.array(z.enum(channels)),
      isExpected: z.boolean(),
    }),
  ),
  quotes: z.array(Quote),
  orders: z.array(
    z.object({
      id: Id,
      number: z.string(),
      orderedOn: Day,
      deliveredOn: Day.nullable(),
      totalCents: Cents,
      summary: z.string(),
    }),
  ),
  revenue: z.object({ last12MonthsCents: Cents, previous12MonthsCents: Cents }),
  openItems: z.object({
    totalCents: Cents,
    overdueCents: Cents,
    oldestDueOn: Day.nullable(),
    reminderOn: Day.nullable(),
  }),
  complaints: z.array(Complaint),
  followUps: z.array(FollowUp),
  groups: z.array(GroupDevelopment),
  /** The same hints as on the customer's page, by the same rule. */
  hints: CustomerInsights.pick({ crossSelling: true, upSelling: true }),
  prices: z.array(PriceHeard),
  questions: z.array(VisitQuestion),
  /** The last report this user may read. */
  previous: VisitReport.nullable(),
  asOf: Timestamp,
});
export type Preparation = z.infer<typeof Preparation>;
export const getVisitPreparation = endpoint({
  name: 'getVisitPreparation',
  method: 'GET',
  path: '/api/visit-preparation',
  summary: 'The preparation sheet of a visit, or of a customer before one is planned.',
  input: z
    .strictObject({ visitId: Id.optional(), customerId: Id.optional() })
    .refine((value) => (value.visitId === undefined) !== (value.customerId === undefined), {
      message: 'visit_or_customer',
    }),
  reply: Preparation,
});

const reportFields = {
  result: z.enum(visitResults),
  summary: z.string().trim().max(20_000),
  agreements: z.string().trim().max(5000),
  nextVisitOn: PlanDay.nullable(),
  presented: z.string().trim().max(5000),
  potentialCents: Cents.min(0).max(1_000_000_000_00).nullable(),
  contactIds: z.array(Id).max(50),
  productGroups: z.array(z.strictObject({ id: Id, interest: z.enum(interests) })).max(100),
  answers: z.array(z.strictObject({ questionId: Id, answer: z.string().trim().min(1).max(2000) })).max(100),
  prices: z
    .array(
      z.strictObject({
        productGroupId: Id.nullable().default(null),
        productText: z.string().trim().max(300).default(''),
        competitor: z.string().trim().max(200).default(''),
        priceCents: Cents.min(0).max(100_000_000_00),
        unit: z.string().trim().min(1).max(30).default('Stück'),
      }),
    )
    .max(50),
  visibility: z.enum(visibilities),
};
/** The report with what comes of it; all of it is stored or nothing. */
export const reportVisit = endpoint({
  name: 'reportVisit',
  method: 'POST',
  path: '/api/visits/:id/report',
  summary: 'Reports a visit; follow-ups and a complaint come with it.',
  idempotent: true,
  input: z.strictObject({
    id: Id,
    result: reportFields.result,
    summary: reportFields.summary.default(''),
    agreements: reportFields.agreements.default(''),
    nextVisitOn: reportFields.nextVisitOn.default(null),
    presented: reportFields.presented.default(''),
    potentialCents: reportFields.potentialCents.default(null),
    contactIds: reportFields.contactIds.default([]),
    productGroups: reportFields.productGroups.default([]),
    answers: reportFields.answers.default([]),
    prices: reportFields.prices.default([]),
    visibility: reportFields.visibility.default('team'),
    followUps: z
      .array(z.strictObject({ title: z.string().trim().min(1).max(255), dueOn: PlanDay }))
      .max(20)
      .default([]),
    complaint: z
      .strictObject({
        title: z.string().trim().min(1).max(300),
        description: z.string().max(20_000).default(''),
        category: z.enum(complaintCategories).default('other'),
        severity: z.enum(severities).default('medium'),
      })
      .nullable()
      .default(null),
  }),
  reply: z.object({
    report: VisitReport,
    visit: Visit,
    followUpIds: z.array(Id),
    complaint: z.object({ id: Id, number: z.string() }).nullable(),
  }),
});
export const updateVisitReport = endpoint({
  name: 'updateVisitReport',
  method: 'PATCH',
  path: '/api/visits/:id/report',
  summary: 'Corrects a report; the entry in the history follows.',
  versioned: true,
  input: z.strictObject({ id: Id, ...z.object(reportFields).partial().shape }),
  reply: VisitReport,
});
/** What the form needs: the report when there is one, the one before it, and what can be chosen. */
export const getVisitReport = endpoint({
  name: 'getVisitReport',
  method: 'GET',
  path: '/api/visits/:id/report',
  summary: 'The report of a visit with the previous one, and what its form offers.',
  input: z.strictObject({ id: Id }),
  reply: z.object({
    visit: Visit,
    report: VisitReport.nullable(),
    previous: VisitReport.nullable(),
    contacts: z.array(Person),
    productGroups: z.array(z.object({ id: Id, name: z.string(), isBought: z.boolean() })),
    questions: z.array(VisitQuestion),
  }),
});
