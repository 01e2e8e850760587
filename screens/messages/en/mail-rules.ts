// What is never logged, and what logs by itself, in English.
import type { mailRules as german } from '../de/mail-rules.ts';

export const mailRules: typeof german = {
  neverLog: {
    title: 'Never log',
    intro:
      'Nobody logs emails with these addresses and domains by accident: never by themselves, and by hand only as an exception. That always holds for private and internal emails too.',
    ofThisMail: 'From this email',
    addThis: (value) => `Never log ${value}`,
    form: 'Add an entry',
    value: 'Address or domain',
    hint: 'For example lawyer@example.com or example.com',
    forCompany: 'For the whole company',
    add: 'Add',
    remove: (value) => `Allow ${value} again`,
    own: 'Your list',
    ownEmpty: 'No entry yet. It counts for you alone.',
    company: 'Company list',
    companyEmpty: 'No entry yet. Your administrators keep this list.',
    by: (who, when) => `${who}, ${when}`,
    failed: 'Not added',
    there: 'It is on the list already',
    unfit: 'No address or domain.',
    ours: 'Internal emails are never logged anyway.',
    missing: 'Please enter an address or a domain.',
    removeFailed: 'Not removed',
    loading: 'Loading the list',
  },
  thread: {
    title: 'Replies of this conversation',
    follow: 'How should future replies be logged?',
    modes: { offer: 'Offer', automatic: 'By itself' },
    now: {
      offer: 'Kundencockpit offers to log replies.',
      automatic: 'Kundencockpit logs replies by itself, internal ones never.',
    },
    none: 'Have external replies offered, or logged by themselves?',
    leave: 'Stop',
    offered: (customer) => `Reply in a conversation you follow: ${customer}`,
    logReply: 'Log reply',
    logging: (customer) => `Being logged with ${customer}`,
    undo: 'Do not log',
    byRule: {
      reply: 'Logged by itself, because you follow the conversation.',
      sent: 'Logged by itself when it was sent.',
    },
    failed: 'Reply not logged',
    followFailed: 'Not saved',
    undone: 'This email is no longer logged',
    undoFailed: 'Not undone',
  },
};
