// The labelled mails: which are complaints, of what kind, and what stands in them; and how well a recogniser does on them.
import { readFileSync } from 'node:fs';
import type { Complaint } from '#contract/complaint.ts';
import { readComplaintMail } from '#api/complaints-from-mail/complaints-from-mail.ts';

export interface LabelledMail {
  readonly number: number;
  readonly isHeldOut: boolean;
  readonly language: string;
  readonly isComplaint: boolean;
  /** Of a complaint; otherwise null. */
  readonly category: Complaint['category'] | null;
  readonly severity: Complaint['severity'] | null;
  readonly order: string | null;
  readonly article: string | null;
  readonly lot: string | null;
  readonly quantity: number | null;
  readonly subject: string;
  readonly bodyText: string;
}

/** All of them in order; even numbers are held out. */
export function readLabelledMails(): LabelledMail[] {
  const file = readFileSync(new URL('../rules/complaint-mails.txt', import.meta.url), 'utf8');
  return file.split(/^@@ /m).slice(1).map(readOne);
}

function factOf(facts: readonly string[], name: string): string | null {
  return facts.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

function readOne(block: string): LabelledMail {
  const [head, subject, ...body] = block.trimEnd().split('\n');
  const [label, ...facts] = String(head)
    .split('|')
    .map((part) => part.trim());
  const [number, language, category, severity] = String(label).split(' ');
  const isComplaint = category !== 'none';
  return {
    number: Number(number),
    isHeldOut: Number(number) % 2 === 0,
    language: String(language),
    isComplaint,
    // Written by hand in these words; a test holds them against the contract's lists.
    category: isComplaint ? (category as Complaint['category']) : null,
    severity: isComplaint ? (severity as Complaint['severity']) : null,
    order: factOf(facts, 'order'),
    article: factOf(facts, 'article'),
    lot: factOf(facts, 'lot'),
    quantity: Number(factOf(facts, 'quantity') ?? 0) || null,
    subject: String(subject),
    bodyText: body.join('\n'),
  };
}

export interface ComplaintScores {
  readonly mails: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Of the complaints: how many got the right category, and the right severity. */
  readonly category: number;
  readonly severity: number;
}

/** How well complaints are told from the other mails, and how often category and severity are right. */
export function scoreComplaintMails(mails: readonly LabelledMail[]): ComplaintScores {
  const read = mails.map((mail) => ({ mail, reading: readComplaintMail(mail) }));
  const count = (is: boolean, taken: boolean) =>
    read.filter((one) => one.mail.isComplaint === is && one.reading.isComplaint === taken).length;
  const hits = count(true, true);
  const complaints = read.filter((one) => one.mail.isComplaint);
  const rightly = (right: (one: (typeof read)[number]) => boolean) =>
    complaints.filter(right).length / Math.max(complaints.length, 1);
  return {
    mails: mails.length,
    precision: hits / Math.max(hits + count(false, true), 1),
    recall: hits / Math.max(hits + count(true, false), 1),
    f1: (2 * hits) / Math.max(2 * hits + count(false, true) + count(true, false), 1),
    category: rightly(({ mail, reading }) => reading.category.value === mail.category),
    severity: rightly(({ mail, reading }) => reading.severity.value === mail.severity),
  };
}
