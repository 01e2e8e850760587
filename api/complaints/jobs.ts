// What happens later with complaints: cards, notices and mails, and the two looks at the clock.
import { defineSweep } from '#api/jobs/job.ts';
import { sendCards } from './card-jobs.ts';
import { escalateMissedDeadlines, passToDeputies } from './escalations.ts';
import { sendEscalationMail, sendEscalationNotice } from './other-ways-jobs.ts';

export const jobs = [sendCards, sendEscalationNotice, sendEscalationMail];

export const sweeps = [
  defineSweep({ name: 'complaints.missed-deadlines', everySeconds: 60, run: escalateMissedDeadlines }),
  defineSweep({ name: 'complaints.deputies', everySeconds: 60, run: passToDeputies }),
];
