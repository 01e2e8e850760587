// Sample hints and monthly figures of the sample customer.
import { exampleId } from './examples-people.ts';
import type { CustomerInsights, CustomerRevenue } from './insight.ts';

const group = (number: number, name: string) => ({ id: exampleId(200 + number), name });

export function buildInsights(changes: Partial<CustomerInsights> = {}): CustomerInsights {
  return {
    comparable: { count: 9, targetGroup: 'Verarbeiter', letter: 'A' },
    groups: [
      { ...group(1, 'Arbeitsschutz'), isBought: false, last12MonthsCents: 0, lastOn: null },
      { ...group(2, 'Türtechnik'), isBought: true, last12MonthsCents: 4_820_000, lastOn: '2026-08-12' },
    ],
    crossSelling: [{ group: group(1, 'Arbeitsschutz'), buyers: 7, peers: 9 }],
    upSelling: [],
    reorders: [
      {
        group: group(2, 'Türtechnik'),
        everyDays: 21,
        orders: 14,
        lastOn: '2026-08-12',
        expectedOn: '2026-09-02',
      },
    ],
    services: [
      {
        id: exampleId(210),
        subject: 'Wartung der Feststellanlagen',
        product: 'Feststellanlage Zentrale',
        everyMonths: 12,
        lastOn: '2025-09-15',
        nextOn: '2026-09-15',
      },
    ],
    prices: [],
    asOf: '2026-09-03',
    ...changes,
  };
}

export function buildCustomerRevenue(changes: Partial<CustomerRevenue> = {}): CustomerRevenue {
  return {
    months: [
      { month: '2026-08-01', cents: 1_280_000, previousYearCents: 1_430_000, marginCents: 322_000 },
      { month: '2026-09-01', cents: 264_000, previousYearCents: 1_200_000, marginCents: 66_500 },
    ],
    years: [
      { year: 2025, cents: 13_980_000, marginCents: 3_520_000 },
      { year: 2026, cents: 7_980_000, marginCents: 2_010_000 },
    ],
    showsMargin: true,
    asOf: '2026-09-03',
    ...changes,
  };
}
