// The Outlook pane itself, in English.
import type { pane as german } from '../de/pane.ts';

export const pane: typeof german = {
  label: 'Customer cockpit',
  noItem: { title: 'Select an email or an appointment', text: 'You will then see its customer here.' },
  internal: {
    title: 'Internal email',
    text: 'Everyone involved belongs to your company. Such emails are not logged.',
  },
  noPeople: {
    title: 'No recipients yet',
    text: 'As soon as you enter someone, you will see the customer here.',
  },
  noAttendees: {
    title: 'No customer among the attendees',
    text: 'Invite a contact and you will see the customer here.',
  },
  noCustomer: {
    title: 'No customer recognised',
    text: 'No customer is known for these recipients.',
  },
  appointment: 'Appointment',
  compose: 'Recipients of this email',
  readFailed: {
    title: 'Email not read',
    text: 'Outlook did not hand over the email. Select it again.',
  },
  noRights: {
    title: 'This customer is not shared with you',
    text: 'Ask your administrator or whoever looks after the territory.',
  },
  stale: (time) => `No connection. As of ${time}.`,
  skeleton: 'Loading customer data',
  consentLink: 'View consent',
  boot: {
    starting: 'Loading the customer cockpit',
    noHost: {
      title: 'This page belongs into Outlook',
      text: 'Open an email in Outlook, and the customer cockpit there.',
    },
    noOffice: {
      title: 'Outlook does not answer',
      text: 'The connection to Outlook failed. Close the customer cockpit and open it again.',
    },
  },
  replyFailed: 'Reply not opened. Please reply in Outlook.',
};
