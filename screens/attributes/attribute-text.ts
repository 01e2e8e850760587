// Values of attributes as people read and type them. Pure.
import type { Attribute, AttributeValue } from '#contract/attribute.ts';
import type { Format } from '../format.ts';
import type { AttributeMessages } from '../messages/attribute-messages.ts';
import type { Language } from '../messages/use-messages.ts';

export interface AttributeWords {
  readonly language: Language;
  readonly words: AttributeMessages;
  readonly format: Format;
}

export function attributeLabel(attribute: Attribute, language: Language): string {
  return language === 'de' ? attribute.labelDe : attribute.labelEn;
}

export function choiceText(attribute: Attribute, id: string, language: Language): string {
  const choice = attribute.choices.find((one) => one.id === id);
  if (choice === undefined) return '';
  return language === 'de' ? choice.labelDe : choice.labelEn;
}

type Writer = (value: AttributeValue, attribute: Attribute, words: AttributeWords) => string;
const labels: Writer = (value, attribute, { language }) =>
  (Array.isArray(value) ? value : [String(value)])
    .map((id) => choiceText(attribute, id, language))
    .filter((label) => label !== '')
    .join(', ');
const writers: Record<Attribute['type'], Writer> = {
  text: String,
  number: (value, _attribute, { format }) => {
    const number = Number(value);
    return format.number(number, Number.isInteger(number) ? 0 : 2);
  },
  date: (value, _attribute, { format }) => format.date(String(value)),
  yes_no: (value, _attribute, { words }) => (value === true ? words.yes : words.no),
  choice: labels,
  multiple_choice: labels,
  money: (value, _attribute, { format }) => format.euro(Number(value)),
};

/** A value as it stands beside its name. */
export function valueText(attribute: Attribute, value: AttributeValue, words: AttributeWords): string {
  return writers[attribute.type](value, attribute, words);
}

/** Attributes under the headings that the company gave them; those without one come first. */
export function byGroup(attributes: readonly Attribute[]): { group: string | null; members: Attribute[] }[] {
  const groups = [...new Set(attributes.map((one) => one.group))].sort(
    (one, other) => Number(one !== null) - Number(other !== null),
  );
  return groups.map((group) => ({ group, members: attributes.filter((one) => one.group === group) }));
}
