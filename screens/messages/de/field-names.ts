// What the fields of a customer are called: on the page, in forms, in changes, when merging and importing the same word.
export const fieldNames = {
  employees: 'Mitarbeitende',
  share: 'Lieferanteil',
  sharePercent: 'Lieferanteil (%)',
  competitor: 'Mitbewerb',
};
