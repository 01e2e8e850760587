// Dates, money and sizes as German and British readers write them, in Europe/Berlin, reckoned from the server's now.
import { addDays, dayOf, daysBetween, noonOf, timeZone } from './calendar.ts';
import type { Language } from './messages/use-messages.ts';

const space = '\u00a0';
const locales = { de: 'de-DE', en: 'en-GB' } as const;
const relative = {
  de: { today: 'Heute', tomorrow: 'Morgen', yesterday: 'Gestern' },
  en: { today: 'Today', tomorrow: 'Tomorrow', yesterday: 'Yesterday' },
} as const;
const units = { de: { hours: 'Std.', minutes: 'Min.' }, en: { hours: 'h', minutes: 'min' } } as const;

export interface Format {
  /** 03.09.2026 · 3 Sept 2026 */
  date(value: string): string;
  /** 03.09. · 3 Sept */
  shortDate(value: string): string;
  /** Fr 04.09. · Fri 4 Sept */
  weekdayDate(value: string): string;
  /** Donnerstag, 03.09.2026 · Thursday 3 September 2026 */
  longDate(value: string): string;
  /** August 2026 */
  month(value: string): string;
  /** Freitag · Friday */
  weekday(value: string): string;
  /** 14:02 */
  time(value: string): string;
  /** 03.09.2026, 14:02 · 3 Sept 2026, 14:02 */
  dateTime(value: string): string;
  /** Heute, Morgen, Gestern, otherwise Fr 04.09. */
  relativeDay(value: string): string;
  /** heute, 17:00 · morgen, 09:00 · Fr 04.09., 10:00; for the middle of a sentence */
  moment(value: string): string;
  /** Whole days from today, negative for the past. */
  daysFromToday(value: string): number;
  today(): string;
  /** 42.600 € · €42,600; cents only where there are any */
  euro(cents: number): string;
  /** 14.861 € · €14,861; rounded, for figures that are read at a glance */
  wholeEuro(cents: number): string;
  /** 96,2 (thousands of euro, without unit) */
  thousands(cents: number): string;
  number(value: number, digits?: number): string;
  /** 45 % · 45% */
  percent(value: number, digits?: number): string;
  /** 2,1 MB · 184 KB */
  fileSize(bytes: number): string;
  /** Working time: 3 Std. · 45 Min.; full hours from two hours on */
  workingTime(minutes: number): string;
}

type Dates = Record<
  'date' | 'short' | 'weekday' | 'long' | 'month' | 'fullWeekday' | 'time',
  Intl.DateTimeFormat
>;
const madeDates = new Map<Language, Dates>();

function datesOf(language: Language): Dates {
  const made = madeDates.get(language) ?? makeDates(language);
  madeDates.set(language, made);
  return made;
}

function makeDates(language: Language): Dates {
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone, ...options });
  const isGerman = language === 'de';
  const day = isGerman ? '2-digit' : 'numeric';
  const month = isGerman ? '2-digit' : 'short';
  return {
    date: make({ day, month, year: 'numeric' }),
    short: make({ day, month }),
    weekday: make({ weekday: 'short' }),
    long: make({ weekday: 'long', day, month: isGerman ? '2-digit' : 'long', year: 'numeric' }),
    month: make({ month: 'long', year: 'numeric' }),
    fullWeekday: make({ weekday: 'long' }),
    time: make({ hour: '2-digit', minute: '2-digit', hour12: false }),
  };
}

function toDate(value: string): Date {
  return value.length === 10 ? noonOf(value) : new Date(value);
}

function dateFormat(language: Language, now: string) {
  const dates = datesOf(language);
  const words = relative[language];
  const today = dayOf(now);
  const weekdayDate = (value: string) => {
    const weekday = dates.weekday.format(toDate(value)).replace('.', '');
    return `${weekday}${space}${dates.short.format(toDate(value)).replaceAll(' ', space)}`;
  };
  const relativeDay = (value: string) => {
    const day = dayOf(value);
    if (day === today) return words.today;
    if (day === addDays(today, 1)) return words.tomorrow;
    return day === addDays(today, -1) ? words.yesterday : weekdayDate(value);
  };
  const time = (value: string) => dates.time.format(toDate(value));
  return {
    date: (value: string) => dates.date.format(toDate(value)).replaceAll(' ', space),
    shortDate: (value: string) => dates.short.format(toDate(value)).replaceAll(' ', space),
    weekdayDate,
    longDate: (value: string) => dates.long.format(toDate(value)),
    month: (value: string) => dates.month.format(toDate(value)),
    weekday: (value: string) => dates.fullWeekday.format(toDate(value)),
    time,
    dateTime: (value: string) => `${dates.date.format(toDate(value)).replaceAll(' ', space)}, ${time(value)}`,
    relativeDay,
    moment: (value: string) => {
      const day = relativeDay(value);
      const isWord = day === words.today || day === words.tomorrow || day === words.yesterday;
      return `${isWord ? day.toLowerCase() : day}, ${time(value)}`;
    },
    daysFromToday: (value: string) => daysBetween(today, dayOf(value)),
    today: () => today,
  };
}

function figureFormat(language: Language) {
  const locale = locales[language];
  const number = (value: number, digits = 0) =>
    value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const euro = (cents: number) =>
    (cents / 100).toLocaleString(locale, {
      style: 'currency',
      currency: 'EUR',
      minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    });
  return {
    euro,
    wholeEuro: (cents: number) => euro(Math.round(cents / 100) * 100),
    number,
    thousands: (cents: number) => number(cents / 100_000, 1),
    percent: (value: number, digits = 0) => `${number(value, digits)}${language === 'de' ? space : ''}%`,
    fileSize: (bytes: number) => {
      if (bytes >= 999_500) return `${number(bytes / 1_000_000, 1)}${space}MB`;
      return `${number(Math.max(1, bytes / 1000))}${space}KB`;
    },
    workingTime: (minutes: number) => {
      const { hours, minutes: short } = units[language];
      const whole = Math.max(0, minutes);
      if (whole < 60) return `${number(whole)}${space}${short}`;
      if (whole < 120 && whole % 60 !== 0) return `1${space}${hours} ${number(whole % 60)}${space}${short}`;
      return `${number(Math.floor(whole / 60))}${space}${hours}`;
    },
  };
}

/** Makes the functions for one language; `now` is the server's time. */
export function createFormat(language: Language, now: string): Format {
  return { ...dateFormat(language, now), ...figureFormat(language) };
}
