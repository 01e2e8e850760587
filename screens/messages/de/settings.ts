// "Einstellungen": the frame. Each section's own sentences stand in a file of its own.
export const settings = {
  title: 'Einstellungen',
  label: 'Abschnitte der Einstellungen',
  loading: 'Einstellungen werden geladen',
  noRights: {
    title: 'Nur für die Administration',
    text: 'Einstellungen ändert, wer die Rolle „Administration“ hat.',
  },
  sections: {
    import: 'Import',
    attributes: 'Merkmale',
    rating: 'Bewertung',
    territories: 'Gebiete',
    choices: 'Auswahllisten',
    duplicates: 'Dubletten',
    people: 'Menschen und Rechte',
    visits: 'Besuche',
    'working-time': 'Arbeitszeit',
    goodwill: 'Kulanz',
    causes: 'Ursachen',
    neverLog: 'Nie ablegen',
  },
};
