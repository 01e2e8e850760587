// The fields of a visit report as one types them, what is wrong with them, and what is sent. Pure.
import type { Input } from '#contract/endpoint.ts';
import type { reportVisit, VisitReport } from '#contract/visit-report.ts';
import type { VisitMessages } from '../messages/visit-messages.ts';

export interface PriceFields {
  key: string;
  text: string;
  competitor: string;
  price: string;
  unit: string;
}

export interface FollowUpFields {
  key: string;
  title: string;
  dueOn: string | null;
}

export interface ReportFields {
  result: VisitReport['result'];
  contactIds: string[];
  presented: string;
  potential: string;
  summary: string;
  agreements: string;
  nextVisitOn: string | null;
  /** Group id to interest. */
  groups: Record<string, VisitReport['productGroups'][number]['interest']>;
  /** Question id to answer. */
  answers: Record<string, string>;
  prices: PriceFields[];
  followUps: FollowUpFields[];
  hasComplaint: boolean;
  complaintTitle: string;
  complaintText: string;
  category: NonNullable<Input<typeof reportVisit>['complaint']>['category'];
  severity: NonNullable<Input<typeof reportVisit>['complaint']>['severity'];
  visibility: VisitReport['visibility'];
}

/** Nothing told yet; those expected count as met. */
export function emptyReport(contactIds: string[]): ReportFields {
  return {
    result: 'good_talk',
    contactIds,
    presented: '',
    potential: '',
    summary: '',
    agreements: '',
    nextVisitOn: null,
    groups: {},
    answers: {},
    prices: [],
    followUps: [],
    hasComplaint: false,
    complaintTitle: '',
    complaintText: '',
    category: 'other',
    severity: 'medium',
    visibility: 'team',
  };
}

/** A stored report, to be corrected. */
export function fieldsOf(report: VisitReport): ReportFields {
  return {
    ...emptyReport(report.peopleMet.map((person) => person.id)),
    result: report.result,
    presented: report.presented,
    potential: report.potentialCents === null ? '' : moneyText(report.potentialCents),
    summary: report.summary,
    agreements: report.agreements,
    nextVisitOn: report.nextVisitOn,
    groups: Object.fromEntries(report.productGroups.map((group) => [group.id, group.interest])),
    answers: Object.fromEntries(report.answers.map((answer) => [answer.questionId, answer.answer])),
    prices: report.prices.map((price) => ({
      key: price.id,
      text: price.productText === '' ? (price.productGroup?.name ?? '') : price.productText,
      competitor: price.competitor,
      price: moneyText(price.priceCents),
      unit: price.unit,
    })),
    visibility: report.visibility,
  };
}

const moneyText = (cents: number) => (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2).replace('.', ',');
const mostCents = 100_000_000_00;

/** `1.250`, `1.250,50`, `41,90` and `41.90` as cents; null for anything else. */
export function centsOf(text: string): number | null {
  const bare = text.replace(/[\s€]/g, '');
  const parts = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:[,.](\d{1,2}))?$/.exec(bare);
  if (parts === null) return null;
  const cents = Number(`${(parts[1] ?? '').replaceAll('.', '')}${(parts[2] ?? '').padEnd(2, '0')}`);
  return cents <= mostCents ? cents : null;
}

/** The sentence of every field that is not fit to be sent. */
export function reportProblems(
  fields: ReportFields,
  words: VisitMessages['report'],
  required: string,
): Record<string, string> {
  const problems: Record<string, string> = {};
  if (isBadAmount(fields.potential)) problems['potential'] = words.badAmount;
  for (const { key, text, price } of fields.prices) {
    if (text.trim() === '') problems[`text ${key}`] = required;
    if (centsOf(price) === null) problems[`price ${key}`] = words.badAmount;
  }
  for (const { key, title, dueOn } of fields.followUps) {
    if (title.trim() === '') problems[`title ${key}`] = required;
    if (dueOn === null) problems[`due ${key}`] = words.needsDay;
  }
  if (fields.hasComplaint && fields.complaintTitle.trim() === '') problems['complaintTitle'] = required;
  return problems;
}

/** Left out is fine. */
function isBadAmount(text: string): boolean {
  return text.trim() !== '' && centsOf(text) === null;
}

/** What both sending and correcting take. */
export function inputOf(fields: ReportFields, id: string) {
  return {
    id,
    result: fields.result,
    summary: fields.summary,
    agreements: fields.agreements,
    nextVisitOn: fields.nextVisitOn,
    presented: fields.presented,
    potentialCents: fields.potential.trim() === '' ? null : centsOf(fields.potential),
    contactIds: fields.contactIds,
    productGroups: Object.entries(fields.groups).map(([groupId, interest]) => ({ id: groupId, interest })),
    answers: Object.entries(fields.answers)
      .filter(([, answer]) => answer.trim() !== '')
      .map(([questionId, answer]) => ({ questionId, answer: answer.trim() })),
    prices: fields.prices.map((price) => ({
      productText: price.text.trim(),
      competitor: price.competitor.trim(),
      priceCents: centsOf(price.price) ?? 0,
      unit: price.unit.trim() === '' ? 'Stück' : price.unit.trim(),
    })),
    visibility: fields.visibility,
  };
}

/** The first report also brings follow-ups and, when there is one, a complaint. */
export function reportInput(fields: ReportFields, id: string): Input<typeof reportVisit> {
  return {
    ...inputOf(fields, id),
    followUps: fields.followUps.flatMap(({ title, dueOn }) =>
      dueOn === null ? [] : [{ title: title.trim(), dueOn }],
    ),
    complaint: fields.hasComplaint
      ? {
          title: fields.complaintTitle.trim(),
          description: fields.complaintText,
          category: fields.category,
          severity: fields.severity,
        }
      : null,
  };
}
