// What the wide screens show beyond the pane's samples: a filled day, a whole history, portfolio, search hits.
import type { Activity } from '#contract/activity.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import type { Rating } from '#contract/customer.ts';
import type { MyDay } from '#contract/day.ts';
import { buildCockpit } from '#contract/examples-cockpit.ts';
import {
  anna,
  buildContact,
  buildCustomer,
  customerRef,
  exampleId,
  exampleNow,
  jonas,
} from '#contract/examples-people.ts';
import { buildActivity, buildComplaint, buildFollowUp } from '#contract/examples-work.ts';
import type { SearchHit } from '#contract/search.ts';

let count = 900;
function nextId(): string {
  count += 1;
  return exampleId(count);
}

/** A call by Anna on Tuesday; every other contact of the history differs from it. */
export function buildCall(changes: Partial<Activity> = {}): Activity {
  return buildActivity({
    id: nextId(),
    kind: 'call',
    direction: 'outbound',
    subject: 'Liefertermin Kita Süd',
    bodyText: 'Frau Tietz entscheidet bis 11.09. Ein Mitbewerber liegt nach ihrer Auskunft 3 % darunter.',
    occurredAt: '2026-09-01T14:40:00Z',
    durationMinutes: 9,
    canUndo: false,
    ...changes,
  });
}

export function buildHistory(): Activity[] {
  const photo = (name: string) => ({
    id: nextId(),
    name,
    contentType: 'image/jpeg',
    sizeBytes: 900_000,
    state: 'stored' as const,
  });
  return [
    buildCall({
      kind: 'email',
      direction: 'inbound',
      subject: 'Fotos zu den Türschließern',
      bodyText: 'Bei zweien läuft das Öl bereits auf den Boden, wir brauchen vor Montag Ersatz.',
      occurredAt: '2026-09-03T11:52:00Z',
      durationMinutes: null,
      attachments: [photo('foto-1.jpg'), photo('foto-2.jpg')],
      links: [{ kind: 'complaint', id: exampleId(40), label: 'RK-26-0318' }],
      canUndo: true,
    }),
    buildCall({
      kind: 'complaint',
      direction: 'inbound',
      subject: 'Reklamation RK-26-0318 angelegt',
      bodyText: '4 Türschließer verlieren Öl, Schwere hoch, Erstantwort bis heute, 17:00.',
      occurredAt: '2026-09-03T11:20:00Z',
      durationMinutes: null,
      contact: null,
      loggedBy: jonas,
      links: [{ kind: 'order', id: exampleId(60), label: 'AU-26-0907' }],
    }),
    buildCall({ links: [{ kind: 'quote', id: exampleId(80), label: 'AN-26-1182' }] }),
    buildCall({
      kind: 'visit',
      subject: 'Besuch: Sortiment Brandschutz',
      bodyText: 'Neuer Werkstattleiter Cem Aydın. Interesse an Wartungsvertrag für 120 Türen.',
      occurredAt: '2026-08-26T08:00:00Z',
      durationMinutes: 45,
    }),
  ];
}

const cellCounts = { A1: 9, A2: 21, A3: 6, B1: 33, B2: 38, B3: 17, C1: 44, C2: 71, C3: 102 };
const portfolio = Object.entries(cellCounts).map(([cell, customers]) => ({
  // The keys above are the nine cells.
  letter: cell[0] as Rating['letter'],
  digit: cell[1] as Rating['digit'],
  count: customers,
}));

export function buildWideCockpit(changes: Partial<Cockpit> = {}): Cockpit {
  const contacts = [
    buildContact({
      consents: [
        { channel: 'email', state: 'allowed', basis: '', since: '2025-01-12' },
        { channel: 'phone', state: 'allowed', basis: 'Geschäftsbeziehung', since: '2025-01-12' },
        { channel: 'letter', state: 'objected', basis: 'Widerspruch', since: '2026-05-03' },
      ],
    }),
    buildContact({ id: nextId(), name: 'Martin Hollerbach', jobTitle: 'Geschäftsführer' }),
    buildContact({ id: nextId(), name: 'Cem Aydın', jobTitle: 'Werkstattleiter' }),
    buildContact({ id: nextId(), name: 'Ines Kolb', jobTitle: 'Buchhaltung', emails: [], phones: [] }),
  ];
  return buildCockpit({
    contacts,
    contactCount: contacts.length,
    ratingHistory: [
      { on: '2023-01-01', letter: 'B', digit: '1' },
      { on: '2026-01-01', letter: 'A', digit: '2' },
    ],
    orders: [
      {
        id: exampleId(60),
        number: 'AU-26-0907',
        orderedOn: '2026-08-12',
        totalCents: 843_000,
        lineCount: 12,
        summary: 'Türschließer, Beschläge',
        deliveredOn: '2026-08-20',
      },
    ],
    projects: [{ id: nextId(), name: 'Kita Süd', sumCents: 12_000_000, phase: 'Ausschreibung' }],
    team: [
      { ...anna, jobTitle: 'Betreuerin, Außendienst' },
      { ...jonas, jobTitle: 'Innendienst' },
    ],
    portfolio,
    ...changes,
  });
}

