// The sentences of complaints, downloaded with the screens that say them.
import { complaint } from './de/complaint.ts';
import { complaint as complaintEn } from './en/complaint.ts';
import { messagesOf } from './use-messages.ts';
import type { Messages } from './use-messages.ts';

export type ComplaintWords = typeof complaint;

/** The complaints' part of a catalogue. */
export function complaintWords(messages: Messages): ComplaintWords {
  return messages === messagesOf('en') ? complaintEn : complaint;
}
