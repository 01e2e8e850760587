// Made-up replies for the tests of the wide screens: Hollerbach Metallbau on Thursday, 3 September 2026, 13:58.
import type { Activity } from '#contract/activity.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import type { Complaint } from '#contract/complaint.ts';
import type { Contact, Customer, Rating } from '#contract/customer.ts';
import type { FollowUp } from '#contract/follow-up.ts';
import { permissions, type Me } from '#contract/user.ts';

export const now = '2026-09-03T11:58:00.000Z';
let count = 0;
/** Another id at every call. */
export function id(): string {
  count += 1;
  return `0199f3c2-7a10-7c3e-9d52-${String(count).padStart(12, '0')}`;
}

export const anna = { id: id(), name: 'Anna Brandl' };
export const jonas = { id: id(), name: 'Jonas Weidner' };
export const petra = { id: id(), name: 'Petra Lohmann' };
const territory = { id: id(), name: 'Südwest' };
const hollerbachId = id();
export const hollerbach = { id: hollerbachId, number: '20417', name: 'Hollerbach Metallbau GmbH' };

export function buildRating(letter: Rating['letter'], digit: Rating['digit']): Rating {
  return {
    letter,
    digit,
    revenueCents: 12_840_000,
    revenueThresholdCents: 10_000_000,
    shareOfWalletPercent: 45,
    potentialRange: { fromPercent: 30, toPercent: 60 },
    visitsPerYear: 6,
  };
}

export function buildMe(change: Partial<Me> = {}): Me {
  return {
    ...anna,
    email: 'anna.brandl@brenner-lohse.test',
    role: 'sales',
    jobTitle: 'Außendienst',
    organizationName: 'Brenner & Lohse Fachgroßhandel GmbH',
    internalDomains: ['brenner-lohse.test'],
    territories: [territory],
    permissions: [...permissions],
    now,
    waitingForSignIn: 0,
    ...change,
  };
}

export function buildCustomer(change: Partial<Customer> = {}): Customer {
  return {
    ...hollerbach,
    version: 3,
    kind: 'company',
    phase: 'retention',
    street: 'Römerstraße 12',
    postcode: '71229',
    city: 'Leonberg',
    country: 'DE',
    domains: ['hollerbach-metallbau.test'],
    phone: '07152 9010-0',
    targetGroup: 'Verarbeiter',
    employees: 48,
    shareOfWalletPercent: 45,
    paymentTermDays: 30,
    competitor: 'Beschlaghandel Uhlmann',
    customerSince: '2011-03-14',
    owner: anna,
    territory,
    rating: buildRating('A', '2'),
    updatedAt: '2026-08-26T09:00:00.000Z',
    ...change,
  };
}

export function buildContact(name: string, jobTitle: string, change: Partial<Contact> = {}): Contact {
  return {
    id: id(),
    version: 1,
    customerId: hollerbach.id,
    name,
    jobTitle,
    emails: [`${name.split(' ')[0]?.toLowerCase()}@hollerbach-metallbau.test`],
    phones: ['+49 7152 9010-21'],
    language: 'de',
    consents: [],
    ...change,
  };
}

export function buildComplaint(change: Partial<Complaint> = {}): Complaint {
  return {
    id: id(),
    version: 1,
    number: 'RK-26-0318',
    customer: hollerbach,
    rating: buildRating('A', '2'),
    title: '4 Türschließer verlieren Öl',
    description: '',
    category: 'product_defect',
    severity: 'high',
    state: 'open',
    order: null,
    owner: jonas,
    receivedAt: '2026-09-03T11:00:00.000Z',
    reportedBy: jonas,
    firstAnswer: {
      at: '2026-09-03T15:00:00.000Z',
      workingMinutesLeft: 182,
      missed: false,
      hours: 4,
      fromAt: '2026-09-03T11:00:00.000Z',
    },
    resolution: null,
    answeredAt: null,
    closedAt: null,
    outcome: null,
    proposal: null,
    proposedGoodwillCents: null,
    escalation: null,
    moves: ['start', 'answer'],
    activityId: null,
    ...change,
  };
}

