// The tab in Teams as a whole: its places, and what it says where it cannot show them.
export const tab = {
  label: 'Bereiche',
  viewAs: {
    text: (name: string) => `Sie sehen Kundencockpit wie ${name}. Änderungen sind dabei nicht möglich.`,
    back: 'Zurück zur eigenen Ansicht',
  },
  places: {
    myDay: 'Mein Tag',
    complaints: 'Reklamationen',
    customers: 'Kunden',
    visits: 'Besuche',
    lists: 'Listen',
    settings: 'Einstellungen',
  },
  outside:
    'Sie sehen Kundencockpit als eigene Seite. In Microsoft Teams finden Sie es unter Apps, dort mit Karten und Benachrichtigungen.',
  closeOutside: 'Hinweis schließen',
  unknownLink: {
    title: 'Dieser Link führt zu keinem Eintrag',
    text: 'Suchen Sie den Kunden nach Name oder Nummer.',
  },
  starting: 'Kundencockpit wird geladen',
  notStarted: {
    title: 'Kundencockpit ist gerade nicht erreichbar',
    text: 'Der Server hat nicht geantwortet. Prüfen Sie Ihre Verbindung und laden Sie neu.',
  },
};
