// Made-up replies of "Mein Tag" and of the search, for the tests of the wide screens.
import type { MyDay } from '#contract/day.ts';
import type { SearchHit } from '#contract/search.ts';
import { buildComplaint, buildFollowUp, buildRating, hollerbach, id, now } from './wide-samples.ts';

const other = (number: string, name: string) => ({ id: id(), number, name });

export function buildMyDay(change: Partial<MyDay> = {}): MyDay {
  const about = { customer: hollerbach, rating: buildRating('A', '2') };
  const pahlke = { customer: other('20533', 'Pahlke Innenausbau'), rating: buildRating('B', '1') };
  const vogt = { customer: other('20688', 'Schreinerei Vogt & Söhne'), rating: buildRating('B', '2') };
  const immenroth = { customer: other('20701', 'Dachdeckerei Immenroth'), rating: buildRating('B', '3') };
  const wernigk = other('20110', 'Stahlbau Wernigk GmbH');
  const aichele = other('20204', 'Zimmerei Aichele');
  return {
    now: [
      { kind: 'complaint', ...about, complaint: buildComplaint(), dueAt: '2026-09-03T15:00:00.000Z' },
      {
        kind: 'follow_up',
        ...pahlke,
        followUp: buildFollowUp({
          title: 'Rückruf an Uwe Pahlke',
          dueOn: '2026-09-03',
          customer: pahlke.customer,
          mailLink: 'http://localhost:3000/demo/outlook/?mail=8',
        }),
        dueAt: '2026-09-03T15:30:00.000Z',
      },
    ],
    today: [
      {
        kind: 'quote',
        ...vogt,
        quote: {
          id: id(),
          number: 'AN-26-1170',
          title: 'Turnhalle',
          totalCents: 2_730_000,
          chancePercent: 60,
          sentOn: '2026-08-04',
          validUntil: '2026-09-04',
          state: 'open',
        },
        dueAt: '2026-09-04T15:00:00.000Z',
      },
    ],
    next: [
      { kind: 'follow_up', ...about, followUp: buildFollowUp(), dueAt: '2026-09-04T15:00:00.000Z' },
      { kind: 'dormant', ...immenroth, usualDays: 35, silentDays: 98, dueAt: '2026-09-07T06:00:00.000Z' },
      { kind: 'payment', ...about, overdueCents: 624_000, days: 18, dueAt: '2026-09-08T06:00:00.000Z' },
    ],
    completedToday: [
      { id: id(), title: 'Muster an Aichele senden', customer: aichele, at: '2026-09-03T07:10:00.000Z' },
    ],
    visits: [
      { id: id(), customer: wernigk, city: 'Ditzingen', startsAt: '2026-09-03T13:30:00.000Z' },
      { id: id(), customer: aichele, city: 'Weil der Stadt', startsAt: '2026-09-04T07:00:00.000Z' },
    ],
    visitsDue: 4,
    team: [{ at: '2026-09-03T09:20:00.000Z', by: 'Petra Lohmann', text: 'decided', customer: aichele }],
    transfers: {
      pending: 1,
      waitingForSignIn: 0,
      failed: 0,
      nextAttemptAt: '2026-09-03T12:00:00.000Z',
    },
    asOf: now,
    day: '2026-09-03',
    ...change,
  };
}

export function buildHits(): SearchHit[] {
  const rating = buildRating('A', '2');
  const hit = (kind: SearchHit['kind'], title: string, detail: string): SearchHit => ({
    kind,
    id: kind === 'customer' ? hollerbach.id : id(),
    title,
    detail,
    customer: hollerbach,
    rating: kind === 'customer' ? rating : null,
  });
  return [
    hit('contact', 'Martin Hollerbach', 'Geschäftsführer'),
    hit('customer', 'Hollerbach Metallbau GmbH', 'Kd.-Nr. 20417, 71229 Leonberg'),
    hit('complaint', '4 Türschließer verlieren Öl', 'RK-26-0318'),
  ];
}
