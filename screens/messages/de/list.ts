// "Listen": filter, columns, totals, kept lists, export.
export const list = {
  title: 'Listen',
  loading: 'Liste wird geladen',
};
