// What a complaint names: order, article, lot and how many are affected. Pure; each as it stands in the mail.
import { isNumber, numberWords } from './cue.ts';
import { rankCategories } from './kind.ts';
import type { Signs } from './recognise.ts';
import { foldWord, listWords, type TextWord } from './text-words.ts';

export interface References {
  readonly orders: string[];
  readonly articles: string[];
  readonly lots: string[];
  /** How many are affected, and the words that say so. */
  readonly quantity: { value: number; because: string } | null;
}

const mostNamed = 5;
const numberSign = '(?:s?[\\s.-]{0,2}(?:nr|no|nummer|number)\\b)?[\\s.:#]{0,3}';
const orderLabel = new RegExp(
  `\\b(?:auftrag|auftrags|bestellung|bestell|order|po)${numberSign}([a-z]{0,4}-?\\d[\\d/-]{2,15}\\d)`,
  'gi',
);
/** AU-26-0907; quotes, invoices and complaints have other letters. */
const orderNumber = /(?<![\p{L}\d-])(?!(?:AN|RE|RK|LS|GS)-)([A-Z]{2}-\d{2}-\d{3,6})(?![\d-])/gu;
const articleLabel = new RegExp(
  `\\b(?:art|artikel|article|item|sku|part)\\b${numberSign}((?=[a-z/.-]{0,6}\\d)[a-z\\d][a-z\\d/.-]{2,18}[a-z\\d])`,
  'gi',
);
/** "TS 93": letters and a number as makers call their goods. */
const typeName =
  /(?<![\p{L}\d-])(?!(?:RAL|KW|DIN|IP|RC|EN|ISO|EUR|LS|RE|AU|AN|AB|PO|GB|HGB|BGB|UTC|TEL|VAT|OK|AM|PM|CET)\b)([A-Z]{2,4} \d{2,4})(?![\p{L}\d,.]?\d)/gu;
const lotLabel = new RegExp(
  `\\b(?:charge|chargen|los|lot|batch)${numberSign}((?=[\\d-]{0,6}[a-z]|[a-z]{1,3}-?\\d|\\d{5})(?=[a-z-]{0,4}\\d)[a-z\\d][a-z\\d-]{2,18})`,
  'gi',
);

/** Reads a subject and the text below it, whose signs are known. */
export function findReferences(subject: string, text: string, signs: Signs): References {
  const all = `${subject}\n\n${text}`;
  return {
    orders: unique([...all.matchAll(orderLabel), ...all.matchAll(orderNumber)]).map((one) =>
      one.toUpperCase(),
    ),
    articles: unique([...all.matchAll(articleLabel), ...all.matchAll(typeName)]),
    lots: unique([...all.matchAll(lotLabel)]),
    quantity: countsGoods.has(rankCategories(signs).value) ? findQuantity(all, signs) : null,
  };
}

function unique(matches: readonly RegExpMatchArray[]): string[] {
  const named = matches.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0)).map(([, named = '']) => named);
  return [...new Map(named.map((one) => [one.toUpperCase(), one])).values()].slice(0, mostNamed);
}

const foldedSet = (list: string) => new Set(list.split(' ').map(foldWord));
const otherUnits = foldedSet(
  'uhr tag tage tagen woche wochen monat monate monaten jahr jahre jahren euro eur cent mm cm meter metern kg volt v grad prozent mal stunden std stunde minuten leute mann personen kollegen filialen löcher day days week weeks month months year years hour hours minutes pm times men people fitters crews percent degrees pence pounds metres mm kg januar februar märz april mai juni juli august september oktober november dezember january february march may june july october december aug sep sept werktage arbeitstage kunden angebote anfragen stationen euros',
);
const otherNames = foldedSet(
  'kw din ral ip tor wohnung pos position seite page nr no auftrag bestellung order charge los batch lot artikel art am um ab vor seit nach bis zimmer raum rechnung invoice statt instead um unit week gate tel',
);
const noThings = foldedSet(
  'und oder bis nicht statt anstatt aus hgb ist sind war waren in im on at and or to with for is are was were not instead motor haben hat die das den the',
);
/** "16 statt 20": what is missing. */
const insteadOf =
  /(?<![\d.,:-])(\d{1,4})(?: \p{L}{1,20})? (?:statt|anstatt|instead of) (\d{1,4})(?![\d.,:%€]*\d|[ %]*[%€])/iu;
/** "vier der gelieferten": the thing counted stands after these. */
const joining = foldedSet('der von of');
const countsGoods = new Set<string>(['product_defect', 'wrong_delivery', 'transport_damage']);
const mostAffected = 9_999;
const reach = 90;

/** The first number close to what is complained of; dates, sizes, prices and spans of time are none. */
function findQuantity(text: string, signs: Signs): References['quantity'] {
  const [because = '', came, ordered] = insteadOf.exec(text) ?? [];
  if (Number(ordered) > Number(came)) return { value: Number(ordered) - Number(came), because };
  const problems = signs.categories.filter((sign) => sign.weight >= 1).map((sign) => sign.start);
  const words = listWords(text);
  const candidates = words.flatMap((word, at) => {
    const next = words[at + 1];
    if (!isCount(text, word, { before: words[at - 1]?.folded ?? '', next: next?.folded ?? '' })) return [];
    const value = numberWords.get(word.folded) ?? Number(word.folded);
    const distance = Math.min(...problems.map((start) => Math.abs(start - word.start)));
    const because = text.slice(word.start, endOfCount(words, at)).replace(/\s+/g, ' ');
    return distance <= reach ? [{ value, because }] : [];
  });
  const first = candidates[0];
  return first === undefined ? null : { value: first.value, because: first.because };
}

/** Where the thing that is counted ends. */
function endOfCount(words: readonly TextWord[], at: number): number {
  const isJoined = joining.has(words[at + 1]?.folded ?? '');
  const last = (isJoined ? words[at + 2] : undefined) ?? words[at + 1] ?? words[at];
  return last?.end ?? 0;
}

function isCount(text: string, word: TextWord, around: { before: string; next: string }): boolean {
  if (!isNumber(word.folded) || !countsThings(around)) return false;
  const value = Number(word.folded);
  if (value === 0 || value > mostAffected || (value >= 1990 && value <= 2040)) return false;
  const left = text.slice(Math.max(0, word.start - 5), word.start);
  const right = text.slice(word.end, word.end + 2);
  return !noCountAfter.test(left) && !noCountBefore.test(right);
}

/** A word follows that can be counted. */
function countsThings({ before, next }: { before: string; next: string }): boolean {
  if (!/^\p{L}/u.test(next) || otherNames.has(before)) return false;
  return !otherUnits.has(next) && !noThings.has(next);
}

/** Second parts of dates, types, prices and paragraphs. */
const noCountAfter = /\d[.,:/-]$|[-/+#€£$§]$|[A-Z]{2,4} $/;
const noCountBefore = /^(?:[.,:/-]\d|\.\s|[%€£$]| [%€£$])/;
