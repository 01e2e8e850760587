// Reads who wrote a mail from the signature at the end of his own text: company, job title, phone, address. Pure.
import { normalizePhone } from '#api/customers/phone.ts';
import {
  closing,
  faxLabel,
  historyMarkers,
  jobWord,
  legalForm,
  mobileLabel,
  phoneNumber,
  registerLine,
  streetEnglish,
  streetGerman,
  townEnglish,
  townGerman,
  tradeWord,
} from './signature-words.ts';

export interface Signature {
  /** Lines that might be the sender's name, in order. */
  readonly nameLines: readonly string[];
  readonly companyName: string;
  readonly companyIsGuess: boolean;
  readonly jobTitle: string;
  readonly phone: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
}

const readLines = 400;
const longestSignature = 16;
const longestLine = 160;
const houseNumberAtEnd = /^\p{Lu}[\p{L} .'-]{1,50} \d{1,4} ?[a-z]?$/u;

/** The mail without the older mails below it, as lines. */
export function ownLines(text: string): string[] {
  const lines = text.slice(0, 100_000).split(/\r?\n/).slice(0, readLines);
  const end = lines.findIndex((line) =>
    historyMarkers.some((marker) => marker.test(line.trim().slice(0, 400))),
  );
  return (end === -1 ? lines : lines.slice(0, end)).map((line) => line.trim());
}

/** Everything a signature says; fields it does not name are empty. The sender's name helps to find where it begins. */
export function readSignature(text: string, senderName: string): Signature {
  const parts = partsOf(signatureLines(ownLines(text), senderName));
  const nameLines = parts.filter(looksLikeName);
  const jobTitle = parts.find((part) => isJobTitle(part)) ?? jobBesideName(parts);
  const company = companyOf(parts);
  const town = townOf(parts);
  return {
    nameLines: [...nameLines, ...parts.map(beforeComma).filter(looksLikeName)],
    companyName: company ?? guessCompany(parts, [...nameLines.slice(0, 1), jobTitle]),
    companyIsGuess: company === null,
    jobTitle,
    phone: phoneOf(parts),
    street: streetOf(parts),
    ...town,
  };
}

/** From the last greeting or "-- " on, or from the sender's name; else the last lines when they hold a number or a legal form. */
function signatureLines(own: readonly string[], senderName: string): string[] {
  const filled = own.filter((line) => line !== '' && line.length <= longestLine);
  const start = filled.findLastIndex((line) => closing.test(line) || /^--\s*$/.test(line));
  const name = senderName.trim().toLowerCase();
  const named = filled.findLastIndex((line) => name !== '' && line.toLowerCase().startsWith(name));
  const from = start === -1 ? named : start + 1;
  if (from !== -1) return filled.slice(from, from + longestSignature);
  const tail = filled.slice(-8);
  return tail.some((line) => phoneNumber.test(line) || legalForm.test(line)) ? tail : [];
}

function partsOf(lines: readonly string[]): string[] {
  return lines
    .filter((line) => !registerLine.test(line))
    .flatMap((line) => line.split(/\s+[|·•–]\s+|\s*[|·•]\s*|\t+/u))
    .map((part) => part.replace(/^[*_\s]+|[*_\s]+$/g, ''))
    .filter((part) => part !== '');
}

/** Two to four capitalised words without figures: 'i. A. Thomas Berger', 'Dr. Sabine von der Tann'. */
export function looksLikeName(text: string): boolean {
  const plain = withoutTitles(text);
  if (plain.length > 60 || [legalForm, jobWord, tradeWord].some((word) => word.test(plain))) return false;
  return /^\p{Lu}[\p{L}.'-]*(?: (?:von|van|de|der|den|zu|zum|zur|di|da|la))* ?(?: ?\p{Lu}[\p{L}.'-]+){1,3}$/u.test(
    plain,
  );
}

