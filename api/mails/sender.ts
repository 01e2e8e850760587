// A draft of a new customer and contact from the address, the display name and the signature of a mail. Pure.
import { domainToUnicode } from 'node:url';
import type { SenderDraft } from '#contract/cockpit.ts';
import type { Mail } from '#contract/mail.ts';
import { domainAndParents, domainOfAddress, isFreeMailDomain } from '#api/customers/domain.ts';
import type { MailPerson } from './people.ts';
import { languageOf, legalForm } from './signature-words.ts';
import { looksLikeName, readSignature, withoutTitles } from './signature.ts';
import type { Signature } from './signature.ts';

/** What the text alone tells; owner, territory and similar customers are added from the database. */
export type TextDraft = Omit<SenderDraft, 'owner' | 'territoryName' | 'suggestions'>;

const noSignature: Signature = {
  nameLines: [],
  companyName: '',
  companyIsGuess: true,
  jobTitle: '',
  phone: '',
  street: '',
  postcode: '',
  city: '',
};

/** Reads the draft; the signature counts only when this person wrote the mail. */
export function draftSender(person: MailPerson, mail: Mail): TextDraft {
  const signature =
    person.party === 'from' ? readSignature(mail.bodyText, displayedName(person.name)) : noSignature;
  const domain = domainOfAddress(person.address);
  const isFreeMail = domain === null || isFreeMailDomain(domain);
  const company = companyOf(person, signature, isFreeMail ? null : domain);
  return {
    name: nameOf(person, signature),
    ...company,
    jobTitle: signature.jobTitle,
    phone: signature.phone,
    email: person.address,
    street: signature.street,
    postcode: signature.postcode,
    city: signature.city,
    language: languageOf(`${mail.subject}\n${mail.bodyText}`),
    isFreeMail,
  };
}

type Company = Pick<SenderDraft, 'companyName' | 'companyIsGuess'>;

function companyOf(person: MailPerson, signature: Signature, domain: string | null): Company {
  if (signature.companyName !== '' && !signature.companyIsGuess) {
    return { companyName: signature.companyName, companyIsGuess: false };
  }
  const displayed = companyInDisplayName(person.name);
  if (displayed !== '') return { companyName: displayed, companyIsGuess: false };
  if (signature.companyName !== '') return { companyName: signature.companyName, companyIsGuess: true };
  return { companyName: domain === null ? '' : companyFromDomain(domain), companyIsGuess: true };
}

/** 'Thomas Berger (Fliesen Berger GmbH)', 'Fliesen Berger GmbH' */
function companyInDisplayName(name: string): string {
  const parts = name.split(/\s*[|(),/]\s*|\s+-\s+/u);
  return parts.find((part) => legalForm.test(part))?.trim() ?? '';
}

/** 'fliesen-berger.de' → 'Fliesen Berger' */
function companyFromDomain(domain: string): string {
  const own = domainAndParents(domain).at(-1) ?? domain;
  const label = own.slice(0, own.indexOf('.'));
  return (domainToUnicode(label) || label).split(/[-_]+/).map(capitalize).join(' ');
}

/** The display name when it is one, else the fitting line of the signature, else what the address says; empty for info@. */
function nameOf(person: MailPerson, signature: Signature): string {
  const displayed = displayedName(person.name);
  const written = signature.nameLines.map(withoutTitles);
  const fromAddress = nameFromAddress(person.address);
  const lastName = (displayed || fromAddress).split(' ').at(-1)?.toLowerCase() ?? '';
  const same = written.find((name) => name.toLowerCase().endsWith(lastName) && lastName !== '');
  if (displayed !== '' && !/^\p{L}\.? /u.test(displayed)) return displayed;
  return same ?? (displayed || written[0] || fromAddress);
}

/** 'Berger, Thomas' → 'Thomas Berger'; empty for companies and addresses. */
function displayedName(name: string): string {
  const plain = name
    .replace(/["']/g, '')
    .replace(/\s*[([|].*$/u, '')
    .trim();
  const [last = '', first = ''] = plain.split(/,\s*/);
  const turned = withoutTitles(first !== '' && !/\s/.test(first) ? `${first} ${last}` : plain);
  return looksLikeName(turned) ? turned : '';
}

/** 't.berger@…' → 'T. Berger'; empty for info@ and the like. */
function nameFromAddress(address: string): string {
  const local = address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/, '');
  const words = local.split(/[._-]/).filter((word) => /^\p{L}+$/u.test(word));
  if (words.length < 2) return '';
  return words.map((word) => (word.length === 1 ? `${word.toUpperCase()}.` : capitalize(word))).join(' ');
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
