// Times and amounts as the cards write them; "heute" is reckoned from the given moment in the company's zone.
import type { Words } from './words.ts';
import { german } from './words.ts';

export interface Format {
  readonly words: Words;
  /** 03.09.2026, 13:20 */
  moment(at: string): string;
  /** heute, 17:00 · morgen, 12:00 · 07.09.2026, 12:00 */
  until(at: string): string;
  /** 13:20 on the day itself, else with the date */
  short(at: string): string;
  /** 1.912 € */
  euro(cents: number): string;
  /** 2 Std. 34 Min.; from two hours on with `coarse` only the hours */
  duration(minutes: number, coarse?: 'coarse'): string;
}

const dayMs = 86_400_000;
const minutesPerHour = 60;
const noBreak = '\u00a0';

/** The formats of one language, company zone and moment. */
export function createFormat(given: { words: Words; timeZone: string; now: string }): Format {
  const { words, timeZone } = given;
  const locale = words === german ? 'de-DE' : 'en-GB';
  const dayFormat = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  const timeFormat = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  const dayAt = (offsetDays: number) => dayFormat.format(new Date(given.now).getTime() + offsetDays * dayMs);
  const day = (at: string) => dayFormat.format(new Date(at));
  const time = (at: string) => timeFormat.format(new Date(at));
  const relative: readonly [string, string][] = [
    [dayAt(0), words.today],
    [dayAt(1), words.tomorrow],
    [dayAt(-1), words.yesterday],
  ];
  return {
    words,
    moment: (at) => words.until(day(at), time(at)),
    until: (at) => {
      const known = relative.find(([date]) => date === day(at));
      return words.until(known?.[1] ?? day(at), time(at));
    },
    short: (at) => (day(at) === dayAt(0) ? time(at) : words.until(day(at), time(at))),
    euro: (cents) => formatEuro(locale, cents),
    duration: (minutes, coarse) => formatDuration(words, minutes, coarse !== undefined),
  };
}

function formatEuro(locale: string, cents: number): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  const amount = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${amount.format(cents / 100)}${noBreak}€`;
}

function formatDuration(words: Words, minutes: number, isCoarse: boolean): string {
  const hours = Math.floor(minutes / minutesPerHour);
  const rest = minutes % minutesPerHour;
  const parts: string[] = [];
  if (hours > 0) parts.push(words.hours(hours));
  if (hours === 0 || (rest > 0 && !(isCoarse && hours > 1))) parts.push(words.minutes(rest));
  return parts.join(' ').replaceAll(/(?<=\d) /g, noBreak);
}
