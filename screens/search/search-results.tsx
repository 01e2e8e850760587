// The hits of a search, grouped by kind; the active one is marked for the keyboard.
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import {
  Building20Regular,
  Cart20Regular,
  CommentError20Regular,
  DocumentText20Regular,
  Person20Regular,
  Receipt20Regular,
} from '@fluentui/react-icons';
import { useId, type ReactElement } from 'react';
import type { SearchHit } from '#contract/search.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { RatingMark } from '../ui/rating-badge.tsx';
import type { HitGroup } from './use-search.ts';

const icons: Record<SearchHit['kind'], ReactElement> = {
  customer: <Building20Regular />,
  contact: <Person20Regular />,
  complaint: <CommentError20Regular />,
  quote: <DocumentText20Regular />,
  order: <Cart20Regular />,
  invoice: <Receipt20Regular />,
};

type SearchResultsProps = {
  id: string;
  groups: HitGroup[];
  activeId: string | null;
  onChoose: (hit: SearchHit) => void;
};

/** The element id by which `aria-activedescendant` names a hit. */
export function optionId(listId: string, hit: SearchHit): string {
  return `${listId}-${hit.kind}-${hit.id}`;
}

export function SearchResults({ id, groups, activeId, onChoose }: SearchResultsProps) {
  const styles = useStyles();
  const { search: words } = useWideMessages();
  return (
    <div role="listbox" id={id} aria-label={words.results} className={styles.list}>
      {groups.map((group) => (
        <ResultGroup key={group.kind} title={words.groups[group.kind]}>
          {group.hits.map((hit) => (
            <Option
              key={hit.id}
              id={optionId(id, hit)}
              hit={hit}
              isActive={optionId(id, hit) === activeId}
              onChoose={() => onChoose(hit)}
            />
          ))}
        </ResultGroup>
      ))}
    </div>
  );
}

function ResultGroup({ title, children }: { title: string; children: ReactElement[] }) {
  const styles = useStyles();
  const titleId = useId();
  return (
    <div role="group" aria-labelledby={titleId}>
      <div id={titleId} className={styles.title}>
        {title}
      </div>
      {children}
    </div>
  );
}

type OptionProps = { id: string; hit: SearchHit; isActive: boolean; onChoose: () => void };

function Option({ id, hit, isActive, onChoose }: OptionProps) {
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
      <span className={styles.icon} aria-hidden>
        {icons[hit.kind]}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{hit.title}</span>
        <span className={styles.detail}>
          {[hit.kind === 'customer' ? null : hit.customer.name, hit.detail].filter(Boolean).join(' · ')}
        </span>
      </span>
      {hit.rating && <RatingMark rating={hit.rating} />}
    </div>
  );
}

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', paddingBlock: tokens.spacingVerticalXS },
  title: {
    ...typographyStyles.caption1Strong,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
  },
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
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  name: { ...typographyStyles.body1, ...cut },
  detail: { ...typographyStyles.caption1, ...cut, color: tokens.colorNeutralForeground3 },
});