/** 'i. A. Dipl.-Ing. Thomas Berger' → 'Thomas Berger'. */
export function withoutTitles(text: string): string {
  return text
    .replace(/^(?:(?:i\.\s?[AV]\.?|ppa\.?|pp\.|gez\.|herr|frau|mr\.?|mrs\.?|ms\.?)\s+)+/iu, '')
    .replace(/^(?:(?:Dr|Prof|Dipl|Ing|Mag|M\.\s?Sc|B\.\s?Sc|B\.\s?Eng|M\.\s?Eng|MBA)\b[\p{L}.()-]*\s+)+/u, '')
    .trim();
}

function beforeComma(part: string): string {
  return part.includes(',') ? part.slice(0, part.indexOf(',')).trim() : '';
}

function isJobTitle(part: string): boolean {
  const isPlain = part.length <= 80 && !/\d|@|:\s|www\./u.test(part) && !legalForm.test(part);
  return isPlain && jobWord.test(part) && !looksLikeName(beforeComma(part));
}

/** 'Thomas Berger, Bauleiter' */
function jobBesideName(parts: readonly string[]): string {
  const beside = parts.find((part) => looksLikeName(beforeComma(part)) && jobWord.test(part));
  return beside === undefined ? '' : beside.slice(beside.indexOf(',') + 1).trim();
}

function companyOf(parts: readonly string[]): string | null {
  for (const part of parts) {
    const found = legalForm.exec(part);
    if (found === null || part.length > 120) continue;
    const upToForm = part.slice(0, found.index + found[0].length);
    const name = upToForm.slice(upToForm.lastIndexOf(',') + 1).replace(/^(?:firma|fa\.)\s+/iu, '');
    if (/\p{L}{2}/u.test(name.replace(legalForm, ''))) return name.trim();
  }
  return null;
}

/** Without a legal form: a line with the word of a trade, else the one below the name that is neither number nor place. */
function guessCompany(parts: readonly string[], others: readonly string[]): string {
  const heads = parts
    .map((part) => beforeComma(part) || part)
    .filter((part) => isShort(part) && !others.includes(part));
  const trade = heads.find(
    (part) => tradeWord.test(part) && !jobWord.test(part) && !/\d|@|www\./iu.test(part),
  );
  if (trade !== undefined) return trade;
  const isOther = (part: string) =>
    /\d|@|www\.|https?:|:$/iu.test(part) || jobWord.test(part) || looksLikeName(part);
  return heads.slice(1).find((part) => !isOther(part) && /^\p{Lu}/u.test(part)) ?? '';
}

/** A name, not a sentence. */
function isShort(part: string): boolean {
  return part.length <= 60 && part.split(/\s+/).length <= 6 && !/[.!?]$/.test(part);
}

function phoneOf(parts: readonly string[]): string {
  const numbers = parts
    .flatMap((part) => part.split(/,\s*|;\s*|\s{2,}|(?=\b(?:tele)?fax\b|\bmobil)/iu))
    .filter((part) => !faxLabel.test(part) && phoneNumber.test(part));
  const best = numbers.find((part) => !mobileLabel.test(part)) ?? numbers[0];
  const number = best === undefined ? '' : (phoneNumber.exec(best)?.[0].trim() ?? '');
  return normalizePhone(number) === null ? '' : number;
}

function streetOf(parts: readonly string[]): string {
  const pieces = parts.flatMap((part) => part.split(/,\s*/));
  const german = pieces.map((piece) => streetGerman.exec(piece)?.[1]).find((found) => found !== undefined);
  const english = parts.map((part) => streetEnglish.exec(part)?.[1]).find((found) => found !== undefined);
  const beforeTown = pieces[pieces.findIndex((piece) => townGerman.test(piece)) - 1] ?? '';
  const found = german ?? english ?? (houseNumberAtEnd.test(beforeTown) ? beforeTown : '');
  return found.trim();
}

function townOf(parts: readonly string[]): { postcode: string; city: string } {
  for (const piece of parts.flatMap((part) => part.split(/,\s*/))) {
    const [, postcode, city] = townGerman.exec(piece) ?? [];
    if (postcode !== undefined && city !== undefined) return { postcode, city: city.trim() };
  }
  for (const part of parts) {
    const [, city, postcode] = townEnglish.exec(part) ?? [];
    if (postcode !== undefined && city !== undefined) return { postcode, city: city.trim() };
  }
  return { postcode: '', city: '' };
}
