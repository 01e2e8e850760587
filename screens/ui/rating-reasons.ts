// Why a customer has its rating, as two short lines with their figures: the letter, the digit; and what is advised.
import type { Rating } from '#contract/rating-scale.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages/use-messages.ts';

export interface RatingReasons {
  letter: string;
  digit: string;
  strategy: string;
}
type Words = Messages['cockpit']['rating'];
type Condition = Rating['digitReason']['conditions'][number];

/** The reasons in the reader's language. */
export function ratingReasons(rating: Rating, messages: Messages, format: Format): RatingReasons {
  const words = messages.cockpit.rating;
  const group = rating.targetGroup === null ? '' : ` ${words.ofGroup(rating.targetGroup)}`;
  return {
    letter: letterReason(rating, words, format),
    digit: digitReason(rating, words, format),
    strategy: `${strategyText(rating, words, format)}${group}`,
  };
}

function letterReason(
  { letterReason: { by, cents, fromCents, toCents } }: Rating,
  words: Words,
  format: Format,
) {
  const figure = format.wholeEuro(cents);
  const isMargin = by === 'margin';
  if (fromCents !== null) {
    const from = format.wholeEuro(fromCents);
    return isMargin ? words.marginFrom(figure, from) : words.revenueFrom(figure, from);
  }
  const to = format.wholeEuro(toCents ?? 0);
  return isMargin ? words.marginBelow(figure, to) : words.revenueBelow(figure, to);
}

function digitReason({ digitReason: reason }: Rating, words: Words, format: Format): string {
  if (reason.by === 'rule') return ruleReason(reason.conditions, words, format);
  return reason.by === 'employees'
    ? employeesReason(reason, words, format)
    : shareReason(reason, words, format);
}

type Band = Omit<Rating['digitReason'], 'by' | 'conditions'>;

function shareReason({ value, from, to }: Band, words: Words, format: Format): string {
  if (value === null) return words.shareUnknown(format.number(from ?? 0), format.percent(to ?? 100));
  const share = format.percent(value);
  if (from === null) return words.shareBelow(share, format.percent(to ?? 100));
  if (to === null) return words.shareAbove(share, format.percent(from));
  return words.share(share, format.number(from), format.percent(to));
}

function employeesReason({ value, from, to }: Band, words: Words, format: Format): string {
  if (value === null) return words.employeesUnknown;
  const count = format.number(value);
  if (from === null) return words.employeesBelow(count, format.number(to ?? 0));
  if (to === null) return words.employeesFrom(count, format.number(from));
  return words.employees(count, format.number(from), format.number(to));
}

function ruleReason(conditions: readonly Condition[], words: Words, format: Format): string {
  if (conditions.length === 0) return words.ruleNone;
  return words.because(conditions.map((one) => conditionText(one, words, format)).join(words.and));
}

/** One condition of a free rule as people read it, with the figure that was found when it is one. */
export function conditionText(
  condition: Omit<Condition, 'actual'> & { actual?: number | null },
  words: Words,
  format: Format,
): string {
  const { field, operator, value, label, valueLabel, actual = null } = condition;
  if (isHidden(condition)) return words.hiddenAttribute;
  const name = label === '' ? words.fields[field] : label;
  const wanted = valueLabel === '' ? valueText(field, value, words, format) : valueLabel;
  const sentence = words.operators[operator](name, wanted);
  return actual === null ? sentence : `${sentence} (${valueText(field, actual, words, format)})`;
}

/** What the server left out for this reader (api/customers/rating.ts). */
function isHidden({
  field,
  attributeId,
  label,
}: Pick<Condition, 'field' | 'attributeId' | 'label'>): boolean {
  return field === 'attribute' && attributeId === null && label === '';
}

function valueText(
  field: Condition['field'],
  value: Condition['value'],
  words: Words,
  format: Format,
): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return value;
  if (field === 'revenue' || field === 'margin') return format.wholeEuro(value);
  return field === 'share_of_wallet' ? format.percent(value) : format.number(value);
}

function strategyText({ visitsPerYear: visits, channel, ownerType }: Rating, words: Words, format: Format) {
  const often =
    visits === 0 ? words.noVisit : visits === 1 ? words.oneVisit : words.strategy(format.number(visits));
  return `${often} · ${words.channels[channel]}, ${words.owners[ownerType]}.`;
}
