// "Settings" in English.
import type { settings as de } from '../de/settings.ts';

export const settings: typeof de = {
  title: 'Settings',
  label: 'Sections of the settings',
  loading: 'Loading settings',
  noRights: {
    title: 'For administrators only',
    text: 'Settings are changed by people with the administrator role.',
  },
  sections: {
    import: 'Import',
    attributes: 'Attributes',
    rating: 'Rating',
    territories: 'Territories',
    choices: 'Choices',
    duplicates: 'Duplicates',
    people: 'People and rights',
    visits: 'Visits',
    'working-time': 'Working time',
    goodwill: 'Goodwill',
    causes: 'Causes',
    neverLog: 'Never log',
  },
};
