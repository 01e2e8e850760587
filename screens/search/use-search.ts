// Searching while typing: asks a moment after the last key, keeps the last results until the new ones are there.
import { useEffect, useState } from 'react';
import type { Reply } from '#contract/endpoint.ts';
import { search, searchKinds, type SearchHit, type SearchKind } from '#contract/search.ts';
import type { CallError } from '../call.ts';
import { useReply } from '../use-reply.ts';

const restMs = 150;
const shortest = 2;
/** What is pasted beyond this is not searched for by the server either. */
const longest = 200;
const fewOfEach = 5;
const onePage = 20;

/** One kind, of which more are wanted. */
export interface Narrowed {
  kind: SearchKind;
  cursor: string | null;
}

export interface HitGroup {
  kind: SearchKind;
  hits: SearchHit[];
  /** How many there are, also those not shown; `isMore` when counting stopped there. */
  count: number;
  isMore: boolean;
}

/** Everything the arrow keys stop at. */
export type Entry =
  | { type: 'hit'; id: string; hit: SearchHit }
  | { type: 'all'; id: string; kind: SearchKind }
  | { type: 'next'; id: string; kind: SearchKind; cursor: string }
  | { type: 'back'; id: string };

export interface SearchState {
  /** The words the results belong to; empty while nothing is searched. */
  words: string;
  groups: HitGroup[];
  entries: Entry[];
  error: CallError | null;
  isWaiting: boolean;
  reload: () => void;
}

/** Searches from two letters on: the best of every kind, or one kind page by page. */
export function useSearch(text: string, narrowed: Narrowed | null): SearchState {
  const typed = text.trim().slice(0, longest);
  const rested = useRested(typed);
  const isSearching = Math.min(typed.length, rested.length) >= shortest;
  const found = useReply(search, isSearching ? inputOf(rested, narrowed) : null, { keepPrevious: true });
  const { items, groups: counts, nextCursor } = (isSearching ? found.reply : null) ?? nothing;
  const groups = groupHits(items, counts);
  return {
    words: isSearching ? rested : '',
    groups,
    entries: listEntries(groups, narrowed, nextCursor),
    error: isSearching ? found.error : null,
    isWaiting: found.isWaiting || typed !== rested,
    reload: found.reload,
  };
}

const nothing: Reply<typeof search> = { items: [], groups: [], nextCursor: null };

function inputOf(q: string, narrowed: Narrowed | null) {
  if (narrowed === null) return { q, limit: fewOfEach };
  const { kind, cursor } = narrowed;
  return { q, kind, limit: onePage, ...(cursor === null ? {} : { cursor }) };
}

/** By kind, customers first; within a kind in the server's order. */
export function groupHits(
  items: readonly SearchHit[],
  counts: readonly Pick<HitGroup, 'kind' | 'count' | 'isMore'>[],
): HitGroup[] {
  return searchKinds
    .map((kind) => {
      const hits = items.filter((hit) => hit.kind === kind);
      const counted = counts.find((group) => group.kind === kind);
      return { kind, hits, count: counted?.count ?? hits.length, isMore: counted?.isMore ?? false };
    })
    .filter((group) => group.hits.length > 0);
}

function listEntries(
  groups: readonly HitGroup[],
  narrowed: Narrowed | null,
  nextCursor: string | null,
): Entry[] {
  const entries = groups.flatMap(({ kind, hits, count }): Entry[] => {
    const own = hits.map((hit): Entry => ({ type: 'hit', id: `${kind}-${hit.id}`, hit }));
    const hasMore = narrowed === null && count > hits.length;
    return hasMore ? [...own, { type: 'all', id: `all-${kind}`, kind }] : own;
  });
  if (narrowed === null) return entries;
  const { kind } = narrowed;
  const next: Entry[] = nextCursor === null ? [] : [{ type: 'next', id: 'next', kind, cursor: nextCursor }];
  return [...entries, ...next, { type: 'back', id: 'back' }];
}

function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
