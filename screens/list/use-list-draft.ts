// The list on screen: what was kept, with what the reader changed since; survives a look at a record.
import type { ListDefinition } from '#contract/list-filter.ts';
import type { SavedList } from '#contract/saved-list.ts';
import { useDraft, type Draft } from '../use-draft.ts';
import { kindOf, startOf } from './list-start.ts';

export interface ListDraft extends Draft<ListDefinition> {
  /** Something differs from what was kept. */
  readonly isChanged: boolean;
}

/** `part` names the kind that a new list begins with; none is ''. */
export function useListDraft(saved: SavedList | null, part: string): ListDraft {
  const before = saved?.definition ?? startOf(kindOf(part));
  const draft = useDraft<ListDefinition>(
    `list:${saved?.id ?? ['new', part].filter(Boolean).join(':')}`,
    before,
  );
  const isChanged = JSON.stringify(partsOf(draft.value)) !== JSON.stringify(partsOf(before));
  return { ...draft, isChanged };
}

function partsOf({ kind, filter, columns, sort }: ListDefinition) {
  return [kind, filter, columns, sort];
}
