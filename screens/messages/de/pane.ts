// The Outlook pane itself: what it says when there is no customer to show.
export const pane = {
  label: 'Kundencockpit',
  noItem: { title: 'Wählen Sie eine E-Mail oder einen Termin', text: 'Dann sehen Sie hier den Kunden dazu.' },
  internal: {
    title: 'Interne E-Mail',
    text: 'Alle Beteiligten gehören zu Ihrer Firma. Solche E-Mails werden nicht abgelegt.',
  },
  noPeople: {
    title: 'Noch keine Empfänger',
    text: 'Sobald Sie jemanden eintragen, sehen Sie hier den Kunden dazu.',
  },
  noAttendees: {
    title: 'Kein Kunde unter den Teilnehmenden',
    text: 'Laden Sie einen Ansprechpartner ein, dann sehen Sie hier den Kunden dazu.',
  },
  noCustomer: {
    title: 'Kein Kunde erkannt',
    text: 'Zu diesen Empfängern ist kein Kunde bekannt.',
  },
  appointment: 'Termin',
  compose: 'Empfänger dieser E-Mail',
  readFailed: {
    title: 'E-Mail nicht gelesen',
    text: 'Outlook hat die E-Mail nicht herausgegeben. Wählen Sie sie noch einmal aus.',
  },
  noRights: {
    title: 'Dieser Kunde ist nicht freigegeben',
    text: 'Fragen Sie Ihre Administration oder die Betreuung des Gebiets.',
  },
  stale: (time: string) => `Keine Verbindung. Stand von ${time}.`,
  skeleton: 'Kundendaten werden geladen',
  consentLink: 'Zustimmung ansehen',
  boot: {
    starting: 'Kundencockpit wird geladen',
    noHost: {
      title: 'Diese Seite gehört in Outlook',
      text: 'Öffnen Sie in Outlook eine E-Mail und dort das Kundencockpit.',
    },
    noOffice: {
      title: 'Outlook antwortet nicht',
      text: 'Die Verbindung zu Outlook kam nicht zustande. Schließen Sie das Kundencockpit und öffnen Sie es neu.',
    },
  },
  replyFailed: 'Antwort nicht geöffnet. Bitte antworten Sie in Outlook.',
};
