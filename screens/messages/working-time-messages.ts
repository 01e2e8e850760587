// The sentences of working time in the settings.
import { useFrame } from '../use-frame.ts';
import { workingTime } from './de/working-time.ts';
import { workingTime as workingTimeEn } from './en/working-time.ts';
import type { Language } from './use-messages.ts';

export type WorkingTimeWords = typeof workingTime;
const catalogues: Record<Language, WorkingTimeWords> = { de: workingTime, en: workingTimeEn };

/** The words of working time in the reader's language. */
export function useWorkingTimeMessages(): WorkingTimeWords {
  return catalogues[useFrame().language];
}
