// The sample customer's cockpit, and what matching finds for a mail of hers or of somebody unknown.
import type { Cockpit, findCockpit, Match, SenderDraft } from './cockpit.ts';
import type { Reply } from './endpoint.ts';
import {
  anna,
  buildContact,
  buildCustomer,
  customerRef,
  exampleId,
  exampleNow,
  jonas,
} from './examples-people.ts';
import { buildActivity, buildComplaint, buildFollowUp } from './examples-work.ts';

const year = (value: number, cents: number) => ({ year: value, cents });
const warnings: Cockpit['warnings'] = [
  {
    kind: 'complaint_deadline',
    level: 'danger',
    complaintId: exampleId(40),
    number: 'RK-26-0318',
    step: 'first_answer',
    at: '2026-09-03T15:00:00Z',
    workingMinutesLeft: 182,
    missed: false,
  },
  {
    kind: 'overdue_payment',
    level: 'warning',
    overdueCents: 624_000,
    days: 18,
    invoiceNumber: '26-4471',
    reminderOn: '2026-09-08',
  },
];
const quotes: Cockpit['quotes'] = [
  {
    id: exampleId(80),
    number: 'AN-26-1182',
    title: 'Brandschutztüren Kita Süd',
    totalCents: 4_260_000,
    chancePercent: 70,
    sentOn: '2026-08-11',
    validUntil: '2026-09-11',
    state: 'open',
  },
  {
    id: exampleId(81),
    number: 'AN-26-1190',
    title: 'Schließanlage Verwaltung',
    totalCents: 1_895_000,
    chancePercent: 40,
    sentOn: '2026-08-20',
    validUntil: '2026-09-30',
    state: 'open',
  },
];
const revenue: Cockpit['revenue'] = {
  years: [
    year(2022, 9_620_000),
    year(2023, 11_870_000),
    year(2024, 14_630_000),
    year(2025, 13_980_000),
    year(2026, 7_980_000),
  ],
  previousYearToDateCents: 9_120_000,
  last12MonthsCents: 12_840_000,
  asOf: '2026-09-03',
};
const ratingHistory: Cockpit['ratingHistory'] = [
  { on: '2022-01-01', letter: 'B', digit: '1' },
  { on: '2023-01-01', letter: 'B', digit: '1' },
  { on: '2024-01-01', letter: 'A', digit: '3' },
  { on: '2025-01-01', letter: 'A', digit: '2' },
];
const activities: Cockpit['activities'] = [
  buildActivity(),
  buildActivity({
    id: exampleId(71),
    kind: 'call',
    direction: 'outbound',
    subject: 'Liefertermin Kita Süd',
    occurredAt: '2026-09-01T14:40:00Z',
  }),
  buildActivity({
    id: exampleId(72),
    kind: 'visit',
    direction: 'outbound',
    subject: 'Sortiment Brandschutz',
    occurredAt: '2026-08-26T08:00:00Z',
  }),
];

export function buildCockpit(changes: Partial<Cockpit> = {}): Cockpit {
  return {
    customer: buildCustomer(),
    contact: buildContact(),
    contacts: [buildContact()],
    contactCount: 7,
    lastVisitOn: '2026-08-26',
    warnings,
    complaints: [buildComplaint()],
    followUps: [buildFollowUp()],
    quotes,
    openItems: { totalCents: 1_486_000, overdueCents: 624_000, count: 3, termDays: 30 },
    revenue,
    customerValueCents: 8_630_000,
    ratingHistory,
    activities,
    activityCount: 46,
    orders: [],
    projects: [],
    productGroups: ['Türtechnik', 'Beschläge', 'Brandschutz'],
    team: [],
    portfolio: [],
    asOf: exampleNow,
    ...changes,
  };
}

export function buildMatch(changes: Partial<Match> = {}): Match {
  return {
    kind: 'matched',
    candidates: [
      {
        customer: customerRef,
        city: 'Leonberg',
        contact: { id: exampleId(30), name: 'Sabine Tietz' },
        reason: 'address',
        evidence: 's.tietz@hollerbach-metallbau.test',
        party: 'from',
      },
    ],
    chosen: 0,
    unknownPeople: [],
    sender: null,
    ...changes,
  };
}

type Found = Reply<typeof findCockpit>;
/** A mail of Sabine Tietz that nobody has logged yet. */
export function buildFound(changes: Partial<Found> = {}): Found {
  return {
    match: buildMatch(),
    logged: null,
    previous: { at: '2026-09-03T11:20:00Z', by: jonas },
    neverLog: null,
    thread: null,
    complaintOffer: null,
    cockpit: buildCockpit(),
    ...changes,
  };
}

export function buildSender(changes: Partial<SenderDraft> = {}): SenderDraft {
  return {
    name: 'Thomas Berger',
    companyName: 'Fliesen Berger',
    companyIsGuess: true,
    jobTitle: 'Bauleiter',
    phone: '0711 5550142',
    email: 't.berger@fliesen-berger.test',
    street: '',
    postcode: '73728',
    city: 'Esslingen',
    language: 'de',
    owner: anna,
    territoryName: '73 (Südwest)',
    isFreeMail: false,
    suggestions: [
      {
        customer: { id: exampleId(21), number: '20988', name: 'Fliesen Berger GmbH & Co. KG' },
        city: 'Esslingen',
        postcode: '73728',
        reason: 'same_domain',
      },
      {
        customer: { id: exampleId(22), number: '21003', name: 'Berger Naturstein und Fliesenhandel GmbH' },
        city: 'Esslingen',
        postcode: '73728',
        reason: 'similar_name',
      },
    ],
    ...changes,
  };
}
