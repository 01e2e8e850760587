// What the survey page says, in the language of the contact.
export interface SurveyWords {
  readonly title: string;
  readonly question: string;
  readonly scores: Readonly<Record<1 | 2 | 3 | 4 | 5, string>>;
  readonly comment: string;
  readonly send: string;
  readonly change: string;
  readonly answered: (score: string) => string;
  readonly changeUntil: (day: string) => string;
  readonly final: string;
  readonly missing: string;
  readonly unknown: { readonly title: string; readonly text: string };
  readonly tooMany: { readonly title: string; readonly text: string };
  readonly failed: { readonly title: string; readonly text: string };
}

const german: SurveyWords = {
  title: 'Wie zufrieden sind Sie?',
  question: 'Sie hatten eine Reklamation. Wie zufrieden sind Sie mit unserer Lösung?',
  scores: {
    1: 'Sehr unzufrieden',
    2: 'Unzufrieden',
    3: 'Teils, teils',
    4: 'Zufrieden',
    5: 'Sehr zufrieden',
  },
  comment: 'Was möchten Sie uns dazu sagen? (freiwillig)',
  send: 'Antwort senden',
  change: 'Antwort ändern',
  answered: (score) => `Vielen Dank. Ihre Antwort: ${score}.`,
  changeUntil: (day) => `Sie können Ihre Antwort bis zum ${day} ändern.`,
  final: 'Ihre Antwort lässt sich nicht mehr ändern.',
  missing: 'Bitte wählen Sie eine der fünf Antworten.',
  unknown: {
    title: 'Dieser Link gilt nicht',
    text: 'Er ist abgelaufen oder unvollständig. Bitte antworten Sie auf unsere E-Mail, wenn Sie uns noch etwas sagen möchten.',
  },
  tooMany: {
    title: 'Das waren zu viele Versuche',
    text: 'Bitte öffnen Sie den Link in einer Minute noch einmal.',
  },
  failed: {
    title: 'Das hat nicht geklappt',
    text: 'Ihre Antwort ist noch nicht bei uns. Bitte versuchen Sie es später noch einmal.',
  },
};

const english: SurveyWords = {
  title: 'How satisfied are you?',
  question: 'You made a complaint to us. How satisfied are you with the way we solved it?',
  scores: {
    1: 'Very dissatisfied',
    2: 'Dissatisfied',
    3: 'Partly satisfied',
    4: 'Satisfied',
    5: 'Very satisfied',
  },
  comment: 'What would you like to tell us about it? (optional)',
  send: 'Send answer',
  change: 'Change answer',
  answered: (score) => `Thank you. Your answer: ${score}.`,
  changeUntil: (day) => `You can change your answer until ${day}.`,
  final: 'Your answer can no longer be changed.',
  missing: 'Please choose one of the five answers.',
  unknown: {
    title: 'This link is not valid',
    text: 'It has expired or is incomplete. Please reply to our email if there is something you would like to tell us.',
  },
  tooMany: {
    title: 'Too many attempts',
    text: 'Please open the link again in a minute.',
  },
  failed: {
    title: 'That did not work',
    text: 'Your answer has not reached us yet. Please try again later.',
  },
};

export const surveyWords: Readonly<Record<'de' | 'en', SurveyWords>> = { de: german, en: english };
