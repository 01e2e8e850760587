// Completes the draft of an unknown sender from the database: who would look after him, and whom he may belong to.
import type { SenderDraft } from '#contract/cockpit.ts';
import type { CustomerSuggestion } from '#contract/customer.ts';
import type { Mail } from '#contract/mail.ts';
import { findTerritory } from '#api/customers/territory.ts';
import type { Query } from '#api/db/database.ts';
import { listSimilar } from '#api/duplicates/duplicates.ts';
import type { Described } from '#api/duplicates/similar.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import type { MailPerson } from './people.ts';
import { draftSender } from './sender.ts';
import type { TextDraft } from './sender.ts';
import * as store from './store.ts';

/** Assigning a mail is undone by a word, so less likeness is enough than for doubting a new customer. */
const assignableFrom = 5;

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

/** Who may be meant, by the same rule as before creating anybody; the archived are not offered for assigning. */
async function suggest(trx: Query, user: SignedInUser, draft: TextDraft): Promise<CustomerSuggestion[]> {
  const described: Described = {
    name: draft.companyName || draft.name,
    kind: draft.companyName === '' && draft.isFreeMail ? 'private' : 'company',
    number: '',
    street: draft.street,
    postcode: draft.postcode,
    city: draft.city,
    country: 'DE',
    phones: draft.phone === '' ? [] : [draft.phone],
    emails: [draft.email],
    domains: [],
  };
  const similar = await listSimilar(trx, user, described, assignableFrom);
  return similar
    .filter((one) => !one.isArchived)
    .map(({ customer, city, postcode, reasons }) => ({
      customer,
      city,
      postcode,
      reason: reasons.find((one) => one !== 'same_city') ?? 'similar_name',
    }));
}
