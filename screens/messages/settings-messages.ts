// The sentences of the settings, which only administrators download.
import { useFrame } from '../use-frame.ts';
import { settings } from './de/settings.ts';
import { settings as settingsEn } from './en/settings.ts';
import type { Language } from './use-messages.ts';

const de = { settings };
export type SettingsMessages = typeof de;
const en: SettingsMessages = { settings: settingsEn };
const catalogues: Record<Language, SettingsMessages> = { de, en };

/** The catalogue of the settings in the reader's language. */
export function useSettingsMessages(): SettingsMessages {
  return catalogues[useFrame().language];
}
