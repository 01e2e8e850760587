// How what people type about a contact is kept: addresses in lower case, numbers in one spelling. Pure.
import { AppError } from '#api/errors.ts';
import { normalizePhone } from '#api/customers/phone.ts';

export interface StoredPhone {
  readonly number: string;
  readonly normalized: string;
}

/** Lower case, each once, the first one being the main address. */
export function cleanAddresses(emails: readonly string[]): string[] {
  return [...new Set(emails.map((email) => email.trim().toLowerCase()))];
}

/** Each number once, as typed and as compared; throws invalid_input for what is no telephone number. */
export function cleanPhones(phones: readonly string[]): StoredPhone[] {
  const kept = new Map<string, StoredPhone>();
  phones.forEach((number, at) => {
    const normalized = normalizePhone(number);
    if (normalized === null) {
      throw new AppError('invalid_input', { fields: [{ path: `phones.${at}`, problem: 'wrong_format' }] });
    }
    if (!kept.has(normalized)) kept.set(normalized, { number, normalized });
  });
  return [...kept.values()];
}
