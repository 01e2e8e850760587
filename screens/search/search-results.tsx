// The hits of a search, grouped by kind with how many there are; the active entry is marked for the keyboard.
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowLeft20Regular, ChevronDown20Regular } from '@fluentui/react-icons';
import { useId, type ReactElement, type ReactNode } from 'react';
import { useWideMessages } from '../messages/wide-messages.ts';
import { useFormat } from '../use-format.ts';
import { HitBody } from './hit-body.tsx';
import { optionId } from './use-active-entry.ts';
import type { Entry, HitGroup, SearchState } from './use-search.ts';

type SearchResultsProps = {
  id: string;
  state: SearchState;
  activeId: string | null;
  onChoose: (entry: Entry) => void;
};

export function SearchResults({ id, state, activeId, onChoose }: SearchResultsProps) {
  const styles = useStyles();
  const { search: words } = useWideMessages();
  const option = (entry: Entry) => (
    <Option
      key={entry.id}
      id={optionId(id, entry)}
      isActive={optionId(id, entry) === activeId}
      onChoose={() => onChoose(entry)}
    >
      <EntryBody entry={entry} groups={state.groups} />
    </Option>
  );
  const isOf = (group: HitGroup) => (entry: Entry) =>
    (entry.type === 'hit' && entry.hit.kind === group.kind) || ('kind' in entry && entry.kind === group.kind);
  return (
    <div role="listbox" id={id} aria-label={words.results} className={styles.list}>
      {state.groups.map((group) => (
        <ResultGroup key={group.kind} group={group}>
          {state.entries.filter(isOf(group)).map(option)}
        </ResultGroup>
      ))}
      {state.entries.filter((entry) => entry.type === 'back').map(option)}
    </div>
  );
}

function ResultGroup({ group, children }: { group: HitGroup; children: ReactElement[] }) {
  const styles = useStyles();
  const format = useFormat();
  const titleId = useId();
  const { search: words } = useWideMessages();
  const count = format.number(group.count);
  return (
    <div role="group" aria-labelledby={titleId}>
      <div id={titleId} className={styles.title}>
        {words.groups[group.kind]}{' '}
        <span className={styles.count}>{group.isMore ? words.over(count) : count}</span>
      </div>
      {children}
    </div>
  );
}

function EntryBody({ entry, groups }: { entry: Entry; groups: readonly HitGroup[] }) {
  const styles = useStyles();
  const format = useFormat();
  const { search: words } = useWideMessages();
  if (entry.type === 'hit') return <HitBody hit={entry.hit} />;
  const group = groups.find((one) => 'kind' in entry && one.kind === entry.kind);
  const count = format.number(group?.count ?? 0);
  const text = {
    all: group?.isMore === true ? words.showMany : words.showAll(count),
    next: words.showNext,
    back: words.backToAll,
  }[entry.type];
  return (
    <>
      <span className={styles.icon} aria-hidden>
        {entry.type === 'back' ? <ArrowLeft20Regular /> : <ChevronDown20Regular />}
      </span>
      <span className={styles.action}>{text}</span>
    </>
  );
}

type OptionProps = { id: string; isActive: boolean; onChoose: () => void; children: ReactNode };

function Option({ id, isActive, onChoose, children }: OptionProps) {
  const styles = useStyles();
  return (
    // Focus stays in the search box, which names the active option; a press must not take it away.
    <div
      role="option"
      id={id}
      aria-selected={isActive}
      className={mergeClasses(styles.option, isActive && styles.active)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', paddingBlock: tokens.spacingVerticalXS },
  title: {
    ...typographyStyles.caption1Strong,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
  },
  count: { fontWeight: tokens.fontWeightRegular },
  option: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '44px',
    paddingInline: tokens.spacingHorizontalM,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground3,
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  icon: { display: 'flex', flexShrink: 0 },
  action: { ...typographyStyles.body1, color: tokens.colorBrandForegroundLink },
});
