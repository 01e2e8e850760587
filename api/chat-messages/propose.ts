// Which customers a chat message may concern, each with the reason: people of the chat, numbers and names in the text.
import { match } from '#api/mails/mails.ts';
import type { MatchCandidate } from '#contract/cockpit.ts';
import type { Mail } from '#contract/mail.ts';
import type { SearchHit } from '#contract/search.ts';
import type { Deps } from '#api/deps.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { search } from '#api/search/search.ts';
import { holdsWord, listAddresses, listNameWords } from './rules.ts';

export interface ChatMessage {
  /** Conversation and message as Teams names them. */
  readonly key: string;
  /** Leads back to it in Teams. */
  readonly link: string | null;
  readonly author: { readonly name: string; readonly entraOid: string | null };
  readonly at: string;
  readonly text: string;
  /** Who else is in the chat, as far as Teams tells. */
  readonly members: readonly { readonly name: string; readonly email: string }[];
}

export interface Proposal {
  readonly customerId: string;
  readonly name: string;
  readonly detail: string;
  readonly reason: MatchCandidate['reason'] | 'author' | 'name';
  /** The address, number or word it was read from. */
  readonly evidence: string;
}

const mostProposals = 5;
const mostOfOneWord = 3;

/** The likeliest first; empty when nothing points at a customer this person may see. */
export async function propose(deps: Deps, user: SignedInUser, message: ChatMessage): Promise<Proposal[]> {
  const { candidates } = await match(deps, user, { mail: asMail(message) });
  const byAddress = candidates.map(({ customer, city, reason, evidence }) => ({
    customerId: customer.id,
    name: customer.name,
    detail: [customer.number, city].filter(Boolean).join(' · '),
    reason,
    evidence,
  }));
  const isSure = byAddress.length === 1;
  const byName = isSure ? [] : await proposeByNames(deps, user, message);
  const each = new Map<string, Proposal>();
  for (const one of [...byAddress, ...byName]) if (!each.has(one.customerId)) each.set(one.customerId, one);
  return [...each.values()].slice(0, mostProposals);
}

/** The people of the chat stand where those of a mail would; who wrote it leads. */
function asMail({ key, author, members, text, at }: ChatMessage): Mail {
  const writer = members.find((one) => one.name === author.name);
  const others = members.filter((one) => one !== writer).map(({ name, email }) => ({ name, address: email }));
  const named = listAddresses(text).map((address) => ({ name: '', address }));
  return {
    messageId: `teams ${key}`.slice(0, 998),
    itemId: null,
    mailbox: null,
    conversationId: null,
    subject: '',
    from: { name: author.name, address: writer?.email ?? '' },
    to: [...named, ...others],
    cc: [],
    sentAt: at,
    bodyText: text,
    attachments: [],
  };
}

async function proposeByNames(deps: Deps, user: SignedInUser, message: ChatMessage): Promise<Proposal[]> {
  const found = await findBy(deps, user, { kind: 'contact', q: message.author.name });
  const authors = found
    .filter((hit) => hit.title.toLowerCase() === message.author.name.toLowerCase())
    .map((hit) => toProposal(hit, 'author', hit.title));
  const words: Proposal[] = [];
  for (const word of listNameWords(message.text)) {
    const hits = (await findBy(deps, user, { kind: 'customer', q: word })).filter((hit) =>
      holdsWord(hit.title, word),
    );
    if (hits.length <= mostOfOneWord) words.push(...hits.map((hit) => toProposal(hit, 'name', word)));
  }
  return [...authors, ...words];
}

async function findBy(
  deps: Deps,
  user: SignedInUser,
  { kind, q }: { kind: 'contact' | 'customer'; q: string },
): Promise<SearchHit[]> {
  if (q.trim() === '') return [];
  const { items } = await search(deps, user, { q, kind, limit: mostOfOneWord + 1 });
  return items.filter((hit) => !hit.isArchived);
}

function toProposal({ customer, detail }: SearchHit, reason: Proposal['reason'], evidence: string): Proposal {
  return {
    customerId: customer.id,
    name: customer.name,
    detail: customer.number ?? detail,
    reason,
    evidence,
  };
}
