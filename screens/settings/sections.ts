// Which sections the settings have, in order. A new one: a line here, its name in messages/de/settings.ts and en, its file.
import { lazy, type ComponentType } from 'react';

export const sectionIds = [
  'attributes',
  'import',
  'rating',
  'territories',
  'choices',
  'people',
  'visits',
  'working-time',
  'goodwill',
  'causes',
  'duplicates',
  'neverLog',
] as const;
export type SectionId = (typeof sectionIds)[number];

/** Each section is its own download. */
export const sections: Record<SectionId, ComponentType> = {
  attributes: lazy(() =>
    import('./attributes-section.tsx').then((module) => ({ default: module.AttributesSection })),
  ),
  import: lazy(() =>
    import('../import/import-section.tsx').then((module) => ({ default: module.ImportSection })),
  ),
  rating: lazy(() =>
    import('../rating/rating-settings.tsx').then((module) => ({ default: module.RatingSettings })),
  ),
  territories: lazy(() =>
    import('./territories-section.tsx').then((module) => ({ default: module.TerritoriesSection })),
  ),
  people: lazy(() => import('./people-section.tsx').then((module) => ({ default: module.PeopleSection }))),
  duplicates: lazy(() =>
    import('../duplicate/duplicates-section.tsx').then((module) => ({ default: module.DuplicatesSection })),
  ),
  choices: lazy(() => import('./choices-section.tsx').then((module) => ({ default: module.ChoicesSection }))),
  neverLog: lazy(() =>
    import('../never-log/never-log-settings.tsx').then((module) => ({ default: module.NeverLogSettings })),
  ),
  'working-time': lazy(() =>
    import('../working-time/working-time-section.tsx').then((module) => ({
      default: module.WorkingTimeSection,
    })),
  ),
  goodwill: lazy(() =>
    import('./goodwill-section.tsx').then((module) => ({ default: module.GoodwillSection })),
  ),
  causes: lazy(() => import('./causes-section.tsx').then((module) => ({ default: module.CausesSection }))),
  visits: lazy(() =>
    import('../visit/question-settings.tsx').then((module) => ({ default: module.QuestionSettings })),
  ),
};

/** The section that an address names; the first one for anything unknown. */
export function sectionOf(name: string): SectionId {
  return sectionIds.find((id) => id === name) ?? sectionIds[0];
}
