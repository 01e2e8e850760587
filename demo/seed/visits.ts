// Visits: those of the stories, the past year's by class, and the plan for the next weeks.
import type { SeedCalendar } from './calendar.ts';
import type { SeedCustomer } from './customer.ts';
import { ownerOf } from './customer-rows.ts';
import type { SeedFigures } from './figures.ts';
import { organizationId, organizationRow, personId } from './people.ts';
import { createChance, idOf } from './random.ts';

export interface SeedVisit {
  readonly customer: SeedCustomer;
  readonly startsAt: Date;
  readonly isReported: boolean;
  /** Days from today. */
  readonly offset: number;
}

/** Anna's: reported, not reported yet, this afternoon, tomorrow. */
const told = [
  { customer: '20417', offset: -8, time: '10:00' },
  { customer: '20077', offset: -1, time: '14:00', isOpen: true },
  { customer: '20077', offset: 0, time: '15:30', isOpen: true },
  { customer: '20231', offset: 1, time: '09:00', isOpen: true },
];
const toldCustomers = new Set(told.map((one) => one.customer));
const times = ['08:30', '10:00', '11:15', '13:30', '15:00'];

/** All visits; the reported ones also become activities. */
export function planVisits(
  customers: readonly SeedCustomer[],
  figures: ReadonlyMap<string, SeedFigures>,
  calendar: SeedCalendar,
): SeedVisit[] {
  return customers.flatMap((customer) => {
    const plan = toldCustomers.has(customer.number)
      ? told.filter((one) => one.customer === customer.number)
      : inventVisits(customer, figures.get(customer.id));
    return plan.map(({ offset, time, ...rest }) => ({
      customer,
      offset,
      startsAt: calendar.at(offset, time),
      isReported: !('isOpen' in rest),
    }));
  });
}

function inventVisits(customer: SeedCustomer, figures: SeedFigures | undefined) {
  const rating = figures?.rating;
  if (!rating || customer.kind === 'private') return [];
  const chance = createChance(`visits ${customer.number}`);
  const perYear = organizationRow.visits_per_year[`${rating.letter}${rating.digit}`];
  const gap = Math.round(365 / perYear);
  const past = Array.from({ length: Math.min(perYear, 6) }, (_, index) => ({
    offset: -(chance.int(3, gap) + index * gap),
    time: chance.pick(times),
  }));
  const isPlanned = chance.happens(rating.letter === 'C' ? 3 : 14);
  return isPlanned ? [...past, { offset: chance.int(4, 18), time: chance.pick(times), isOpen: true }] : past;
}

export const visitId = (visit: SeedVisit) => idOf('visit', `${visit.customer.number} ${visit.offset}`);

/** Rows of visit; those to come go into their person's calendar at his first request. */
export function buildVisitRows(visits: readonly SeedVisit[]) {
  return visits.map((visit) => ({
    organization_id: organizationId,
    id: visitId(visit),
    customer_id: visit.customer.id,
    user_id: personId(ownerOf(visit.customer)),
    starts_at: visit.startsAt,
    reported_at: visit.isReported ? new Date(visit.startsAt.getTime() + 5 * 3_600_000) : null,
    calendar_state: !visit.isReported && visit.offset >= 0 ? 'waiting_for_sign_in' : 'none',
  }));
}
