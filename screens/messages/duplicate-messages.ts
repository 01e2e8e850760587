// The sentences of duplicates and merges.
import { useFrame } from '../use-frame.ts';
import { duplicate } from './de/duplicate.ts';
import { duplicate as duplicateEn } from './en/duplicate.ts';
import type { Language } from './use-messages.ts';

export type DuplicateMessages = typeof duplicate;
const catalogues: Record<Language, DuplicateMessages> = { de: duplicate, en: duplicateEn };

/** The catalogue of duplicates in the reader's language. */
export function useDuplicateMessages(): DuplicateMessages {
  return catalogues[useFrame().language];
}
