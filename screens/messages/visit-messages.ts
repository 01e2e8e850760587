// The sentences of visits, apart from the others: the pane loads them with the first appointment that is a visit.
import { useFrame } from '../use-frame.ts';
import { visit } from './de/visit.ts';
import { visit as visitEn } from './en/visit.ts';
import type { Language } from './use-messages.ts';

export type VisitMessages = typeof visit;
const catalogues: Record<Language, VisitMessages> = { de: visit, en: visitEn };

/** The visit catalogue of the reader's language. */
export function useVisitMessages(): VisitMessages {
  return catalogues[useFrame().language];
}
