// Which entry the keyboard is at: the first one of every new result, until an arrow key moves on.
import { useEffect, useState } from 'react';
import type { Entry, SearchState } from './use-search.ts';

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

interface ActiveEntry {
  entry: Entry | null;
  /** Element id of its option. */
  id: string | null;
  /** Moves for an arrow key; false when the key means nothing here. */
  move: (key: string) => boolean;
}

/** The element id by which `aria-activedescendant` names an entry. */
export function optionId(listId: string, entry: Pick<Entry, 'id'>): string {
  return `${listId}-${entry.id}`;
}

export function useActiveEntry({ words, entries }: SearchState, listId: string): ActiveEntry {
  const result = `${words} ${entries[0]?.id ?? ''}`;
  const [moved, setMoved] = useState({ result: '', index: 0 });
  const index = moved.result === result ? moved.index : 0;
  const entry = entries[index] ?? entries[0] ?? null;
  const id = entry === null ? null : optionId(listId, entry);
  useEffect(() => {
    if (id !== null) document.getElementById(id)?.scrollIntoView?.({ block: 'nearest' });
  }, [id]);
  return {
    entry,
    id,
    move: (key) => {
      const step = steps[key];
      if (step === undefined || entries.length === 0) return false;
      setMoved({ result, index: (index + step + entries.length) % entries.length });
      return true;
    },
  };
}
