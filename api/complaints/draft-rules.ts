// What a mail says about a complaint: is it one, which category, how severe, which title. Pure; every guess names its words.
import type { Category, Phrase, Severity } from './lexicon.ts';
import { categoryPhrases, negation, plainComplaint, severityPhrases } from './lexicon.ts';

export interface MailReading {
  readonly isComplaint: boolean;
  readonly title: string;
  readonly category: { value: Category; because: string[] };
  readonly severity: { value: Severity; because: string[] };
}

interface Finding<T> {
  readonly means: T;
  readonly weight: number;
  readonly words: string;
  readonly at: number;
}

const complaintWeight = 2;
const wordsNamed = 3;
const longestTitle = 120;
const readCharacters = 20_000;

/** Reads a mail's subject and its own text (without quoted history). */
export function readComplaint(mail: { subject: string; text: string }): MailReading {
  const subject = cleanSubject(mail.subject);
  const text = `${subject}\n${mail.text.slice(0, readCharacters)}`;
  const plain = findPhrases(text, plainComplaint);
  const categories = findPhrases(text, categoryPhrases);
  const weight = sumOf([...plain, ...categories]);
  const isComplaint = weight >= complaintWeight;
  return {
    isComplaint,
    title: chooseTitle(subject, mail.text, [...categories, ...plain]),
    category: heaviest(categories, 'other'),
    severity: readSeverity(text, isComplaint),
  };
}

function findPhrases<T>(text: string, phrases: readonly Phrase<T>[]): Finding<T>[] {
  const findings: Finding<T>[] = [];
  for (const { means, weight, pattern } of phrases) {
    for (const match of text.matchAll(pattern)) {
      const before = text.slice(Math.max(0, match.index - 40), match.index);
      if (negation.test(before)) continue;
      findings.push({ means, weight, words: match[0].replace(/\s+/g, ' '), at: match.index });
    }
  }
  return findings.toSorted((a, b) => a.at - b.at);
}

function sumOf(findings: readonly Finding<unknown>[]): number {
  return findings.reduce((sum, finding) => sum + finding.weight, 0);
}

function heaviest<T, F extends T>(findings: Finding<T>[], otherwise: F): { value: T; because: string[] } {
  const meanings = [...new Set(findings.map((finding) => finding.means))];
  const ranked = meanings
    .map((value) => ({ value, found: findings.filter((finding) => finding.means === value) }))
    .toSorted((a, b) => sumOf(b.found) - sumOf(a.found));
  const first = ranked[0];
  return first ? { value: first.value, because: namedWords(first.found) } : { value: otherwise, because: [] };
}

/** High when a strong word or two urgent ones stand there; low only when nothing speaks for high. */
function readSeverity(text: string, isComplaint: boolean): MailReading['severity'] {
  const findings = findPhrases(text, severityPhrases);
  const high = findings.filter((finding) => finding.means === 'high');
  const strong = high.filter((finding) => finding.weight === complaintWeight);
  if (strong.length > 0) return { value: 'high', because: namedWords(strong) };
  if (sumOf(high) >= complaintWeight) return { value: 'high', because: namedWords(high) };
  const low = findings.filter((finding) => finding.means === 'low');
  if (low.length > 0) return { value: 'low', because: namedWords(low) };
  return { value: isComplaint ? 'medium' : 'low', because: namedWords(high) };
}

function namedWords(findings: readonly Finding<unknown>[]): string[] {
  const seen = new Map<string, string>();
  for (const { words } of findings) {
    const key = words.toLowerCase();
    const isPart = [...seen.keys()].some((known) => known.includes(key));
    if (!isPart) seen.set(key, words);
  }
  return [...seen.values()].slice(0, wordsNamed);
}

const replyPrefix = /^\s*(?:(?:aw|re|wg|fw|fwd|antw|antwort|weitergeleitet)\s*:|\[[^\]]{1,30}\])\s*/iu;
const complaintPrefix =
  /^(?:dringend\w*|urgent|wichtig|reklamation(?:en)?|beschwerde|mängelrüge|complaint|claim|unsere|our|zu|zum|zur|about|regarding|wegen|betreff|auftrag|bestellung|lieferung|rechnung|order|invoice|nr\.?|no\.?|[a-z]{2}-\d{2}-\d{3,}|\d{5,})(?=[\s:,;.!–—-]|$)[\s:,;.!–—-]*/iu;

/** ", Auftrag AU-26-0907" at the end: the order has a field of its own. */
const documentSuffix =
  /[\s,;:(–—-]+(?:(?:zu|zum|zur|for|on)\s+)?(?:auftrag|bestellung|lieferung|rechnung|lieferschein|order|invoice)?\s*(?:nr\.?|no\.?)?\s*[a-z]{2}-\d{2}-\d{3,}\)?$/iu;

function cleanSubject(subject: string): string {
  let rest = subject.trim();
  for (let next = rest.replace(replyPrefix, ''); next !== rest; next = rest.replace(replyPrefix, ''))
    rest = next;
  return rest;
}

/** The subject without "Reklamation AU-26-0907:"; when nothing telling is left, the sentence of the first word found. */
function chooseTitle(subject: string, text: string, findings: readonly Finding<unknown>[]): string {
  const fromSubject = withoutComplaintPrefix(subject);
  if (fromSubject.split(/\s+/).length >= 2) return shorten(fromSubject);
  const found = findings.map((finding) => finding.words.toLowerCase());
  const sentences = text.split(/(?<=[.!?])\s+|\n+/).map((sentence) => sentence.trim());
  const telling = sentences.find((sentence) => found.some((one) => sentence.toLowerCase().includes(one)));
  return shorten(telling ?? (fromSubject || subject.trim()));
}

function withoutComplaintPrefix(subject: string): string {
  let rest = subject;
  for (let next = rest.replace(complaintPrefix, ''); next !== rest; next = rest.replace(complaintPrefix, ''))
    rest = next;
  return rest
    .replace(/[\s!.:,;–—-]+$/u, '')
    .replace(documentSuffix, '')
    .trim();
}

function shorten(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  if (line.length <= longestTitle) return line;
  const cut = line.slice(0, longestTitle);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestTitle / 2))} …`;
}
