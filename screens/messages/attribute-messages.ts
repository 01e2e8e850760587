// The sentences of attributes, downloaded with the parts that show them.
import { useFrame } from '../use-frame.ts';
import { attributes } from './de/attributes.ts';
import { attributes as attributesEn } from './en/attributes.ts';
import type { Language } from './use-messages.ts';

export type AttributeMessages = typeof attributes;
const catalogues: Record<Language, AttributeMessages> = { de: attributes, en: attributesEn };

/** The catalogue of attributes in the reader's language. */
export function useAttributeMessages(): AttributeMessages {
  return catalogues[useFrame().language];
}
