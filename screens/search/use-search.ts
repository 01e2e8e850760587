// Searching while typing: asks a moment after the last key, keeps the last results until the new ones are there.
import { useEffect, useState } from 'react';
import { search, type SearchHit } from '#contract/search.ts';
import type { CallError } from '../call.ts';
import { useReply } from '../use-reply.ts';

const restMs = 150;
const shortest = 2;
const limit = 20;
const order: readonly SearchHit['kind'][] = ['customer', 'contact', 'complaint', 'quote', 'order', 'invoice'];

export interface HitGroup {
  kind: SearchHit['kind'];
  hits: SearchHit[];
}
export interface SearchState {
  /** The words the results belong to; empty while nothing is searched. */
  words: string;
  groups: HitGroup[];
  /** All hits in the order in which they are shown. */
  hits: SearchHit[];
  error: CallError | null;
  isWaiting: boolean;
  reload: () => void;
}

/** Searches from two letters on. */
export function useSearch(text: string): SearchState {
  const typed = text.trim();
  const rested = useRested(typed);
  const isSearching = Math.min(typed.length, rested.length) >= shortest;
  const found = useReply(search, isSearching ? { q: rested, limit } : null, { keepPrevious: true });
  const groups = isSearching ? groupHits(found.reply?.items ?? []) : [];
  return {
    words: isSearching ? rested : '',
    groups,
    hits: groups.flatMap((group) => group.hits),
    error: isSearching ? found.error : null,
    isWaiting: found.isWaiting || typed !== rested,
    reload: found.reload,
  };
}

/** By kind, customers first; within a kind in the server's order. */
export function groupHits(items: readonly SearchHit[]): HitGroup[] {
  return order
    .map((kind) => ({ kind, hits: items.filter((hit) => hit.kind === kind) }))
    .filter((group) => group.hits.length > 0);
}

function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
