// How well a mail is read as a complaint, on the labelled mails of both halves, and how long one takes.
import { readComplaintMail } from '#api/complaints-from-mail/complaints-from-mail.ts';
import { readLabelledMails, scoreComplaintMails } from '#tests/support/complaint-mails.ts';
import type { ComplaintScores } from '#tests/support/complaint-mails.ts';
import { printTable } from './figures.ts';

const rounds = 20;

interface ComplaintMailFigures {
  readonly development: ComplaintScores;
  readonly heldOut: ComplaintScores;
  readonly p95Ms: number;
}

/** Measures both halves and prints a table. */
export function benchComplaintMails(): ComplaintMailFigures {
  const mails = readLabelledMails();
  const development = scoreComplaintMails(mails.filter((mail) => !mail.isHeldOut));
  const heldOut = scoreComplaintMails(mails.filter((mail) => mail.isHeldOut));
  const times = Array.from({ length: rounds }, () => mails)
    .flat()
    .map((mail) => {
      const startedAt = performance.now();
      readComplaintMail(mail);
      return performance.now() - startedAt;
    })
    .toSorted((a, b) => a - b);
  const p95Ms = times[Math.floor(times.length * 0.95)] ?? 0;
  const both = (of: (scores: ComplaintScores) => number) =>
    `${of(heldOut).toFixed(3)} (development ${of(development).toFixed(3)})`;
  printTable(`Complaints among ${heldOut.mails} labelled mails held out`, [
    { what: 'precision', value: both((scores) => scores.precision), aim: '≥ 0.9' },
    { what: 'recall', value: both((scores) => scores.recall) },
    { what: 'F1', value: both((scores) => scores.f1) },
    { what: 'category right', value: both((scores) => scores.category) },
    { what: 'severity right', value: both((scores) => scores.severity) },
    { what: 'reading one mail, p95', value: `${p95Ms.toFixed(2)} ms` },
  ]);
  return { development, heldOut, p95Ms };
}
