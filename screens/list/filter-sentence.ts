// A filter as one readable sentence: "Umsatzklasse ist A und (Letzter Besuch vor mehr als 90 Tagen oder …)". Pure.
import type { ListField } from '#contract/list.ts';
import type { ListCondition, ListGroup } from '#contract/list-filter.ts';
import { choiceLabel, labelOf, numberText, type Fields, type ListWords } from './fields.ts';
import { isGroup } from './filter-edit.ts';

/** The sentence of a complete filter; empty when nothing is asked. */
export function filterSentence(filter: ListGroup, fields: Fields, words: ListWords): string {
  const parts = filter.parts.map((part) => {
    if (!isGroup(part)) return conditionText(part, fields, words);
    const inner = filterSentence(part, fields, words);
    return part.parts.length > 1 && filter.parts.length > 1 ? `(${inner})` : inner;
  });
  return parts.join(filter.match === 'all' ? words.words.filter.and : words.words.filter.or);
}

function conditionText(condition: ListCondition, fields: Fields, words: ListWords): string {
  const field = fields.get(condition.field);
  if (field === undefined) return '';
  const sentence = words.words.sentences[condition.operator];
  return sentence(labelOf(field, words), valueText(field, condition, words));
}

function valueText(field: ListField, { operator, value }: ListCondition, words: ListWords): string {
  const { filter } = words.words;
  if (value === undefined) return '';
  if (operator.endsWith('_days')) return words.format.number(Number(value));
  const texts = (Array.isArray(value) ? value : [value]).map((one) => oneText(field, one, words));
  if (operator === 'between') return filter.to2(texts[0] ?? '', texts[1] ?? '');
  return texts.join(filter.or);
}

function oneText(field: ListField, value: string | number, words: ListWords): string {
  const { format, language } = words;
  switch (field.type) {
    case 'money':
      return format.euro(Number(value));
    case 'percent':
      return format.percent(Number(value));
    case 'number':
      return numberText(Number(value), format);
    case 'date':
    case 'moment':
      return format.date(String(value));
    case 'text':
      return words.words.filter.quote(String(value));
    default:
      return choiceLabel(field, String(value), language);
  }
}
