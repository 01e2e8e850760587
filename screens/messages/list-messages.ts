// The sentences of the lists, downloaded with that place only.
import { useFrame } from '../use-frame.ts';
import { list } from './de/list.ts';
import { list as listEn } from './en/list.ts';
import type { Language } from './use-messages.ts';

const de = { list };
export type ListMessages = typeof de;
const en: ListMessages = { list: listEn };
const catalogues: Record<Language, ListMessages> = { de, en };

/** The catalogue of the lists in the reader's language. */
export function useListMessages(): ListMessages {
  return catalogues[useFrame().language];
}
