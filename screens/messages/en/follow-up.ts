// Follow-ups in English.
import type { followUp as german } from '../de/follow-up.ts';

export const followUp: typeof german = {
  transfer: {
    pending: 'Being sent to your To Do',
    in_to_do: 'In your To Do',
    waiting_for_sign_in: 'Waiting for your sign-in',
    failed: 'Not sent',
  },
  transferShort: {
    pending: 'being sent',
    in_to_do: 'in your To Do',
    waiting_for_sign_in: 'waiting for sign-in',
    failed: 'not sent',
  },
  nextAttempt: (moment) => `Next attempt ${moment}`,
  retry: 'Send again',
  title: 'Follow-up',
  choice: {
    label: 'Follow-up on',
    tomorrow: 'Tomorrow',
    inThreeDays: 'In 3 days',
    nextWeek: 'Next week',
    pick: 'Choose date',
    date: 'Date',
    chosen: (day, title) => `${day}: ${title}`,
  },
  form: {
    heading: 'New follow-up',
    what: 'What is to be done?',
    when: 'When?',
    dateRequired: 'Please choose a day.',
    noPast: 'This day lies in the past.',
    note: (customer) => `Appears in your To Do, linked to ${customer}.`,
    save: 'Create',
    failed: 'Not created',
    suggestion: (subject) => `Follow up: ${subject}`,
    created: 'Follow-up created',
  },
  complete: (title) => `Complete ${title}`,
  completed: 'Completed',
  completedToast: (title) => `Completed: ${title}`,
  reopened: 'Open again',
  failedToComplete: 'Not completed',
};
