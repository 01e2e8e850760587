// Completes the draft of an unknown sender from the database: who would look after him, and whom he may belong to.
import type { SenderDraft } from '#contract/cockpit.ts';
import type { CustomerSuggestion } from '#contract/customer.ts';
import type { Mail } from '#contract/mail.ts';
import { domainOfAddress } from '#api/customers/domain.ts';
import { normalizePhone } from '#api/customers/phone.ts';
import { findTerritory } from '#api/customers/territory.ts';
import type { Query } from '#api/db/database.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { listSimilarCustomers } from '#api/search/search.ts';
import type { MailPerson } from './people.ts';
import { tradeWord } from './signature-words.ts';
import { draftSender } from './sender.ts';
import type { TextDraft } from './sender.ts';
import * as store from './store.ts';

const mostSuggestions = 5;
const mostSimilar = 3;

/** The draft with owner and territory by postcode; similar customers only when no customer was found already. */
export async function draftFor(
  trx: Query,
  user: SignedInUser,
  { person, mail, hasCustomer }: { person: MailPerson; mail: Mail; hasCustomer: boolean },
): Promise<SenderDraft> {
  const draft = draftSender(person, mail);
  const territories = await store.readTerritories(trx, user.organizationId);
  const territory = findTerritory(draft.postcode, territories);
  const suggestions = hasCustomer ? [] : await suggest(trx, user, draft);
  return {
    ...draft,
    owner: territory?.owner ?? ownOffer(user),
    territoryName: territory?.name ?? null,
    suggestions,
  };
}

/** Without a territory the reader himself is proposed, unless he is an external partner. */
function ownOffer(user: SignedInUser): SenderDraft['owner'] {
  return user.role === 'partner' ? null : { id: user.id, name: user.name };
}

/** Same domain, then same telephone number, then a similar name; each customer once. */
async function suggest(trx: Query, user: SignedInUser, draft: TextDraft): Promise<CustomerSuggestion[]> {
  const alike = await store.listAlike(trx, user, {
    domain: draft.isFreeMail ? null : domainOfAddress(draft.email),
    phone: draft.phone === '' ? null : normalizePhone(draft.phone),
    limit: mostSuggestions,
  });
  const name = tellingWords(draft.companyName || draft.name);
  const similar = name === '' ? [] : await listSimilarCustomers(trx, user, name, mostSimilar);
  const byName = similar.map(({ customer, city, postcode }): CustomerSuggestion => ({
    customer,
    city,
    postcode,
    reason: 'similar_name',
  }));
  const each = new Map<string, CustomerSuggestion>();
  for (const one of [...alike, ...byName]) {
    if (!each.has(one.customer.id)) each.set(one.customer.id, one);
  }
  return [...each.values()].slice(0, mostSuggestions);
}

/** 'Tischlerei Thomsen' → 'Thomsen': half the customers are called after a trade. */
function tellingWords(name: string): string {
  const words = name.split(/\s+/);
  const telling = words.filter((word) => !tradeWord.test(word));
  return (telling.length > 0 ? telling : words).join(' ');
}
