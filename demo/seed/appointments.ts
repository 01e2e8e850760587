// What stands in everybody's Outlook calendar before the demo begins: rounds of the team, a visit to the doctor, a day at the fair.
import type { SampleEvent } from '../graph/calendar-store.ts';
import { addDays, createSeedCalendar, workdayNear } from './calendar.ts';

const weeks = [-1, 0, 1, 2, 3, 4];
const dayMs = 86_400_000;

/** The same for everybody; days count from `now`. */
export function sampleAppointments(now: Date): SampleEvent[] {
  const { today } = createSeedCalendar(now);
  const weekday = new Date(today).getUTCDay() || 7;
  const monday = addDays(today, 1 - weekday);
  const tomorrow = workdayNear(addDays(today, 1), 1);
  return [
    ...weeks.flatMap((week) => teamWeek(addDays(monday, week * 7))),
    timed('Jahresgespräch Hollerbach Metallbau', tomorrow, ['08:00', '09:30'], {
      location: 'Leonberg, Besprechungsraum 2',
      attendees: [
        { name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' },
        { name: 'Martin Hollerbach', address: 'm.hollerbach@hollerbach-metallbau.test' },
      ],
    }),
    timed('Zahnarzt', addDays(monday, 8), ['13:30', '14:30'], { location: 'Stuttgart' }),
    {
      subject: 'Hausmesse, Aufbau',
      location: 'Lager Stuttgart',
      isAllDay: true,
      startsAt: `${addDays(monday, 18)}T00:00:00.000Z`,
      endsAt: new Date(Date.parse(addDays(monday, 18)) + dayMs).toISOString(),
    },
  ];
}

function teamWeek(monday: string): SampleEvent[] {
  return [
    timed('Vertriebsrunde', monday, ['06:30', '07:30'], { seriesMasterId: 'AAMkVertriebsrunde=' }),
    timed('Abstimmung mit dem Innendienst', addDays(monday, 2), ['11:00', '11:30'], {
      seriesMasterId: 'AAMkInnendienst=',
    }),
  ];
}

/** Times in UTC. */
function timed(
  subject: string,
  day: string,
  [from, to]: [string, string],
  more: Partial<SampleEvent>,
): SampleEvent {
  return {
    subject,
    location: '',
    startsAt: `${day}T${from}:00.000Z`,
    endsAt: `${day}T${to}:00.000Z`,
    ...more,
  };
}
