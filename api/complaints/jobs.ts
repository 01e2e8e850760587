// What happens later with complaints: cards and mails, and the two looks at the clock.
import { defineSweep } from '#api/jobs/job.ts';
import { sendCards, sendEscalationMail } from './card-jobs.ts';
import { escalateMissedDeadlines, passToDeputies } from './escalations.ts';

export const jobs = [sendCards, sendEscalationMail];

export const sweeps = [
  defineSweep({ name: 'complaints.missed-deadlines', everySeconds: 60, run: escalateMissedDeadlines }),
  defineSweep({ name: 'complaints.deputies', everySeconds: 60, run: passToDeputies }),
];
