// The fields of one entry of the history as a form has them, what is wrong with them, and back as the server takes them. Pure.
import { linkKinds, type Activity, type RecordLink, type updateActivity } from '#contract/activity.ts';
import type { Input } from '#contract/endpoint.ts';
import { dayOf } from '../calendar.ts';
import { berlinTimestamp } from '../customer/berlin-time.ts';
import type { WideMessages } from '../messages/wide-messages.ts';

export interface EntryFields {
  kind: Activity['kind'];
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
}

const longestMinutes = 1440;

/** Whole minutes; null when left out, NaN when it is no such number. */
export function minutesOf(text: string): number | null {
  if (text.trim() === '') return null;
  const minutes = Number(text.trim());
  return Number.isInteger(minutes) && minutes >= 0 && minutes <= longestMinutes ? minutes : Number.NaN;
}

/** The sentence of every field that is not fit to be sent; `now` is the server's. */
export function entryProblems(
  fields: EntryFields,
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
  };
}

/** A stored entry as a form shows it; `time` writes the time of day. */
export function fieldsOf(activity: Activity, time: (timestamp: string) => string): EntryFields {
  const { kind, direction, contact, subject, bodyText, occurredAt, durationMinutes, visibility } = activity;
  return {
    kind,
    direction,
    contactId: contact?.id ?? '',
    subject,
    text: bodyText,
    day: dayOf(occurredAt),
    time: time(occurredAt),
    minutes: durationMinutes === null ? '' : String(durationMinutes),
    visibility,
    links: activity.links.map(({ kind: of, id }) => `${of}:${id}`),
  };
}

/** The documents as the server takes them. */
export function linksOf(links: readonly string[]): { kind: RecordLink['kind']; id: string }[] {
  return links.flatMap((link) => {
    const [name, id = ''] = link.split(':');
    const kind = linkKinds.find((one) => one === name);
    return kind === undefined ? [] : [{ kind, id }];
  });
}

type Changes = Omit<Input<typeof updateActivity>, 'id'>;

/** Only what was changed goes to the server; day and time go together. */
export function changesOf(changed: Partial<EntryFields>, { day, time }: EntryFields): Changes {
  const { kind, direction, contactId, subject, text, minutes, visibility, links } = changed;
  const given: { [N in keyof Changes]: Changes[N] | undefined } = {
    kind,
    direction,
    visibility,
    bodyText: text,
    subject: subject?.trim(),
    contactId: contactId === '' ? null : contactId,
    occurredAt: 'day' in changed || 'time' in changed ? (berlinTimestamp(day, time) ?? undefined) : undefined,
    durationMinutes: minutes === undefined ? undefined : minutesOf(minutes),
    links: links === undefined ? undefined : linksOf(links),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Changes; // the fields above
}
