// Telephone numbers: one spelling (E.164) for comparing, whatever people typed.
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

const fewestDigits = 3;

/** '0711 5550142', '+49 (0)711/5550142' → '+497115550142'; null when the text holds no number. */
export function normalizePhone(text: string, country = 'DE'): string | null {
  const cleaned = text.replace(/\(0\)/g, ' ');
  const parsed = parsePhoneNumberFromString(cleaned, {
    defaultCountry: toCountryCode(country),
    extract: false,
  });
  if (parsed?.isPossible()) return parsed.number;
  const digits = cleaned.replace(/\D/g, '');
  return digits.length >= fewestDigits && !/\p{L}{3}/u.test(cleaned) ? digits : null;
}

/**
 * The beginning of a number as it would be stored, while it is still being typed: '0711 555' → '+49711555'.
 * Null when the text does not look like a telephone number.
 */
export function phoneBeginning(text: string): string | null {
  if (!/^[+\d][\d\s()/.-]{3,}$/.test(text.trim())) return null;
  const cleaned = text.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  if (cleaned.startsWith('+')) return cleaned;
  if (cleaned.startsWith('00')) return `+${cleaned.slice(2)}`;
  return cleaned.startsWith('0') ? `+49${cleaned.slice(1)}` : null;
}

function toCountryCode(country: string) {
  return isSupportedCountry(country) ? country : 'DE';
}
