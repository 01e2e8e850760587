// What Outlook shows when the guard found something: at most 500 characters, whole findings, the rest as a number.
import type { Finding } from './send-rules.ts';

/** Outlook cuts what is longer. */
export const longestMessage = 500;

interface Words {
  readonly head: string;
  readonly more: (count: number) => string;
  readonly two_customers: (names: string) => string;
  readonly wrong_attachment: (file: string, customer: string) => string;
  readonly complaint: (number: string, customer: string) => string;
  readonly objection: (names: string) => string;
}

const words: Record<'de' | 'en', Words> = {
  de: {
    head: 'Bitte sehen Sie noch einmal hin:',
    more: (count) => (count === 1 ? 'und 1 weiterer Hinweis' : `und ${count} weitere Hinweise`),
    two_customers: (names) => `Die E-Mail geht an verschiedene Kunden: ${names}.`,
    wrong_attachment: (file, customer) =>
      `Der Anhang „${file}“ heißt nach einem anderen Kunden: ${customer}.`,
    complaint: (number, customer) =>
      `Die Reklamation ${number} von ${customer} ist überfällig und noch offen.`,
    objection: (names) => `Der Werbung per E-Mail widersprochen haben: ${names}.`,
  },
  en: {
    head: 'Please look once more:',
    more: (count) => (count === 1 ? 'and 1 more point' : `and ${count} more points`),
    two_customers: (names) => `This email goes to different customers: ${names}.`,
    wrong_attachment: (file, customer) =>
      `The attachment “${file}” is named after another customer: ${customer}.`,
    complaint: (number, customer) => `Complaint ${number} of ${customer} is overdue and still open.`,
    objection: (names) => `These people objected to marketing by email: ${names}.`,
  },
};

/** What stands above a draft that will be logged: Outlook takes at most 150 characters. */
export function describeLogging(customer: string, language: 'de' | 'en'): string {
  return language === 'de'
    ? `Wird beim Senden bei ${short(customer)} abgelegt. Abwählen im Kundencockpit.`
    : `Will be logged at ${short(customer)} when sent. Kundencockpit can leave it out.`;
}

/** The message for what was found; null when nothing was. */
export function describeFindings(findings: readonly Finding[], language: 'de' | 'en'): string | null {
  if (findings.length === 0) return null;
  const own = words[language];
  const lines = findings.map((finding) => `• ${lineOf(finding, own)}`);
  const text = (count: number) =>
    [
      own.head,
      ...lines.slice(0, count),
      ...(count < lines.length ? [own.more(lines.length - count)] : []),
    ].join('\n');
  let count = lines.length;
  while (count > 1 && text(count).length > longestMessage) count -= 1;
  return text(count).slice(0, longestMessage);
}

function lineOf(finding: Finding, own: Words): string {
  switch (finding.kind) {
    case 'two_customers':
      return own.two_customers(someOf(finding.names));
    case 'wrong_attachment':
      return own.wrong_attachment(short(finding.file), short(finding.customer));
    case 'complaint':
      return own.complaint(finding.number, short(finding.customer));
    case 'objection':
      return own.objection(someOf(finding.names));
  }
}

const mostNames = 3;
const longestName = 60;

const short = (name: string) => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name);
const someOf = (names: readonly string[]) =>
  [...names.slice(0, mostNames).map(short), ...(names.length > mostNames ? ['…'] : [])].join(', ');
