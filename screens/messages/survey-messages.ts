// The sentences of satisfaction; the draft of a mail takes those of the customer's language.
import { useFrame } from '../use-frame.ts';
import { survey } from './de/survey.ts';
import { survey as surveyEn } from './en/survey.ts';
import type { Language } from './use-messages.ts';

export type SurveyMessages = typeof survey;
const surveys: Record<Language, SurveyMessages> = { de: survey, en: surveyEn };

/** The words of satisfaction in a language. */
export function surveyMessagesOf(language: Language): SurveyMessages {
  return surveys[language];
}

/** The words of satisfaction in the reader's language. */
export function useSurveyMessages(): SurveyMessages {
  return surveyMessagesOf(useFrame().language);
}
