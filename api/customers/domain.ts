// Mail domains of companies: clean spelling, parents of a host name, and which domains belong to nobody in particular.
import { domainToASCII } from 'node:url';
import { freeMailDomains } from './free-mail-domains.ts';

/** Second levels under which strangers register side by side; a domain needs one more label to be somebody's own. */
const sharedSuffixes = new Set(
  (
    'co.uk org.uk me.uk ltd.uk ac.uk gov.uk co.at or.at gv.at ac.at com.tr org.tr com.pl net.pl co.il com.au net.au ' +
    'org.au co.nz co.jp co.kr co.in co.za com.br com.mx com.cn com.hk com.sg com.tw com.ua com.es com.pt com.gr ' +
    'com.ro com.hr co.hu co.rs com.mt com.cy'
  ).split(' '),
);
const serviceLabels = /^(www|mail|smtp|imap|mx|webmail|email)\./;
const plainDomain = /^(?=.{4,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** Whether everybody can get an address there, so that it never points to a company. */
export function isFreeMailDomain(domain: string): boolean {
  return domainAndParents(domain).some((one) => freeMailDomains.has(one));
}

/** 'https://www.Müller-Bau.de/' → 'xn--mller-bau-q9a.de'; null when it is no domain that one company can own. */
export function cleanDomain(text: string): string | null {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/[/?#:].*$/, '')
    .replace(/\.$/, '');
  const ascii = domainToASCII(host);
  const own =
    serviceLabels.test(ascii) && ascii.split('.').length > 2 ? ascii.replace(serviceLabels, '') : ascii;
  return plainDomain.test(own) && !sharedSuffixes.has(own) ? own : null;
}

/** The domain of an address in clean spelling with its sub-domain kept; null when there is none. */
export function domainOfAddress(address: string): string | null {
  const at = address.lastIndexOf('@');
  if (at < 1) return null;
  const ascii = domainToASCII(
    address
      .slice(at + 1)
      .trim()
      .toLowerCase()
      .replace(/\.$/, ''),
  );
  return plainDomain.test(ascii) ? ascii : null;
}

/** 'mail.nord.firma.de' → itself, 'nord.firma.de', 'firma.de'; never a suffix that strangers share. */
export function domainAndParents(domain: string): string[] {
  const labels = domain.split('.');
  const found: string[] = [];
  for (let start = 0; start <= labels.length - 2; start += 1) {
    const one = labels.slice(start).join('.');
    if (!sharedSuffixes.has(one)) found.push(one);
  }
  return found;
}

/** Whether an address lies in one of the company's own domains or below it. */
export function isInternalAddress(address: string, internalDomains: readonly string[]): boolean {
  const domain = domainOfAddress(address);
  return domain !== null && domainAndParents(domain).some((one) => internalDomains.includes(one));
}
