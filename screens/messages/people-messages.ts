// The sentences of "Menschen und Rechte", which only administrators download.
import { useFrame } from '../use-frame.ts';
import { people } from './de/people.ts';
import { people as peopleEn } from './en/people.ts';
import type { Language } from './use-messages.ts';

const catalogues: Record<Language, typeof people> = { de: people, en: peopleEn };

/** The catalogue of people's rights in the reader's language. */
export function usePeopleMessages(): typeof people {
  return catalogues[useFrame().language];
}
