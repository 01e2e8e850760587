// Which runs are still going on, and what fields are called.
import type { ImportField, ImportRun } from '#contract/import.ts';
import type { ImportMessages } from '../messages/import-messages.ts';
import type { Language } from '../messages/use-messages.ts';

const underWay: readonly ImportRun['state'][] = [
  'waiting',
  'fetching',
  'checking',
  'writing',
  'finishing',
  'undoing',
];

export function isUnderWay({ state }: Pick<ImportRun, 'state'>): boolean {
  return underWay.includes(state);
}

/** Own attributes bring their label; the others stand in the catalogue. */
export function fieldLabel(
  field: Pick<ImportField, 'name' | 'label'>,
  words: ImportMessages,
  language: Language,
): string {
  return field.label?.[language] ?? words.fields[field.name] ?? field.name;
}
