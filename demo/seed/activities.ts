// What was said with customers over the years, in every channel; the last weeks of the stories as told.
import type { SeedCalendar } from './calendar.ts';
import type { SeedCustomer } from './customer.ts';
import { ownerOf } from './customer-rows.ts';
import { hollerbachNumber } from './hollerbach.ts';
import { organizationId, personId } from './people.ts';
import { createChance, idOf } from './random.ts';
import { talks, visitReports } from './talks.ts';
import { told } from './told-activities.ts';
import type { SeedVisit } from './visits.ts';

export interface SeedActivity {
  readonly id: string;
  readonly customer: SeedCustomer;
  /** Place in the list of the customer's contacts; null: nobody in particular. */
  readonly contact: number | null;
  readonly kind: string;
  readonly direction: 'inbound' | 'outbound';
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
  readonly by: string;
  readonly minutes: number | null;
}

/** With the logged mail Hollerbach's are 44, so that the two mails of the pictures make 46. */
const hollerbachCount = 43;
const loggedAfterMs = 7 * 60_000;
const hours = ['08', '09', '10', '11', '13', '14', '15', '16'];

/** All activities but those of complaints, which complaints.ts tells. */
export function buildActivities(
  customers: readonly SeedCustomer[],
  visits: readonly SeedVisit[],
  calendar: SeedCalendar,
): SeedActivity[] {
  return customers.flatMap((customer) => {
    const own = [...tellStory(customer, calendar), ...reportVisits(customer, visits)];
    return [...own, ...inventTalks(customer, wantedCount(customer) - own.length, calendar)];
  });
}

function wantedCount(customer: SeedCustomer): number {
  if (customer.number === hollerbachNumber) return hollerbachCount;
  const chance = createChance(`touches ${customer.number}`);
  return Math.min(40, chance.int(6, 12) + Math.round(customer.yearlyCents / 500_000));
}

function tellStory(customer: SeedCustomer, calendar: SeedCalendar): SeedActivity[] {
  return told
    .filter((one) => one.customer === customer.number)
    .map(({ offset, time, ...one }) => ({
      ...one,
      customer,
      id: idOf('activity', `${customer.number} told ${one.subject}`),
      at: calendar.at(offset, time),
      minutes: one.minutes ?? null,
    }));
}

function reportVisits(customer: SeedCustomer, visits: readonly SeedVisit[]): SeedActivity[] {
  if (customer.number === hollerbachNumber) return [];
  return visits
    .filter((visit) => visit.customer === customer && visit.isReported)
    .map((visit) => {
      const chance = createChance(`report ${customer.number} ${visit.offset}`);
      const [subject, text] = chance.pick(visitReports);
      return {
        id: idOf('activity', `${customer.number} visit ${visit.offset}`),
        customer,
        contact: 0,
        kind: 'visit',
        direction: 'outbound',
        subject,
        text,
        at: visit.startsAt,
        by: ownerOf(customer),
        minutes: chance.int(3, 9) * 10,
      };
    });
}

/** Over three years, more of them lately; the newest lies behind what the stories tell. */
function inventTalks(customer: SeedCustomer, count: number, calendar: SeedCalendar): SeedActivity[] {
  const chance = createChance(`talks ${customer.number}`);
  const newest = customer.number === hollerbachNumber ? 26 : Math.max(1, Math.min(customer.silentDays, 200));
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const { kind, direction, subject, text, minutes } = chance.pick(talks);
    const share = (index + chance.int(0, 100) / 100) / count;
    const offset = -(newest + Math.round(share ** 1.6 * 1_050));
    const time = `${chance.pick(hours)}:${String(chance.int(0, 59)).padStart(2, '0')}`;
    return {
      id: idOf('activity', `${customer.number} ${index}`),
      customer,
      contact: kind === 'web' ? null : chance.int(0, customer.contacts.length - 1),
      kind,
      direction,
      subject,
      text,
      at: calendar.at(offset, time),
      by: customer.territory === 'Südwest' && chance.happens(45) ? 'jonas' : ownerOf(customer),
      minutes: minutes ? chance.int(2, 14) : null,
    };
  });
}

/** Rows of activity. */
export function buildActivityRows(activities: readonly SeedActivity[]) {
  return activities.map((activity) => ({
    organization_id: organizationId,
    id: activity.id,
    customer_id: activity.customer.id,
    contact_id: activity.contact === null ? null : (activity.customer.contacts[activity.contact]?.id ?? null),
    kind: activity.kind,
    direction: activity.direction,
    subject: activity.subject,
    body_text: activity.text,
    occurred_at: activity.at,
    duration_minutes: activity.minutes,
    logged_by: personId(activity.by),
    logged_at: new Date(activity.at.getTime() + (activity.minutes ?? 0) * 60_000 + loggedAfterMs),
  }));
}
