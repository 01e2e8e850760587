// In which part of the day a task stands, and in which order. Pure.
import type { DayTask } from '#contract/day.ts';

export type Part = 'now' | 'today' | 'next';

export interface Days {
  readonly today: string;
  readonly tomorrow: string;
}

const decisions: readonly DayTask['kind'][] = ['escalation', 'goodwill'];

/**
 * now: a deadline, a decision or a promise of today. today: what runs out tomorrow. next: what can wait.
 * `dueDay` is the calendar day of `dueAt` in the company's zone.
 */
export function partOf(kind: DayTask['kind'], dueDay: string, days: Days): Part {
  if (decisions.includes(kind)) return 'now';
  const isDue = dueDay <= days.today;
  if (kind === 'complaint' || kind === 'follow_up') {
    if (isDue) return 'now';
    return kind === 'complaint' && dueDay === days.tomorrow ? 'today' : 'next';
  }
  if (kind === 'quote') return dueDay <= days.tomorrow ? 'today' : 'next';
  return isDue ? 'today' : 'next';
}

/** By due time, then by class of the customer, then as they came. */
export function compareTasks(a: DayTask, b: DayTask): number {
  const byTime = Date.parse(a.dueAt) - Date.parse(b.dueAt);
  return byTime === 0 ? classOf(a).localeCompare(classOf(b)) : byTime;
}

function classOf({ rating }: DayTask): string {
  return rating === null ? 'Z' : `${rating.letter}${rating.digit}`;
}
