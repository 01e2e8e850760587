// Why a customer is due, in one sentence: "A2: alle 8 Wochen, zuletzt vor 11 Wochen". Pure.
import type { DueVisit } from '#contract/visit.ts';
import { daysBetween } from '../calendar.ts';
import type { Format } from '../format.ts';
import type { VisitMessages } from '../messages/visit-messages.ts';

const fewDays = 14;

/** The class, its rhythm and the last visit; an agreed day says so instead of the rhythm. */
export function dueReason(due: DueVisit, words: VisitMessages['due'], format: Format): string {
  const name = due.rating === null ? '' : `${due.rating.letter}${due.rating.digit}`;
  const rhythm =
    due.agreedOn === null
      ? rhythmOf(due.intervalDays, words, format)
      : words.agreed(format.shortDate(due.agreedOn));
  return words.reason(name, rhythm, lastOf(due.lastVisitOn, words, format));
}

function rhythmOf(days: number, words: VisitMessages['due'], format: Format): string {
  if (days === 7) return words.everyWeek;
  return days < fewDays
    ? words.everyDays(format.number(days))
    : words.everyWeeks(format.number(Math.round(days / 7)));
}

function lastOf(day: string | null, words: VisitMessages['due'], format: Format): string {
  if (day === null) return words.never;
  const ago = daysBetween(day, format.today());
  if (ago <= 0) return words.lastToday;
  if (ago === 1) return words.lastYesterday;
  return ago < fewDays
    ? words.lastDays(format.number(ago))
    : words.lastWeeks(format.number(Math.round(ago / 7)));
}
