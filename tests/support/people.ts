// The people of every test world: the demo's seven in two territories, and one stranger in an organisation of her own.
import { sql } from 'kysely';
import type { Role } from '#contract/user.ts';
import type { Query } from '#api/db/database.ts';
import { demoTenantId } from '#api/demo-sign-in/tenant.ts';
import type { SignedInUser } from '#api/rights/user.ts';

export const otherTenantId = '00000000-0000-4000-8000-00000000f0e1';

/** Readable ids: the last digits tell the kind (1… people, 2… their Entra ids, 3… territories). */
const idOf = (kind: number, number: number) => `00000000-0000-4000-8000-0000000${kind}000${number}`;

export const territories = {
  southwest: {
    id: idOf(3, 1),
    name: 'Südwest',
    prefixes: ['70', '71', '72', '73', '74', '75', '76', '77', '78', '79'],
  },
  north: {
    id: idOf(3, 2),
    name: 'Nord',
    prefixes: ['20', '21', '22', '23', '24', '25', '26', '27', '28', '29'],
  },
} as const;

export type ShortName = 'anna' | 'jonas' | 'ben' | 'petra' | 'holger' | 'miriam' | 'dieter' | 'fremd';

function person(
  number: number,
  name: string,
  role: Role,
  rest: { jobTitle: string; email: string; territoryIds?: string[]; organizationId?: string },
): SignedInUser {
  return {
    organizationId: rest.organizationId ?? demoTenantId,
    id: idOf(1, number),
    entraOid: idOf(2, number),
    name,
    email: rest.email,
    role,
    jobTitle: rest.jobTitle,
    territoryIds: rest.territoryIds ?? [],
    customerVisibility: 'territory',
  };
}

const home = 'brenner-lohse.test';
const { southwest, north } = territories;

export const people: Readonly<Record<ShortName, SignedInUser>> = {
  anna: person(1, 'Anna Brandl', 'sales', {
    jobTitle: 'Außendienst',
    email: `anna.brandl@${home}`,
    territoryIds: [southwest.id],
  }),
  jonas: person(2, 'Jonas Weidner', 'sales', {
    jobTitle: 'Innendienst',
    email: `jonas.weidner@${home}`,
    territoryIds: [southwest.id],
  }),
  ben: person(3, 'Ben Oster', 'sales', {
    jobTitle: 'Außendienst',
    email: `ben.oster@${home}`,
    territoryIds: [north.id],
  }),
  petra: person(4, 'Petra Lohmann', 'manager', {
    jobTitle: 'Vertriebsleitung',
    email: `petra.lohmann@${home}`,
  }),
  holger: person(5, 'Holger Rieth', 'manager', {
    jobTitle: 'Stellv. Vertriebsleitung',
    email: `holger.rieth@${home}`,
  }),
  miriam: person(6, 'Miriam Stolz', 'admin', { jobTitle: 'Administration', email: `miriam.stolz@${home}` }),
  dieter: person(7, 'Dieter Kranz', 'partner', {
    jobTitle: 'Kranz Türservice',
    email: 'kranz@kranz-tuerservice.test',
  }),
  fremd: person(8, 'Franka Emden', 'manager', {
    jobTitle: 'Vertriebsleitung',
    email: 'franka.emden@andere-firma.test',
    organizationId: otherTenantId,
  }),
};

const managers: Partial<Record<ShortName, { manager: ShortName; deputy?: ShortName }>> = {
  anna: { manager: 'petra' },
  jonas: { manager: 'petra' },
  ben: { manager: 'petra' },
  holger: { manager: 'petra' },
  petra: { manager: 'miriam', deputy: 'holger' },
};

/** Stores both organisations with their people and territories. */
export async function storePeople(trx: Query): Promise<void> {
  await trx
    .insertInto('organization')
    .values([
      {
        organization_id: demoTenantId,
        name: 'Brenner & Lohse Fachgroßhandel GmbH',
        internal_domains: [home],
      },
      { organization_id: otherTenantId, name: 'Andere Firma GmbH', internal_domains: ['andere-firma.test'] },
    ])
    .execute();
  await trx
    .insertInto('territory')
    .values([
      {
        organization_id: demoTenantId,
        id: southwest.id,
        name: southwest.name,
        postcode_prefixes: [...southwest.prefixes],
        owner_id: people.anna.id,
      },
      {
        organization_id: demoTenantId,
        id: north.id,
        name: north.name,
        postcode_prefixes: [...north.prefixes],
        owner_id: people.ben.id,
      },
    ])
    .execute();
  for (const [shortName, user] of Object.entries(people))
    await storePerson(trx, shortName as ShortName, user);
}

async function storePerson(trx: Query, shortName: ShortName, user: SignedInUser): Promise<void> {
  const { manager, deputy } = managers[shortName] ?? {};
  await trx
    .insertInto('app_user')
    .values({
      organization_id: user.organizationId,
      id: user.id,
      entra_oid: user.entraOid,
      short_name: shortName,
      name: user.name,
      email: user.email,
      job_title: user.jobTitle,
      role: user.role,
      manager_id: manager ? people[manager].id : null,
      deputy_id: deputy ? people[deputy].id : null,
    })
    .execute();
  for (const territoryId of user.territoryIds) {
    await sql`insert into user_territory (organization_id, user_id, territory_id)
      values (${user.organizationId}, ${user.id}, ${territoryId})`.execute(trx);
  }
}
