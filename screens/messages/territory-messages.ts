// The sentences of territories and lists in the settings.
import { useFrame } from '../use-frame.ts';
import { choices, territories } from './de/territories.ts';
import { choices as choicesEn, territories as territoriesEn } from './en/territories.ts';
import type { Language } from './use-messages.ts';

const de = { territories, choices };
export type TerritoryMessages = typeof de;
const catalogues: Record<Language, TerritoryMessages> = {
  de,
  en: { territories: territoriesEn, choices: choicesEn },
};

/** The catalogue of territories and lists in the reader's language. */
export function useTerritoryMessages(): TerritoryMessages {
  return catalogues[useFrame().language];
}
