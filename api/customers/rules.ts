// Decisions about a customer's master data: which domains and which telephone number are its own. Pure.
import { AppError } from '#api/errors.ts';
import { cleanDomain, domainOfAddress, isFreeMailDomain, isInternalAddress } from './domain.ts';
import { normalizePhone } from './phone.ts';

/** Domains as compared, each once; throws invalid_input for what is none or belongs to everybody or to us. */
export function cleanDomains(domains: readonly string[], internalDomains: readonly string[]): string[] {
  const cleaned = domains.map((text, at) => {
    const domain = cleanDomain(text);
    const problem = domain === null ? 'wrong_format' : problemOf(domain, internalDomains);
    if (domain === null || problem !== null) {
      throw new AppError('invalid_input', {
        fields: [{ path: `domains.${at}`, problem: problem ?? 'wrong_format' }],
      });
    }
    return domain;
  });
  return [...new Set(cleaned)];
}

function problemOf(domain: string, internalDomains: readonly string[]): string | null {
  if (isFreeMailDomain(domain)) return 'free_mail';
  return isInternalAddress(`x@${domain}`, internalDomains) ? 'internal' : null;
}

/** The company's domain as its first contact's addresses tell it; none when they are free mail or ours. */
export function domainsFromAddresses(
  addresses: readonly string[],
  internalDomains: readonly string[],
): string[] {
  const domains = addresses
    .map(domainOfAddress)
    .map((domain) => (domain === null ? null : cleanDomain(domain)))
    .filter((domain) => domain !== null)
    .filter((domain) => problemOf(domain, internalDomains) === null);
  return [...new Set(domains)];
}

/** The whole truth about a customer's domains: a private buyer has none, whatever their mail address is. */
export function domainsOf(
  kind: 'company' | 'private',
  domains: readonly string[],
  internalDomains: readonly string[],
): string[] {
  if (kind === 'company') return cleanDomains(domains, internalDomains);
  if (domains.length === 0) return [];
  throw new AppError('invalid_input', { fields: [{ path: 'domains', problem: 'private' }] });
}

/** A number as typed and as compared; throws invalid_input for what is no telephone number. */
export function cleanPhone(
  phone: string | null,
  country = 'DE',
): { phone: string | null; phone_normalized: string | null } {
  if (phone === null) return { phone: null, phone_normalized: null };
  const normalized = normalizePhone(phone, country);
  if (normalized === null) {
    throw new AppError('invalid_input', { fields: [{ path: 'phone', problem: 'wrong_format' }] });
  }
  return { phone, phone_normalized: normalized };
}
