// What happens later with complaints: cards, notices and mails, and what is seen by looking at the clock.
import { defineSweep } from '#api/jobs/job.ts';
import { sendCards } from './card-jobs.ts';
import { escalateMissedDeadlines, passToDeputies } from './escalations.ts';
import { tellLeftLying } from './left-lying.ts';
import { sendEscalationMail, sendEscalationNotice } from './other-ways-jobs.ts';
import { resumeOverdue } from './pauses.ts';
import { reckonAllJob } from './reckon-jobs.ts';
import { sendDeadlineWarning, warnOfDeadlines } from './warning-jobs.ts';

export const jobs = [sendCards, sendEscalationNotice, sendEscalationMail, sendDeadlineWarning, reckonAllJob];

export const sweeps = [
  defineSweep({ name: 'complaints.left-lying', everySeconds: 600, run: tellLeftLying }),
  defineSweep({ name: 'complaints.pauses', everySeconds: 60, run: resumeOverdue }),
  defineSweep({ name: 'complaints.warnings', everySeconds: 60, run: warnOfDeadlines }),
  defineSweep({ name: 'complaints.missed-deadlines', everySeconds: 60, run: escalateMissedDeadlines }),
  defineSweep({ name: 'complaints.deputies', everySeconds: 60, run: passToDeputies }),
];
