// What the analysis shows, as the part of the address that carries it: a link or "back" brings the same figures. Pure.
import { analysedKinds, analysisDimensions, customerLetters } from '#contract/complaint-analysis.ts';
import type { AnalysisFilter } from '#contract/complaint-analysis.ts';
import { addDays } from '../calendar.ts';

export const periods = ['quarter', 'twelve', 'year', 'own'] as const;
export type Period = (typeof periods)[number];
export type Which = (typeof analysedKinds)[number];
export type Dimension = (typeof analysisDimensions)[number];
type Filters = Omit<AnalysisFilter, 'from' | 'to'>;

export interface ViewState {
  period: Period;
  /** Of the own period; empty until chosen. */
  from: string;
  to: string;
  filters: Filters;
  causes: 'top' | 'exact';
  by: Dimension;
  /** The complaints behind a figure, in place of the figures; narrowed further by a cause or a row of the breakdown. */
  behind: { which: Which; key?: string; causeId?: string } | null;
}

const id = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|none)$/i;
const day = /^\d{4}-\d\d-\d\d$/;
const letters = [...customerLetters, 'none'] as const;

/** Reads `period=twelve&letter=A`; what it does not know is left out. */
export function readView(part: string): ViewState {
  const asked = new URLSearchParams(part);
  const oneOf = <V extends string>(name: string, known: readonly V[], usual: V): V =>
    known.find((value) => value === asked.get(name)) ?? usual;
  const matching = (name: string, pattern: RegExp) => {
    const value = asked.get(name);
    return value !== null && pattern.test(value) ? value : undefined;
  };
  const letter = letters.find((value) => value === asked.get('letter'));
  const which = analysedKinds.find((value) => value === asked.get('show'));
  const filters = {
    ...given('productGroupId', matching('group', id)),
    ...given('locationId', matching('location', id)),
    ...given('ownerId', matching('owner', id)),
    ...(letter === undefined ? {} : { letter }),
  };
  const behind = {
    ...given('key', asked.get('key') ?? undefined),
    ...given('causeId', matching('cause', id)),
  };
  return {
    period: oneOf('period', periods, 'twelve'),
    from: matching('from', day) ?? '',
    to: matching('to', day) ?? '',
    filters,
    causes: oneOf('causes', ['top', 'exact'], 'top'),
    by: oneOf('by', analysisDimensions, 'product_group'),
    behind: which === undefined ? null : { which, ...behind },
  };
}

function given<K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<K, string>); // the one key named
}

/** The other way round; the usual is left out. */
export function writeView({ period, from, to, filters, causes, by, behind }: ViewState): string {
  const parts = {
    period: period === 'twelve' ? undefined : period,
    from: period === 'own' ? from : undefined,
    to: period === 'own' ? to : undefined,
    group: filters.productGroupId,
    letter: filters.letter,
    location: filters.locationId,
    owner: filters.ownerId,
    causes: causes === 'top' ? undefined : causes,
    by: by === 'product_group' ? undefined : by,
    show: behind?.which,
    key: behind?.key,
    cause: behind?.causeId,
  };
  const filled = Object.entries(parts).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(filled).toString();
}

const longestDays = 3_660;

/** The days asked for, counted back from today; null while one's own are not chosen or make no period. */
export function daysOf({ period, from, to }: ViewState, today: string): { from: string; to: string } | null {
  const yearBack = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  if (period === 'quarter') return { from: addDays(today, -89), to: today };
  if (period === 'twelve') return { from: addDays(yearBack.replace('-02-29', '-02-28'), 1), to: today };
  if (period === 'year') return { from: `${today.slice(0, 4)}-01-01`, to: today };
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return days >= 0 && days <= longestDays ? { from, to } : null;
}

/** The filters of the complaints behind a figure: those of the page, and of the row or cause that was pressed. */
export function filtersBehind({ filters, by, behind }: ViewState): Filters {
  const { key, causeId } = behind ?? {};
  return { ...filters, ...given('causeId', causeId), ...(key === undefined ? {} : keyFilter(by, key)) };
}

function keyFilter(by: Dimension, key: string): Filters {
  if (by === 'class') {
    const letter = letters.find((value) => value === key);
    return letter === undefined ? {} : { letter };
  }
  return {
    [({ product_group: 'productGroupId', location: 'locationId', owner: 'ownerId' } as const)[by]]: key,
  };
}
