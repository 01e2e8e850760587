// The pages of a history, one below the other; the heads run on from page to page.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Chat20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { listActivities, type Activity } from '#contract/activity.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import type { queryFields } from '../activity/history-filter.tsx';
import { useWideMessages } from '../messages/wide-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useFormat } from '../use-format.ts';
import { useRights } from '../use-me.ts';
import { useReply } from '../use-reply.ts';
import { historyGroups } from './history-groups.ts';
import { TimelineItem } from './timeline-item.tsx';

type TimelinePagesProps = {
  cockpit: Cockpit;
  query: ReturnType<typeof queryFields>;
  text: string;
  onShowAll: () => void;
  onOpenComplaint: (complaintId: string) => void;
  onEdit: (activity: Activity) => void;
};
type PageProps = TimelinePagesProps & {
  cursor?: string;
  /** What stands above this page: its last head, and how many contacts. */
  lastTitle: string | null;
  countBefore: number;
};

export function TimelinePages(props: TimelinePagesProps) {
  const styles = useStyles();
  return (
    <div className={styles.pages}>
      <Page {...props} lastTitle={null} countBefore={0} />
    </div>
  );
}

function Page(props: PageProps) {
  const { cockpit, query, text, cursor } = props;
  const { history: words } = useWideMessages().customerPage;
  const state = useReply(listActivities, {
    customerId: cockpit.customer.id,
    ...query,
    ...(text === '' ? {} : { text }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={6} />}>
      {({ items, nextCursor }) =>
        items.length === 0 && cursor === undefined ? (
          <Empty isFiltered={isFiltered(props)} onShowAll={props.onShowAll} />
        ) : (
          <FilledPage {...props} activities={items} nextCursor={nextCursor} />
        )
      }
    </Loaded>
  );
}

function FilledPage({
  activities,
  nextCursor,
  ...props
}: PageProps & { activities: Activity[]; nextCursor: string | null }) {
  const styles = useStyles();
  const format = useFormat();
  const { history: words } = useWideMessages().customerPage;
  const [showsNext, setShowsNext] = useState(false);
  const groups = historyGroups(activities, words, format);
  const count = props.countBefore + activities.length;
  const shown = isFiltered(props)
    ? words.shownFiltered(format.number(count))
    : words.shown(format.number(count), format.number(Math.max(count, props.cockpit.activityCount)));
  return (
    <>
      {groups.map((group, index) => (
        <section key={group.title}>
          {(index > 0 || group.title !== props.lastTitle) && <h2 className={styles.title}>{group.title}</h2>}
          <ul className={styles.list}>
            {group.activities.map((activity) => (
              <TimelineItem
                key={activity.id}
                activity={activity}
                onOpenComplaint={props.onOpenComplaint}
                onEdit={props.onEdit}
              />
            ))}
          </ul>
        </section>
      ))}
      {showsNext && nextCursor !== null ? (
        <Page {...props} cursor={nextCursor} lastTitle={groups.at(-1)?.title ?? null} countBefore={count} />
      ) : (
        <div className={styles.foot}>
          <span className={styles.count} role="status">
            {shown}
          </span>
          {nextCursor !== null && (
            <Button appearance="subtle" onClick={() => setShowsNext(true)}>
              {words.older}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function isFiltered({ query, text }: TimelinePagesProps): boolean {
  return Object.keys(query).length > 0 || text !== '';
}

function Empty({ isFiltered, onShowAll }: { isFiltered: boolean; onShowAll: () => void }) {
  const { history: words } = useWideMessages().customerPage;
  const { may } = useRights();
  if (!isFiltered) {
    // Who may record nothing is not told to.
    const text = may('activity.log') ? words.emptyText : words.emptyShared;
    return <StateBlock icon={<Chat20Regular />} title={words.emptyTitle} text={text} />;
  }
  return (
    <StateBlock
      icon={<Chat20Regular />}
      title={words.noneTitle}
      text={words.noneText}
      action={{ label: words.showAll, onPress: onShowAll }}
    />
  );
}

const useStyles = makeStyles({
  pages: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}` },
  title: {
    ...typographyStyles.caption1Strong,
    margin: 0,
    paddingBlock: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  foot: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: '40px' },
  count: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});
