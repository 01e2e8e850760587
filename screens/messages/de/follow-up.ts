// Follow-ups: choosing a day, the form, and the way to Microsoft To Do.
import type { FollowUp } from '#contract/follow-up.ts';

const transfer: Record<FollowUp['toDo']['state'], string> = {
  pending: 'Wird in Ihr To Do übertragen',
  in_to_do: 'In Ihrem To Do',
  waiting_for_sign_in: 'Wartet auf Ihre Anmeldung',
  failed: 'Nicht übertragen',
};
/** The same in the middle of a line. */
const transferShort: Record<FollowUp['toDo']['state'], string> = {
  pending: 'wird übertragen',
  in_to_do: 'in Ihrem To Do',
  waiting_for_sign_in: 'wartet auf Anmeldung',
  failed: 'nicht übertragen',
};

export const followUp = {
  transfer,
  transferShort,
  nextAttempt: (moment: string) => `Nächster Versuch ${moment}`,
  retry: 'Erneut übertragen',
  title: 'Wiedervorlage',
  choice: {
    label: 'Wiedervorlage am',
    tomorrow: 'Morgen',
    inThreeDays: 'In 3 Tagen',
    nextWeek: 'Nächste Woche',
    pick: 'Datum wählen',
    date: 'Datum',
    chosen: (day: string, title: string) => `${day}: ${title}`,
  },
  form: {
    heading: 'Wiedervorlage anlegen',
    what: 'Was ist zu tun?',
    when: 'Wann?',
    dateRequired: 'Bitte wählen Sie einen Tag.',
    noPast: 'Dieser Tag liegt in der Vergangenheit.',
    note: (customer: string) => `Erscheint in Ihrem To Do, verknüpft mit ${customer}.`,
    save: 'Anlegen',
    failed: 'Nicht angelegt',
    suggestion: (subject: string) => `${subject} nachfassen`,
    created: 'Wiedervorlage angelegt, auf dem Weg in Ihr To Do',
  },
  reopen: 'Wieder öffnen',
  completeShort: 'Erledigt',
  save: 'Speichern',
  notSaved: 'Nicht gespeichert',
  complete: (title: string) => `${title} erledigen`,
  completed: 'Erledigt',
  completedToast: (title: string) => `Erledigt: ${title}`,
  reopened: 'Wieder offen',
  failedToComplete: 'Nicht erledigt',
};
