// Quotes and building projects: those of the stories as told, others by chance.
import { daysBetween } from '#api/customers/dormancy.ts';
import type { SeedCalendar } from './calendar.ts';
import type { SeedCustomer } from './customer.ts';
import { organizationId } from './people.ts';
import { createChance, idOf } from './random.ts';
import type { Chance } from './random.ts';

const projectNames = [
  'Kita',
  'Turnhalle',
  'Rathaus',
  'Pflegeheim',
  'Schulzentrum',
  'Bürogebäude',
  'Wohnanlage',
  'Werkhalle',
  'Klinik',
  'Hotel',
] as const;

interface ToldQuote {
  readonly customer: string;
  readonly number: string;
  readonly title: string;
  readonly cents: number;
  readonly chance: number;
  readonly sent: number;
  readonly valid: number;
}

/** Days count from today. */
const told: readonly ToldQuote[] = [
  {
    customer: '20417',
    number: 'AN-26-1182',
    title: 'Brandschutztüren Kita Süd',
    cents: 4_260_000,
    chance: 70,
    sent: -23,
    valid: 8,
  },
  {
    customer: '20417',
    number: 'AN-26-1204',
    title: 'Schließanlage Verwaltung',
    cents: 1_895_000,
    chance: 40,
    sent: -13,
    valid: 27,
  },
  {
    customer: '20305',
    number: 'AN-26-1167',
    title: 'Turnhalle',
    cents: 2_730_000,
    chance: 60,
    sent: -30,
    valid: 1,
  },
  {
    customer: '20231',
    number: 'AN-26-1198',
    title: 'Dachausbau Remise',
    cents: 870_000,
    chance: 50,
    sent: -16,
    valid: 19,
  },
  {
    customer: '20231',
    number: 'AN-26-1211',
    title: 'Abbundhalle, Balkenschuhe und Anker',
    cents: 1_240_000,
    chance: 65,
    sent: -7,
    valid: 33,
  },
];

/** Customers whose projects and quotes are told, so that chance adds none. */
const toldCustomers = new Set([...told.map((one) => one.customer), '20077']);

export interface SeedQuote {
  readonly id: string;
  readonly number: string;
  readonly customer: SeedCustomer;
  readonly title: string;
  readonly cents: number;
  readonly chance: number;
  readonly sentOn: string;
  readonly validUntil: string;
  readonly state: 'open' | 'won' | 'lost' | 'expired';
}

/** All quotes, those of the stories first. */
export function buildQuotes(customers: readonly SeedCustomer[], calendar: SeedCalendar): SeedQuote[] {
  const stories = told.flatMap((one) => {
    const customer = customers.find((each) => each.number === one.customer);
    if (customer === undefined) return [];
    const { number, title, cents, chance } = one;
    const days = { sentOn: calendar.day(one.sent), validUntil: calendar.day(one.valid) };
    return [
      { id: idOf('quote', number), number, customer, title, cents, chance, ...days, state: 'open' as const },
    ];
  });
  const taken = new Set(stories.map((one) => one.number));
  const invented = customers
    .filter((customer) => !toldCustomers.has(customer.number) && customer.kind === 'company')
    .flatMap((customer) => inventQuotes(customer, calendar, taken));
  return [...stories, ...invented];
}

function inventQuotes(customer: SeedCustomer, calendar: SeedCalendar, taken: Set<string>): SeedQuote[] {
  const chance = createChance(`quotes ${customer.number}`);
  const count = chance.happens(45) ? chance.int(1, 3) : 0;
  return Array.from({ length: count }, () => {
    const sent = -chance.int(3, 300);
    const sentOn = calendar.day(sent);
    const valid = sent + chance.int(28, 56);
    const number = nextNumber(taken, sentOn);
    return {
      id: idOf('quote', number),
      number,
      customer,
      title: `${chance.pick(customer.groups)} ${chance.pick(projectNames)}`,
      cents: Math.max(60_000, Math.round((customer.yearlyCents * chance.int(4, 30)) / 10_000) * 100),
      chance: chance.int(2, 8) * 10,
      sentOn,
      validUntil: calendar.day(valid),
      state: valid > 0 ? 'open' : endOf(chance),
    };
  });
}

/** Some five quotes are written a day, most of them for customers that are not in this sample. */
function nextNumber(taken: Set<string>, sentOn: string): string {
  const [year, days] = [sentOn.slice(2, 4), daysBetween(`${sentOn.slice(0, 4)}-01-01`, sentOn)];
  for (let next = 60 + days * 5; ; next += 1) {
    const number = `AN-${year}-${String(next).padStart(4, '0')}`;
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}

function endOf(chance: Chance): SeedQuote['state'] {
  const drawn = chance.int(1, 100);
  if (drawn <= 45) return 'won';
  return drawn <= 80 ? 'lost' : 'expired';
}

/** Rows of quote. */
export function buildQuoteRows(quotes: readonly SeedQuote[]) {
  return quotes.map((quote) => ({
    organization_id: organizationId,
    id: quote.id,
    number: quote.number,
    customer_id: quote.customer.id,
    title: quote.title,
    total_cents: quote.cents,
    chance_percent: quote.chance,
    sent_on: quote.sentOn,
    valid_until: quote.validUntil,
    state: quote.state,
  }));
}

const toldProjects = [
  { customer: '20417', name: 'Kita Süd', cents: 6_155_000, phase: 'Angebot' },
  { customer: '20305', name: 'Turnhalle Ditzingen', cents: 2_730_000, phase: 'Angebot' },
  { customer: '20077', name: 'Werkhalle Feuerbach', cents: 14_800_000, phase: 'Ausführung' },
  { customer: '20231', name: 'Abbundhalle', cents: 1_240_000, phase: 'Angebot' },
];
const phases = ['Planung', 'Ausschreibung', 'Angebot', 'Ausführung', 'Abnahme'];

/** Rows of project. */
export function buildProjectRows(customers: readonly SeedCustomer[]) {
  return customers.flatMap((customer) => {
    const own = toldProjects.filter((one) => one.customer === customer.number);
    const list = own.length > 0 || toldCustomers.has(customer.number) ? own : inventProjects(customer);
    return list.map(({ name, cents, phase }) => ({
      organization_id: organizationId,
      id: idOf('project', `${customer.number} ${name}`),
      customer_id: customer.id,
      name,
      sum_cents: cents,
      phase,
    }));
  });
}

function inventProjects(customer: SeedCustomer) {
  const chance = createChance(`projects ${customer.number}`);
  if (customer.kind === 'private' || !chance.happens(25)) return [];
  const name = `${chance.pick(projectNames)} ${customer.city}`;
  return [
    { name, cents: Math.round(customer.yearlyCents / 250_000 + 1) * 100_000, phase: chance.pick(phases) },
  ];
}
