// What the sample company wants to know of its customers and people beyond the usual: six attributes, and values for them.
import type { Attribute, AttributeValues } from '#contract/attribute.ts';
import type { SeedCalendar } from './calendar.ts';
import type { SeedContact, SeedCustomer } from './customer.ts';
import { hollerbachNumber } from './hollerbach.ts';
import { organizationId } from './people.ts';
import { createChance, idOf } from './random.ts';
import type { Chance } from './random.ts';

type Labels = readonly (readonly [de: string, en: string])[];
type Plan = Pick<Attribute, 'recordKind' | 'key' | 'labelDe' | 'labelEn' | 'type' | 'group'> & {
  choices?: Labels;
  visibleTo?: readonly string[];
  searchable?: boolean;
};

const staff = ['sales', 'manager', 'admin'];
const terms = 'Konditionen';
const company = 'Betrieb';

const plans = {
  brand: {
    recordKind: 'customer',
    key: 'bevorzugte_marke',
    labelDe: 'Bevorzugte Marke',
    labelEn: 'Preferred brand',
    type: 'choice',
    group: company,
    searchable: true,
    choices: [
      ['Hausmarke', 'Own brand'],
      ['Torwart', 'Torwart'],
      ['Schließwerk', 'Schließwerk'],
      ['Eisenhaupt', 'Eisenhaupt'],
    ],
  },
  area: {
    recordKind: 'customer',
    key: 'hallenflaeche',
    labelDe: 'Hallenfläche m²',
    labelEn: 'Shop floor m²',
    type: 'number',
    group: company,
  },
  contract: {
    recordKind: 'customer',
    key: 'rahmenvertrag_bis',
    labelDe: 'Rahmenvertrag bis',
    labelEn: 'Framework contract until',
    type: 'date',
    group: terms,
  },
  discount: {
    recordKind: 'customer',
    key: 'skonto',
    labelDe: 'Skonto in Prozent',
    labelEn: 'Cash discount in percent',
    type: 'number',
    group: terms,
  },
  limit: {
    recordKind: 'customer',
    key: 'kreditlimit_intern',
    labelDe: 'Internes Kreditlimit',
    labelEn: 'Internal credit limit',
    type: 'money',
    group: terms,
    visibleTo: ['manager', 'admin'],
  },
  topics: {
    recordKind: 'contact',
    key: 'newsletter_themen',
    labelDe: 'Newsletter-Themen',
    labelEn: 'Newsletter topics',
    type: 'multiple_choice',
    group: null,
    choices: [
      ['Brandschutz', 'Fire protection'],
      ['Schließtechnik', 'Locking systems'],
      ['Werkzeug', 'Tools'],
      ['Aktionen', 'Special offers'],
    ],
  },
} satisfies Record<string, Plan>;

type Name = keyof typeof plans;

/** Ids are stable, so that kept lists and tests can name them. */
export function attributeId(name: Name): string {
  return idOf('attribute', plans[name].key);
}

export function choiceId(name: Name, label: string): string {
  return idOf('attribute-choice', `${plans[name].key} ${label}`);
}

/** Rows of attribute. */
export function buildAttributeRows(): readonly Record<string, unknown>[] {
  return Object.values(plans).map(toRow);
}

function toRow(plan: Plan, at: number): Record<string, unknown> {
  const { recordKind, key, labelDe, labelEn, type, group, choices = [] } = plan;
  return {
    organization_id: organizationId,
    id: idOf('attribute', key),
    version: 1,
    record_kind: recordKind,
    key,
    label_de: labelDe,
    label_en: labelEn,
    type,
    choices: choices.map(([de, en]) => ({
      id: idOf('attribute-choice', `${key} ${de}`),
      labelDe: de,
      labelEn: en,
      retired: false,
    })),
    group_name: group,
    required: false,
    visible_to: plan.visibleTo ?? staff,
    searchable: plan.searchable ?? false,
    position: (at + 1) * 10,
  };
}

/** What is known of a customer beyond the usual. */
export function customerValues(customer: SeedCustomer, calendar: SeedCalendar): AttributeValues {
  if (customer.kind === 'private') return {};
  const chance = createChance(`attributes ${customer.number}`);
  if (customer.number === hollerbachNumber) {
    return {
      [attributeId('brand')]: choiceId('brand', 'Schließwerk'),
      [attributeId('area')]: 1_250,
      [attributeId('contract')]: calendar.day(118),
      [attributeId('discount')]: 2,
      [attributeId('limit')]: 4_000_000,
    };
  }
  const brand = chance.pick(plans.brand.choices)[0];
  return {
    ...(chance.happens(75) ? { [attributeId('brand')]: choiceId('brand', brand) } : {}),
    ...(chance.happens(60) ? { [attributeId('area')]: areaOf(customer.employees, chance.int(18, 34)) } : {}),
    ...(chance.happens(65) ? { [attributeId('discount')]: chance.pick([2, 2, 2, 2.5, 3]) } : {}),
    ...(customer.yearlyCents >= 5_000_000 ? termsOfBigOnes(chance, calendar) : {}),
  };
}

function termsOfBigOnes(chance: Chance, calendar: SeedCalendar): AttributeValues {
  const hasContract = chance.happens(55);
  return {
    ...(hasContract ? { [attributeId('contract')]: calendar.day(chance.int(-60, 500)) } : {}),
    [attributeId('limit')]: chance.int(2, 12) * 500_000,
  };
}

/** Square metres, as people estimate them: to the next fifty. */
function areaOf(employees: number, squareMetresEach: number): number {
  return Math.max(50, Math.round((employees * squareMetresEach) / 50) * 50);
}

/** What is known of a person beyond the usual. */
export function contactValues(contact: SeedContact): AttributeValues {
  const chance = createChance(`topics ${contact.id}`);
  if (!chance.happens(35)) return {};
  const topics = plans.topics.choices.filter(() => chance.happens(45)).map(([de]) => choiceId('topics', de));
  return topics.length === 0 ? {} : { [attributeId('topics')]: topics };
}
