// All contacts of a customer, newest first, searchable, page by page.
import { Button, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { Chat20Regular } from '@fluentui/react-icons';
import { useDeferredValue, useState } from 'react';
import { listActivities, type Activity } from '#contract/activity.ts';
import { HistoryFilter, queryFields, wholeHistory } from './history-filter.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { ActivityRow } from '../ui/activity-row.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Rows } from '../ui/row.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { View } from '../ui/view.tsx';
import { useReply } from '../use-reply.ts';

type HistoryScreenProps = {
  customerId: string;
  people: readonly { id: string; name: string }[];
  onBack: () => void;
  onOpen: (activity: Activity) => void;
};

export function HistoryScreen({ customerId, people, onBack, onOpen }: HistoryScreenProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = messages.activity.history;
  const [text, setText] = useState('');
  const [query, setQuery] = useState(wholeHistory);
  const sought = useDeferredValue(text.trim());
  return (
    <View title={words.heading} onBack={onBack}>
      <div className={styles.body}>
        <SearchBox
          aria-label={words.search}
          placeholder={words.search}
          className={styles.search}
          value={text}
          onChange={(_, data) => setText(data.value)}
        />
        <HistoryFilter query={query} onQuery={setQuery} people={people} />
        <Rows label={words.heading}>
          <HistoryPage
            key={JSON.stringify([query, sought])}
            customerId={customerId}
            query={queryFields(query)}
            text={sought}
            onOpen={onOpen}
          />
        </Rows>
      </div>
    </View>
  );
}

type HistoryPageProps = {
  customerId: string;
  query: ReturnType<typeof queryFields>;
  text: string;
  cursor?: string;
  onOpen: (activity: Activity) => void;
};

/** One page, and below it the next once it was asked for. */
function HistoryPage({ customerId, query, text, cursor, onOpen }: HistoryPageProps) {
  const isSearch = text !== '' || Object.keys(query).length > 0;
  const messages = useMessages();
  const state = useReply(listActivities, {
    customerId,
    ...query,
    ...(text === '' ? {} : { text }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={messages.common.loading} count={6} />}>
      {({ items, nextCursor }) => (
        <>
          {items.length === 0 && cursor === undefined && <NothingFound isSearch={isSearch} />}
          {items.map((activity) => (
            <ActivityRow key={activity.id} activity={activity} onOpen={() => onOpen(activity)} />
          ))}
          {nextCursor !== null && (
            <NextPage customerId={customerId} query={query} text={text} cursor={nextCursor} onOpen={onOpen} />
          )}
        </>
      )}
    </Loaded>
  );
}

function NothingFound({ isSearch }: { isSearch: boolean }) {
  const words = useMessages().activity.history;
  return (
    <StateBlock
      icon={<Chat20Regular />}
      title={isSearch ? words.nothing : words.empty}
      text={isSearch ? words.nothingNext : words.emptyNext}
    />
  );
}

function NextPage(props: HistoryPageProps) {
  const messages = useMessages();
  const [isShown, setIsShown] = useState(false);
  if (isShown) return <HistoryPage {...props} />;
  return (
    <li>
      <Button appearance="subtle" onClick={() => setIsShown(true)}>
        {messages.common.showMore}
      </Button>
    </li>
  );
}

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
  },
  search: { maxWidth: 'none' },
});
