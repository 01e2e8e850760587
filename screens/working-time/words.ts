// Working weeks and days off as people read and type them. Pure.
import type { CompanyHoliday, WorkingWeek } from '#contract/working-time.ts';
import type { CallError } from '../call.ts';
import type { Format } from '../format.ts';
import type { WorkingTimeWords } from '../messages/working-time-messages.ts';

/** "Mo–Do 08:00–17:00, Fr 08:00–14:00": neighbours with the same hours are one. */
export function weekText(week: WorkingWeek, words: Pick<WorkingTimeWords, 'shortWeekdays'>): string {
  const parts: { first: number; last: number; hours: string }[] = [];
  week.forEach((day, index) => {
    if (day === null) return;
    const hours = `${day.from}–${day.to}`;
    const before = parts.at(-1);
    if (before?.last === index - 1 && before.hours === hours) before.last = index;
    else parts.push({ first: index, last: index, hours });
  });
  const name = (index: number) => words.shortWeekdays[index] ?? '';
  return parts
    .map(({ first, last, hours }) => {
      const days = first === last ? name(first) : `${name(first)}–${name(last)}`;
      return `${days} ${hours}`;
    })
    .join(', ');
}

/** "24.12.–31.12., jedes Jahr" or "07.08.2026". */
export function holidayText(holiday: CompanyHoliday, words: WorkingTimeWords, format: Format): string {
  const { firstOn, lastOn, isYearly } = holiday;
  const one = (day: string) => (isYearly ? format.shortDate(day) : format.date(day));
  const days = firstOn === lastOn ? one(firstOn) : `${one(firstOn)}–${one(lastOn)}`;
  return isYearly ? `${days}, ${words.yearly}` : days;
}

/** Reads 24.12.2026, 24.12.26 and 2026-12-24; null for anything else and for days that do not exist. */
export function parseDay(text: string): string | null {
  const parts = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})\s*$/.exec(text);
  const pad = (value: string | undefined) => (value ?? '').padStart(2, '0');
  const year = parts?.[3] ?? '';
  const day = parts
    ? `${year.length === 2 ? `20${year}` : year}-${pad(parts[2])}-${pad(parts[1])}`
    : text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day ? day : null;
}

/** A day as it stands in a field: 24.12.2026. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}.${month}.${year}`;
}

/** A time as it is stored, from what people type: 7, 7:30, 0730, 7.30; what is none stays as it is. */
export function timeText(text: string): string {
  const parts = /^\s*(\d{1,2})(?:[:.]?(\d{2}))?\s*$/.exec(text);
  if (!parts) return text;
  return `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? '00'}`;
}

/** Why the server refused a field, in words. */
export function problemOf(
  error: CallError | null,
  field: string,
  words: WorkingTimeWords,
): string | undefined {
  const refused = error?.fields.find(({ path }) => path.split('.')[0] === field);
  if (!refused) return undefined;
  const known: Readonly<Record<string, string>> = words.problems;
  return known[refused.problem] ?? words.problems.other;
}
