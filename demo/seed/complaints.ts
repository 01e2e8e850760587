// Complaints of the last year, a few of them open; one near its deadline at an A customer, one already with the manager.
import { reckonDeadlines } from '#api/complaints/deadlines.ts';
import { workingCalendar } from '#api/complaints/working-time.ts';
import type { SeedCalendar } from './calendar.ts';
import type { SeedCustomer } from './customer.ts';
import { ratingLetter, potentialDigit } from './figures.ts';
import { ownerOf } from './history.ts';
import { organizationId, organizationRow, personId } from './people.ts';
import { createChance, idOf } from './random.ts';

type Row = Readonly<Record<string, unknown>>;
type Severity = 'low' | 'medium' | 'high';

interface ToldComplaint {
  readonly customer: SeedCustomer;
  readonly cents: number;
  readonly title: string;
  readonly category: string;
  readonly severity: Severity;
  readonly state: 'open' | 'in_progress' | 'answered' | 'closed';
  readonly receivedAt: Date;
  readonly owner: string;
  readonly outcome?: string;
}

const base = { organization_id: organizationId };
const hours = workingCalendar({
  timeZone: organizationRow.time_zone,
  start: organizationRow.workday_start,
  end: organizationRow.workday_end,
  region: organizationRow.holiday_region,
});
const causes = [
  ['Kratzer auf gelieferten Drückern', 'product_defect', 'low', 'Ersatz geliefert.'],
  ['Lieferung unvollständig', 'wrong_delivery', 'medium', 'Nachgeliefert, Gutschrift 40 €.'],
  ['Lieferung zwei Tage zu spät', 'late_delivery', 'medium', 'Entschuldigt, Fracht erlassen.'],
  ['Karton eingedrückt', 'transport_damage', 'low', 'Spediteur belastet.'],
  ['Rabatt fehlt auf der Rechnung', 'billing', 'low', 'Rechnung korrigiert.'],
  ['Zylinder schließen verschieden', 'wrong_delivery', 'high', 'Schließplan geprüft, Zylinder getauscht.'],
] as const;

/** Rows of complaint and complaint_event, numbered RK-yy-nnnn in the order they came in, and the last number of the year. */
export function buildComplaints(
  customers: readonly SeedCustomer[],
  revenue: ReadonlyMap<string, number>,
  calendar: SeedCalendar,
) {
  const told = [...closedOnes(customers, revenue, calendar), ...openOnes(customers, revenue, calendar)];
  told.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
  const thisYear = told.filter((one) => one.receivedAt.getFullYear() === calendar.year);
  // the next complaint of the year is number 318, as in the introduction
  const first = { [calendar.year]: 318 - thisYear.length, [calendar.year - 1]: 201 };
  const rows = told.map((one) => {
    const year = one.receivedAt.getFullYear();
    const number = first[year] ?? 1;
    first[year] = number + 1;
    return complaintRow(one, `RK-${String(year % 100)}-${String(number).padStart(4, '0')}`);
  });
  return { complaints: rows, events: rows.flatMap(eventsOf), lastNumber: 317 };
}

function closedOnes(
  customers: readonly SeedCustomer[],
  revenue: ReadonlyMap<string, number>,
  calendar: SeedCalendar,
): ToldComplaint[] {
  return customers.flatMap((customer) => {
    const chance = createChance(`complaints ${customer.number}`);
    if (!chance.happens(28)) return [];
    const [title, category, severity, outcome] = chance.pick(causes);
    const receivedAt = calendar.at(-chance.int(20, 330), '10:15');
    return [
      {
        customer,
        cents: revenue.get(customer.id) ?? 0,
        title,
        category,
        severity,
        state: 'closed',
        receivedAt,
        owner: ownerOf(customer),
        outcome,
      } as const,
    ];
  });
}

function openOnes(
  customers: readonly SeedCustomer[],
  revenue: ReadonlyMap<string, number>,
  calendar: SeedCalendar,
): ToldComplaint[] {
  const find = (number: string) => customers.find((customer) => customer.number === number);
  const open = (number: string, rest: Omit<ToldComplaint, 'customer' | 'cents'>): ToldComplaint[] => {
    const customer = find(number);
    return customer === undefined ? [] : [{ customer, cents: revenue.get(customer.id) ?? 0, ...rest }];
  };
  return [
    ...open('20077', {
      title: 'Brandschutztür T90 mit falschem Anschlag',
      category: 'wrong_delivery',
      severity: 'medium',
      state: 'in_progress',
      receivedAt: calendar.at(-1, '14:40'),
      owner: 'jonas',
    }),
    ...open('20231', {
      title: 'Balkenschuhe in falscher Größe',
      category: 'wrong_delivery',
      severity: 'low',
      state: 'open',
      receivedAt: calendar.at(0, '08:20'),
      owner: 'jonas',
    }),
    ...open('30118', {
      title: 'Auszüge klemmen nach Montage',
      category: 'product_defect',
      severity: 'medium',
      state: 'open',
      receivedAt: calendar.at(-1, '15:30'),
      owner: 'ben',
    }),
    ...open('20810', {
      title: 'Sammellieferung ohne Lieferschein',
      category: 'service',
      severity: 'low',
      state: 'answered',
      receivedAt: calendar.at(-3, '09:10'),
      owner: 'jonas',
    }),
  ];
}

function complaintRow(told: ToldComplaint, number: string) {
  const rating = { letter: ratingLetter(told.cents), digit: potentialDigit(told.customer.shareOfWallet) };
  const deadlines = reckonDeadlines(hours, rating, told.severity, told.receivedAt);
  const isAnswered = told.state === 'answered' || told.state === 'closed';
  const hour = 3_600_000;
  return {
    ...base,
    id: idOf('complaint', number),
    number,
    customer_id: told.customer.id,
    title: told.title,
    category: told.category,
    severity: told.severity,
    state: told.state,
    owner_id: personId(told.owner),
    reported_by: personId(told.owner),
    received_at: told.receivedAt,
    ...deadlines,
    answered_at: isAnswered ? new Date(told.receivedAt.getTime() + 2 * hour) : null,
    closed_at: told.state === 'closed' ? new Date(told.receivedAt.getTime() + 50 * hour) : null,
    outcome: told.outcome ?? null,
    description: '',
    created_at: told.receivedAt,
    updated_at: told.receivedAt,
  };
}

function eventsOf(row: ReturnType<typeof complaintRow>): Row[] {
  const event = (kind: string, at: Date | null, text: string): Row[] =>
    at === null
      ? []
      : [
          {
            ...base,
            id: idOf('complaint-event', `${row.number} ${kind}`),
            complaint_id: row.id,
            at,
            by_id: row.owner_id,
            kind,
            text,
          },
        ];
  return [
    ...event('reported', row.received_at, ''),
    ...event('answered', row.answered_at, ''),
    ...event('closed', row.closed_at, row.outcome ?? ''),
  ];
}
