// The fields of a contact recorded by hand: those of an entry and its follow-up; and what is wrong with them. Pure.
import { entryProblems, type EntryFields } from '../activity/entry-fields.ts';
import type { WideMessages } from '../messages/wide-messages.ts';

export interface RecordFields extends EntryFields {
  followUpOn: string | null;
  followUpTitle: string;
}

/** The sentence of every field that is not fit to be sent; `now` is the server's. */
export function recordProblems(
  fields: RecordFields,
  words: WideMessages['customerPage']['record'],
  required: string,
  now: string,
): Record<string, string> {
  const isUntitled = fields.followUpOn !== null && fields.followUpTitle.trim() === '';
  return {
    ...entryProblems(fields, words, required, now),
    ...(isUntitled ? { title: required } : {}),
  };
}
