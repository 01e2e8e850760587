// Days as 'YYYY-MM-DD' text and German working days. No time of day, no zone arithmetic beyond "which day is it in Berlin".

const dayMs = 86_400_000;
export const timeZone = 'Europe/Berlin';
const berlinDay = new Intl.DateTimeFormat('sv-SE', { timeZone });

/** The calendar day in Berlin of a timestamp; a day stays as it is. */
export function dayOf(value: string): string {
  return value.length === 10 ? value : berlinDay.format(new Date(value));
}

/** A date object at noon UTC of that day: safe to print in any zone near Berlin. */
export function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

export function addDays(day: string, count: number): string {
  return new Date(noonOf(day).getTime() + count * dayMs).toISOString().slice(0, 10);
}

/** Whole days from one day to another, negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / dayMs);
}

/** Easter Sunday by Gauss' rule in Lichtenberg's form. */
function easterOf(year: number): string {
  const century = Math.floor(year / 100);
  const moon = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const sun = 2 - Math.floor((3 * century + 3) / 4);
  const cycle = year % 19;
  const seed = (19 * cycle + moon) % 30;
  const correction = Math.floor((seed + Math.floor(cycle / 11)) / 29);
  const limit = 21 + seed - correction;
  const firstSunday = 7 - ((year + Math.floor(year / 4) + sun) % 7);
  const distance = 7 - ((limit - firstSunday) % 7);
  return addDays(`${year}-03-01`, limit + distance - 1);
}

const fixedHolidays = ['01-01', '05-01', '10-03', '12-25', '12-26'];
/** Good Friday, Easter Monday, Ascension, Whit Monday. */
const easterOffsets = [-2, 1, 39, 50];

/** Monday to Friday and no holiday of the whole country (those of single Länder are left to the person who chooses). */
export function isWorkingDay(day: string): boolean {
  const weekday = noonOf(day).getUTCDay();
  if (weekday === 0 || weekday === 6 || fixedHolidays.includes(day.slice(5))) return false;
  const easter = easterOf(Number(day.slice(0, 4)));
  return !easterOffsets.some((offset) => addDays(easter, offset) === day);
}

/** The day itself, or the first working day after it. */
export function shiftToWorkingDay(day: string): string {
  return isWorkingDay(day) ? day : shiftToWorkingDay(addDays(day, 1));
}
