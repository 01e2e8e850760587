// What the fields of a customer are called, the same word everywhere.
import type { fieldNames as german } from '../de/field-names.ts';

export const fieldNames: typeof german = {
  employees: 'Employees',
  share: 'Share of wallet',
  sharePercent: 'Share of wallet (%)',
  competitor: 'Competitor',
};
