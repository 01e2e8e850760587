// The sentences of the import, which only administrators download.
import { useFrame } from '../use-frame.ts';
import { imports } from './de/import.ts';
import { imports as importsEn } from './en/import.ts';
import type { Language } from './use-messages.ts';

export type ImportMessages = typeof imports;
const catalogues: Record<Language, ImportMessages> = { de: imports, en: importsEn };

/** The catalogue of the import in the reader's language. */
export function useImportMessages(): ImportMessages {
  return catalogues[useFrame().language];
}
