// Search that forgives typing errors, within what the user may see; the room's front door.
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { search as searchEndpoint, SearchGroup, SearchHit, SearchKind } from '#contract/search.ts';
import { searchKinds } from '#contract/search.ts';
import { ratingFor } from '#api/customers/rating.ts';
import { decodeCursor, encodeCursor } from '#api/db/cursor.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import type { HitRow, Page } from './hit.ts';
import { askedWords, markNumber, markWords, passageOf } from './marks.ts';
import type { IsAsked } from './marks.ts';
import * as names from './name-store.ts';
import * as numbers from './number-store.ts';
import { holdsAll, rankNames } from './rank.ts';
import type { RankedRow } from './rank.ts';
import { planSearch, tellingWordsOf, wordsToFindBy, weighWords } from './rules.ts';
import type { SearchPlan, WordMatch } from './rules.ts';
import { planTexts, stemsOf, tellingWords } from './text-rules.ts';
import type { TextQuery } from './text-rules.ts';
import * as texts from './text-store.ts';
import { forgivenSlips, stemOf, variantsOf } from './words.ts';

export { indexCustomer, indexCustomers, rebuildSearch } from './indexing.ts';

const mostCounted = 100;
const furthestOffset = 5_000;
const nameKinds: readonly SearchKind[] = ['customer', 'contact'];

/** The best of every kind, or a further page of one: numbers and addresses first, then names, then texts. */
export function search(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof searchEndpoint>,
): Promise<Reply<typeof searchEndpoint>> {
  return deps.db.read(user, async (trx) => {
    const page = readPage(input);
    const plan = planSearch(input.q);
    const { byNumber, byName, byText, matches, query } = await find(trx, user, plan, page);
    const rows = onceEach([...byNumber, ...byName, ...byText], page.limit);
    const isAsked = askedWords(wordsMeant(plan, matches), query?.stems ?? [], plan.unfinished);
    return {
      items: rows.map((row) => toHit(user, row, { plan, isAsked })),
      groups: countGroups([byNumber, byName, byText]),
      nextCursor: nextCursorOf(page, rows, [byNumber, byName, byText]),
    };
  });
}

/** All that was found, and by what. */
interface Found {
  readonly byNumber: readonly HitRow[];
  readonly byName: readonly HitRow[];
  readonly byText: readonly HitRow[];
  readonly matches: readonly WordMatch[];
  readonly query: TextQuery | null;
}

/** Asks whatever is known enough to be asked; the answers of one question are worked on while the next one is read. */
async function find(trx: Query, user: SignedInUser, plan: SearchPlan, page: Page): Promise<Found> {
  const planned = names.keepPlans(trx);
  const hasWords = plan.address === null;
  const matching = hasWords ? matchNames(trx, user, plan) : Promise.resolve([]);
  const planning = hasWords ? planByTexts(trx, user, plan, matching) : Promise.resolve(null);
  const numbered = numbers.listByNumber(trx, user, plan, page);
  const named = matching.then((matches) =>
    isWanted(page, nameKinds) ? listByNames(trx, user, { plan, matches }, page) : [],
  );
  const told = planning.then((query) => (query === null ? [] : texts.listByTexts(trx, user, query, page)));
  await Promise.allSettled([planned, numbered, named, told]); // the transaction does not end while one still asks
  return {
    byNumber: await numbered,
    byName: await named,
    byText: await told,
    matches: await matching,
    query: await planning,
  };
}

/** Visible customers with a name like this one, the most alike first; for offering them before a new one is created. */
export async function listSimilarCustomers(
  trx: Query,
  user: SignedInUser,
  name: string,
  limit: number,
): Promise<HitRow[]> {
  const plan = planSearch(`${name} `);
  const page: Page = { kind: 'customer', offset: 0, limit: limit * 2 };
  const matches = await matchNames(trx, user, plan);
  const rows = await listByNames(trx, user, { plan, matches }, page);
  return rows.filter((row) => !row.is_archived).slice(0, limit);
}

function readPage({ limit, kind, cursor }: Parsed<typeof searchEndpoint>): Page {
  const offset = cursor === undefined ? 0 : decodeCursor(cursor, 1)[0];
  const isFit =
    typeof offset === 'number' && Number.isInteger(offset) && offset >= 0 && offset <= furthestOffset;
  if (!isFit) throw new AppError('invalid_input', { fields: [{ path: 'cursor', problem: 'invalid' }] });
  return { limit, offset, kind: kind ?? null };
}

function isWanted(page: Page, kinds: readonly SearchKind[]): boolean {
  return page.kind === null || kinds.includes(page.kind);
}

async function matchNames(trx: Query, user: SignedInUser, plan: SearchPlan): Promise<WordMatch[]> {
  if (plan.words.length === 0) return [];
  return weighWords(plan, await names.listKnownWords(trx, user.organizationId, plan));
}

