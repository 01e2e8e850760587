// What burns at a customer and how its revenue is told, as tables.
import { describe, expect, it } from 'vitest';
import type { Quote, Warning } from '#contract/cockpit.ts';
import type { Complaint, Deadline } from '#contract/complaint.ts';
import { revenueOf } from '#api/cockpit/revenue.ts';
import { openItemsOf, warningsOf } from '#api/cockpit/rules.ts';
import type { OpenInvoice, Situation } from '#api/cockpit/rules.ts';

const today = '2026-09-03';
const calm: Situation = {
  today,
  complaints: [],
  invoices: [],
  quotes: [],
  lastOrderOn: null,
  usualOrderDays: null,
  blocked: null,
  contact: null,
};

const deadline = (at: string, workingMinutesLeft: number): Deadline => ({
  at,
  workingMinutesLeft,
  missed: workingMinutesLeft < 0,
  hours: 4,
  fromAt: '2026-09-03T11:00:00Z',
});

function complaint(number: string, firstAnswer: Deadline | null, resolution: Deadline | null): Complaint {
  const whole: Partial<Complaint> = { id: number, number, firstAnswer, resolution, pause: null };
  return whole as Complaint; // the rule reads only these fields
}

function quote(number: string, validUntil: string | null, state: Quote['state'] = 'open'): Quote {
  return {
    id: number,
    number,
    title: '',
    totalCents: 1,
    chancePercent: null,
    sentOn: '2026-08-01',
    validUntil,
    state,
  };
}

const invoice = (number: string, due_on: string, open_cents = 100): OpenInvoice => ({
  number,
  due_on,
  open_cents,
  reminder_on: null,
});

const tell = (warning: Warning) =>
  warning.kind === 'complaint_deadline'
    ? `${warning.level} ${warning.number} ${warning.step}`
    : `${warning.level} ${warning.kind}`;
const told = (situation: Partial<Situation>) => warningsOf({ ...calm, ...situation }).map(tell);

describe('warnings', () => {
  it('are none while all is well', () => {
    expect(told({})).toEqual([]);
  });

  it.each([
    [
      'an answer due within four working hours',
      deadline('2026-09-03T15:00:00Z', 182),
      null,
      ['danger RK first_answer'],
    ],
    [
      'an answer due within two working days',
      deadline('2026-09-04T15:00:00Z', 700),
      null,
      ['warning RK first_answer'],
    ],
    ['an answer due later', deadline('2026-09-09T15:00:00Z', 2000), null, []],
    ['a missed answer', deadline('2026-09-03T09:00:00Z', -30), null, ['danger RK first_answer']],
    [
      'a resolution due soon after the answer was given',
      null,
      deadline('2026-09-03T15:00:00Z', 60),
      ['danger RK resolution'],
    ],
    ['nothing left to do', null, null, []],
  ])('of a complaint with %s', (_what, firstAnswer, resolution, expected) => {
    expect(told({ complaints: [complaint('RK', firstAnswer, resolution)] })).toEqual(expected);
  });

  it.each([
    ['2026-09-03', []],
    ['2026-09-02', ['warning overdue_payment']],
    ['2026-08-04', ['warning overdue_payment']],
    ['2026-08-03', ['danger overdue_payment']],
  ])('of an invoice due on %s', (due, expected) => {
    expect(told({ invoices: [invoice('1', due)] })).toEqual(expected);
  });

  it('tell one sum for all overdue invoices, named after the oldest', () => {
    const invoices = [
      invoice('2', '2026-09-01', 50),
      invoice('1', '2026-08-16', 100),
      invoice('3', '2026-10-01', 7),
    ];

    expect(warningsOf({ ...calm, invoices })).toMatchObject([
      { overdueCents: 150, days: 18, invoiceNumber: '1' },
    ]);
    expect(openItemsOf(invoices, today, 30)).toEqual({
      totalCents: 157,
      overdueCents: 150,
      count: 3,
      termDays: 30,
    });
  });

  it.each([
    ['2026-09-03', 'open', 1],
    ['2026-09-17', 'open', 1],
    ['2026-09-18', 'open', 0],
    ['2026-09-02', 'open', 0],
    ['2026-09-10', 'won', 0],
    [null, 'open', 0],
  ] as const)('of a quote valid until %j that is %s: %i', (validUntil, state, count) => {
    expect(told({ quotes: [quote('AN', validUntil, state)] })).toHaveLength(count);
  });

  it('put dangers first, and complaints by time', () => {
    const situation = {
      complaints: [
        complaint('late', deadline('2026-09-04T15:00:00Z', 700), null),
        complaint('soon', deadline('2026-09-03T15:00:00Z', 182), null),
      ],
      invoices: [invoice('1', '2026-07-01')],
      quotes: [quote('AN', '2026-09-10')],
      lastOrderOn: '2026-05-01',
      usualOrderDays: 30,
    };

    expect(told(situation)).toEqual([
      'danger soon first_answer',
      'danger overdue_payment',
      'warning late first_answer',
      'warning quote_expiring',
      'warning dormant',
    ]);
  });
});

describe('revenue', () => {
  const months = { '2020-01': 5, '2024-12': 100, '2025-02': 2800, '2025-03': 3100, '2026-01': 70 };

  it('is told for five years, the running one last', () => {
    expect(revenueOf(months, 999, today).years).toEqual([
      { year: 2022, cents: 0 },
      { year: 2023, cents: 0 },
      { year: 2024, cents: 100 },
      { year: 2025, cents: 5900 },
      { year: 2026, cents: 70 },
    ]);
  });

  it.each([
    ['2026-02-14', 1400],
    ['2026-02-28', 2800],
    ['2026-03-01', 2900],
    ['2026-03-31', 5900],
    ['2026-12-31', 5900],
  ])('of the year before up to %s counts the running month by its days: %i', (day, cents) => {
    expect(revenueOf(months, 0, day).previousYearToDateCents).toBe(cents);
  });

  it('takes the 29th of February as a whole February of the year before', () => {
    expect(revenueOf({ '2027-02': 2800 }, 0, '2028-02-29').previousYearToDateCents).toBe(2800);
  });
});
