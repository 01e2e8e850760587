// The sentences of correcting an entry, downloaded with its form.
import { useFrame } from '../use-frame.ts';
import { entry } from './de/entry.ts';
import { entry as entryEn } from './en/entry.ts';
import type { Language } from './use-messages.ts';

export type EntryMessages = typeof entry;
const catalogues: Record<Language, EntryMessages> = { de: entry, en: entryEn };

/** The catalogue of correcting an entry in the reader's language. */
export function useEntryMessages(): EntryMessages {
  return catalogues[useFrame().language];
}
