// What the guard before sending must know; it judges in Outlook, so that a server that is away delays no mail.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { getSendFacts, SendCustomer, SendFacts } from '#contract/send-guard.ts';
import { domainOfAddress, isFreeMailDomain, isInternalAddress } from '#api/customers/domain.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { cleanAddress } from '#api/mails/people.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { foreseeLogging } from '#api/sent-mails/sent-mails.ts';
import { isNamedAfter, wordsOfFile } from './file-names.ts';
import * as store from './store.ts';

/** Customers of the recipients, their open complaints, objections, and customers that attachments are named after. */
export function facts(
  deps: Deps,
  user: SignedInUser,
  { recipients, attachmentNames }: Parsed<typeof getSendFacts>,
): Promise<Reply<typeof getSendFacts>> {
  return deps.db.read(user, async (trx) => {
    const internalDomains = await store.readInternalDomains(trx, user.organizationId);
    const addresses = [...new Set(recipients.map(cleanAddress))].filter(
      (address): address is string => address !== null && !isInternalAddress(address, internalDomains),
    );
    const people = await findPeople(trx, user, addresses);
    const customerIds = [...new Set(people.map((person) => person.customer.id))];
    const complaints = await store.findOpenComplaints(trx, user, customerIds);
    return {
      people,
      complaints: complaints.map((one) => ({ ...one, dueAt: one.dueAt.toISOString() })),
      objections: await store.findObjections(trx, user, addresses),
      attachments: await nameAttachments(trx, user, attachmentNames),
      internalDomains,
      ...(await foreseeLogging(deps, user, recipients)),
      asOf: deps.clock.now().toISOString(),
    };
  });
}

/** Each address with its customer where that is certain: one of the surest kind of reason, or several of one group. */
async function findPeople(
  trx: Query,
  user: SignedInUser,
  addresses: readonly string[],
): Promise<SendFacts['people']> {
  const domains = addresses
    .map((address) => domainOfAddress(address))
    .filter((domain): domain is string => domain !== null && !isFreeMailDomain(domain));
  const found = await store.findRecipients(trx, user, { addresses, domains });
  return addresses.flatMap((address) => {
    const own = found.filter(
      (one) => one.address === address || one.address === `@${domainOfAddress(address)}`,
    );
    const surest = own.filter((one) => one.rank === own[0]?.rank).map((one) => one.customer);
    const customer = onlyOf(surest);
    return customer === null ? [] : [{ address, customer }];
  });
}

function onlyOf(customers: readonly SendCustomer[]): SendCustomer | null {
  const [first] = customers;
  return first !== undefined && customers.every((one) => one.groupId === first.groupId) ? first : null;
}

async function nameAttachments(
  trx: Query,
  user: SignedInUser,
  names: readonly string[],
): Promise<SendFacts['attachments']> {
  const files = names.map((name) => ({ name, words: wordsOfFile(name) }));
  const words = [...new Set(files.flatMap((file) => file.words))].filter((word) => /\p{L}{3}/u.test(word));
  if (words.length === 0) return [];
  const customers = await store.findByWords(trx, user, words);
  return files
    .map(({ name, words: own }) => ({
      name,
      customers: customers.filter((customer) => isNamedAfter(own, customer.name)),
    }))
    .filter((file) => file.customers.length > 0);
}
