// The fields of a contact recorded by hand, and what is wrong with them. Pure.
import type { Activity } from '#contract/activity.ts';
import { addDays } from '../calendar.ts';
import type { WideMessages } from '../messages/wide-messages.ts';
import { berlinTimestamp } from './berlin-time.ts';

export const recordKinds = [
  'call',
  'visit',
  'meeting',
  'chat',
  'letter',
  'email',
  'fax',
  'sms',
  'web',
] as const;
export type RecordKind = (typeof recordKinds)[number];

export interface RecordFields {
  kind: RecordKind;
  direction: Activity['direction'];
  contactId: string;
  subject: string;
  text: string;
  day: string;
  time: string;
  minutes: string;
  visibility: Activity['visibility'];
  /** Documents it belongs to, as `kind:id`. */
  links: string[];
  followUpOn: string | null;
  followUpTitle: string;
}

const longestMinutes = 1440;

/** Whole minutes; null when left out, NaN when it is no such number. */
export function minutesOf(text: string): number | null {
  if (text.trim() === '') return null;
  const minutes = Number(text.trim());
  return Number.isInteger(minutes) && minutes >= 0 && minutes <= longestMinutes ? minutes : Number.NaN;
}

/** The sentence of every field that is not fit to be sent; `now` is the server's. */
export function recordProblems(
  fields: RecordFields,
  words: WideMessages['customerPage']['record'],
  required: string,
  now: string,
): Record<string, string> {
  const at = berlinTimestamp(fields.day, fields.time);
  return {
    ...(fields.subject.trim() === '' ? { subject: required } : {}),
    ...(at === null ? { occurredAt: words.badTime } : {}),
    ...(at !== null && Date.parse(at) > Date.parse(now) ? { occurredAt: words.future } : {}),
    ...(Number.isNaN(minutesOf(fields.minutes)) ? { durationMinutes: words.badMinutes } : {}),
    ...(fields.followUpOn !== null && fields.followUpTitle.trim() === '' ? { title: required } : {}),
  };
}

/** The days one may choose at a press: today and the four before it. */
export function recentDays(today: string): string[] {
  return [0, -1, -2, -3, -4].map((days) => addDays(today, days));
}
