// What a working week and a closing may be. Pure.
import type { WorkingWeek } from '#contract/working-time.ts';

const longestClosingDays = 31;
/** Deadlines of many hours must end within some years. */
const fewestMinutes = 240;
const dayMs = 86_400_000;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The first weekday that ends before it begins (its place in the week), `none` when hardly any is worked; null: all is well. */
export function unfitDay(week: WorkingWeek): number | 'none' | null {
  const unfit = week.findIndex((day) => day !== null && day.to <= day.from);
  if (unfit >= 0) return unfit;
  const minutes = week.map((day) => (day === null ? 0 : minutesOf(day.to) - minutesOf(day.from)));
  return minutes.reduce((sum, one) => sum + one, 0) < fewestMinutes ? 'none' : null;
}

/** From when to when somebody works on any day; other rooms plan their days by it. */
export function widestHours(week: WorkingWeek): { from: string; to: string } {
  const worked = week.filter((day) => day !== null);
  return {
    from: worked.map((day) => day.from).sort()[0] ?? '08:00',
    to:
      worked
        .map((day) => day.to)
        .sort()
        .at(-1) ?? '17:00',
  };
}

/** What is wrong with a closing from one day to another; null: nothing. */
export function unfitClosing(firstOn: string, lastOn: string): 'before_first' | 'too_long' | null {
  const days = (Date.parse(lastOn) - Date.parse(firstOn)) / dayMs + 1;
  if (days < 1) return 'before_first';
  return days > longestClosingDays ? 'too_long' : null;
}
