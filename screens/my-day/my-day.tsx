// "Mein Tag": what the signed-in person should do, most urgent first; beside it visits, the team and what is on its way.
import { makeStyles, mergeClasses, Tab, TabList, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkCircle20Regular, LockClosed20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { getMyDay, type DayTask, type MyDay as Day } from '#contract/day.ts';
import { ErrandPanel } from '../customer/errand-panel.tsx';
import { useErrand, type Errand } from '../customer/use-errand.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useFormat } from '../use-format.ts';
import { useMe } from '../use-me.ts';
import { useReply } from '../use-reply.ts';
import { CompletedToday } from './completed-today.tsx';
import { DayHeader } from './day-header.tsx';
import { TeamSection, TransfersSection, VisitsSection } from './day-rail.tsx';
import type { TaskHandlers } from './task-actions.tsx';
import { TaskGroup } from './task-group.tsx';

type MyDayProps = Omit<TaskHandlers, 'onSetFollowUp' | 'onOpenFollowUp'> & {
  onOpenVisit: (visitId: string) => void;
  onOpenVisits: () => void;
};
type Part = 'tasks' | 'visits' | 'team';

/** Cards and colleagues change the day without this screen, so it asks again every half minute. */
const everyMs = 30_000;

export function MyDay(props: MyDayProps) {
  const { reply: me } = useMe();
  return me?.role === 'partner' ? <NotForYou {...props} /> : <OwnDay {...props} />;
}

function OwnDay(props: MyDayProps) {
  const styles = useStyles();
  const { myDay: words } = useWideMessages();
  const { reply: day, error, isWaiting, reload } = useReply(getMyDay, {}, { everyMs });
  const errand = useErrand();
  const [part, setPart] = useState<Part>('tasks');
  const handlers = {
    ...props,
    onSetFollowUp: (customer: Errand['customer']) => errand.open({ kind: 'follow_up', customer }),
    onOpenFollowUp: (followUpId: string) =>
      errand.open({ kind: 'open_follow_up', customer: null, followUpId }),
  };
  return (
    <div className={styles.page}>
      <DayHeader day={day} onErrand={errand.open} {...props} />
      {day && <PartTabs day={day} part={part} onPart={setPart} />}
      <div className={styles.columns}>
        <main className={mergeClasses(styles.tasks, part !== 'tasks' && styles.notOnPhone)}>
          {error && <ErrorNote error={error} onRetry={reload} />}
          {isWaiting && <RowsSkeleton label={words.loading} count={6} />}
          {day && <Tasks day={day} {...handlers} />}
        </main>
        {day && (
          <aside className={mergeClasses(styles.rail, part === 'tasks' && styles.notOnPhone)}>
            <VisitsSection
              day={day}
              onOpenVisit={props.onOpenVisit}
              onOpenVisits={props.onOpenVisits}
              isHiddenOnPhone={part === 'team'}
            />
            <TeamSection
              day={day}
              onOpenCustomer={props.onOpenCustomer}
              isHiddenOnPhone={part === 'visits'}
            />
            <TransfersSection day={day} isHiddenOnPhone={part === 'visits'} />
          </aside>
        )}
      </div>
      <ErrandPanel state={errand} onOpenComplaint={props.onOpenComplaint} />
    </div>
  );
}

/** Partners have no tasks here; what was shared with them is in the next place. */
function NotForYou(props: MyDayProps) {
  const styles = useStyles();
  const { myDay: words } = useWideMessages();
  return (
    <div className={styles.page}>
      <DayHeader day={null} onErrand={() => undefined} {...props} />
      <main className={styles.tasks}>
        <StateBlock
          icon={<LockClosed20Regular />}
          title={words.notForYou.title}
          text={words.notForYou.text}
        />
      </main>
    </div>
  );
}

type PartTabsProps = { day: Day; part: Part; onPart: (part: Part) => void };

function PartTabs({ day, part, onPart }: PartTabsProps) {
  const styles = useStyles();
  const format = useFormat();
  const { myDay: words } = useWideMessages();
  return (
    <TabList
      className={styles.tabs}
      selectedValue={part}
      // The values are those of the tabs below.
      onTabSelect={(_event, data) => onPart(data.value as Part)}
    >
      <Tab value="tasks">{words.tasks}</Tab>
      <Tab value="visits">{words.visits.tab(format.number(day.visits.length))}</Tab>
      <Tab value="team">{words.team.tab}</Tab>
    </TabList>
  );
}

function Tasks({ day, ...handlers }: TaskHandlers & { day: Day }) {
  const { myDay: words } = useWideMessages();
  const first = [...day.now, ...day.today, ...day.next][0] ?? null;
  const groups: [string, DayTask[]][] = [
    [words.groups.now, day.now],
    [words.groups.today, day.today],
    [words.groups.next, day.next],
  ];
  return (
    <>
      {first === null && (
        <StateBlock icon={<CheckmarkCircle20Regular />} title={words.empty.title} text={words.empty.text} />
      )}
      {groups.map(([title, tasks]) => (
        <TaskGroup key={title} title={title} tasks={tasks} first={first} {...handlers} />
      ))}
      <CompletedToday completed={day.completedToday} onOpenCustomer={handlers.onOpenCustomer} />
    </>
  );
}

const oneColumn = '@media (max-width: 899px)';
// The next two never hold at once: which of two media rules wins is not ours to say.
const middle = '@media (min-width: 600px) and (max-width: 899px)';
const phone = '@media (max-width: 599px)';
const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 336px',
    flexGrow: 1,
    minHeight: 0,
    [oneColumn]: { gridTemplateColumns: 'minmax(0, 1fr)', overflowY: 'auto', alignContent: 'start' },
  },
  tasks: {
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    [oneColumn]: { overflowY: 'visible' },
    [phone]: { paddingInline: tokens.spacingHorizontalL },
  },
  rail: {
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    '& > section': { paddingInline: tokens.spacingHorizontalL, paddingBlock: tokens.spacingVerticalM },
    '& > section:first-child': { borderTop: 'none' },
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    [oneColumn]: { overflowY: 'visible', borderLeft: 'none' },
    [middle]: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    [phone]: { backgroundColor: tokens.colorNeutralBackground1 },
  },
  tabs: {
    ...typographyStyles.body1,
    display: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { display: 'flex' },
  },
  notOnPhone: { [phone]: { display: 'none' } },
});
