// How ERP files write numbers, days and countries.
import { DateTime } from 'luxon';

/** `1.234,56` with decimal comma, `1,234.56` with decimal point; null when it is no number. */
export function readNumber(text: string, decimal: ',' | '.'): number | null {
  const group = decimal === ',' ? '.' : ',';
  const plain = text
    .replace(/[\s\u00a0€]/g, '')
    .replaceAll(group, '')
    .replace(decimal, '.');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** A calendar day as `2026-09-03` from `03.09.2026`, `3.9.26`, `2026-09-03` or a timestamp; null when it is none. */
export function readDay(text: string): string | null {
  const formats = ['d.M.yyyy', 'd.M.yy', 'yyyy-MM-dd', 'yyyyMMdd'];
  const day = text.trim().replace(/[T ]\d.*$/, '');
  const found = formats.map((format) => DateTime.fromFormat(day, format)).find((date) => date.isValid);
  return found?.toISODate() ?? null;
}

/** Whole cents of an amount in euro, half away from zero. */
export function toCents(euro: number): number {
  return Math.sign(euro) * Math.round(Math.abs(euro) * 100 + 1e-7);
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
