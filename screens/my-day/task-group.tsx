// A group of tasks under its head: Jetzt, Heute, Als Nächstes.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import type { DayTask } from '#contract/day.ts';
import { useFormat } from '../use-format.ts';
import type { TaskHandlers } from './task-actions.tsx';
import { TaskRow } from './task-row.tsx';

type TaskGroupProps = TaskHandlers & { title: string; tasks: DayTask[]; first: DayTask | null };

/** Nothing at all when there is nothing in it. */
export function TaskGroup({ title, tasks, first, ...handlers }: TaskGroupProps) {
  const styles = useStyles();
  const format = useFormat();
  const id = useId();
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h2 id={id} className={styles.title}>
        {title} <span className={styles.count}>{format.number(tasks.length)}</span>
      </h2>
      <ul className={styles.list}>
        {tasks.map((task) => (
          <TaskRow key={keyOf(task)} task={task} isFirst={task === first} {...handlers} />
        ))}
      </ul>
    </section>
  );
}

function keyOf(task: DayTask): string {
  if (task.kind === 'follow_up') return task.followUp.id;
  if (task.kind === 'quote') return task.quote.id;
  return `${task.kind} ${'complaint' in task ? task.complaint.id : task.customer.id}`;
}

const useStyles = makeStyles({
  group: { paddingBottom: tokens.spacingVerticalXL },
  title: {
    ...typographyStyles.body1Strong,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '24px',
    margin: 0,
    paddingBottom: tokens.spacingVerticalXS,
  },
  count: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});