async function listByNames(
  trx: Query,
  user: SignedInUser,
  { plan, matches }: { plan: SearchPlan; matches: readonly WordMatch[] },
  page: Page,
): Promise<HitRow[]> {
  if (matches.length === 0) return [];
  const found = await findByNames(trx, user, plan, matches);
  const totals = new Map(nameKinds.map((kind) => [kind, found.filter((row) => row.kind === kind).length]));
  const wanted = nameKinds
    .filter((kind) => isWanted(page, [kind]))
    .flatMap((kind) => found.filter((row) => row.kind === kind).slice(page.offset, page.offset + page.limit));
  const shown = wanted.toSorted((a, b) => found.indexOf(a) - found.indexOf(b));
  const hits = await names.readHits(trx, user, shown);
  return hits.map((hit) => ({ ...hit, total: totals.get(hit.kind) ?? 0 }));
}

/** By the word that tells most alone, if that finds a record with all the words; else by as many words as it takes. */
async function findByNames(
  trx: Query,
  user: SignedInUser,
  plan: SearchPlan,
  matches: readonly WordMatch[],
): Promise<RankedRow[]> {
  const all = wordsToFindBy(matches);
  const telling = tellingWordsOf(matches, all);
  if (telling.length > 0) {
    const few = rankNames(
      plan,
      await names.listByWords(trx, user, telling, [...new Set([...telling, ...all])]),
      matches,
    );
    if (holdsAll(matches, few[0])) return few;
  }
  return rankNames(plan, await names.listByWords(trx, user, all, []), matches);
}

/** What to ask texts for; typing errors are looked for only in words that no text and no name holds as they are. */
async function planByTexts(
  trx: Query,
  user: SignedInUser,
  plan: SearchPlan,
  matching: Promise<readonly WordMatch[]>,
): Promise<TextQuery | null> {
  const words = tellingWords(plan);
  if (words.length === 0) return null;
  const unfinished = plan.unfinished !== null && plan.unfinished.length > 2 ? plan.unfinished : null;
  const known = await texts.listTextWords(trx, user.organizationId, stemsOf(words), unfinished);
  const spellings = new Set(known.map(({ word }) => word.replace('@', '')));
  const strange = words
    .map((word) => (word === unfinished && known.some((one) => one.word.includes(word)) ? '' : stemOf(word)))
    .filter((stem) => forgivenSlips(stem) > 0 && !spellings.has(stem));
  const near =
    strange.length === 0
      ? []
      : await texts.listNearWords(trx, user.organizationId, [...new Set(strange.flatMap(variantsOf))]);
  return planTexts(plan, [...known, ...near], await matching);
}

/** The index words that count as what was typed: for each place those of about the best weight. */
function wordsMeant(plan: SearchPlan, matches: readonly WordMatch[]): string[] {
  const found = plan.words.flatMap((_word, place) => matches.filter((match) => match.place === place));
  return [...plan.words, ...found.map((match) => match.word)];
}

function onceEach(rows: readonly HitRow[], limit: number): HitRow[] {
  const each = new Map<string, HitRow>();
  for (const row of rows) if (!each.has(`${row.kind} ${row.id}`)) each.set(`${row.kind} ${row.id}`, row);
  const taken = new Map<SearchKind, number>();
  return [...each.values()].filter((row) => {
    taken.set(row.kind, (taken.get(row.kind) ?? 0) + 1);
    return (taken.get(row.kind) ?? 0) <= limit;
  });
}

/** A record found in two ways is counted once where both are shown, so a count may be a few too high, never too low. */
function countGroups(parts: readonly (readonly HitRow[])[]): SearchGroup[] {
  return searchKinds
    .map((kind) => {
      const found = parts.map((rows) => rows.filter((row) => row.kind === kind));
      const total = found.reduce((sum, rows) => sum + (rows[0]?.total ?? 0), 0);
      const twice = found.flat().length - new Set(found.flat().map((row) => row.id)).size;
      return { kind, count: Math.min(total - twice, mostCounted), isMore: total - twice > mostCounted };
    })
    .filter((group) => group.count > 0);
}

function nextCursorOf(
  page: Page,
  rows: readonly HitRow[],
  parts: readonly (readonly HitRow[])[],
): string | null {
  if (page.kind === null || rows.length === 0) return null;
  const further = page.offset + page.limit;
  const isMore = parts.some((part) => part.some((row) => row.total > further));
  return isMore && further <= furthestOffset ? encodeCursor([further]) : null;
}

function toHit(
  user: SignedInUser,
  row: HitRow,
  { plan, isAsked }: { plan: SearchPlan; isAsked: IsAsked },
): SearchHit {
  const detail = detailOf(row);
  const mark = (text: string) => {
    const number = row.is_number && plan.number !== null ? markNumber(text, plan.number) : [];
    return number.length > 0 ? number : markWords(text, isAsked);
  };
  return {
    kind: row.kind,
    id: row.id,
    title: row.title,
    titleMarks: mark(row.title),
    detail,
    detailMarks: mark(detail),
    passage: row.text === null ? null : passageOf(row.text, isAsked),
    customer: row.customer,
    rating: ratingFor(user, row.figures),
    at: row.at === null ? null : new Date(row.at).toISOString(),
    isArchived: row.is_archived,
  };
}

/** Plain facts in one line, the same in every language. */
function detailOf(row: HitRow): string {
  const town = [row.postcode, row.city].filter(Boolean).join(' ');
  if (row.kind === 'customer') return [row.customer.number, town, row.note].filter(Boolean).join(' · ');
  const note = row.kind === 'activity' ? null : row.note;
  return [note, row.customer.name].filter(Boolean).join(' · ');
}
