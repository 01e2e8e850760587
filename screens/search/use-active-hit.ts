// Which hit the keyboard is at: the first one of every new result, until an arrow key moves on.
import { useEffect, useState } from 'react';
import type { SearchHit } from '#contract/search.ts';
import { optionId } from './search-results.tsx';
import type { SearchState } from './use-search.ts';

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

interface ActiveHit {
  hit: SearchHit | null;
  /** Element id of its option. */
  id: string | null;
  /** Moves for an arrow key; false when the key means nothing here. */
  move: (key: string) => boolean;
}

export function useActiveHit({ words, hits }: SearchState, listId: string): ActiveHit {
  const [moved, setMoved] = useState({ words: '', index: 0 });
  const index = moved.words === words ? moved.index : 0;
  const hit = hits[index] ?? hits[0] ?? null;
  const id = hit === null ? null : optionId(listId, hit);
  useEffect(() => {
    if (id !== null) document.getElementById(id)?.scrollIntoView?.({ block: 'nearest' });
  }, [id]);
  return {
    hit,
    id,
    move: (key) => {
      const step = steps[key];
      if (step === undefined || hits.length === 0) return false;
      setMoved({ words, index: (index + step + hits.length) % hits.length });
      return true;
    },
  };
}
