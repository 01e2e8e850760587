// How ERP files write numbers, days, truth and countries. A value that does not fit is refused, never guessed at.

export const dateOrders = ['dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** `1.234,56` with decimal comma, `1,234.56` with decimal point; null when it is no number written that way. */
export function readNumber(text: string, decimal: ',' | '.'): number | null {
  const plain = text.replace(/[\s\u00a0\u202f'’]|€|EUR$/g, '');
  const match = /^([+-]?)(\d[\d.,]*|[.,]\d+)(-?)$/.exec(plain);
  if (match === null) return null;
  const [, sign = '', digits = '', after = ''] = match;
  const number = sign !== '' && after !== '' ? null : readDigits(digits, decimal);
  if (number === null) return null;
  return sign === '-' || after === '-' ? 0 - number : number;
}

function readDigits(digits: string, decimal: ',' | '.'): number | null {
  const group = decimal === ',' ? '.' : ',';
  const [whole = '', fraction = '', ...more] = digits.split(decimal);
  if (more.length > 0 || fraction.includes(group) || !isGrouped(whole, group)) return null;
  return Number(`${whole.replaceAll(group, '') || '0'}.${fraction || '0'}`);
}

/** `1234`, `1.234`, `1.234.567`; but not `12.34`, which was meant otherwise. */
function isGrouped(whole: string, group: string): boolean {
  if (!whole.includes(group)) return true;
  const [first = '', ...rest] = whole.split(group);
  return /^\d{1,3}$/.test(first) && rest.every((part) => part.length === 3);
}

/** A calendar day as `2026-09-03` from `03.09.2026`, `3.9.26`, `2026-09-03`, `20260903`, a timestamp, or with slashes in the given order; null when it is none. */
export function readDay(text: string, order: DateOrder = 'dmy'): string | null {
  const day = text.trim().replace(/[T ]\d.*$/, '');
  const iso =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(day) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(day) ??
    /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(day);
  if (iso !== null) return toDay(iso[1], iso[2], iso[3]);
  const dotted =
    /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)$/.exec(day) ?? /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(day);
  if (dotted !== null) return toDay(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d\d)$/.exec(day);
  if (slashed === null) return null;
  const [, first, second, year] = slashed;
  return order === 'dmy' ? toDay(year, second, first) : toDay(year, first, second);
}

function toDay(year = '', month = '', day = ''): string | null {
  const whole = year.length === 2 ? (Number(year) < 70 ? `20${year}` : `19${year}`) : year;
  const text = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}

/** The serial number of a day in a workbook whose cell is not formatted as one; null when it is no likely day. */
export function readSerialDay(serial: number): string | null {
  if (serial < 18_000 || serial > 90_000) return null;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

/** Whole cents of an amount in euro, half away from zero. */
export function toCents(euro: number): number {
  return Math.sign(euro) * Math.round(Math.abs(euro) * 100 + 1e-7);
}

const yes = new Set(['1', 'ja', 'j', 'yes', 'y', 'true', 'wahr', 'x']);
const no = new Set(['0', 'nein', 'n', 'no', 'false', 'falsch', '-']);

/** Ja/Nein, 1/0, true/false, x; null when it is neither. */
export function readFlag(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : null;
}

/** The two-letter code of a country given as code or as German or English name; an unknown name is Germany's business to correct: DE. */
export function readCountry(text: string): string {
  const name = text.trim();
  if (/^[A-Za-z]{2}$/.test(name) && name.toUpperCase() !== 'UK') return name.toUpperCase();
  return countryCodes().get(name.toLowerCase()) ?? 'DE';
}

let codes: Map<string, string> | null = null;

function countryCodes(): Map<string, string> {
  codes ??= buildCountryCodes();
  return codes;
}

function buildCountryCodes(): Map<string, string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const all = letters.flatMap((first) => letters.map((second) => first + second));
  const found = new Map([
    ['uk', 'GB'],
    ['usa', 'US'],
    ['d', 'DE'],
    ['a', 'AT'],
  ]);
  for (const language of ['de', 'en']) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of all) {
      const name = names.of(code);
      const isCurrent = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`; // DD has become DE
      if (isCurrent && name !== undefined && !found.has(name.toLowerCase()))
        found.set(name.toLowerCase(), code);
    }
  }
  return found;
}
