// The heads of a history: today, this week, last week, then by month. Pure.
import type { Activity } from '#contract/activity.ts';
import { addDays, dayOf, daysBetween, noonOf } from '../calendar.ts';
import type { Format } from '../format.ts';
import type { WideMessages } from '../messages/wide-messages.ts';

export interface HistoryGroup {
  title: string;
  activities: Activity[];
}

/** Groups a list that is newest first; what lies in the future (a planned visit) stands under its month. */
export function historyGroups(
  activities: readonly Activity[],
  words: WideMessages['customerPage']['history'],
  format: Format,
): HistoryGroup[] {
  const groups: HistoryGroup[] = [];
  for (const activity of activities) {
    const title = headOf(dayOf(activity.occurredAt), words, format);
    const last = groups.at(-1);
    if (last?.title === title) last.activities.push(activity);
    else groups.push({ title, activities: [activity] });
  }
  return groups;
}

function headOf(day: string, words: WideMessages['customerPage']['history'], format: Format): string {
  const today = format.today();
  if (day === today) return words.today(format.longDate(day));
  const monday = mondayOf(today);
  if (day >= monday && day < today) return words.week;
  if (day >= addDays(monday, -7) && day < monday) return words.lastWeek;
  return format.month(day);
}

function mondayOf(day: string): string {
  const sinceMonday = (noonOf(day).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}

/** Today: the time; within a week: weekday and time; before: weekday and date. */
export function historyMoment(at: string, format: Format): string {
  const days = daysBetween(dayOf(at), format.today());
  if (days === 0) return format.time(at);
  if (days > 0 && days < 7) return `${format.weekdayDate(at)}, ${format.time(at)}`;
  return dayOf(at).slice(0, 4) === format.today().slice(0, 4) ? format.weekdayDate(at) : format.date(at);
}
