// The sentences of the reader's language; `de` is the model, the compiler proves that `en` has every one of them.
import { useFrame } from '../use-frame.ts';
import { de } from './de.ts';
import { en } from './en.ts';

export type Language = 'de' | 'en';
export type Messages = typeof de;

const catalogues: Record<Language, Messages> = { de, en };

/** The catalogue of a language. */
export function messagesOf(language: Language): Messages {
  return catalogues[language];
}

/** The catalogue of the reader's language. */
export function useMessages(): Messages {
  return catalogues[useFrame().language];
}
