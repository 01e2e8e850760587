// What the pictures tell of Hollerbach and of the people of "Mein Tag".
import type { SeedCalendar } from './calendar.ts';
import type { SeedCustomer } from './customer.ts';
import { activityRow, followUpRow, invoiceRow, quoteRow, visitRow } from './history.ts';
import { organizationId } from './people.ts';
import { idOf } from './random.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows that stand beside what is made up for everybody. */
export interface ToldRows {
  readonly activities: Row[];
  readonly visits: Row[];
  readonly quotes: Row[];
  readonly invoices: Row[];
  readonly followUps: Row[];
  readonly ratings: Row[];
  readonly projects: Row[];
}

/** Hollerbach's last weeks: calls, a visit, two quotes, open items of 14.860 €, the path from B1 to A2. */
export function tellHollerbach(customer: SeedCustomer, calendar: SeedCalendar): ToldRows {
  return {
    activities: tellHollerbachContacts(customer, calendar),
    visits: [
      visitRow(customer, { key: 'h-1', by: 'anna', startsAt: calendar.at(-8, '09:30'), isReported: true }),
      visitRow(customer, { key: 'h-2', by: 'anna', startsAt: calendar.at(70, '09:30'), isReported: false }),
    ],
    quotes: tellHollerbachQuotes(customer, calendar),
    invoices: tellOpenItems(customer, calendar),
    followUps: [
      followUpRow(customer, {
        key: 'h-1',
        title: 'Angebot Kita Süd nachfassen',
        dueOn: calendar.day(1),
        by: 'anna',
        createdAt: calendar.at(-2, '16:50'),
      }),
    ],
    ratings: (
      [
        [-900, 'B', '1'],
        [-640, 'B', '1'],
        [-460, 'B', '2'],
        [-250, 'A', '2'],
        [-60, 'A', '2'],
      ] as const
    ).map(([offset, letter, digit]) => ({
      organization_id: organizationId,
      customer_id: customer.id,
      on_day: calendar.day(offset),
      letter,
      digit,
    })),
    projects: [
      {
        organization_id: organizationId,
        id: idOf('project', customer.number),
        customer_id: customer.id,
        name: 'Kita Süd, Leonberg',
        sum_cents: 6_155_000,
        phase: 'Vergabe',
      },
    ],
  };
}

function tellHollerbachContacts(customer: SeedCustomer, calendar: SeedCalendar): Row[] {
  const call = { customer, direction: 'outbound', by: 'anna' } as const;
  return [
    activityRow({
      ...call,
      key: 'h-1',
      kind: 'call',
      subject: 'Liefertermin Kita Süd',
      text: 'Frau Tietz entscheidet bis 11.09. Ein Mitbewerber liegt nach ihrer Auskunft 3 % darunter.',
      at: calendar.at(-2, '16:40'),
      minutes: 9,
    }),
    activityRow({
      ...call,
      key: 'h-2',
      kind: 'chat',
      subject: 'Preis Kita Süd abgestimmt',
      text: 'Petra Lohmann gibt 2 % Nachlass frei, wenn die Schließanlage mitbestellt wird.',
      at: calendar.at(-3, '10:15'),
    }),
    activityRow({
      ...call,
      key: 'h-3',
      kind: 'visit',
      subject: 'Sortiment Brandschutz',
      text: 'Neuer Werkstattleiter Cem Aydın. Interesse an Wartungsvertrag für 120 Türen. Nächster Besuch im November vereinbart.',
      at: calendar.at(-8, '09:30'),
      contact: 1,
    }),
    activityRow({
      ...call,
      key: 'h-4',
      kind: 'order',
      direction: 'inbound',
      subject: 'Auftrag AU-26-0907 erteilt',
      text: '12 Positionen, 8.430 €.',
      at: calendar.at(-22, '11:05'),
      contact: 2,
    }),
    activityRow({
      ...call,
      key: 'h-5',
      kind: 'email',
      subject: 'Angebot AN-26-1182 versendet',
      text: 'Brandschutztüren Kita Süd, 42.600 € netto, gültig bis 11.09.',
      at: calendar.at(-23, '09:20'),
    }),
  ];
}

