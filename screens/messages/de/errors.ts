// Every error code as people read it: what happened, why, and what they can do now.
import type { ClientErrorCode } from '../../call.ts';

export interface ErrorSentence {
  title: string;
  why: string;
  next: string;
}

export const errors: Record<ClientErrorCode, ErrorSentence> = {
  no_connection: {
    title: 'Keine Verbindung',
    why: 'Der Server hat nicht geantwortet.',
    next: 'Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  },
  unavailable: {
    title: 'Gerade nicht erreichbar',
    why: 'Der Server ist kurzzeitig nicht bereit.',
    next: 'Versuchen Sie es in einer Minute erneut.',
  },
  outside_unavailable: {
    title: 'Microsoft 365 antwortet nicht',
    why: 'Der Dienst von Microsoft ist gerade nicht erreichbar.',
    next: 'Versuchen Sie es in einigen Minuten erneut.',
  },
  internal: {
    title: 'Das hat nicht geklappt',
    why: 'Im Server ist ein Fehler aufgetreten.',
    next: 'Versuchen Sie es erneut oder nennen Sie Ihrer Administration die Referenz.',
  },
  invalid_input: {
    title: 'Bitte prüfen Sie Ihre Eingaben',
    why: 'Mindestens eine Angabe fehlt oder passt nicht.',
    next: 'Die betroffenen Felder sind gekennzeichnet.',
  },
  malformed_json: {
    title: 'Das hat nicht geklappt',
    why: 'Der Server konnte die Anfrage nicht lesen.',
    next: 'Laden Sie die Ansicht neu.',
  },
  not_signed_in: {
    title: 'Sie sind nicht angemeldet',
    why: 'Das Kundencockpit kennt Sie erst nach der Anmeldung.',
    next: 'Melden Sie sich mit Ihrem Firmenkonto an.',
  },
  token_expired: {
    title: 'Ihre Anmeldung ist abgelaufen',
    why: 'Aus Sicherheitsgründen gilt sie nur begrenzte Zeit.',
    next: 'Melden Sie sich erneut an.',
  },
  no_role: {
    title: 'Sie haben noch keine Rolle',
    why: 'Ihrem Konto ist im Kundencockpit keine Rolle zugewiesen.',
    next: 'Bitten Sie Ihre Administration um eine Rolle, zum Beispiel „Vertrieb“.',
  },
  forbidden: {
    title: 'Dafür fehlt Ihnen das Recht',
    why: 'Ihre Rolle erlaubt diesen Schritt nicht.',
    next: 'Fragen Sie Ihre Administration.',
  },
  not_found: {
    title: 'Nicht gefunden',
    why: 'Der Eintrag besteht nicht mehr oder ist nicht für Sie freigegeben.',
    next: 'Fragen Sie Ihre Administration oder die Betreuung des Gebiets.',
  },
  stale_version: {
    title: 'Inzwischen geändert',
    why: 'Jemand anderes hat diesen Eintrag gespeichert.',
    next: 'Nichts wird überschrieben. Laden Sie den Stand neu und entscheiden Sie dann.',
  },
  version_required: {
    title: 'Das hat nicht geklappt',
    why: 'Der Stand des Eintrags war nicht bekannt.',
    next: 'Laden Sie die Ansicht neu.',
  },
  idempotency_mismatch: {
    title: 'Ihre erste Fassung ist schon gespeichert',
    why: 'Sie ist angekommen, obwohl die Antwort ausblieb. Ihre spätere Änderung wurde nicht übernommen.',
    next: 'Gehen Sie zurück und ändern Sie den gespeicherten Eintrag.',
  },
  idempotency_running: {
    title: 'Wird gerade gespeichert',
    why: 'Ihr erster Versuch läuft noch.',
    next: 'Versuchen Sie es in einigen Sekunden erneut.',
  },
  transition_not_allowed: {
    title: 'Dieser Schritt ist nicht mehr möglich',
    why: 'Der Stand hat sich inzwischen geändert.',
    next: 'Laden Sie die Ansicht neu.',
  },
  already_decided: {
    title: 'Schon entschieden',
    why: 'Jemand anderes hat diese Eskalation bereits entschieden.',
    next: 'Laden Sie die Ansicht neu, um die Entscheidung zu sehen.',
  },
  in_use: {
    title: 'Wird noch verwendet',
    why: 'Andere Einträge tragen diesen Wert.',
    next: 'Ändern Sie zuerst diese Einträge, oder benennen Sie den Wert um.',
  },
  never_log: {
    title: 'Steht auf der Liste „Nie ablegen“',
    why: 'Solche E-Mails werden nicht abgelegt.',
    next: 'Wählen Sie „Trotzdem ablegen“, wenn diese eine eine Ausnahme ist.',
  },
  duplicate: {
    title: 'Schon vorhanden',
    why: 'Einen Eintrag mit diesen Angaben gibt es bereits.',
    next: 'Suchen Sie den vorhandenen Eintrag oder ändern Sie die Angaben.',
  },
  too_large: {
    title: 'Zu groß',
    why: 'Die Angaben überschreiten die erlaubte Größe.',
    next: 'Kürzen Sie den Text oder wählen Sie weniger Anhänge.',
  },
  too_many_requests: {
    title: 'Zu viele Anfragen',
    why: 'In kurzer Zeit kamen sehr viele Anfragen von Ihrem Konto oder aus Ihrem Netz.',
    next: 'Versuchen Sie es in einer Minute erneut.',
  },
  unsupported_media_type: {
    title: 'Das hat nicht geklappt',
    why: 'Der Server nimmt diese Art von Daten nicht an.',
    next: 'Laden Sie die Ansicht neu.',
  },
  method_not_allowed: {
    title: 'Das hat nicht geklappt',
    why: 'Der Server kennt diesen Schritt nicht.',
    next: 'Laden Sie die Ansicht neu.',
  },
  consent_required: {
    title: 'Eine Zustimmung fehlt',
    why: 'Ihre Administration hat dem Zugriff auf Microsoft 365 noch nicht zugestimmt.',
    next: 'Bitten Sie Ihre Administration, der Anwendung „Kundencockpit“ zuzustimmen.',
  },
};
