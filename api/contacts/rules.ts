// How what people type about a contact is kept: addresses in lower case, numbers in one spelling. Pure.
import type { Contact, EmailInput, PhoneInput } from '#contract/customer.ts';
import { AppError } from '#api/errors.ts';
import { normalizePhone } from '#api/customers/phone.ts';

export type StoredEmail = Contact['emailDetails'][number];

export interface StoredPhone {
  readonly number: string;
  readonly normalized: string;
  readonly kind: Contact['phoneDetails'][number]['kind'];
}

/** Lower case, each once, the first one being the main address; without a kind it is one for work. */
export function cleanAddresses(emails: readonly EmailInput[]): StoredEmail[] {
  const kept = new Map<string, StoredEmail>();
  for (const email of emails) {
    const { address, kind } = typeof email === 'string' ? { address: email, kind: 'work' as const } : email;
    const spelling = address.trim().toLowerCase();
    if (!kept.has(spelling)) kept.set(spelling, { address: spelling, kind });
  }
  return [...kept.values()];
}

/**
 * Each number once, as typed and as compared, in the spelling of `country` unless it carries its own; mobile numbers
 * are known by their beginning. Throws invalid_input for what is no telephone number.
 */
export function cleanPhones(phones: readonly PhoneInput[], country = 'DE'): StoredPhone[] {
  const kept = new Map<string, StoredPhone>();
  phones.forEach((phone, at) => {
    const number = typeof phone === 'string' ? phone : phone.number;
    const normalized = normalizePhone(number, country);
    if (normalized === null) {
      throw new AppError('invalid_input', { fields: [{ path: `phones.${at}`, problem: 'wrong_format' }] });
    }
    const kind = typeof phone === 'string' ? kindOf(normalized) : phone.kind;
    if (!kept.has(normalized)) kept.set(normalized, { number, normalized, kind });
  });
  return [...kept.values()];
}

/** Germany's mobile networks begin with 015, 016 or 017. */
function kindOf(normalized: string): StoredPhone['kind'] {
  return /^\+491[567]/.test(normalized) ? 'mobile' : 'work';
}

/** Names as the list spells them; throws invalid_input for what is neither on the list nor carried already. */
export function cleanRoles(
  roles: readonly string[],
  known: readonly string[],
  carried: readonly string[] = [],
): string[] {
  const spelled = roles.map((role, at) => {
    const name = [...known, ...carried].find((one) => one.toLowerCase() === role.toLowerCase());
    if (name === undefined) {
      throw new AppError('invalid_input', { fields: [{ path: `roles.${at}`, problem: 'unknown' }] });
    }
    return name;
  });
  return [...new Set(spelled)];
}
