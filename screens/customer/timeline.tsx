// The history in the middle: search, kinds, and the contacts newest first, older ones on demand.
import { makeStyles, SearchBox, ToggleButton, tokens, typographyStyles } from '@fluentui/react-components';
import { Call20Regular, Chat20Regular, Location20Regular, Mail20Regular } from '@fluentui/react-icons';
import { useDeferredValue, useState, type ReactElement } from 'react';
import type { Activity } from '#contract/activity.ts';
import { HistoryFilter, queryFields, wholeHistory } from '../activity/history-filter.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import type { CustomerParts } from './customer-page.tsx';
import { TimelinePages } from './timeline-pages.tsx';

type Kind = Activity['kind'];
const mainKinds: readonly Kind[] = ['email', 'call', 'visit', 'chat'];
const icons: Partial<Record<Kind, ReactElement>> = {
  email: <Mail20Regular />,
  call: <Call20Regular />,
  visit: <Location20Regular />,
  chat: <Chat20Regular />,
};

export function Timeline({ cockpit, onOpenComplaint, onEditEntry }: CustomerParts) {
  const styles = useStyles();
  const { history: words } = useWideMessages().customerPage;
  const [text, setText] = useState('');
  const [query, setQuery] = useState(wholeHistory);
  const sought = useDeferredValue(text.trim());
  const handleShowAll = () => {
    setText('');
    setQuery(wholeHistory);
  };
  return (
    <>
      <div className={styles.head}>
        <SearchBox
          className={styles.search}
          aria-label={words.search}
          placeholder={words.search}
          value={text}
          onChange={(_event, data) => setText(data.value)}
        />
        <HistoryFilter query={query} onQuery={setQuery} people={[...cockpit.contacts, ...cockpit.team]}>
          <MainKinds kind={query.kind} onKind={(kind) => setQuery({ ...query, kind })} />
        </HistoryFilter>
      </div>
      <TimelinePages
        // Another question starts its pages anew.
        key={JSON.stringify([query, sought])}
        cockpit={cockpit}
        query={queryFields(query)}
        text={sought}
        onShowAll={handleShowAll}
        onOpenComplaint={onOpenComplaint}
        onEdit={onEditEntry}
      />
    </>
  );
}

type MainKindsProps = { kind: Kind | null; onKind: (kind: Kind | null) => void };

function MainKinds({ kind, onKind }: MainKindsProps) {
  const styles = useStyles();
  const names = useMessages().cockpit.activityKinds;
  const { history: words } = useWideMessages().customerPage;
  return (
    <div className={styles.kinds} role="group" aria-label={words.filter}>
      <ToggleButton size="small" className={styles.kind} checked={kind === null} onClick={() => onKind(null)}>
        {words.all}
      </ToggleButton>
      {mainKinds.map((main) => (
        <ToggleButton
          key={main}
          size="small"
          className={styles.kind}
          icon={icons[main] ?? null}
          checked={kind === main}
          onClick={() => onKind(kind === main ? null : main)}
        >
          {names[main]}
        </ToggleButton>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  search: { maxWidth: 'none', width: '100%' },
  kinds: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  kind: { ...typographyStyles.caption1, minWidth: '64px', height: '24px', whiteSpace: 'nowrap' },
});
