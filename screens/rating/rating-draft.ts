// The rules as they stand in the form: thresholds as typed; made from rules and back again. Pure.
import type { DigitBand, LetterBand, RatingCondition, RatingRule } from '#contract/rating-scale.ts';
import type { Format } from '../format.ts';
import { parseEuro } from '../money.ts';

export interface BandDraft<C extends string> {
  class: C;
  from: string;
  to: string;
}
export interface StepDraft {
  class: '1' | '2';
  match: 'all' | 'any';
  conditions: RatingCondition[];
}
export type DigitMeasure = RatingRule['digit']['by'];
export interface RuleDraft {
  targetGroup: string | null;
  letterBy: RatingRule['letter']['by'];
  letterBands: BandDraft<LetterBand['class']>[];
  digitBy: DigitMeasure;
  /** Of the figure in digitBy; kept while a free rule is chosen. */
  digitBands: BandDraft<DigitBand['class']>[];
  steps: StepDraft[];
}
/** How a threshold is typed and shown. */
export type Unit = 'money' | 'percent' | 'people';

export function unitOf(by: DigitMeasure): Unit {
  return by === 'employees' ? 'people' : 'percent';
}

/** The classes from the highest band to the lowest: of a small share of wallet there is most to gain. */
export function classesFromTop(by: DigitMeasure): readonly DigitBand['class'][] {
  return by === 'employees' ? ['1', '2', '3'] : ['3', '2', '1'];
}

/** A rule as the form shows it, bands from the highest to the lowest. */
export function draftOf(rule: RatingRule, format: Format): RuleDraft {
  const { targetGroup, letter, digit } = rule;
  const isRule = digit.by === 'rule';
  return {
    targetGroup,
    letterBy: letter.by,
    letterBands: (['A', 'B', 'C'] as const).map((name) => bandDraft(letter.bands, name, 'money', format)),
    digitBy: digit.by,
    digitBands: isRule
      ? usualBands('share_of_wallet')
      : classesFromTop(digit.by).map((name) => bandDraft(digit.bands, name, unitOf(digit.by), format)),
    steps: (['1', '2'] as const).map((name) => ({
      class: name,
      match: (isRule && digit.classes.find((step) => step.class === name)?.match) || 'all',
      conditions: (isRule && digit.classes.find((step) => step.class === name)?.conditions) || [],
    })),
  };
}

function bandDraft<C extends string>(
  bands: readonly { class: string; from: number | null; to: number | null }[],
  name: C,
  unit: Unit,
  format: Format,
): BandDraft<C> {
  const band = bands.find((one) => one.class === name);
  const text = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : thresholdText(value, unit, format);
  return { class: name, from: text(band?.from), to: text(band?.to) };
}

function thresholdText(value: number, unit: Unit, format: Format): string {
  return unit === 'money'
    ? format.number(value / 100)
    : format.number(value, Number.isInteger(value) ? 0 : 2);
}

/** Bands to begin with when another figure is chosen. */
export function usualBands(by: DigitMeasure): BandDraft<DigitBand['class']>[] {
  const [low, high] = by === 'employees' ? ['10', '50'] : ['30', '60'];
  const [top = '1', middle = '2', bottom = '3'] = classesFromTop(by);
  return [
    { class: top, from: high ?? '', to: '' },
    { class: middle, from: low ?? '', to: high ?? '' },
    { class: bottom, from: '', to: low ?? '' },
  ];
}

export interface Read {
  rules: RatingRule[];
  /** What is no number, by path of the band. */
  unread: Map<string, string>;
}

/** The rules that the form means. */
export function rulesOf(drafts: readonly RuleDraft[]): Read {
  const unread = new Map<string, string>();
  const read = <C extends string>(bands: readonly BandDraft<C>[], unit: Unit, path: string) =>
    bands.map((band, at) => {
      const edge = (text: string) => {
        if (text.trim() === '') return null;
        const value = unit === 'money' ? parseEuro(text) : parseNumber(text);
        if (value === null) unread.set(`${path}.${at}`, text);
        return value;
      };
      return { class: band.class, from: edge(band.from), to: edge(band.to) };
    });
  const rules = drafts.map((draft, at): RatingRule => {
    const { targetGroup, letterBy, digitBy } = draft;
    const letter = { by: letterBy, bands: read(draft.letterBands, 'money', `rules.${at}.letter.bands`) };
    if (digitBy === 'rule') {
      const classes = draft.steps.filter((step) => step.conditions.length > 0);
      return { targetGroup, letter, digit: { by: 'rule', classes } };
    }
    const bands = read(draft.digitBands, unitOf(digitBy), `rules.${at}.digit.bands`);
    return { targetGroup, letter, digit: { by: digitBy, bands } };
  });
  return { rules, unread };
}

/** "45", "45,5" or "45.5"; null for anything else. */
export function parseNumber(text: string): number | null {
  const plain = text.replaceAll(/[\s%\u00a0]/g, '').replace(',', '.');
  return /^\d{1,9}(\.\d{1,4})?$/.test(plain) ? Number(plain) : null;
}
