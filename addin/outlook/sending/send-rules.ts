// The guard before sending, as rules: what is known and what is about to be sent in, findings out. Pure; nothing here waits.
import type { SendFacts } from '#contract/send-guard.ts';

export interface OutgoingMail {
  /** Addresses of to, cc and bcc. */
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly attachmentNames: readonly string[];
}

export type Finding =
  | { kind: 'two_customers'; names: readonly string[] }
  | { kind: 'wrong_attachment'; file: string; customer: string }
  | { kind: 'complaint'; number: string; title: string; customer: string }
  | { kind: 'objection'; names: readonly string[] };

/** So many people outside the company make a mail a mass mailing, whatever its subject says. */
const massRecipients = 10;
const massWords =
  /\b(?:newsletter|rundschreiben|rundmail|serienmail|mailing|sonderaktion|sonderangebot|aktionspreise?|rabattaktion|hausmesse|promotion|special offer)\b/i;

/** What the sender should look at once more, the worst slip first; an empty list lets the mail go. */
export function judgeSend(mail: OutgoingMail, facts: SendFacts, now: Date): Finding[] {
  const addresses = new Set(mail.recipients.map((address) => address.trim().toLowerCase()));
  const people = facts.people.filter((person) => addresses.has(person.address));
  return [
    ...findTwoCustomers(people),
    ...findWrongAttachments(mail, people, facts),
    ...findComplaints(people, facts, now),
    ...findObjections(mail, addresses, facts),
  ];
}

type People = SendFacts['people'];

/** Companies of one group may read each other's mail. */
function findTwoCustomers(people: People): Finding[] {
  const byGroup = new Map(people.map(({ customer }) => [customer.groupId, customer.name]));
  return byGroup.size > 1 ? [{ kind: 'two_customers', names: [...byGroup.values()] }] : [];
}

/** A file that names a recipient's customer as well is all right; without a known customer nothing can be wrong. */
function findWrongAttachments(mail: OutgoingMail, people: People, facts: SendFacts): Finding[] {
  const groups = new Set(people.map(({ customer }) => customer.groupId));
  if (groups.size === 0) return [];
  return facts.attachments
    .filter(({ name }) => mail.attachmentNames.includes(name))
    .filter(({ customers }) => customers.every((customer) => !groups.has(customer.groupId)))
    .flatMap(({ name, customers }): Finding[] =>
      customers[0] === undefined
        ? []
        : [{ kind: 'wrong_attachment', file: name, customer: customers[0].name }],
    );
}

function findComplaints(people: People, facts: SendFacts, now: Date): Finding[] {
  const customers = new Set(people.map(({ customer }) => customer.id));
  return facts.complaints
    .filter(({ customer, dueAt }) => customers.has(customer.id) && Date.parse(dueAt) < now.getTime())
    .map(({ number, title, customer }) => ({ kind: 'complaint', number, title, customer: customer.name }));
}

function findObjections(mail: OutgoingMail, addresses: ReadonlySet<string>, facts: SendFacts): Finding[] {
  const outside = [...addresses].filter((address) => !isInternal(address, facts.internalDomains));
  if (outside.length < massRecipients && !massWords.test(mail.subject)) return [];
  const names = facts.objections
    .filter(({ address }) => addresses.has(address))
    .map(({ name, address }) => name || address);
  return names.length === 0 ? [] : [{ kind: 'objection', names }];
}

function isInternal(address: string, domains: readonly string[]): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return domains.some((own) => domain === own || domain.endsWith(`.${own}`));
}
