// Who is there already: the one place where similar customers and contacts are looked for before somebody is created.
import type { SimilarCustomer, findSimilarContacts, findSimilarCustomers } from '#contract/duplicate.ts';
import type { DuplicateReason } from '#contract/duplicate-reasons.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { cleanDomain, domainOfAddress, isFreeMailDomain } from '#api/customers/domain.ts';
import { normalizePhone } from '#api/customers/phone.ts';
import { findCustomer } from '#api/customers/customers.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { companyWords } from '#api/search/company-words.ts';
import { listSimilarCustomers } from '#api/search/search.ts';
import { isSamePerson, offeredFrom, weighLikeness } from './rules.ts';
import * as store from './similar-store.ts';
import type { AlikeRow } from './similar-store.ts';

export type Described = Parsed<typeof findSimilarCustomers>;

const mostNamed = 12;
const mostOffered = 5;
/** No index holds such a text, and the driver takes no zero byte. */
const unusable = /\0/;

/** The customers that may be the one about to be created, the likeliest first. */
export function findSimilar(
  deps: Deps,
  user: SignedInUser,
  input: Described,
): Promise<Reply<typeof findSimilarCustomers>> {
  return deps.db.read(user, async (trx) => ({ items: await listSimilar(trx, user, input) }));
}

/** The same inside another reading; `from` is the least score. */
export async function listSimilar(
  trx: Query,
  user: SignedInUser,
  input: Described,
  from: number = offeredFrom,
): Promise<SimilarCustomer[]> {
  const described = {
    ...input,
    name: input.name.replaceAll('\0', ' ').trim(),
    number: textOf(input.number),
    postcode: textOf(input.postcode),
    street: textOf(input.street),
    city: textOf(input.city),
  };
  const rows = await store.listAlike(trx, user, {
    number: described.number,
    emails: input.emails.map((address) => address.trim().toLowerCase()).filter((one) => !unusable.test(one)),
    domains: domainsIn(input),
    phones: phonesIn(input.phones, input.country),
    street: described.street,
    postcode: described.postcode,
    named: await listNamed(trx, user, described.name),
  });
  return rows
    .map((row) => toSimilar(row, described))
    .filter((one) => one.score >= from)
    .sort((a, b) => b.score - a.score || (a.customer.name < b.customer.name ? -1 : 1))
    .slice(0, mostOffered);
}

function textOf(text: string): string | null {
  const plain = text.replaceAll('\0', ' ').trim();
  return plain === '' ? null : plain;
}

/** Free-mail domains say nothing about a company. */
function domainsIn({ kind, domains, emails }: Described): string[] {
  if (kind === 'private') return [];
  const all = [...domains.map(cleanDomain), ...emails.map((address) => domainOfAddress(address.trim()))];
  return [...new Set(all.filter((domain) => domain !== null))].filter((domain) => !isFreeMailDomain(domain));
}

function phonesIn(phones: readonly string[], country: string): string[] {
  return phones.map((phone) => normalizePhone(phone, country)).filter((phone) => phone !== null);
}

async function listNamed(trx: Query, user: SignedInUser, name: string): Promise<string[]> {
  const words = tellingWords(name);
  if (words === '') return [];
  const hits = await listSimilarCustomers(trx, user, words, mostNamed);
  return hits.map((hit) => hit.customer.id);
}

/** 'Tischlerei Thomsen' → 'thomsen': half the customers are called after a trade. */
function tellingWords(name: string): string {
  const words = companyWords(name);
  const own = words.filter((word) => word.kind === 'own' || word.kind === 'person');
  return (own.length > 0 ? own : words.filter((word) => word.kind !== 'weak'))
    .map((word) => word.text)
    .join(' ');
}

interface Asked {
  readonly name: string;
  readonly kind: string;
  readonly postcode: string | null;
  readonly city: string | null;
}

function toSimilar(row: AlikeRow, asked: Asked): SimilarCustomer {
  const { score, reasons } = weighLikeness({
    names: [asked.name, row.customer.name],
    kinds: [asked.kind, row.kind],
    postcodes: [asked.postcode, row.postcode],
    cities: [asked.city, row.city],
    isSameNumber: row.same_number,
    isSameEmail: row.same_email,
    isSamePhone: row.same_phone,
    isSameDomain: row.same_domain,
    isSameAddress: row.same_address,
  });
  const { customer, street, postcode, city, is_archived: isArchived } = row;
  return { customer, street, postcode, city, isArchived, score, reasons: [...reasons] };
}

/** The people who may be the one about to be added: at this customer by name, anywhere by address or number. */
export function findSimilarPeople(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof findSimilarContacts>,
): Promise<Reply<typeof findSimilarContacts>> {
  return deps.db.read(user, async (trx) => {
    const customer = await findCustomer(trx, user, input.customerId);
    if (customer === null) throw new AppError('not_found');
    const rows = await store.listPeople(trx, user, {
      customerId: input.customerId,
      emails: input.emails
        .map((address) => address.trim().toLowerCase())
        .filter((one) => !unusable.test(one)),
      phones: phonesIn(input.phones, customer.country),
    });
    const items = rows.map(({ job_title: jobTitle, id, name, customer: of, ...shared }) => {
      const isSameName = shared.same_customer && isSamePerson(input.name, name);
      const reasons: DuplicateReason[] = [];
      if (shared.same_email) reasons.push('same_email');
      if (shared.same_phone && isSamePerson(input.name, name)) reasons.push('same_phone');
      if (isSameName) reasons.push('same_name');
      return { id, name, jobTitle, customer: of, reasons };
    });
    return { items: items.filter((one) => one.reasons.length > 0).slice(0, mostOffered) };
  });
}
