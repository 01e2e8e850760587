// The sentences of the wide screens (Teams, browser), apart from those of the narrow pane, which need not carry them.
import { useFrame } from '../use-frame.ts';
import { customerPage } from './de/customer-page.ts';
import { myDay } from './de/my-day.ts';
import { search } from './de/search.ts';
import { tab } from './de/tab.ts';
import { customerPage as customerPageEn } from './en/customer-page.ts';
import { myDay as myDayEn } from './en/my-day.ts';
import { search as searchEn } from './en/search.ts';
import { tab as tabEn } from './en/tab.ts';
import type { Language } from './use-messages.ts';

const de = { tab, myDay, search, customerPage };
export type WideMessages = typeof de;
const en: WideMessages = { tab: tabEn, myDay: myDayEn, search: searchEn, customerPage: customerPageEn };
const catalogues: Record<Language, WideMessages> = { de, en };

/** The wide screens' catalogue of the reader's language. */
export function useWideMessages(): WideMessages {
  return catalogues[useFrame().language];
}
