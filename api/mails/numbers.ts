// Numbers in a mail that may name a customer or a document; the database says which of them exist. Pure.
import type { Mail } from '#contract/mail.ts';

export interface NumberTokens {
  /** Named as a customer number in the text, or standing in the subject. */
  readonly customerNumbers: readonly string[];
  readonly documentNumbers: readonly string[];
}

const readCharacters = 50_000;
const mostTokens = 80;

const customerLabel =
  /\b(?:kunden?[\s.-]*(?:nr|no|nummer)|kd[\s.-]*(?:nr|no|nummer)|debitor(?:en)?[\s.-]*(?:nr|nummer)|(?:customer|account|client)[\s.-]*(?:no|nr|number|id))\b(?:\s(?:ist|lautet|is))?[\s.:#=]{0,5}([a-z0-9][a-z0-9./-]{1,18}[a-z0-9]|[a-z0-9])/gi;

const documentLabel =
  /\b(?:auftrag|auftr|bestellung|best|rechnung|re|angebot|reklamation|beleg|lieferschein|vorgang|order|invoice|quote|quotation|complaint|case|ticket)s?(?:[\s.-]*(?:nr|no|nummer|number|id))?\b[\s.:#=]{0,5}([a-z]{0,4}[\s/-]?\d[\d/-]{1,18}\d)/gi;

/** AU-26-0907, AU 26/0907, AU26-0907 … : letters, year, running number. */
const numberWithPrefix = /(?<![\p{L}\d-])([a-z]{1,4})[\s/-]?(\d{2}|\d{4})[\s/-](\d{2,7})(?![\d-])/giu;
/** 26-4471; not the second half of a telephone number. */
const numberWithYear = /(?<![\d/+-]|[\d)] )([1-9]\d{1,3}[-/]\d{3,7})(?![\d/-]| ?\d)/g;
/** Five to ten digits that stand alone: no amount, no postcode before a town, no part of a telephone number. */
const plainNumber =
  /(?<![\d.,/+(-]|[\d)/-] )([1-9]\d{4,9})(?![\d/-]|[.,]\d| ?(?:€|EUR|%|mm|cm|kg|[Ss]tk|[Ss]tück)| \d| ?[\n,]? ?\p{Lu}\p{Ll})/gu;
/** Four to ten digits in the subject, years left out. */
const subjectNumber = /(?<![\d.,+/-])(?!(?:19|20)\d\d(?!\d))(\d{4,10})(?![\d/-]|[.,]\d)/g;

/** The tokens to look up, in upper case, documents in the spelling they are stored in and as written. */
export function findNumbers(mail: Pick<Mail, 'subject' | 'bodyText'>): NumberTokens {
  const body = mail.bodyText.slice(0, readCharacters);
  const text = `${mail.subject}\n${body}`;
  const inSubject = groupsOf(subjectNumber, mail.subject);
  return {
    customerNumbers: keep([...groupsOf(customerLabel, text), ...inSubject]),
    documentNumbers: keep([
      ...prefixed(text),
      ...groupsOf(documentLabel, text),
      ...inSubject,
      ...groupsOf(numberWithYear, text),
      ...groupsOf(plainNumber, body),
    ]),
  };
}

function prefixed(text: string): string[] {
  return [...text.matchAll(numberWithPrefix)].flatMap(([written, letters = '', year = '', running = '']) => [
    `${letters}-${year}-${running}`,
    `${letters}${year}-${running}`,
    written,
  ]);
}

function groupsOf(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([, token = '']) => token);
}

function keep(tokens: readonly string[]): string[] {
  return [...new Set(tokens.map((token) => token.trim().toUpperCase()))]
    .filter((token) => token !== '')
    .slice(0, mostTokens);
}
