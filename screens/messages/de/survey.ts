// How satisfied the customer was, and the closing mail that asks; the mail's own sentences are in the customer's language.
type Scores = Readonly<Record<1 | 2 | 3 | 4 | 5, string>>;

const scores: Scores = {
  1: 'Sehr unzufrieden',
  2: 'Unzufrieden',
  3: 'Teils, teils',
  4: 'Zufrieden',
  5: 'Sehr zufrieden',
};

export const survey = {
  title: 'Zufriedenheit',
  scores,
  score: (score: string, label: string) => `${score} von 5: ${label}`,
  none: 'Der Kunde hat noch nicht geantwortet.',
  changed: 'geändert',
  prepare: 'Abschluss-E-Mail schreiben',
  failed: 'Entwurf nicht erstellt',
  draft: 'Entwurf der Abschluss-E-Mail',
  to: (name: string, address: string) => (address === '' ? `An ${name}` : `An ${name}, ${address}`),
  objected: (name: string) =>
    `${name} hat E-Mails widersprochen. Der Entwurf fragt deshalb nicht nach der Zufriedenheit.`,
  notSent: 'Gesendet wird erst, wenn Sie in Outlook auf Senden drücken.',
  holdsUntil: (day: string) => `Der Link zur Befragung gilt bis ${day}.`,
  reply: 'Als Antwort öffnen',
  replyOpened: 'Antwortentwurf geöffnet',
  replyFailed: 'Antwortentwurf nicht geöffnet. Bitte kopieren Sie den Text.',
  open: 'In E-Mail öffnen',
  copy: 'Text kopieren',
  copied: 'Text kopiert',
  copyFailed: 'Nicht kopiert. Bitte markieren Sie den Text selbst.',
  mail: {
    subject: (number: string) => `Ihre Reklamation ${number}`,
    greeting: (name: string) => `Guten Tag ${name},`,
    greetingAll: 'Guten Tag,',
    closed: (title: string, number: string) => `Ihre Reklamation „${title}“ (${number}) ist abgeschlossen.`,
    answered: (title: string, number: string) =>
      `zu Ihrer Reklamation „${title}“ (${number}) haben wir Ihnen geantwortet.`,
    ask: 'Wie zufrieden sind Sie mit der Lösung? Ein Klick genügt:',
    farewell: 'Mit freundlichen Grüßen',
  },
};
