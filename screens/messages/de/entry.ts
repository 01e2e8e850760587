// Correcting an entry of the history: the form, its files, and what stays as it is.
export const entry = {
  title: 'Kontakt bearbeiten',
  loading: 'Kontakt wird geladen',
  edit: 'Bearbeiten',
  editLabel: (subject: string) => `${subject} bearbeiten`,
  save: 'Speichern',
  saved: 'Kontakt gespeichert',
  failed: 'Nicht gespeichert',
  /** What of the entry stays as it is, and why. */
  fixed: {
    mail: 'Betreff, Text, Richtung und Zeit stehen so in der E-Mail und bleiben, wie sie sind.',
    report: 'Dieser Kontakt folgt seinem Besuchsbericht. Was er sagt, ändern Sie dort.',
    others: (name: string) =>
      `Was hier steht, hat ${name} geschrieben. Sie ordnen es Personen und Belegen zu.`,
    nobody: 'Diesen Kontakt hat das ERP mitgebracht. Sie ordnen ihn Personen und Belegen zu.',
  },
  files: 'Anlagen',
  noFiles: 'Noch keine Datei.',
  addFile: 'Datei hinzufügen',
  adding: 'Wird hochgeladen',
  added: (name: string) => `${name} hinzugefügt`,
  notAdded: (name: string) => `${name} wurde nicht angenommen`,
  remove: (name: string) => `${name} entfernen`,
  removeTitle: 'Datei entfernen?',
  removeText: (name: string) => `${name} wird gelöscht und lässt sich nicht zurückholen.`,
  removeOfMail: 'In Ihrem Postfach bleibt sie an der E-Mail.',
  removeYes: 'Entfernen',
  removed: (name: string) => `${name} entfernt`,
  notRemoved: 'Nicht entfernt',
  nothing: 'leer',
};