export function buildFollowUp(change: Partial<FollowUp> = {}): FollowUp {
  return {
    id: id(),
    version: 1,
    title: 'Angebot Kita Süd nachfassen',
    dueOn: '2026-09-04',
    customer: hollerbach,
    rating: buildRating('A', '2'),
    owner: anna,
    activityId: null,
    complaintId: null,
    mailLink: null,
    completedAt: null,
    toDo: { state: 'in_to_do', problem: null, nextAttemptAt: null },
    ...change,
  };
}

export function buildActivity(change: Partial<Activity> = {}): Activity {
  return {
    id: id(),
    customerId: hollerbach.id,
    contact: { id: id(), name: 'Sabine Tietz' },
    kind: 'call',
    direction: 'outbound',
    subject: 'Liefertermin Kita Süd',
    bodyText: 'Frau Tietz entscheidet bis 11.09. Ein Mitbewerber liegt nach ihrer Auskunft 3 % darunter.',
    occurredAt: '2026-09-01T14:40:00.000Z',
    durationMinutes: 9,
    loggedBy: anna,
    loggedAt: '2026-09-01T14:50:00.000Z',
    visibility: 'team',
    hasQuotedHistory: false,
    attachments: [],
    links: [],
    canUndo: false,
    ...change,
  };
}

export function buildActivities(complaint: Complaint): Activity[] {
  const file = (name: string) => ({ id: id(), name, contentType: 'image/jpeg', sizeBytes: 900_000 });
  return [
    buildActivity({
      kind: 'email',
      direction: 'inbound',
      subject: 'Fotos zu den Türschließern',
      bodyText:
        'Anbei die Fotos der vier Türschließer. Bei zweien läuft das Öl bereits auf den Boden, wir brauchen vor Montag Ersatz.',
      occurredAt: '2026-09-03T11:52:00.000Z',
      durationMinutes: null,
      attachments: [
        { ...file('foto-1.jpg'), state: 'stored' },
        { ...file('foto-2.jpg'), state: 'stored' },
      ],
      links: [{ kind: 'complaint', id: complaint.id, label: complaint.number }],
      canUndo: true,
    }),
    buildActivity({
      kind: 'complaint',
      direction: 'inbound',
      subject: 'Reklamation RK-26-0318 angelegt',
      bodyText: '4 Türschließer verlieren Öl, Schwere hoch, Erstantwort bis heute, 17:00.',
      occurredAt: '2026-09-03T11:20:00.000Z',
      durationMinutes: null,
      contact: null,
      loggedBy: jonas,
      links: [{ kind: 'order', id: id(), label: 'AU-26-0907' }],
    }),
    buildActivity({ links: [{ kind: 'quote', id: id(), label: 'AN-26-1182' }] }),
    buildActivity({
      kind: 'chat',
      subject: 'Preis Kita Süd abgestimmt',
      bodyText: 'Petra Lohmann gibt 2 % Nachlass frei, wenn die Schließanlage mitbestellt wird.',
      occurredAt: '2026-08-31T08:15:00.000Z',
      durationMinutes: null,
      contact: null,
    }),
    buildActivity({
      kind: 'visit',
      subject: 'Besuch: Sortiment Brandschutz',
      bodyText:
        'Neuer Werkstattleiter Cem Aydın. Interesse an Wartungsvertrag für 120 Türen. Nächster Besuch im November vereinbart.',
      occurredAt: '2026-08-26T08:00:00.000Z',
      durationMinutes: 45,
      contact: { id: id(), name: 'Martin Hollerbach' },
    }),
    buildActivity({
      kind: 'order',
      subject: 'Auftrag AU-26-0907 erteilt',
      bodyText: '12 Positionen, 8.430 €, geliefert am 20.08.2026.',
      occurredAt: '2026-08-12T08:00:00.000Z',
      durationMinutes: null,
      loggedBy: null,
      contact: { id: id(), name: 'Cem Aydın' },
    }),
    buildActivity({
      kind: 'email',
      subject: 'Angebot AN-26-1182 versendet',
      bodyText: '',
      occurredAt: '2026-08-11T08:00:00.000Z',
      durationMinutes: null,
    }),
  ];
}

