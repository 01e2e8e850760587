// The sentences of the page that plays Outlook. `en` is typed by `de`, so that none is forgotten.
import { createContext, useContext } from 'react';
import type { DemoLanguage } from '../bar/settings.ts';

const de = {
  notMicrosoft: 'Spielt Outlook im Web für diese Demo. Kein Microsoft-Produkt.',
  places: { mail: 'E-Mail', calendar: 'Kalender', toDo: 'To Do' },
  placesLabel: 'Bereiche',
  folders: { inbox: 'Posteingang', sent: 'Gesendet', shared: 'Team Südwest' },
  foldersLabel: 'Ordner',
  messages: 'Nachrichten',
  noMessages: 'Dieser Ordner ist leer.',
  loading: 'Wird geladen …',
  failed: 'Nicht geladen. Der Server hat nicht geantwortet.',
  retry: 'Erneut versuchen',
  unread: 'Ungelesen',
  withAttachments: 'mit Anlagen',
  noSubject: '(kein Betreff)',
  noSender: '(ohne Absender)',
  nothingChosen: 'Wählen Sie links eine Nachricht.',
  clear: 'Auswahl aufheben',
  to: 'An',
  cc: 'Cc',
  from: 'Von',
  subject: 'Betreff',
  text: 'Nachrichtentext',
  attachments: 'Anlagen',
  picturesOff: 'Bilder aus dem Internet werden in dieser Demo nicht geladen.',
  reply: 'Antworten',
  newMail: 'Neue E-Mail',
  send: 'Senden',
  discard: 'Verwerfen',
  sent: 'Gesendet. In der Demo verlässt keine E-Mail Ihren Rechner.',
  notSent: 'Nicht gesendet. Der Server hat nicht geantwortet; Ihr Entwurf bleibt hier.',
  pane: 'Kundencockpit',
  pin: 'Anheften: beim Wechseln der Nachricht offen lassen',
  closePane: 'Bereich schließen',
  openPane: 'Kundencockpit öffnen',
  widthOfPane: 'Breite des Bereichs',
  views: { list: 'Liste', item: 'Nachricht', pane: 'Cockpit' },
  viewsLabel: 'Ansicht',
  toDoTitle: 'Ihre Aufgaben',
  toDoHint: 'So stehen sie in Microsoft To Do. Änderungen hier kommen im Kundencockpit an und umgekehrt.',
  toDoEmpty: 'Noch keine Aufgabe. Setzen Sie im Kundencockpit eine Wiedervorlage.',
  done: (title: string) => `Erledigt: ${title}`,
  due: (title: string) => `Fällig am: ${title}`,
  remove: (title: string) => `Löschen: ${title}`,
  appointmentWith: 'Mit',
  calendarHint: 'Wählen Sie einen Termin.',
  quoted: (name: string, at: string) => `Am ${at} schrieb ${name}:`,
};
const en: typeof de = {
  notMicrosoft: 'Plays Outlook on the web for this demo. Not a Microsoft product.',
  places: { mail: 'Mail', calendar: 'Calendar', toDo: 'To Do' },
  placesLabel: 'Areas',
  folders: { inbox: 'Inbox', sent: 'Sent', shared: 'Team Southwest' },
  foldersLabel: 'Folders',
  messages: 'Messages',
  noMessages: 'This folder is empty.',
  loading: 'Loading …',
  failed: 'Not loaded. The server did not answer.',
  retry: 'Try again',
  unread: 'Unread',
  withAttachments: 'with attachments',
  noSubject: '(no subject)',
  noSender: '(no sender)',
  nothingChosen: 'Choose a message on the left.',
  clear: 'Clear selection',
  to: 'To',
  cc: 'Cc',
  from: 'From',
  subject: 'Subject',
  text: 'Message text',
  attachments: 'Attachments',
  picturesOff: 'Pictures from the internet are not loaded in this demo.',
  reply: 'Reply',
  newMail: 'New mail',
  send: 'Send',
  discard: 'Discard',
  sent: 'Sent. In the demo no email leaves your computer.',
  notSent: 'Not sent. The server did not answer; your draft is kept here.',
  pane: 'Kundencockpit',
  pin: 'Pin: keep open when the message changes',
  closePane: 'Close pane',
  openPane: 'Open Kundencockpit',
  widthOfPane: 'Width of the pane',
  views: { list: 'List', item: 'Message', pane: 'Cockpit' },
  viewsLabel: 'View',
  toDoTitle: 'Your tasks',
  toDoHint: 'As they are in Microsoft To Do. Changes made here reach Kundencockpit and the other way round.',
  toDoEmpty: 'No task yet. Set a follow-up in Kundencockpit.',
  done: (title) => `Done: ${title}`,
  due: (title) => `Due on: ${title}`,
  remove: (title) => `Delete: ${title}`,
  appointmentWith: 'With',
  calendarHint: 'Choose an appointment.',
  quoted: (name, at) => `On ${at} ${name} wrote:`,
};

export type OutlookWords = typeof de;

/** The page's sentences in one language. */
export function outlookWords(language: DemoLanguage): OutlookWords {
  return language === 'de' ? de : en;
}

export const WordsContext = createContext<OutlookWords>(de);

/** The page's sentences in the reader's language. */
export function useWords(): OutlookWords {
  return useContext(WordsContext);
}
