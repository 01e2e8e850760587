// The search box over customers, people and documents: results while typing, arrows move, Enter opens, Escape clears.
import { makeStyles, mergeClasses, SearchBox, tokens } from '@fluentui/react-components';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import type { SearchHit } from '#contract/search.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useFormat } from '../use-format.ts';
import { SearchResults } from './search-results.tsx';
import { useActiveEntry } from './use-active-entry.ts';
import { useSearch, type Entry, type Narrowed, type SearchState } from './use-search.ts';

type RecordSearchProps = {
  onChoose: (hit: SearchHit) => void;
  /** Over the page below the box (header), or in the flow of the page. */
  isFloating?: boolean;
  takesFocus?: boolean;
  /** Tells whether results stand in the place of what is below. */
  onSearching?: (isSearching: boolean) => void;
};

export function RecordSearch({
  onChoose,
  isFloating = false,
  takesFocus = false,
  onSearching,
}: RecordSearchProps) {
  const styles = useStyles();
  const { search: words } = useWideMessages();
  const listId = useId();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [narrowed, setNarrowed] = useState<Narrowed | null>(null);
  const state = useSearch(text, narrowed);
  const active = useActiveEntry(state, listId);
  const isShown = isOpen && text.trim().length >= 2;
  useEffect(() => {
    onSearching?.(isShown);
  }, [isShown, onSearching]);

  const handleText = (next: string) => {
    setText(next);
    setNarrowed(null);
  };
  const handleChoose = (entry: Entry) => {
    if (entry.type === 'all') return setNarrowed({ kind: entry.kind, cursor: null });
    if (entry.type === 'next') return setNarrowed({ kind: entry.kind, cursor: entry.cursor });
    if (entry.type === 'back') return setNarrowed(null);
    handleText('');
    setOpen(false);
    onChoose(entry.hit);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (active.move(event.key)) event.preventDefault();
    else if (event.key === 'Enter' && active.entry !== null && isShown) {
      event.preventDefault();
      handleChoose(active.entry);
    } else if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      if (narrowed === null) handleText('');
      else setNarrowed(null);
    }
  };

  return (
    <div
      className={styles.search}
      onBlur={(event) => {
        if (isFloating && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <SearchBox
        className={styles.box}
        value={text}
        // A search box that opens on a press is asked for by that press; focus belongs there.
        autoFocus={takesFocus}
        placeholder={words.placeholder}
        input={{
          role: 'combobox',
          'aria-label': words.label,
          'aria-expanded': isShown,
          'aria-controls': listId,
          'aria-autocomplete': 'list',
          ...(isShown && active.id !== null ? { 'aria-activedescendant': active.id } : {}),
        }}
        dismiss={{ 'aria-label': words.clear }}
        onChange={(_event, data) => {
          handleText(data.value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={handleKey}
      />
      {isShown && (
        <div className={mergeClasses(isFloating && styles.floating)}>
          <Found state={state} listId={listId} activeId={active.id} onChoose={handleChoose} />
        </div>
      )}
      <Announcement state={state} isShown={isShown} />
    </div>
  );
}

type FoundProps = {
  state: SearchState;
  listId: string;
  activeId: string | null;
  onChoose: (entry: Entry) => void;
};

function Found({ state, listId, activeId, onChoose }: FoundProps) {
  const { search: words } = useWideMessages();
  if (state.error) return <ErrorNote error={state.error} title={words.failed} onRetry={state.reload} />;
  if (state.groups.length > 0) {
    return <SearchResults id={listId} state={state} activeId={activeId} onChoose={onChoose} />;
  }
  if (state.isWaiting) return <RowsSkeleton label={words.searching} />;
  return <StateBlock title={words.none(state.words)} text={words.noneNext} />;
}

/** Says to screen readers how many were found. */
function Announcement({ state, isShown }: { state: SearchState; isShown: boolean }) {
  const styles = useStyles();
  const format = useFormat();
  const { search: words } = useWideMessages();
  const count = state.groups.reduce((sum, group) => sum + group.count, 0);
  const text =
    count === 1 ? words.oneFound : count === 0 ? words.none(state.words) : words.found(format.number(count));
  return (
    <span role="status" className={styles.unseen}>
      {isShown && !state.isWaiting && !state.error ? text : ''}
    </span>
  );
}

const useStyles = makeStyles({
  search: { position: 'relative', width: '100%' },
  box: { width: '100%', maxWidth: 'none' },
  floating: {
    position: 'absolute',
    zIndex: 10,
    top: '100%',
    insetInlineEnd: 0,
    width: 'max(100%, min(420px, 92vw))',
    maxHeight: 'min(70vh, 560px)',
    overflowY: 'auto',
    marginTop: tokens.spacingVerticalXXS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
