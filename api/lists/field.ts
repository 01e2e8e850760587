// What a field of a list is: its name and label for people, its type for operators, its expression for SQL.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Attribute } from '#contract/attribute.ts';
import type { ListField } from '#contract/list.ts';
import type { ListFieldType } from '#contract/list-filter.ts';
import type { SignedInUser } from '#api/rights/user.ts';

export type Words = ListField['label'];
export type Choice = ListField['choices'][number];
export type Expression = RawBuilder<unknown>;

/** What the catalogue is made from, for one user at one time. */
export interface CatalogueContext {
  readonly user: SignedInUser;
  /** Today in the company's time zone, `2026-09-03`. */
  readonly today: string;
  readonly timeZone: string;
  readonly people: readonly Choice[];
  readonly territories: readonly Choice[];
  readonly productGroups: readonly Choice[];
  readonly attributes: readonly Attribute[];
}

export interface Field {
  readonly name: string;
  readonly label: Words;
  readonly type: ListFieldType;
  readonly expression: Expression;
  readonly choices: readonly Choice[];
  readonly isPerson: boolean;
  /** Never empty, so that an index on it can serve the order. */
  readonly isFilled: boolean;
  /** The figure is added up from other records: which of the kind's sources it reads. */
  readonly source: string | null;
  readonly group: Words;
}

type Options = Partial<Pick<Field, 'choices' | 'isPerson' | 'isFilled' | 'source'>>;
const ownGroup: Words = { de: '', en: '' };

/** `de | en` as one text, so that a catalogue reads as a table. */
export function words(both: string): Words {
  const [de = '', en = de] = both.split(' | ');
  return { de, en };
}

type Make = (name: string, label: string, expression: Expression, options?: Options) => Field;

function typed(type: ListFieldType): Make {
  return (name, label, expression, options = {}) => ({
    name,
    type,
    label: words(label),
    expression,
    choices: [],
    isPerson: false,
    isFilled: false,
    source: null,
    group: ownGroup,
    ...options,
  });
}

export const text = typed('text');
export const number = typed('number');
export const money = typed('money');
export const percent = typed('percent');
export const date = typed('date');
export const moment = typed('moment');
export const yesNo = typed('yes_no');
export const choice = typed('choice');
export const several = typed('multiple_choice');

/** Choices from `code: 'de | en'`. */
export function choicesOf(labels: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label: words(label) }));
}

export function inGroup(group: string, fields: readonly Field[]): Field[] {
  return fields.map((one) => ({ ...one, group: words(group) }));
}

/** Under `customer.`, for lists of what belongs to a customer. */
export function ofCustomer(fields: readonly Field[]): Field[] {
  return fields.map((one) => ({ ...one, name: `customer.${one.name}` }));
}

const makers: Readonly<Record<Attribute['type'], Make>> = {
  text,
  number,
  date,
  yes_no: yesNo,
  choice,
  multiple_choice: several,
  money,
};

/** The company's own attributes as fields of the table with this alias; only what the user may see comes in. */
export function attributeFields(
  context: CatalogueContext,
  recordKind: Attribute['recordKind'],
  alias: string,
): Field[] {
  return context.attributes
    .filter((one) => one.recordKind === recordKind)
    .map((one) => ({
      ...makers[one.type](`attribute.${one.id}`, '', valueOf(one, alias), {
        choices: one.choices.map(({ id, labelDe, labelEn }) => ({
          value: id,
          label: { de: labelDe, en: labelEn },
        })),
      }),
      label: { de: one.labelDe, en: one.labelEn },
      group: one.group === null ? words('Merkmale | Attributes') : { de: one.group, en: one.group },
    }));
}

/** A value of another type, from before a change of type, counts as empty rather than breaking the list. */
function valueOf({ id, type }: Attribute, alias: string): Expression {
  const values = sql.ref(`${alias}.attributes`);
  const value = sql`(${values} -> ${id}::text)`;
  const text = sql`(${values} ->> ${id}::text)`;
  switch (type) {
    case 'number':
    case 'money':
      return sql`(case when jsonb_typeof(${value}) = 'number' then ${text}::numeric end)`;
    case 'date':
      return sql`(case when ${text} ~ '^\d{4}-\d\d-\d\d$' then ${text}::date end)`;
    case 'yes_no':
      return sql`(case when jsonb_typeof(${value}) = 'boolean' then ${text}::boolean end)`;
    case 'multiple_choice':
      return sql`(case when jsonb_typeof(${value}) = 'array' then ${value} end)`;
    case 'choice':
    case 'text':
      return sql`(case when jsonb_typeof(${value}) = 'string' then ${text} end)`;
  }
}
