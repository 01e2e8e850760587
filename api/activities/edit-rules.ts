// What may be corrected of an entry, and by whom: decided here alone. Pure.
import { activityFields } from '#contract/activity.ts';
import type { Activity, ActivityField } from '#contract/activity.ts';
import type { SignedInUser } from '#api/rights/user.ts';

/** What was written to us or by us stays as it was; to whom it belongs and who reads it may be put right. */
const saidByTheMail: readonly ActivityField[] = [
  'kind',
  'direction',
  'subject',
  'bodyText',
  'occurredAt',
  'durationMinutes',
];
/** Where an entry belongs, as against what it says: managers and administrators put that right for others. */
const belonging: readonly ActivityField[] = ['contactId', 'links'];

export interface Editable {
  readonly loggedById: string | null;
  readonly origin: Activity['origin'];
}

/** The fields this user may correct; words only those who wrote them, and a report's entry follows its report. */
export function editableFields(user: SignedInUser, { loggedById, origin }: Editable): ActivityField[] {
  const isOwn = loggedById !== null && loggedById === user.id;
  if (origin === 'report' || !mayCorrect(user, isOwn)) return [];
  return activityFields.filter(
    (field) => (isOwn || belonging.includes(field)) && !(origin === 'mail' && saidByTheMail.includes(field)),
  );
}

/** Those of the fields that are a mail's own words. */
export function ofMail(fields: readonly ActivityField[]): ActivityField[] {
  return fields.filter((field) => saidByTheMail.includes(field));
}

/** Whether this user may correct anything of an entry that is no report's. */
export function mayCorrect(user: SignedInUser, isOwn: boolean): boolean {
  return user.role === 'manager' || user.role === 'admin' || (user.role === 'sales' && isOwn);
}
