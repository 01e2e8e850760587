// A customer, contact or complaint as a card: one form for everybody in a chat, and each viewer's own after a refresh.
import type { Activity } from '#contract/activity.ts';
import type { Cockpit, Warning } from '#contract/cockpit.ts';
import type { Complaint } from '#contract/complaint.ts';
import type { Contact, CustomerRef } from '#contract/customer.ts';
import type { Json } from './elements.ts';
import { banner, buttonRows, facts, openUrl, text } from './elements.ts';
import type { Format } from './format.ts';
import { createFormat } from './format.ts';
import { plainText } from './plain-text.ts';
import { recordWords } from './record-words.ts';
import type { RecordWords } from './record-words.ts';
import { english, german } from './words.ts';

export const recordVerb = 'record.show';
/** What can be searched for; `message` is a chat message that was logged. */
export const searchableKinds = ['customer', 'contact', 'complaint'] as const;
export const recordKinds = [...searchableKinds, 'message'] as const;
export type SearchableKind = (typeof searchableKinds)[number];
export type RecordKind = (typeof recordKinds)[number];

export interface RecordName {
  readonly kind: RecordKind;
  readonly id: string;
}

/** What one viewer may see of a record. */
export type ViewedRecord = { readonly url: string; readonly timeZone: string; readonly now: string } & (
  | { readonly kind: 'customer'; readonly id: string; readonly cockpit: Cockpit }
  | {
      readonly kind: 'contact';
      readonly id: string;
      readonly contact: Contact;
      readonly customer: CustomerRef;
    }
  | { readonly kind: 'complaint'; readonly id: string; readonly complaint: Complaint }
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly activity: Activity;
      readonly customer: Pick<CustomerRef, 'name' | 'number'>;
    }
);

type Language = 'de' | 'en';

/** What stands in a chat for everybody: at most the title that the sharing person chose to say, and a refresh. */
export function sharedCard(name: RecordName, title: string | null, url: string, language: Language): Json {
  const words = recordWords(language);
  const unnamed = name.kind === 'message' ? words.filed : words.link;
  const head = title === null ? unnamed : plainText(title, 120);
  return {
    ...frame(language, head),
    ...refreshOf(name, words),
    body: [
      ...(title === null ? [] : [text(words.kinds[name.kind], { size: 'Small', isSubtle: true })]),
      text(head, { weight: 'Bolder', style: 'heading', spacing: 'None' }),
      text(title === null ? words.linkHint : words.shared, {
        size: 'Small',
        isSubtle: true,
        spacing: 'Small',
      }),
      ...buttonRows([openUrl(words.open[name.kind], url)]),
    ],
  };
}

/** Without userIds Teams refreshes for everybody in chats of up to 60 people. */
function refreshOf({ kind, id }: RecordName, words: RecordWords): Json {
  const action = { type: 'Action.Execute', title: words.link, verb: recordVerb, data: { kind, id } };
  return { refresh: { action } };
}

/** For whoever may not see the record; says nothing about it, not even its kind. With `name` others still get their own form. */
export function noRightsCard(language: Language, name: RecordName | null = null): Json {
  const words = recordWords(language);
  return {
    ...frame(language, `${words.noRightsTitle}. ${words.noRights}`),
    ...(name === null ? {} : refreshOf(name, words)),
    body: [
      text(words.noRightsTitle, { weight: 'Bolder', style: 'heading' }),
      text(words.noRights, { spacing: 'Small' }),
    ],
  };
}

/** The record as this viewer may see it. */
export function recordCard(record: ViewedRecord, language: Language): Json {
  const words = recordWords(language);
  const { timeZone, now } = record;
  const format = createFormat({ words: language === 'de' ? german : english, timeZone, now });
  const { title, line, rows, warnings } = describe(record, words, format);
  return {
    ...frame(language, `${words.kinds[record.kind]}: ${plainText(title, 120)}`),
    body: [
      text(words.kinds[record.kind], { size: 'Small', isSubtle: true }),
      text(plainText(title, 150), { weight: 'Bolder', size: 'Large', style: 'heading', spacing: 'None' }),
      ...(line === '' ? [] : [text(plainText(line, 200), { spacing: 'None', isSubtle: true })]),
      ...warnings.slice(0, mostWarnings).map((warning) => banner('warning', [plainText(warning, 200)])),
      facts(rows.map(([name, value]) => [name, value === null ? null : plainText(value, 200)])),
      ...buttonRows(buttonsOf(record, words)),
    ],
  };
}

const mostWarnings = 2;

function buttonsOf(record: ViewedRecord, words: RecordWords): Json[] {
  const link = record.kind === 'message' ? record.activity.messageLink : null;
  return [
    openUrl(words.open[record.kind], record.url),
    ...(link === null ? [] : [openUrl(words.openMessage, link)]),
  ];
}

