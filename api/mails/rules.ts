// Which customer is behind a mail, and why. Pure: what the database found in, a decision with reasons out.
import type { Match, MatchCandidate } from '#contract/cockpit.ts';
import { domainAndParents, domainOfAddress, isFreeMailDomain } from '#api/customers/domain.ts';
import type { MailPeople, MailPerson } from './people.ts';

/** One thing the database knows about an address, number or domain of the mail. */
export interface Hit {
  readonly source: 'correction' | 'address' | 'customer_number' | 'document_number' | 'domain';
  readonly key: string;
  /** Of an address: 0 is the contact's main one. */
  readonly position: number;
  readonly customer: MatchCandidate['customer'];
  readonly city: string | null;
  readonly contact: MatchCandidate['contact'];
}

export type Decision = Omit<Match, 'sender'>;

/** Candidates that weigh the same; the first group that has any decides, later ones only narrow it down. */
type Group = readonly MatchCandidate[];

/** Domains to look up for these people: their own and its parents, free mail left out. */
export function companyDomains(people: readonly Pick<MailPerson, 'address'>[]): string[] {
  const domains = people.map((person) => domainOfAddress(person.address)).filter((domain) => domain !== null);
  return [
    ...new Set(
      domains.filter((domain) => !isFreeMailDomain(domain)).flatMap((domain) => domainAndParents(domain)),
    ),
  ];
}

/** The customers behind the mail: one that is certain is `chosen`; several that fit alike are left to the reader. */
export function decideMatch(people: MailPeople, hits: readonly Hit[]): Decision {
  const known = new Set(hits.filter(isPersonal).map((hit) => hit.key));
  const unknownPeople = people.outside
    .filter((person) => !known.has(person.address))
    .map(({ name, address }) => ({ name, address }));
  const groups = groupHits(people, hits).filter((group) => group.length > 0);
  const certain = narrowDown(groups);
  const candidates = onePerCustomer(groups, certain);
  if (people.isInternal) return { kind: 'internal', candidates, chosen: null, unknownPeople };
  if (candidates.length === 0) return { kind: 'unknown', candidates, chosen: null, unknownPeople };
  const isCertain = certain.size === 1;
  return {
    kind: isCertain ? 'matched' : 'ambiguous',
    candidates,
    chosen: isCertain ? 0 : null,
    unknownPeople,
  };
}

function isPersonal(hit: Hit): boolean {
  return hit.source === 'correction' || hit.source === 'address';
}

/** Strongest first: who leads the mail, what its text names, the leading people's company, then everybody else. */
function groupHits(people: MailPeople, hits: readonly Hit[]): Group[] {
  const leading = people.direction === 'inbound' ? 'from' : 'to';
  const hitsByKey = groupByKey(hits);
  const of = (party: MailPerson['party'], find: (person: MailPerson) => MatchCandidate[]) =>
    people.outside.filter((person) => person.party === party).flatMap(find);
  const personal = (person: MailPerson) => bestOfPerson(person, hitsByKey);
  const byDomain = (person: MailPerson) => domainOfPerson(person, hitsByKey);
  const parties: MailPerson['party'][] = ['from', 'to', 'cc'];
  const rest = parties.filter((party) => party !== leading);
  return [
    of(leading, personal),
    hits.flatMap(numberInText),
    forwarded(people, hits),
    of(leading, byDomain),
    ...rest.map((party) => of(party, personal)),
    ...rest.map((party) => of(party, byDomain)),
    ...parties.map((party) => of(party, (person) => weakerOfPerson(person, hitsByKey))),
  ];
}

type HitsByKey = ReadonlyMap<string, readonly Hit[]>;

function groupByKey(hits: readonly Hit[]): HitsByKey {
  const byKey = new Map<string, Hit[]>();
  for (const hit of hits) {
    const same = byKey.get(hit.key);
    if (same) same.push(hit);
    else byKey.set(hit.key, [hit]);
  }
  return byKey;
}

