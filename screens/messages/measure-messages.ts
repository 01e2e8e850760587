// The sentences of measures and goodwill.
import { useFrame } from '../use-frame.ts';
import { goodwill, measure } from './de/measure.ts';
import { goodwill as goodwillEn, measure as measureEn } from './en/measure.ts';
import type { Language } from './use-messages.ts';

export type MeasureMessages = typeof measure;
const measures: Record<Language, MeasureMessages> = { de: measure, en: measureEn };
const limits: Record<Language, typeof goodwill> = { de: goodwill, en: goodwillEn };

/** The words of measures in the reader's language. */
export function useMeasureMessages(): MeasureMessages {
  return measures[useFrame().language];
}

/** The words of goodwill limits in the reader's language. */
export function useGoodwillMessages(): typeof goodwill {
  return limits[useFrame().language];
}
