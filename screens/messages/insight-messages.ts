// The sentences of hints and figures that load after the first screen.
import { useFrame } from '../use-frame.ts';
import { insight } from './de/insight.ts';
import { insight as insightEn } from './en/insight.ts';
import type { Language } from './use-messages.ts';

export type InsightMessages = typeof insight;
const catalogues: Record<Language, InsightMessages> = { de: insight, en: insightEn };

/** The catalogue of hints in the reader's language. */
export function useInsightMessages(): InsightMessages {
  return catalogues[useFrame().language];
}
