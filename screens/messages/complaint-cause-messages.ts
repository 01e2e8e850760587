// The sentences of causes of complaints.
import { useFrame } from '../use-frame.ts';
import { causeSettings, complaintCause } from './de/complaint-cause.ts';
import {
  causeSettings as causeSettingsEn,
  complaintCause as complaintCauseEn,
} from './en/complaint-cause.ts';
import type { Language } from './use-messages.ts';

const causes: Record<Language, typeof complaintCause> = { de: complaintCause, en: complaintCauseEn };
const settings: Record<Language, typeof causeSettings> = { de: causeSettings, en: causeSettingsEn };

/** The words of one complaint's cause in the reader's language. */
export function useCauseMessages(): typeof complaintCause {
  return causes[useFrame().language];
}

/** The words of the tree in the settings. */
export function useCauseSettingsMessages(): typeof causeSettings {
  return settings[useFrame().language];
}
