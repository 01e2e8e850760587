// What a free rule may ask for: figures and attributes, with fitting comparisons and how values are typed. Pure.
import type { Attribute } from '#contract/attribute.ts';
import type { RatingCondition } from '#contract/rating-scale.ts';
import type { Language, Messages } from '../messages/use-messages.ts';
import { parseEuro } from '../money.ts';
import { parseNumber } from './rating-draft.ts';

type Operator = RatingCondition['operator'];
type Value = RatingCondition['value'];

export interface ConditionField {
  id: string;
  name: string;
  operators: readonly Operator[];
  /** A new condition about this field. */
  begin: RatingCondition;
  /** Set where the value is one of a few. */
  choices?: { value: string; label: string }[];
  choose: (value: string) => Pick<RatingCondition, 'value' | 'valueLabel'>;
  show: (value: Value) => string;
  /** What is no number yet stays text, and the server refuses it with a sentence. */
  read: (text: string) => Value;
}

const figures = ['revenue', 'margin', 'share_of_wallet', 'employees'] as const;
const numeric: readonly Operator[] = ['gte', 'lt'];
const noChoice = (value: string) => ({ value, valueLabel: '' });

/** Figures first, then attributes of customers that can be compared. */
export function conditionFields(
  attributes: readonly Attribute[],
  names: Messages['cockpit']['rating']['fields'],
  language: Language,
): ConditionField[] {
  const ofFigures = figures.map((field): ConditionField => {
    const isMoney = field === 'revenue' || field === 'margin';
    return {
      id: field,
      name: names[field],
      operators: numeric,
      begin: { field, attributeId: null, operator: 'gte', value: '', label: '', valueLabel: '' },
      choose: noChoice,
      ...(isMoney ? money : plain),
    };
  });
  return [...ofFigures, ...attributes.flatMap((attribute) => attributeField(attribute, language))];
}

const money = {
  show: (value: Value) => (typeof value === 'number' ? String(value / 100).replace('.', ',') : String(value)),
  read: (text: string): Value => parseEuro(text) ?? text,
};
const plain = {
  show: (value: Value) => (typeof value === 'number' ? String(value).replace('.', ',') : String(value)),
  read: (text: string): Value => parseNumber(text) ?? text,
};
const words = { show: String, read: (text: string): Value => text };

function attributeField(attribute: Attribute, language: Language): ConditionField[] {
  const name = language === 'de' ? attribute.labelDe : attribute.labelEn;
  const begin = {
    field: 'attribute',
    attributeId: attribute.id,
    label: attribute.labelDe,
    valueLabel: '',
  } as const;
  const base = { id: attribute.id, name, choose: noChoice };
  switch (attribute.type) {
    case 'number':
    case 'money': {
      const typed = attribute.type === 'money' ? money : plain;
      return [{ ...base, ...typed, operators: numeric, begin: { ...begin, operator: 'gte', value: '' } }];
    }
    case 'yes_no':
      return [{ ...base, ...yesNo(language), begin: { ...begin, operator: 'is', value: true } }];
    case 'choice':
    case 'multiple_choice':
      return choiceField(attribute, language, base, begin);
    case 'text':
      return [
        {
          ...base,
          ...words,
          operators: ['is', 'contains', 'is_not'],
          begin: { ...begin, operator: 'is', value: '' },
        },
      ];
    case 'date':
      return [];
  }
}

function yesNo(language: Language) {
  const [yes, no] = language === 'de' ? ['ja', 'nein'] : ['yes', 'no'];
  return {
    ...words,
    operators: ['is'] as const,
    choices: [
      { value: 'true', label: yes ?? '' },
      { value: 'false', label: no ?? '' },
    ],
    choose: (value: string) => ({ value: value === 'true', valueLabel: '' }),
  };
}

function choiceField(
  attribute: Attribute,
  language: Language,
  base: Pick<ConditionField, 'id' | 'name' | 'choose'>,
  begin: Pick<RatingCondition, 'field' | 'attributeId' | 'label' | 'valueLabel'>,
): ConditionField[] {
  const labelOf = (one: Attribute['choices'][number]) => (language === 'de' ? one.labelDe : one.labelEn);
  const [first] = attribute.choices;
  if (first === undefined) return [];
  return [
    {
      ...base,
      ...words,
      operators: ['is', 'is_not'],
      begin: { ...begin, operator: 'is', value: first.id, valueLabel: first.labelDe },
      choices: attribute.choices.map((one) => ({ value: one.id, label: labelOf(one) })),
      choose: (value) => ({
        value,
        valueLabel: attribute.choices.find((one) => one.id === value)?.labelDe ?? '',
      }),
    },
  ];
}

/** The field that a condition asks for; undefined when its attribute is gone. */
export function fieldOf(
  condition: RatingCondition,
  fields: readonly ConditionField[],
): ConditionField | undefined {
  return fields.find((one) => one.id === (condition.attributeId ?? condition.field));
}
