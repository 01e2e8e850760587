// Search that forgives typing errors, within what the user may see; the room's front door.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { search as searchEndpoint, SearchHit } from '#contract/search.ts';
import { ratingFor } from '#api/customers/rating.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { planSearch, splitByRarity, weighWords } from './rules.ts';
import * as store from './store.ts';
import type { HitRow } from './store.ts';

export { rebuildSearch } from './indexing.ts';

/** What lies further behind the best hit than this is noise. */
const leastShareOfBest = 0.4;

/** Customers, people and documents: exact numbers, addresses and telephone numbers first, then by words. */
export function search(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof searchEndpoint>,
): Promise<Reply<typeof searchEndpoint>> {
  return deps.db.read(user, async (trx) => {
    const plan = planSearch(input.q);
    const byNumber = await store.listByNumber(trx, user, plan, input.limit);
    const byWords = plan.address === null ? await listByWords(trx, user, input) : [];
    const all = new Map([...byNumber, ...byWords].map((row) => [`${row.kind} ${row.id}`, row]));
    const items = [...all.values()].slice(0, input.limit).map((row) => toHit(user, row));
    return { items };
  });
}

/** Visible customers with a name like this one, the most alike first; for offering them before a new one is created. */
export async function listSimilarCustomers(
  trx: Query,
  user: SignedInUser,
  name: string,
  limit: number,
): Promise<HitRow[]> {
  const rows = await listByWords(trx, user, { q: `${name} `, limit: limit * 4 });
  return rows.filter((row) => row.kind === 'customer').slice(0, limit);
}

async function listByWords(
  trx: Query,
  user: SignedInUser,
  { q, limit }: { q: string; limit: number },
): Promise<HitRow[]> {
  const plan = planSearch(q);
  if (plan.words.length === 0) return [];
  const known = await store.listKnownWords(trx, user.organizationId, plan);
  const matches = weighWords(plan, known);
  if (matches.length === 0) return [];
  const rows = await store.listByWords(trx, user, splitByRarity(matches), limit);
  const best = rows[0]?.score ?? 0;
  return rows.filter((row) => row.score >= best * leastShareOfBest);
}

function toHit(user: SignedInUser, row: HitRow): SearchHit {
  return {
    kind: row.kind,
    id: row.id,
    title: row.title,
    detail: detailOf(row),
    customer: row.customer,
    rating: ratingFor(user, row.figures),
  };
}

/** Plain facts in one line, the same in every language. */
function detailOf(row: HitRow): string {
  const town = [row.postcode, row.city].filter(Boolean).join(' ');
  if (row.kind === 'customer') return [row.customer.number, town, row.note].filter(Boolean).join(' · ');
  return [row.note, row.customer.name].filter(Boolean).join(' · ');
}
