// One day of the week plan, in the order of time; below it who could be seen on the same way.
import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { LocationAdd16Regular, Warning16Regular } from '@fluentui/react-icons';
import type { BusyTime, DueVisit, Visit, VisitWeek } from '#contract/visit.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { CustomerMarks, markedName } from '../ui/customer-marks.tsx';
import { useFormat } from '../use-format.ts';
import { problemOf } from './calendar-state.tsx';

type WeekDayProps = {
  day: VisitWeek['days'][number];
  busy: BusyTime[];
  onOpenVisit: (visitId: string) => void;
  onPlan: (due: DueVisit) => void;
};

export function WeekDay({ day, busy, onOpenVisit, onPlan }: WeekDayProps) {
  const styles = useStyles();
  const format = useFormat();
  const words = useVisitMessages().week;
  const entries = [
    ...day.visits.map((visit) => ({ at: visit.startsAt, key: visit.id, visit, busy: null })),
    ...busy.map((item) => ({
      at: item.startsAt,
      key: `${item.startsAt} ${item.title}`,
      visit: null,
      busy: item,
    })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  const isToday = day.day === format.today();
  return (
    <section aria-label={format.longDate(day.day)} className={styles.day}>
      <h3
        className={mergeClasses(styles.head, isToday && styles.today)}
        aria-current={isToday ? 'date' : undefined}
      >
        {format.weekdayDate(day.day)}
        {!day.isWorkingDay && <span className={styles.quiet}> {words.dayOff}</span>}
      </h3>
      {entries.length === 0 && <p className={styles.nothing}>{words.nothing}</p>}
      <ul className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.key}>
            {entry.visit ? (
              <VisitEntry visit={entry.visit} onOpen={() => onOpenVisit(entry.visit.id)} />
            ) : (
              <BusyEntry item={entry.busy} />
            )}
          </li>
        ))}
      </ul>
      {day.nearby.length > 0 && <Nearby nearby={day.nearby} onPlan={onPlan} />}
    </section>
  );
}

function VisitEntry({ visit, onOpen }: { visit: Visit; onOpen: () => void }) {
  const styles = useStyles();
  const format = useFormat();
  const { page } = useVisitMessages();
  const isDone = visit.state === 'reported';
  return (
    <button
      type="button"
      className={mergeClasses(styles.entry, styles.visit, isDone && styles.done)}
      onClick={onOpen}
    >
      <span className={styles.time}>
        {format.time(visit.startsAt)}–{format.time(visit.endsAt)}
      </span>
      <span className={styles.name}>
        {visit.customer.name}
        <CustomerMarks customer={visit.customer} />
      </span>
      <span className={styles.quiet}>{[visit.postcode, visit.city].filter(Boolean).join(' ')}</span>
      {isDone ? <span className={styles.quiet}>{page.reported}</span> : <VisitState visit={visit} />}
    </button>
  );
}

/** What is wrong with it, else that it is on its way to the calendar. */
function VisitState({ visit }: { visit: Visit }) {
  const styles = useStyles();
  const { calendar, warnings } = useVisitMessages();
  const problem = problemOf(visit, calendar);
  const warning = visit.warnings.find((one) => one !== 'in_past');
  return (
    <>
      {problem !== null && <span className={styles.problem}>{problem}</span>}
      {problem === null && visit.calendar.state === 'pending' && (
        <span className={styles.quiet}>{calendar.states.pending}</span>
      )}
      {warning !== undefined && (
        <span className={styles.problem}>
          <Warning16Regular aria-hidden /> {warnings[warning]}
        </span>
      )}
    </>
  );
}

function BusyEntry({ item }: { item: BusyTime }) {
  const styles = useStyles();
  const format = useFormat();
  const words = useVisitMessages().week;
  return (
    <div className={mergeClasses(styles.entry, styles.busy)}>
      <span className={styles.time}>
        {item.isAllDay ? words.allDay : `${format.time(item.startsAt)}–${format.time(item.endsAt)}`}
      </span>
      <span className={styles.title}>{item.title === '' ? words.busy : item.title}</span>
    </div>
  );
}

type NearbyProps = { nearby: VisitWeek['days'][number]['nearby']; onPlan: (due: DueVisit) => void };

function Nearby({ nearby, onPlan }: NearbyProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { week, due: words } = useVisitMessages();
  return (
    <div className={styles.nearby}>
      <span className={styles.quiet}>{week.nearby}</span>
      {nearby.map(({ due, visit }) => (
        <Button
          key={due.customer.id}
          size="small"
          appearance="subtle"
          className={styles.near}
          icon={<LocationAdd16Regular />}
          aria-label={`${words.open(markedName(due.customer, messages))}, ${week.nearOf(visit.name)}`}
          onClick={() => onPlan(due)}
        >
          <span className={styles.nearName}>
            {due.customer.name} ({due.postcode})
            <CustomerMarks customer={due.customer} />
          </span>
        </Button>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  day: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  head: {
    ...typographyStyles.body1Strong,
    margin: 0,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  today: { borderBottomColor: tokens.colorBrandStroke1 },
  nothing: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  entry: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    boxSizing: 'border-box',
    textAlign: 'start',
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
  },
  visit: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  done: { borderLeft: `4px solid ${tokens.colorNeutralStroke1}` },
  busy: {
    // Drawn where the theme takes grounds away.
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
  },
  time: { ...typographyStyles.caption1 },
  name: { ...typographyStyles.body1Strong },
  title: { ...typographyStyles.caption1 },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  problem: { color: tokens.colorStatusDangerForeground3 },
  nearby: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    rowGap: tokens.spacingVerticalXXS,
    paddingTop: tokens.spacingVerticalXS,
    borderTop: `1px dashed ${tokens.colorNeutralStroke2}`,
  },
  near: { justifyContent: 'flex-start', minWidth: 0, fontWeight: tokens.fontWeightRegular },
  nearName: { textAlign: 'start', overflowWrap: 'anywhere' },
});