/** A correction beats the main address, which beats another address of somebody. */
function bestOfPerson(person: MailPerson, hitsByKey: HitsByKey): MatchCandidate[] {
  const [best = []] = ranked(person, hitsByKey);
  return best;
}

/** What a correction or a main address has beaten stays a choice. */
function weakerOfPerson(person: MailPerson, hitsByKey: HitsByKey): MatchCandidate[] {
  return ranked(person, hitsByKey).slice(1).flat();
}

function ranked(person: MailPerson, hitsByKey: HitsByKey): MatchCandidate[][] {
  const mine = (hitsByKey.get(person.address) ?? []).filter(isPersonal);
  const addressed = mine.filter((hit) => hit.source === 'address');
  const corrected = mine
    .filter((hit) => hit.source === 'correction')
    .map((hit) => ({
      ...hit,
      contact: addressed.find((other) => other.customer.id === hit.customer.id)?.contact ?? null,
    }));
  const asCandidate = (reason: MatchCandidate['reason']) => (hit: Hit) =>
    toCandidate(hit, reason, person.party);
  return [
    corrected.map(asCandidate('correction')),
    addressed.filter((hit) => hit.position === 0).map(asCandidate('address')),
    addressed.filter((hit) => hit.position > 0).map(asCandidate('other_address')),
  ].filter((group) => group.length > 0);
}

/** The longest domain that is known counts: nord.firma.de before firma.de. */
function domainOfPerson(person: MailPerson, hitsByKey: HitsByKey): MatchCandidate[] {
  for (const domain of companyDomains([person])) {
    const hits = (hitsByKey.get(domain) ?? []).filter((hit) => hit.source === 'domain');
    if (hits.length > 0) return hits.map((hit) => toCandidate(hit, 'domain', person.party));
  }
  return [];
}

function numberInText(hit: Hit): MatchCandidate[] {
  const { source } = hit;
  const isNumber = source === 'customer_number' || source === 'document_number';
  return isNumber ? [toCandidate(hit, source, 'text')] : [];
}

/** Addresses that stand only in the text of a mail among colleagues. */
function forwarded(people: MailPeople, hits: readonly Hit[]): MatchCandidate[] {
  if (!people.isInternal) return [];
  return hits
    .filter(isPersonal)
    .map((hit) => toCandidate(hit, hit.source === 'correction' ? 'correction' : 'address', 'text'));
}

function toCandidate(
  { customer, city, contact, key }: Hit,
  reason: MatchCandidate['reason'],
  party: MatchCandidate['party'],
): MatchCandidate {
  return { customer, city, contact, reason, evidence: key, party };
}

/** The customers that remain when the strongest group is held against the weaker ones; one left means certain. */
function narrowDown(groups: readonly Group[]): ReadonlySet<string> {
  const [first = [], ...others] = groups;
  let left = new Set(first.map((candidate) => candidate.customer.id));
  for (const group of others) {
    if (left.size <= 1) break;
    const both = group.map((candidate) => candidate.customer.id).filter((id) => left.has(id));
    if (both.length > 0) left = new Set(both);
  }
  return left;
}

/** Each customer once with its strongest reason; those that may be meant first, then by strength and name. */
function onePerCustomer(groups: readonly Group[], certain: ReadonlySet<string>): MatchCandidate[] {
  const best = new Map<string, MatchCandidate>();
  for (const group of groups) {
    const byName = [...group].sort((a, b) => a.customer.name.localeCompare(b.customer.name, 'de'));
    for (const candidate of byName) {
      if (!best.has(candidate.customer.id)) best.set(candidate.customer.id, candidate);
    }
  }
  const all = [...best.values()];
  const isMeant = (candidate: MatchCandidate) => certain.has(candidate.customer.id);
  return [...all.filter(isMeant), ...all.filter((candidate) => !isMeant(candidate))];
}
