// The sentences of the demo bar. `en` is typed by `de`, so that none is forgotten.
import type { DemoLanguage } from './settings.ts';

const de = {
  title: 'Demo – keine echten Daten',
  person: 'Sie arbeiten als',
  theme: 'Design',
  themes: { light: 'Hell', dark: 'Dunkel', contrast: 'Hoher Kontrast' },
  language: 'Sprache',
  languages: { de: 'Deutsch', en: 'English' },
  places: { landing: 'Einführung', outlook: 'Outlook', teams: 'Teams' },
  placesLabel: 'Seiten der Demo',
  reset: 'Zurücksetzen',
  resetTitle: 'Demo zurücksetzen?',
  resetText:
    'Alles, was Sie in der Demo abgelegt, angelegt oder entschieden haben, wird entfernt. Die Beispieldaten stehen danach wieder wie am Anfang.',
  resetNow: 'Jetzt zurücksetzen',
  resetFailed: 'Nicht zurückgesetzt. Der Server hat nicht geantwortet. Bitte versuchen Sie es erneut.',
  cancel: 'Abbrechen',
  more: 'Einstellungen der Demo',
};
const en: typeof de = {
  title: 'Demo – no real data',
  person: 'You work as',
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  language: 'Language',
  languages: { de: 'Deutsch', en: 'English' },
  places: { landing: 'Introduction', outlook: 'Outlook', teams: 'Teams' },
  placesLabel: 'Pages of the demo',
  reset: 'Reset',
  resetTitle: 'Reset the demo?',
  resetText:
    'Everything you logged, created or decided in the demo is removed. The sample data will be as they were at the start.',
  resetNow: 'Reset now',
  resetFailed: 'Not reset. The server did not answer. Please try again.',
  cancel: 'Cancel',
  more: 'Demo settings',
};

/** The demo bar's sentences in one language. */
export function barWords(language: DemoLanguage): typeof de {
  return language === 'de' ? de : en;
}
