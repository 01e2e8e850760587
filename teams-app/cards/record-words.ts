// The words of the cards that show a record or log a message, German first; the compiler proves that English has every one.

export const german = {
  kinds: {
    customer: 'Kunde',
    contact: 'Ansprechpartner',
    complaint: 'Reklamation',
    message: 'Chatnachricht',
  },
  shared: 'Mehr sehen nur Berechtigte.',
  link: 'Link ins Kundencockpit',
  filed: 'Nachricht ist im Kundencockpit abgelegt',
  openMessage: 'Nachricht in Teams',
  loggedBy: (at: string, name: string) => `${at}, von ${name}`,
  linkHint: 'Was Sie davon sehen dürfen, erscheint hier.',
  noRightsTitle: 'Keine Berechtigung',
  noRights: 'Dieser Eintrag ist nicht für Sie freigegeben. Fragen Sie Ihre Administration.',
  open: {
    customer: 'Kunde öffnen',
    contact: 'Kunde öffnen',
    complaint: 'Reklamation öffnen',
    message: 'Kunde öffnen',
  },
  facts: {
    owner: 'Betreuer',
    place: 'Ort',
    phone: 'Telefon',
    email: 'E-Mail',
    role: 'Funktion',
    customer: 'Kunde',
    revenue: 'Umsatz 12 Monate',
    complaints: 'Reklamationen',
    followUp: 'Wiedervorlage',
    lastContact: 'Letzter Kontakt',
    state: 'Stand',
    severity: 'Schwere',
    answerUntil: 'Antwort bis',
    solvedUntil: 'Lösung bis',
    received: 'Eingang',
    logged: 'Abgelegt',
  },
  openComplaints: (count: number) => (count === 1 ? '1 offen' : `${count} offen`),
  states: { open: 'Offen', in_progress: 'In Arbeit', answered: 'Beantwortet', closed: 'Abgeschlossen' },
  severities: { low: 'gering', medium: 'mittel', high: 'hoch' },
  warnings: {
    complaint_deadline: (number: string, isMissed: boolean) =>
      isMissed ? `${number}: Frist überschritten` : `${number}: Frist läuft ab`,
    overdue_payment: (amount: string, days: number) => `${amount} seit ${days} Tagen überfällig`,
    quote_expiring: (number: string, on: string) => `Angebot ${number} gilt nur bis ${on}`,
    dormant: (days: number) => `Seit ${days} Tagen kein Auftrag`,
    objection: (name: string) => `${name} hat Werbung widersprochen`,
    blocked: 'Gesperrt für neue Geschäfte',
  },
  none: 'keine',
};

export type RecordWords = typeof german;

export const english: RecordWords = {
  kinds: { customer: 'Customer', contact: 'Contact', complaint: 'Complaint', message: 'Chat message' },
  shared: 'Only those entitled see more.',
  link: 'Link into Kundencockpit',
  filed: 'Message is logged in Kundencockpit',
  openMessage: 'Message in Teams',
  loggedBy: (at, name) => `${at}, by ${name}`,
  linkHint: 'What you may see of it appears here.',
  noRightsTitle: 'No permission',
  noRights: 'This record is not shared with you. Ask your administrator.',
  open: {
    customer: 'Open customer',
    contact: 'Open customer',
    complaint: 'Open complaint',
    message: 'Open customer',
  },
  facts: {
    owner: 'Owner',
    place: 'Place',
    phone: 'Phone',
    email: 'Email',
    role: 'Role',
    customer: 'Customer',
    revenue: 'Revenue 12 months',
    complaints: 'Complaints',
    followUp: 'Follow-up',
    lastContact: 'Last contact',
    state: 'State',
    severity: 'Severity',
    answerUntil: 'Answer by',
    solvedUntil: 'Resolve by',
    received: 'Received',
    logged: 'Logged',
  },
  openComplaints: (count) => `${count} open`,
  states: { open: 'Open', in_progress: 'In progress', answered: 'Answered', closed: 'Closed' },
  severities: { low: 'low', medium: 'medium', high: 'high' },
  warnings: {
    complaint_deadline: (number, isMissed) =>
      isMissed ? `${number}: deadline missed` : `${number}: deadline is near`,
    overdue_payment: (amount, days) => `${amount} overdue for ${days} days`,
    quote_expiring: (number, on) => `Quote ${number} is valid only until ${on}`,
    dormant: (days) => `No order for ${days} days`,
    objection: (name) => `${name} objected to advertising`,
    blocked: 'Blocked for new business',
  },
  none: 'none',
};

/** The words of one language. */
export function recordWords(language: 'de' | 'en'): RecordWords {
  return language === 'en' ? english : german;
}
