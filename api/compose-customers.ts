// "Kunde Müller" for the bot: customers found by name, number, place or anything said, each once.
import type { SearchHit } from '#contract/search.ts';
import type { FoundCustomers } from '#teams-app/bot/use-cases.ts';
import type { ListRow } from '#teams-app/cards/list-card.ts';
import { urlOf } from './compose-links.ts';
import type { Deps } from './deps.ts';
import type { SignedInUser } from './rights/user.ts';
import { search } from './search/search.ts';

const mostRows = 5;

/** Those of that name, else those that anything of that name belongs to. */
export async function searchCustomers(
  deps: Deps,
  person: SignedInUser,
  text: string,
): Promise<FoundCustomers> {
  const { items } = await search(deps, person, { q: text, limit: 20 });
  const named = items.filter((hit) => hit.kind === 'customer' && !hit.isArchived);
  const firstOfEach = new Map<string, SearchHit>();
  for (const hit of named.length > 0 ? named : items) {
    if (!firstOfEach.has(hit.customer.id)) firstOfEach.set(hit.customer.id, hit);
  }
  const found = [...firstOfEach.values()];
  const [first] = found;
  return {
    rows: found.slice(0, mostRows).map((hit) => toRow(deps, hit)),
    only: found.length === 1 && first !== undefined ? first.customer.id : null,
    hasMore: found.length > mostRows,
  };
}

function toRow(deps: Deps, { kind, title, detail, customer, rating }: SearchHit): ListRow {
  const found = kind === 'customer' ? detail : `${title} ${detail}`.trim();
  const number = detail.startsWith(customer.number ?? '\u0000') ? null : customer.number;
  const parts = [number, rating && `${rating.letter}${rating.digit}`, found];
  return {
    title: customer.name,
    detail: parts.filter(Boolean).join(' · '),
    url: urlOf(deps.config, { kind: 'customer', id: customer.id }),
  };
}
