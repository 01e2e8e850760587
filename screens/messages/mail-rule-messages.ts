// The sentences of the never-log list and of followed conversations, downloaded with their parts.
import { useFrame } from '../use-frame.ts';
import { mailRules } from './de/mail-rules.ts';
import { mailRules as mailRulesEn } from './en/mail-rules.ts';
import type { Language } from './use-messages.ts';

export type MailRuleMessages = typeof mailRules;
const catalogues: Record<Language, MailRuleMessages> = { de: mailRules, en: mailRulesEn };

/** The catalogue of mail rules in the reader's language. */
export function useMailRuleMessages(): MailRuleMessages {
  return catalogues[useFrame().language];
}
