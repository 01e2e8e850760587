// The list on screen: what was kept, with what the reader changed since; survives a look at a record.
import type { ListDefinition } from '#contract/list-filter.ts';
import type { SavedList } from '#contract/saved-list.ts';
import { useDraft, type Draft } from '../use-draft.ts';
import { emptyFilter } from './filter-edit.ts';

export interface ListDraft extends Draft<ListDefinition> {
  /** Something differs from what was kept. */
  readonly isChanged: boolean;
}

/** No columns stand for the usual ones of the kind. */
const fresh: ListDefinition = { kind: 'customer', filter: emptyFilter, columns: [], sort: [] };

export function useListDraft(saved: SavedList | null): ListDraft {
  const before = saved?.definition ?? fresh;
  const draft = useDraft<ListDefinition>(`list:${saved?.id ?? 'new'}`, before);
  const isChanged = JSON.stringify(partsOf(draft.value)) !== JSON.stringify(partsOf(before));
  return { ...draft, isChanged };
}

function partsOf({ kind, filter, columns, sort }: ListDefinition) {
  return [kind, filter, columns, sort];
}
