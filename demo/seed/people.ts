// The sample company, its people and territories.
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import { idOf } from './random.ts';

export const organizationId = demoTenantId;
export const homeDomain = 'brenner-lohse.test';

export const personId = (shortName: string) => idOf('person', shortName);
export const territoryId = (name: string) => idOf('territory', name);

export const territories = [
  { name: 'Südwest', prefixes: ['70', '71', '72', '73', '74', '75', '76', '77', '78', '79'], owner: 'anna' },
  { name: 'Nord', prefixes: ['20', '21', '22', '23', '24', '25', '26', '27', '28', '29'], owner: 'ben' },
  {
    name: 'West',
    prefixes: ['40', '41', '42', '44', '45', '46', '47', '50', '51', '52', '53'],
    owner: 'tom',
  },
  {
    name: 'Bayern',
    prefixes: ['80', '81', '82', '83', '84', '85', '86', '87', '88', '89', '90', '91'],
    owner: 'lisa',
  },
] as const;
export type TerritoryName = (typeof territories)[number]['name'];

interface SeedPerson {
  readonly shortName: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly role: 'sales' | 'manager' | 'admin' | 'partner';
  readonly territories: readonly TerritoryName[];
  readonly email?: string;
  readonly deputy?: string;
}

export const people: readonly SeedPerson[] = [
  {
    shortName: 'anna',
    name: 'Anna Brandl',
    jobTitle: 'Außendienst',
    role: 'sales',
    territories: ['Südwest'],
  },
  {
    shortName: 'jonas',
    name: 'Jonas Weidner',
    jobTitle: 'Innendienst',
    role: 'sales',
    territories: ['Südwest'],
  },
  { shortName: 'ben', name: 'Ben Oster', jobTitle: 'Außendienst', role: 'sales', territories: ['Nord'] },
  {
    shortName: 'petra',
    name: 'Petra Lohmann',
    jobTitle: 'Vertriebsleitung',
    role: 'manager',
    territories: [],
    deputy: 'holger',
  },
  {
    shortName: 'holger',
    name: 'Holger Rieth',
    jobTitle: 'Stellv. Vertriebsleitung',
    role: 'manager',
    territories: [],
    deputy: 'petra',
  },
  { shortName: 'miriam', name: 'Miriam Stolz', jobTitle: 'Administration', role: 'admin', territories: [] },
  {
    shortName: 'dieter',
    name: 'Dieter Kranz',
    jobTitle: 'Kranz Türservice',
    role: 'partner',
    territories: [],
    email: 'kranz@kranz-tuerservice.test',
  },
  { shortName: 'tom', name: 'Tom Reuter', jobTitle: 'Außendienst', role: 'sales', territories: ['West'] },
  {
    shortName: 'lisa',
    name: 'Lisa Hartmann',
    jobTitle: 'Außendienst',
    role: 'sales',
    territories: ['Bayern'],
  },
];

export const organizationRow = {
  organization_id: organizationId,
  name: 'Brenner & Lohse Fachgroßhandel GmbH',
  internal_domains: [homeDomain],
  holiday_region: 'DE-BW',
  workday_start: '08:00',
  workday_end: '17:00',
  visits_per_year: { A1: 12, A2: 6, A3: 4, B1: 6, B2: 4, B3: 2, C1: 4, C2: 2, C3: 1 },
  customer_visibility: 'territory',
  time_zone: 'Europe/Berlin',
  settings: {},
};

/** Rows of app_user, territory and user_territory. */
export function buildPeopleRows(createdAt: Date) {
  return {
    users: people.map((person) => ({
      organization_id: organizationId,
      id: personId(person.shortName),
      entra_oid: idOf('entra', person.shortName),
      short_name: person.shortName,
      name: person.name,
      email: person.email ?? `${person.name.toLowerCase().replace(' ', '.')}@${homeDomain}`,
      job_title: person.jobTitle,
      role: person.role,
      manager_id: person.role === 'sales' ? personId('petra') : null,
      deputy_id: person.deputy === undefined ? null : personId(person.deputy),
      active: true,
      created_at: createdAt,
    })),
    territories: territories.map((territory) => ({
      organization_id: organizationId,
      id: territoryId(territory.name),
      name: territory.name,
      postcode_prefixes: territory.prefixes,
      owner_id: personId(territory.owner),
    })),
    memberships: people.flatMap((person) =>
      person.territories.map((name) => ({
        organization_id: organizationId,
        user_id: personId(person.shortName),
        territory_id: territoryId(name),
      })),
    ),
  };
}
