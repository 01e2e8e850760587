// One task: what and why, whose customer, until when, and the button that does it.
import { Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import {
  CalendarClock24Regular,
  CommentError24Regular,
  DocumentText24Regular,
  PersonClock24Regular,
  Receipt24Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { DayTask } from '#contract/day.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { RatingMark } from '../ui/rating-badge.tsx';
import { useFormat } from '../use-format.ts';
import { TaskActions, type TaskHandlers } from './task-actions.tsx';
import { taskWords } from './task-words.ts';

const icons: Record<DayTask['kind'], ReactElement> = {
  escalation: <CommentError24Regular />,
  complaint: <CommentError24Regular />,
  goodwill: <CommentError24Regular />,
  follow_up: <CalendarClock24Regular />,
  quote: <DocumentText24Regular />,
  dormant: <PersonClock24Regular />,
  payment: <Receipt24Regular />,
};

type TaskRowProps = TaskHandlers & {
  task: DayTask;
  /** Only the most urgent task of the day has the filled button. */
  isFirst: boolean;
};

export function TaskRow({ task, isFirst, ...handlers }: TaskRowProps) {
  const styles = useStyles();
  const { myDay } = useWideMessages();
  const words = taskWords(task, myDay, useFormat());
  const isBurning = words.isUrgent && (task.kind === 'complaint' || task.kind === 'escalation');
  return (
    <li className={styles.row}>
      <span className={mergeClasses(styles.icon, isBurning && styles.danger)} aria-hidden>
        {icons[task.kind]}
      </span>
      <span className={styles.title}>{words.title}</span>
      <span className={styles.reason}>{words.reason}</span>
      <span className={styles.customer}>
        {task.rating && <RatingMark rating={task.rating} />}
        <Link
          as="button"
          appearance="subtle"
          className={styles.name}
          title={task.customer.name}
          onClick={() => handlers.onOpenCustomer(task.customer.id)}
        >
          {task.customer.name}
        </Link>
        <CustomerMarks customer={task.customer} />
      </span>
      <span className={styles.when}>
        <span className={mergeClasses(styles.day, words.isUrgent && styles.dangerOnPhone)}>{words.when}</span>
        <span className={mergeClasses(styles.detail, words.isUrgent && styles.danger)}>
          {words.whenDetail}
        </span>
      </span>
      <span className={styles.actions}>
        <TaskActions task={task} title={words.title} isFirst={isFirst} {...handlers} />
      </span>
    </li>
  );
}

// The two never hold at once: which of two media rules wins is not ours to say.
const narrow = '@media (min-width: 600px) and (max-width: 999px)';
const phone = '@media (max-width: 599px)';
const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) 240px 88px 156px',
    gridTemplateAreas: '"icon title customer when actions" "icon reason customer when actions"',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    alignContent: 'center',
    minHeight: '56px',
    boxSizing: 'border-box',
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: {
      gridTemplateColumns: '24px minmax(0, 1fr) 88px 156px',
      gridTemplateAreas: '"icon title when actions" "icon customer when actions" "icon reason when actions"',
    },
    [phone]: {
      // The time is narrower than the buttons below it, so that the title keeps the room beside it.
      gridTemplateColumns: '24px minmax(0, 1fr) auto auto',
      gridTemplateAreas:
        '"icon title title when" "icon customer customer customer" "icon reason actions actions"',
      columnGap: tokens.spacingHorizontalS,
    },
  },
  icon: {
    gridArea: 'icon',
    alignSelf: 'center',
    display: 'flex',
    [narrow]: { alignSelf: 'start' },
    [phone]: { alignSelf: 'start' },
  },
  title: { gridArea: 'title', ...typographyStyles.body1Strong, hyphens: 'auto' },
  reason: {
    gridArea: 'reason',
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    hyphens: 'auto',
  },
  customer: {
    gridArea: 'customer',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  name: {
    ...typographyStyles.body1,
    minHeight: '24px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  when: {
    [phone]: { alignItems: 'flex-end', justifyContent: 'flex-start' },
    gridArea: 'when',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    whiteSpace: 'nowrap',
  },
  day: { ...typographyStyles.body1 },
  detail: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    [phone]: { display: 'none' },
  },
  danger: { color: tokens.colorStatusDangerForeground3 },
  dangerOnPhone: { [phone]: { color: tokens.colorStatusDangerForeground3 } },
  actions: {
    gridArea: 'actions',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalXS,
    [phone]: { alignSelf: 'start' },
  },
});
