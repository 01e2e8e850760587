// Correcting an entry of the history.
import type { entry as german } from '../de/entry.ts';

export const entry: typeof german = {
  title: 'Edit contact',
  loading: 'Loading the contact',
  edit: 'Edit',
  editLabel: (subject) => `Edit ${subject}`,
  save: 'Save',
  saved: 'Contact saved',
  failed: 'Not saved',
  fixed: {
    mail: 'Subject, text, direction and time are those of the email and stay as they are.',
    report: 'This contact follows its visit report. Change there what it says.',
    others: (name) => `${name} wrote what it says here. You put it with the right people and documents.`,
    nobody: 'The ERP brought this contact. You put it with the right people and documents.',
  },
  files: 'Attachments',
  noFiles: 'No file yet.',
  addFile: 'Add a file',
  adding: 'Uploading',
  added: (name) => `${name} added`,
  notAdded: (name) => `${name} was not accepted`,
  remove: (name) => `Remove ${name}`,
  removeTitle: 'Remove the file?',
  removeText: (name) => `${name} will be deleted and cannot be brought back.`,
  removeOfMail: 'It stays with the email in your mailbox.',
  removeYes: 'Remove',
  removed: (name) => `${name} removed`,
  notRemoved: 'Not removed',
  nothing: 'empty',
};
