// Follow-ups: those of the stories, and what everybody has to do in the next weeks.
import type { SeedCalendar } from './calendar.ts';
import type { SeedCustomer } from './customer.ts';
import { ownerOf } from './customer-rows.ts';
import { organizationId, personId } from './people.ts';
import { createChance, idOf } from './random.ts';

const titles = [
  'Angebot nachfassen',
  'Muster besprechen',
  'Jahresgespräch vereinbaren',
  'Preise Herbst ansprechen',
  'Bedarf für den Winter klären',
  'Neue Preisliste durchgehen',
  'Wartungsvertrag vorstellen',
] as const;

interface ToldFollowUp {
  readonly customer: string;
  readonly title: string;
  readonly due: number;
  readonly by: string;
  /** Subject of the activity it comes from. */
  readonly activity?: string;
  readonly doneAt?: string;
}

/** Days count from today; those with a time are done already. */
const told: readonly ToldFollowUp[] = [
  {
    customer: '20417',
    title: 'Angebot Kita Süd nachfassen',
    due: 1,
    by: 'anna',
    activity: 'Liefertermin Kita Süd',
  },
  {
    customer: '20112',
    title: 'Rückruf an Uwe Pahlke',
    due: 0,
    by: 'anna',
    activity: 'Bitte um Rückruf, Auftrag steht still',
  },
  { customer: '20655', title: 'Herrn Immenroth anrufen, Auftrag Herbst', due: 4, by: 'anna' },
  { customer: '20077', title: 'Muster Panikstange mitnehmen', due: 0, by: 'anna', doneAt: '08:05' },
  { customer: '20231', title: 'Unterlagen Abbundhalle ausdrucken', due: 0, by: 'anna', doneAt: '09:10' },
  { customer: '20702', title: 'Schließplan an Frau Maier schicken', due: 0, by: 'anna', doneAt: '10:45' },
  { customer: '20305', title: 'Preise Turnhalle prüfen', due: 0, by: 'anna', doneAt: '11:30' },
  { customer: '20930', title: 'Tracking number to Oliver Grant', due: 0, by: 'jonas' },
  { customer: '30118', title: 'Termin Werkstatt Thomsen abstimmen', due: 1, by: 'ben' },
];

/** Rows of follow_up; open ones are handed to To Do by to-do.ts once they are written. */
export function buildFollowUpRows(customers: readonly SeedCustomer[], calendar: SeedCalendar) {
  const stories = told.flatMap((one) => {
    const customer = customers.find((each) => each.number === one.customer);
    return customer === undefined ? [] : [row(customer, one, calendar)];
  });
  const toldNumbers = new Set(told.map((one) => one.customer));
  const others = customers.filter((customer) => !toldNumbers.has(customer.number));
  return [...stories, ...others.flatMap((customer) => invent(customer, calendar))];
}

function invent(customer: SeedCustomer, calendar: SeedCalendar) {
  const chance = createChance(`follow-ups ${customer.number}`);
  if (customer.kind === 'private' || !chance.happens(12)) return [];
  const title = chance.pick(titles);
  const by = ownerOf(customer);
  return [row(customer, { customer: customer.number, title, due: chance.int(2, 30), by }, calendar)];
}

function row(customer: SeedCustomer, one: ToldFollowUp, calendar: SeedCalendar) {
  const doneAt = one.doneAt === undefined ? null : calendar.at(0, one.doneAt);
  return {
    organization_id: organizationId,
    id: idOf('follow-up', `${customer.number} ${one.title}`),
    customer_id: customer.id,
    owner_id: personId(one.by),
    title: one.title,
    due_on: calendar.day(one.due),
    activity_id:
      one.activity === undefined ? null : idOf('activity', `${customer.number} told ${one.activity}`),
    completed_at: doneAt,
    completed_by: doneAt === null ? null : personId(one.by),
    to_do_state: doneAt === null ? 'waiting_for_sign_in' : 'in_to_do',
    to_do_sent_version: doneAt === null ? null : 1,
    created_by: personId(one.by),
    created_at: calendar.at(-3, '16:30'),
  };
}
