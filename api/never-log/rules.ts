// Whether a mail may be logged without being asked for. Pure: what is listed of the mail's people in, the reason out.
import type { NeverLog } from '#contract/never-log.ts';
import type { Mail } from '#contract/mail.ts';
import { cleanDomain, domainAndParents, domainOfAddress, isInternalAddress } from '#api/customers/domain.ts';
import { cleanAddress, listPeople, splitPeople } from '#api/mails/people.ts';

export interface Listed {
  readonly value: string;
  readonly kind: 'address' | 'domain';
  readonly isOfCompany: boolean;
}

/** Everything by which a mail can be listed: the addresses of its people, their domains and the parents of these. */
export function keysOf(mail: Pick<Mail, 'from' | 'to' | 'cc'>): string[] {
  const addresses = listPeople(mail).map((person) => person.address);
  const domains = addresses.flatMap((address) => domainAndParents(domainOfAddress(address) ?? ''));
  return [...new Set([...addresses, ...domains])];
}

/** The strongest reason against logging, or null: private, internal, then what the company listed, then the person. */
export function decideNeverLog(
  mail: Pick<Mail, 'from' | 'to' | 'cc' | 'isPrivate'>,
  { internalDomains, listed }: { internalDomains: readonly string[]; listed: readonly Listed[] },
): NeverLog | null {
  if (mail.isPrivate === true) return { reason: 'private', evidence: '', isOfCompany: true };
  const people = splitPeople(listPeople(mail), internalDomains);
  const isSenderKnown = cleanAddress(mail.from.address) !== null; // from nowhere is not from inside
  if (people.isInternal && isSenderKnown) return { reason: 'internal', evidence: '', isOfCompany: true };
  const hit = listed.find((entry) => entry.isOfCompany) ?? listed[0];
  return hit === undefined ? null : { reason: hit.kind, evidence: hit.value, isOfCompany: hit.isOfCompany };
}

/** The value as it is stored; a word for what is wrong with it otherwise. */
export function cleanValue(
  { kind, value }: { kind: 'address' | 'domain'; value: string },
  internalDomains: readonly string[],
): { value: string } | { problem: 'wrong_format' | 'internal' } {
  const clean = kind === 'address' ? cleanAddress(value) : cleanDomain(value);
  if (clean === null) return { problem: 'wrong_format' };
  // A colleague stands in nearly every mail; internal ones are left out anyway.
  const isOurs = isInternalAddress(kind === 'address' ? clean : `x@${clean}`, internalDomains);
  return isOurs ? { problem: 'internal' } : { value: clean };
}
