// The sentences of "Änderungen", downloaded with the first look at them.
import { useFrame } from '../use-frame.ts';
import { audit } from './de/audit.ts';
import { audit as auditEn } from './en/audit.ts';
import type { Language } from './use-messages.ts';

export type AuditMessages = typeof audit;
const catalogues: Record<Language, AuditMessages> = { de: audit, en: auditEn };

/** The catalogue of changes in the reader's language. */
export function useAuditMessages(): AuditMessages {
  return catalogues[useFrame().language];
}