function tellHollerbachQuotes(customer: SeedCustomer, calendar: SeedCalendar): Row[] {
  return [
    quoteRow(customer, {
      number: `AN-26-1182`,
      title: 'Brandschutztüren Kita Süd',
      cents: 4_260_000,
      chancePercent: 70,
      sentOn: calendar.day(-23),
      validUntil: calendar.day(8),
      state: 'open',
    }),
    quoteRow(customer, {
      number: `AN-26-1240`,
      title: 'Schließanlage Verwaltung',
      cents: 1_895_000,
      chancePercent: 40,
      sentOn: calendar.day(-10),
      validUntil: calendar.day(27),
      state: 'open',
    }),
  ];
}

function tellOpenItems(customer: SeedCustomer, calendar: SeedCalendar): Row[] {
  const year = calendar.shortYear;
  return [
    invoiceRow(customer, {
      number: `${year}-4471`,
      orderId: null,
      invoicedOn: calendar.day(-48),
      dueOn: calendar.exactDay(-18),
      cents: 624_000,
      isPaid: false,
      reminderOn: calendar.day(5),
    }),
    invoiceRow(customer, {
      number: `${year}-4602`,
      orderId: null,
      invoicedOn: calendar.day(-12),
      dueOn: calendar.exactDay(18),
      cents: 862_000,
      isPaid: false,
      reminderOn: null,
    }),
  ];
}

/** What waits today: a call back, a quote that runs out, a report to write, visits of today and tomorrow. */
export function tellTheDay(find: (number: string) => SeedCustomer, calendar: SeedCalendar): ToldRows {
  const [pahlke, vogt, wernigk, aichele] = ['20112', '20305', '20077', '20231'].map(find) as [
    SeedCustomer,
    SeedCustomer,
    SeedCustomer,
    SeedCustomer,
  ]; // find throws for a number it does not know
  return {
    activities: tellCalls(pahlke, aichele, calendar),
    visits: [
      visitRow(wernigk, { key: 'd-1', by: 'anna', startsAt: calendar.at(0, '15:30'), isReported: false }),
      visitRow(aichele, { key: 'd-2', by: 'anna', startsAt: calendar.at(1, '09:00'), isReported: false }),
    ],
    quotes: [
      quoteRow(vogt, {
        number: 'AN-26-1207',
        title: 'Turnhalle',
        cents: 2_730_000,
        chancePercent: 60,
        sentOn: calendar.day(-29),
        validUntil: calendar.day(1),
        state: 'open',
      }),
    ],
    invoices: [],
    followUps: [
      followUpRow(pahlke, {
        key: 'd-1',
        title: 'Rückruf an Uwe Pahlke',
        dueOn: calendar.day(0),
        by: 'anna',
        createdAt: calendar.at(0, '10:22'),
      }),
      followUpRow(wernigk, {
        key: 'd-2',
        title: 'Besuchsbericht ergänzen',
        dueOn: calendar.day(0),
        by: 'anna',
        createdAt: calendar.at(-1, '17:10'),
      }),
    ],
    ratings: [],
    projects: [],
  };
}

function tellCalls(pahlke: SeedCustomer, aichele: SeedCustomer, calendar: SeedCalendar): Row[] {
  return [
    activityRow({
      key: 'd-1',
      customer: pahlke,
      kind: 'call',
      direction: 'inbound',
      subject: 'Rückruf erbeten',
      text: 'Zweiter Anruf heute, sein Auftrag steht still.',
      at: calendar.at(0, '10:20'),
      by: 'jonas',
      minutes: 2,
    }),
    activityRow({
      key: 'd-2',
      customer: aichele,
      kind: 'call',
      direction: 'outbound',
      subject: 'Gutschrift angekündigt',
      text: 'Gutschrift über 480 € von Petra Lohmann freigegeben.',
      at: calendar.at(-1, '11:20'),
      by: 'anna',
      minutes: 4,
    }),
  ];
}