const portfolioCounts = { A1: 9, A2: 21, A3: 6, B1: 33, B2: 38, B3: 17, C1: 44, C2: 71, C3: 102 };

export function buildCockpit(change: Partial<Cockpit> = {}): Cockpit {
  const complaint = buildComplaint();
  const contacts = [
    buildContact('Sabine Tietz', 'Leiterin Einkauf', {
      consents: [
        { channel: 'email', state: 'allowed', basis: '', since: '2025-01-12' },
        { channel: 'phone', state: 'allowed', basis: 'Geschäftsbeziehung', since: '2025-01-12' },
        { channel: 'letter', state: 'objected', basis: 'Widerspruch', since: '2026-05-03' },
      ],
    }),
    buildContact('Martin Hollerbach', 'Geschäftsführer'),
    buildContact('Cem Aydın', 'Werkstattleiter'),
    buildContact('Ines Kolb', 'Buchhaltung', { phones: [], emails: [] }),
  ];
  const quote = (title: string, number: string, totalCents: number, chancePercent: number) => ({
    id: id(),
    number,
    title,
    totalCents,
    chancePercent,
    sentOn: '2026-08-11',
    validUntil: '2026-09-30',
    state: 'open' as const,
  });
  return {
    customer: buildCustomer(),
    contact: contacts[0] ?? null,
    contacts,
    contactCount: 4,
    lastVisitOn: '2026-08-26',
    warnings: [
      {
        kind: 'complaint_deadline',
        level: 'danger',
        complaintId: complaint.id,
        number: complaint.number,
        step: 'first_answer',
        at: '2026-09-03T15:00:00.000Z',
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
    ],
    complaints: [complaint],
    followUps: [buildFollowUp()],
    quotes: [
      quote('Brandschutztüren Kita Süd', 'AN-26-1182', 4_260_000, 70),
      quote('Schließanlage Verwaltung', 'AN-26-1190', 1_895_000, 40),
    ],
    openItems: { totalCents: 1_486_000, overdueCents: 624_000, count: 3, termDays: 30 },
    revenue: {
      years: [
        { year: 2022, cents: 9_620_000 },
        { year: 2023, cents: 11_870_000 },
        { year: 2024, cents: 14_630_000 },
        { year: 2025, cents: 13_980_000 },
        { year: 2026, cents: 7_980_000 },
      ],
      previousYearToDateCents: 9_120_000,
      last12MonthsCents: 12_840_000,
      asOf: '2026-09-03',
    },
    customerValueCents: 8_630_000,
    ratingHistory: [
      { on: '2023-01-01', letter: 'B', digit: '1' },
      { on: '2026-01-01', letter: 'A', digit: '2' },
    ],
    activities: [],
    activityCount: 46,
    orders: [
      {
        id: id(),
        number: 'AU-26-0907',
        orderedOn: '2026-08-12',
        totalCents: 843_000,
        lineCount: 12,
        summary: 'Türschließer, Beschläge',
        deliveredOn: '2026-08-20',
      },
    ],
    projects: [{ id: id(), name: 'Kita Süd', sumCents: 12_000_000, phase: 'Ausschreibung' }],
    productGroups: ['Türtechnik', 'Beschläge', 'Brandschutz'],
    team: [
      { ...anna, jobTitle: 'Betreuerin, Außendienst' },
      { ...jonas, jobTitle: 'Innendienst' },
    ],
    portfolio: Object.entries(portfolioCounts).map(([cell, cellCount]) => ({
      // The keys above are the nine cells.
      letter: cell[0] as 'A',
      digit: cell[1] as '1',
      count: cellCount,
    })),
    asOf: now,
    ...change,
  };
}
