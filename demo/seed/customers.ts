// Some 300 customers: those of the stories by hand, the rest put together from names, towns and trades.
import type { SeedCalendar } from './calendar.ts';
import type { SeedContact, SeedCustomer } from './customer.ts';
import { families, firstNames, forms, jobTitles, trades } from './names.ts';
import { createChance, idOf } from './random.ts';
import type { Chance } from './random.ts';
import type { TerritoryName } from './people.ts';
import { stories } from './stories.ts';
import type { Story } from './stories.ts';
import { streets, towns } from './towns.ts';

/** All customers, always the same; `calendar` only gives the years. */
export function buildCustomers(calendar: SeedCalendar, count = 304): SeedCustomer[] {
  const told = stories.map((story) => complete(story, calendar));
  const made = Array.from({ length: count - told.length }, (_, index) =>
    complete(inventStory(index), calendar),
  );
  return [...told, ...made];
}

const shares: readonly TerritoryName[] = ['Südwest', 'Südwest', 'Südwest', 'Nord', 'Nord', 'West', 'Bayern'];

function inventStory(index: number): Story {
  const chance = createChance(`customer ${index}`);
  const territory = chance.pick(shares);
  const [postcode, city] = chance.pick(towns[territory]);
  const trade = chance.pick(trades);
  const family = chance.pick(families);
  const kind = chance.int(1, 100);
  const base = { number: String(41_000 + index * 7), postcode, city, territory };
  if (kind <= 4) {
    const name = `${chance.pick(firstNames)} ${family}`;
    return { ...base, name, kind: 'private', targetGroup: 'Privat', yearlyCents: 40_000 };
  }
  const rest = { ...base, yearlyCents: chance.happens(4) ? 0 : inventRevenue(chance) };
  const silentDays = chance.happens(8) ? chance.int(120, 420) : 0;
  if (kind <= 8) {
    const office = chance.pick(['Stadt', 'Stadtwerke', 'Wohnbau']);
    const domain = `${slug(office)}-${slug(city)}-${index}.test`;
    return { ...rest, name: `${office} ${city}`, targetGroup: 'Kommune', groups: publicGroups, domain };
  }
  const name = `${trade.name} ${family} ${chance.pick(forms)}`;
  const domain = `${slug(trade.name)}-${slug(family)}-${index}.test`;
  return { ...rest, name, silentDays, targetGroup: trade.targetGroup, groups: trade.groups, domain };
}

const publicGroups = ['Schließtechnik', 'Brandschutz', 'Türtechnik'];

/** Few large customers, many small ones. */
function inventRevenue(chance: Chance): number {
  const size = chance.int(1, 100);
  if (size > 93) return chance.int(10_500_000, 24_000_000);
  return size > 68 ? chance.int(2_600_000, 9_600_000) : chance.int(90_000, 2_400_000);
}

function complete(story: Story, calendar: SeedCalendar): SeedCustomer {
  const chance = createChance(`details ${story.number}`);
  const yearlyCents = story.yearlyCents ?? 1_000_000;
  return {
    id: idOf('customer', story.number),
    kind: 'company',
    street: `${chance.pick(streets)} ${chance.int(1, 120)}`,
    country: 'DE',
    phone: inventPhone(story, chance),
    targetGroup: 'Verarbeiter',
    employees: Math.max(2, Math.round(yearlyCents / 260_000)),
    shareOfWallet: yearlyCents === 0 ? null : chance.int(12, 88),
    paymentTermDays: chance.pick([14, 30, 30, 30]),
    competitor: chance.happens(35)
      ? chance.pick(['Beschlaghandel Uhlmann', 'Nordbeschlag AG', 'Werkzeug Reiser', 'ein Onlinehändler'])
      : null,
    since: `${calendar.year - chance.int(5, 22)}-0${chance.int(1, 9)}-${chance.int(10, 28)}`,
    groups: ['Beschläge', 'Werkzeug'],
    yearlyCents,
    ordersPerYear: story.ordersPerYear ?? Math.min(36, Math.max(2, Math.round(yearlyCents / 330_000))),
    silentDays: 0,
    trendPercent: chance.int(82, 124),
    marginPercent: chance.int(19, 31),
    rhythmJitter: 40,
    ...withoutExtras(story),
    domains: story.domain === undefined ? [] : [story.domain],
    contacts: buildContacts(story),
  };
}

/** The switchboard behind a person's extension where a story names one. */
function inventPhone(story: Story, chance: Chance): string {
  const invented = `0${story.postcode.slice(0, 3)} 5550-${chance.int(10, 99)}`;
  const told = story.people?.[0]?.[3];
  return told?.includes('-') ? told.replace(/-\d+$/, '-0') : invented;
}

function withoutExtras(story: Story): Omit<Story, 'people' | 'domain'> {
  const { people: _people, domain: _domain, ...rest } = story;
  return rest;
}

function buildContacts(story: Story): SeedContact[] {
  const chance = createChance(`contacts ${story.number}`);
  const named = story.people ?? [];
  const invented =
    named.length > 0
      ? []
      : Array.from({ length: story.kind === 'private' ? 1 : chance.int(1, 4) }, (_, index) =>
          inventPerson(story, index),
        );
  return [...named, ...invented].map(([name, jobTitle, email, phone], index) => ({
    id: idOf('contact', `${story.number} ${index}`),
    name,
    jobTitle,
    emails: email === '' ? [] : [email],
    phones: [phone ?? `0${chance.int(151, 179)} 5550${chance.int(1000, 9999)}`],
    language: story.country === 'GB' ? 'en' : 'de',
    consents: buildConsents(story, index),
  }));
}

function inventPerson(story: Story, index: number): [string, string, string] {
  const chance = createChance(`person ${story.number} ${index}`);
  const name = story.kind === 'private' ? story.name : `${chance.pick(firstNames)} ${chance.pick(families)}`;
  const local = slug(name.split(' ').at(-1) ?? 'info');
  const domain = story.domain ?? 'privat-post.test';
  return [
    name,
    story.kind === 'private' ? 'Privatkunde' : chance.pick(jobTitles),
    `${local}${index === 0 ? '' : index}@${domain}`,
  ];
}

function buildConsents(story: Story, index: number): SeedContact['consents'] {
  if (story.number === '20417' && index === 0) {
    return [
      { channel: 'email', state: 'allowed', basis: 'Einwilligung Webformular', since: '2025-01-12' },
      { channel: 'phone', state: 'allowed', basis: 'Geschäftsbeziehung', since: '2011-03-14' },
      { channel: 'letter', state: 'objected', basis: 'Widerspruch per E-Mail', since: '2026-05-03' },
    ];
  }
  const chance = createChance(`consent ${story.number} ${index}`);
  if (chance.happens(12))
    return [{ channel: 'email', state: 'objected', basis: 'Widerspruch', since: '2025-06-17' }];
  return chance.happens(60)
    ? [{ channel: 'email', state: 'allowed', basis: 'Geschäftsbeziehung', since: '2024-02-01' }]
    : [];
}

function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i');
  return plain.normalize('NFD').replace(/[^a-z]/g, '');
}
