// What is to be looked after at customers every so many months, and the first rules of the rating as somebody saved them.
import { buildRatingRule, buildStrategies } from '#contract/examples-rating.ts';
import type { SeedCalendar } from './calendar.ts';
import type { SeedCustomer } from './customer.ts';
import type { SeedFigures } from './figures.ts';
import { hollerbachNumber } from './hollerbach.ts';
import { organizationId, personId } from './people.ts';
import { createChance, idOf } from './random.ts';

interface Service {
  readonly subject: string;
  readonly group: string;
  readonly product: string;
  readonly everyMonths: number;
}

const services: readonly Service[] = [
  {
    subject: 'Wartung der Feststellanlagen',
    group: 'Brandschutz',
    product: 'Feststellanlage Zentrale',
    everyMonths: 12,
  },
  {
    subject: 'Prüfung der Drehtürantriebe',
    group: 'Türtechnik',
    product: 'Drehtürantrieb ED 250',
    everyMonths: 12,
  },
  {
    subject: 'Schließanlage: Bestand prüfen',
    group: 'Schließtechnik',
    product: 'Schließanlage Zylinder Hauptschlüssel',
    everyMonths: 24,
  },
  { subject: 'Akkugeräte: Inspektion', group: 'Werkzeug', product: 'Akkuschrauber 18 V', everyMonths: 6 },
];

/** Every third customer that buys a group has its service; Hollerbach's fire doors are due in twelve days. */
export function buildServiceRows(
  customers: readonly SeedCustomer[],
  figures: ReadonlyMap<string, SeedFigures>,
  calendar: SeedCalendar,
) {
  return customers.flatMap((customer) => {
    const chance = createChance(`services ${customer.number}`);
    const buys = (figures.get(customer.id)?.lastOrderOn ?? null) !== null;
    return services.flatMap((service) => {
      const isOurs = customer.number === hollerbachNumber && service.group === 'Brandschutz';
      const hasIt = chance.happens(33);
      const dueIn = chance.int(-20, service.everyMonths * 30);
      if (!isOurs && !(buys && hasIt && customer.groups.includes(service.group))) return [];
      const next = isOurs ? 12 : dueIn;
      return [
        {
          organization_id: organizationId,
          id: idOf('service', `${customer.number} ${service.subject}`),
          customer_id: customer.id,
          subject: service.subject,
          product_id: idOf('product', service.product),
          every_months: service.everyMonths,
          last_on: calendar.day(next - Math.round(service.everyMonths * 30.4)),
          next_on: calendar.day(next),
        },
      ];
    });
  });
}

/** The rules that are in force, saved by the administrator at the turn of the year before last. */
export function buildRatingVersion(calendar: SeedCalendar) {
  return {
    organization_id: organizationId,
    version: 1,
    rules: [buildRatingRule()],
    strategy: buildStrategies(),
    note: 'Erste Fassung',
    moved: 0,
    saved_at: calendar.at(-400, '09:30'),
    saved_by: personId('miriam'),
  };
}
