// Who stands in a mail: people outside our own house, the sender first, or the recipients when we wrote it. Pure.
import { domainToASCII } from 'node:url';
import type { Mail, MailAddress } from '#contract/mail.ts';
import { isInternalAddress } from '#api/customers/domain.ts';

export interface MailPerson {
  readonly name: string;
  /** Lower case, host in ASCII, as stored. */
  readonly address: string;
  readonly party: 'from' | 'to' | 'cc';
}

export interface MailPeople {
  readonly direction: 'inbound' | 'outbound';
  /** Each address once; people of our own house left out. */
  readonly outside: readonly MailPerson[];
  /** Only colleagues wrote to each other. */
  readonly isInternal: boolean;
}

const longestAddress = 320;

/** 'Mailto:S.Tietz@Müller.de ' → 's.tietz@xn--mller-kva.de'; null when it is no address (Exchange names have no @). */
export function cleanAddress(text: string): string | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^<|>$/g, '')
    .replace(/^mailto:/, '');
  const at = plain.lastIndexOf('@');
  if (at < 1 || plain.length > longestAddress || /[\s<>]/.test(plain)) return null;
  const host = domainToASCII(plain.slice(at + 1));
  return host === '' ? null : `${plain.slice(0, at)}@${host}`;
}

/** Every person of the mail, colleagues included, each address once, in the order from, to, cc. */
export function listPeople(mail: Pick<Mail, 'from' | 'to' | 'cc'>): MailPerson[] {
  const found = new Map<string, MailPerson>();
  const add = (party: MailPerson['party']) => (one: MailAddress) => {
    const address = cleanAddress(one.address);
    if (address !== null && !found.has(address)) found.set(address, { name: one.name, address, party });
  };
  add('from')(mail.from);
  mail.to.forEach(add('to'));
  mail.cc.forEach(add('cc'));
  return [...found.values()];
}

/** Leaves colleagues out and says which way the mail went. */
export function splitPeople(everyone: readonly MailPerson[], internalDomains: readonly string[]): MailPeople {
  const outside = everyone.filter((person) => !isInternalAddress(person.address, internalDomains));
  const hasOutsideSender = outside.some((person) => person.party === 'from');
  return {
    direction: hasOutsideSender ? 'inbound' : 'outbound',
    outside,
    isInternal: outside.length === 0 && everyone.length > 0,
  };
}

const mostForwarded = 5;
const forwardedFrom = /^[>\s*]*(?:von|from|de)\s*:[^\n@]{0,200}?([^\s<>[\]():;,"@]+@[^\s<>[\]():;,"]+)/gim;

/** Addresses in the "Von:" lines of forwarded mails: what a colleague passes on may concern a customer. */
export function forwardedAddresses(text: string): string[] {
  const found = new Set<string>();
  for (const [, raw = ''] of text.slice(0, 20_000).matchAll(forwardedFrom)) {
    const address = cleanAddress(raw.replace(/^mailto:/i, ''));
    if (address !== null) found.add(address);
    if (found.size >= mostForwarded) break;
  }
  return [...found];
}
