// Figures of complaints: how many, how fast, how often again, what they cost, and why. Partners see none of them.
import { z } from 'zod';
import { complaintStates } from './complaint.ts';
import { Cents, Day, endpoint, Id, Nothing, pageInput, pageOf, Timestamp } from './endpoint.ts';

/** Below so many values no median and no 90th percentile is said. */
export const fewestValues = 5;
export const analysisDimensions = ['product_group', 'class', 'location', 'owner'] as const;
export const customerLetters = ['A', 'B', 'C'] as const;
/** The complaints behind a figure. */
export const analysedKinds = [
  'all',
  'registered',
  'answered',
  'resolved',
  'first_answer_kept',
  'first_answer_missed',
  'resolution_kept',
  'resolution_missed',
  'repeat',
  'with_cost',
  'rated',
] as const;

/** `none`: those that lack it. */
const IdOrNone = z.union([Id, z.literal('none')]);
const filter = {
  /** Days of receipt in the company's time zone, both included; at most ten years. */
  from: Day,
  to: Day,
  productGroupId: IdOrNone.optional(),
  /** The customer's class of today. */
  letter: z.enum([...customerLetters, 'none']).optional(),
  locationId: IdOrNone.optional(),
  /** Another person than oneself only where the administration has turned on figures of single persons. */
  ownerId: Id.optional(),
  /** The cause or one under it. */
  causeId: IdOrNone.optional(),
};
export const AnalysisFilter = z.strictObject(filter);
export type AnalysisFilter = z.infer<typeof AnalysisFilter>;

/** Working minutes; null while there are fewer than five values. */
export const Spread = z.object({
  count: z.int(),
  medianMinutes: z.int().nullable(),
  p90Minutes: z.int().nullable(),
});
export type Spread = z.infer<typeof Spread>;
/** Deadlines that were met, of those that were met or missed so far. */
export const Kept = z.object({ kept: z.int(), of: z.int() });
export type Kept = z.infer<typeof Kept>;

/** From 1, very dissatisfied, to 5; the last answer of each customer asked. No average while there are fewer than five. */
export const Satisfaction = z.object({ answers: z.int(), average: z.number().nullable() });
export type Satisfaction = z.infer<typeof Satisfaction>;

export const ComplaintFigures = z.object({
  complaints: z.int(),
  /** Orders of the period that the rate is based on; null where orders cannot be told apart so (owner, cause). */
  orders: z.int().nullable(),
  per100Orders: z.number().nullable(),
  registration: Spread,
  firstAnswer: Spread,
  resolution: Spread,
  firstAnswerKept: Kept,
  resolutionKept: Kept,
  satisfaction: Satisfaction,
  repeats: z.int(),
  /** Of all agreed measures, and how many complaints had any. */
  costCents: Cents,
  withCost: z.int(),
});
export type ComplaintFigures = z.infer<typeof ComplaintFigures>;

export const ParetoBar = z.object({
  /** Null: all the other causes together. */
  causeId: Id.nullable(),
  path: z.array(z.string()),
  count: z.int(),
  /** Share of all complaints that have a cause. */
  sharePercent: z.number(),
  cumulatedPercent: z.number(),
});
export type ParetoBar = z.infer<typeof ParetoBar>;

export const getComplaintAnalysis = endpoint({
  name: 'getComplaintAnalysis',
  method: 'GET',
  path: '/api/complaint-analysis',
  summary: 'Figures of the complaints received in a period, and their causes by frequency.',
  input: z.strictObject({
    ...filter,
    /** Causes of the first level with all under them, or each as it was given. */
    causes: z.enum(['top', 'exact']).default('top'),
  }),
  reply: z.object({
    figures: ComplaintFigures,
    pareto: z.array(ParetoBar),
    withoutCause: z.int(),
    /** Changed just now and not in the figures yet. */
    pending: z.int(),
  }),
});

export const BreakdownRow = z.object({
  /** An id or a letter; `none` for those that lack it. */
  key: z.string(),
  label: z.string(),
  complaints: z.int(),
  orders: z.int().nullable(),
  per100Orders: z.number().nullable(),
  firstAnswer: Spread,
  resolution: Spread,
  resolutionKept: Kept,
  repeats: z.int(),
  costCents: Cents,
});
export type BreakdownRow = z.infer<typeof BreakdownRow>;

export const getComplaintBreakdown = endpoint({
  name: 'getComplaintBreakdown',
  method: 'GET',
  path: '/api/complaint-analysis/breakdown',
  summary:
    'The same figures by product group, class of the customer, location, or (where it is turned on) owner.',
  input: z.strictObject({ ...filter, by: z.enum(analysisDimensions) }),
  reply: z.object({ rows: z.array(BreakdownRow) }),
});

export const AnalysedComplaint = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  customerName: z.string(),
  receivedAt: Timestamp,
  state: z.enum(complaintStates),
  cause: z.array(z.string()),
  registrationMinutes: z.int().nullable(),
  firstAnswerMinutes: z.int().nullable(),
  resolutionMinutes: z.int().nullable(),
  costCents: Cents,
  isRepeat: z.boolean(),
});
export type AnalysedComplaint = z.infer<typeof AnalysedComplaint>;

export const listAnalysedComplaints = endpoint({
  name: 'listAnalysedComplaints',
  method: 'GET',
  path: '/api/complaint-analysis/complaints',
  summary: 'The complaints behind a figure, newest first.',
  input: z.strictObject({ ...filter, which: z.enum(analysedKinds).default('all'), ...pageInput }),
  reply: pageOf(AnalysedComplaint),
});
export const exportComplaintAnalysis = endpoint({
  name: 'exportComplaintAnalysis',
  method: 'POST',
  path: '/api/complaint-analysis/export',
  summary: 'The complaints behind the figures as a file (CSV for German spreadsheets, or XLSX), a line each.',
  input: z.strictObject({
    ...filter,
    which: z.enum(analysedKinds).default('all'),
    format: z.enum(['csv', 'xlsx']),
    language: z.enum(['de', 'en']).default('de'),
  }),
  reply: z.unknown(),
});

const Named = z.object({ id: Id, name: z.string() });
export const ComplaintAnalysisSettings = z.object({
  version: z.int(),
  /** Figures of single persons may be seen. */
  ranksOwners: z.boolean(),
  productGroups: z.array(Named),
  locations: z.array(Named),
  /** Only those one may ask for: oneself, or everyone once it is turned on. */
  owners: z.array(Named),
});
export type ComplaintAnalysisSettings = z.infer<typeof ComplaintAnalysisSettings>;
export const getComplaintAnalysisSettings = endpoint({
  name: 'getComplaintAnalysisSettings',
  method: 'GET',
  path: '/api/complaint-analysis/settings',
  summary: 'What the figures can be narrowed to, and whether those of single persons may be seen.',
  input: Nothing,
  reply: ComplaintAnalysisSettings,
});
export const updateComplaintAnalysisSettings = endpoint({
  name: 'updateComplaintAnalysisSettings',
  method: 'PATCH',
  path: '/api/complaint-analysis/settings',
  summary: 'Turns figures of single persons on or off.',
  versioned: true,
  input: z.strictObject({ ranksOwners: z.boolean() }),
  reply: ComplaintAnalysisSettings,
});
