// When the sample company works: its branch in Hamburg has hours and holidays of its own, between the years nobody is there.
import type { SeedCalendar } from './calendar.ts';
import type { SeedComplaint } from './complaints.ts';
import { organizationId, personId } from './people.ts';
import { idOf } from './random.ts';

/** The branch in charge of the territory Nord. */
export const hamburgId = idOf('location', 'Hamburg');

const office = { from: '07:30', to: '16:30' };
const minuteMs = 60_000;

/** Rows of location and company_holiday. */
export function buildWorkingTimeRows({ day }: SeedCalendar) {
  const inventory = day(105);
  return {
    location: [
      {
        organization_id: organizationId,
        id: hamburgId,
        name: 'Niederlassung Hamburg',
        holiday_region: 'DE-HH',
        working_week: [office, office, office, office, { ...office, to: '14:00' }, null, null],
      },
    ],
    company_holiday: [
      {
        organization_id: organizationId,
        id: idOf('company-holiday', 'years'),
        location_id: null,
        name: 'Betriebsruhe zwischen den Jahren',
        first_on: '2025-12-27',
        last_on: '2025-12-31',
        is_yearly: true,
      },
      {
        organization_id: organizationId,
        id: idOf('company-holiday', 'inventory'),
        location_id: hamburgId,
        name: 'Inventur',
        first_on: inventory,
        last_on: inventory,
        is_yearly: false,
      },
    ],
  };
}

/** Rows of complaint_pause: those that wait for their customer, and since when. */
export function buildPauseRows(complaints: readonly SeedComplaint[], { day }: SeedCalendar) {
  return complaints.flatMap(({ id, number, owner, receivedAt, waitsFor }) =>
    waitsFor === null
      ? []
      : [
          {
            organization_id: organizationId,
            id: idOf('complaint-pause', number),
            complaint_id: id,
            reason: waitsFor,
            until_on: day(7),
            from_at: new Date(receivedAt.getTime() + 30 * minuteMs),
            started_by: personId(owner),
          },
        ],
  );
}