function other(number: string, name: string, letter: Rating['letter'], digit: Rating['digit']) {
  const rating = buildCustomer().rating;
  return {
    customer: { id: nextId(), number, name },
    rating: rating && { ...rating, letter, digit },
  };
}

export function buildMyDay(changes: Partial<MyDay> = {}): MyDay {
  const about = { customer: customerRef, rating: buildCustomer().rating };
  const pahlke = other('20533', 'Pahlke Innenausbau', 'B', '1');
  const vogt = other('20688', 'Schreinerei Vogt & Söhne', 'B', '2');
  const immenroth = other('20701', 'Dachdeckerei Immenroth', 'B', '3');
  const aichele = other('20204', 'Zimmerei Aichele', 'B', '1');
  const callBack = buildFollowUp({
    id: nextId(),
    title: 'Rückruf an Uwe Pahlke',
    dueOn: '2026-09-03',
    customer: pahlke.customer,
    mailLink: 'http://localhost:3000/demo/outlook/?mail=8',
  });
  const quote = {
    id: nextId(),
    number: 'AN-26-1170',
    title: 'Turnhalle',
    totalCents: 2_730_000,
    chancePercent: 60,
    sentOn: '2026-08-04',
    validUntil: '2026-09-04',
    state: 'open' as const,
  };
  return {
    now: [
      { kind: 'complaint', ...about, complaint: buildComplaint(), dueAt: '2026-09-03T15:00:00Z' },
      { kind: 'follow_up', ...pahlke, followUp: callBack, source: null, dueAt: '2026-09-03T15:30:00Z' },
    ],
    today: [{ kind: 'quote', ...vogt, quote, dueAt: '2026-09-04T15:00:00Z' }],
    next: [
      {
        kind: 'follow_up',
        ...about,
        followUp: buildFollowUp(),
        source: { kind: 'call', occurredAt: '2026-09-01T14:40:00Z' },
        dueAt: '2026-09-04T15:00:00Z',
      },
      { kind: 'dormant', ...immenroth, usualDays: 35, silentDays: 98, dueAt: '2026-09-07T06:00:00Z' },
      { kind: 'payment', ...about, overdueCents: 624_000, days: 18, dueAt: '2026-09-08T06:00:00Z' },
    ],
    completedToday: [
      {
        id: nextId(),
        title: 'Muster an Aichele senden',
        customer: aichele.customer,
        at: '2026-09-03T07:10:00Z',
      },
    ],
    visits: [
      { id: nextId(), customer: aichele.customer, city: 'Weil der Stadt', startsAt: '2026-09-04T07:00:00Z' },
    ],
    visitsDue: 4,
    team: [{ at: '2026-09-03T09:20:00Z', by: 'Petra Lohmann', text: 'decided', customer: aichele.customer }],
    transfers: { pending: 1, waitingForSignIn: 0, failed: 0, nextAttemptAt: '2026-09-03T12:00:00Z' },
    asOf: exampleNow,
    day: '2026-09-03',
    ...changes,
  };
}

/** In the server's order: by likeness, kinds mixed. */
export function buildHits(): SearchHit[] {
  const hit = (kind: SearchHit['kind'], hitId: string, title: string, detail: string): SearchHit => ({
    kind,
    id: hitId,
    title,
    titleMarks: [],
    detail,
    detailMarks: [],
    passage: null,
    customer: customerRef,
    rating: kind === 'customer' ? buildCustomer().rating : null,
    at: null,
    isArchived: false,
  });
  return [
    hit('contact', nextId(), 'Martin Hollerbach', 'Geschäftsführer'),
    hit('customer', customerRef.id, customerRef.name, 'Kd.-Nr. 20417, 71229 Leonberg'),
    hit('complaint', exampleId(40), '4 Türschließer verlieren Öl', 'RK-26-0318'),
  ];
}