/** Title and one line of a record, for lists of hits and for what is said when it is shared. */
export function titleOf(record: ViewedRecord): string {
  if (record.kind === 'customer') return record.cockpit.customer.name;
  if (record.kind === 'contact') return `${record.contact.name}, ${record.customer.name}`;
  if (record.kind === 'message') return record.activity.subject;
  return `${record.complaint.number}, ${record.complaint.customer.name}`;
}

function frame(language: Language, fallbackText: string): Json {
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: language,
    fallbackText,
    speak: fallbackText,
  };
}

interface Described {
  readonly title: string;
  readonly line: string;
  readonly rows: readonly (readonly [string, string | null])[];
  readonly warnings: readonly string[];
}

function describe(record: ViewedRecord, words: RecordWords, format: Format): Described {
  if (record.kind === 'customer') return describeCustomer(record.cockpit, words, format);
  if (record.kind === 'contact') return describeContact(record, words);
  if (record.kind === 'message') return describeMessage(record, words, format);
  return describeComplaint(record.complaint, words, format);
}

function describeCustomer(cockpit: Cockpit, words: RecordWords, format: Format): Described {
  const { customer, contact, complaints, followUps, revenue, activities } = cockpit;
  const rating = customer.rating && `${customer.rating.letter}${customer.rating.digit}`;
  const open = complaints.filter((one) => one.state !== 'closed').length;
  const [next] = followUps;
  const [last] = activities;
  return {
    title: customer.name,
    line: [customer.number, rating, [customer.postcode, customer.city].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join(' · '),
    warnings: cockpit.warnings.map((warning) => sentence(warning, words, format)),
    rows: [
      [words.facts.owner, customer.owner?.name ?? null],
      [words.facts.phone, contact?.phones[0] ?? customer.phone],
      [words.facts.revenue, revenue === null ? null : format.euro(revenue.last12MonthsCents)],
      [words.facts.complaints, open === 0 ? words.none : words.openComplaints(open)],
      [words.facts.followUp, next === undefined ? null : `${day(format, next.dueOn)}: ${next.title}`],
      [
        words.facts.lastContact,
        last === undefined ? null : `${format.moment(last.occurredAt)}: ${last.subject}`,
      ],
    ],
  };
}

/** A day as `2026-09-04`, written in the language of the card. */
function day(format: Format, on: string): string {
  return format.moment(`${on}T12:00:00Z`).split(',')[0] ?? on;
}

function sentence(warning: Warning, words: RecordWords, format: Format): string {
  const { warnings } = words;
  switch (warning.kind) {
    case 'complaint_deadline':
      return warnings.complaint_deadline(warning.number, warning.missed);
    case 'overdue_payment':
      return warnings.overdue_payment(format.euro(warning.overdueCents), warning.days);
    case 'quote_expiring':
      return warnings.quote_expiring(warning.number, day(format, warning.validUntil));
    case 'dormant':
      return warnings.dormant(warning.silentDays);
    case 'objection':
      return warnings.objection(warning.contactName);
    case 'blocked':
      return warnings.blocked;
  }
}

function describeContact(
  { contact, customer }: Extract<ViewedRecord, { kind: 'contact' }>,
  words: RecordWords,
): Described {
  return {
    title: contact.name,
    line: [contact.jobTitle, customer.name].filter(Boolean).join(' · '),
    warnings: [],
    rows: [
      [words.facts.customer, [customer.name, customer.number].filter(Boolean).join(' · ')],
      [words.facts.phone, contact.phones[0] ?? null],
      [words.facts.email, contact.emails[0] ?? null],
    ],
  };
}

function describeMessage(
  { activity, customer }: Extract<ViewedRecord, { kind: 'message' }>,
  words: RecordWords,
  format: Format,
): Described {
  const { loggedBy, loggedAt, links } = activity;
  return {
    title: activity.subject,
    line: [customer.name, customer.number].filter(Boolean).join(' · '),
    warnings: [],
    rows: [
      [words.facts.logged, words.loggedBy(format.moment(loggedAt), loggedBy?.name ?? '–')],
      [words.kinds.complaint, links.find(({ kind }) => kind === 'complaint')?.label ?? null],
    ],
  };
}

function describeComplaint(complaint: Complaint, words: RecordWords, format: Format): Described {
  const { firstAnswer, resolution, answeredAt } = complaint;
  const isClosed = complaint.state === 'closed';
  return {
    title: complaint.title,
    line: [complaint.number, complaint.customer.name].join(' · '),
    warnings: [],
    rows: [
      [words.facts.state, words.states[complaint.state]],
      [words.facts.severity, words.severities[complaint.severity]],
      [words.facts.owner, complaint.owner.name],
      [words.facts.received, format.moment(complaint.receivedAt)],
      [
        words.facts.answerUntil,
        isClosed || answeredAt !== null || firstAnswer === null ? null : format.until(firstAnswer.at),
      ],
      [words.facts.solvedUntil, isClosed || resolution === null ? null : format.until(resolution.at)],
    ],
  };
}
