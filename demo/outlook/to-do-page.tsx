// Microsoft To Do as the demo plays it: the tasks of the local Graph, to be ticked, moved or deleted from that side.
import {
  Body1,
  Button,
  Caption1,
  Checkbox,
  Input,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { GraphClient } from './graph/graph-client.ts';
import { useTaskChange, useToDo, type ShownTask, type TaskChange } from './graph/use-to-do.ts';
import { useWords } from './words.ts';

/** The tasks of the person in the demo bar. */
export function ToDoPage({ graph, user }: { graph: GraphClient; user: string }) {
  const styles = useStyles();
  const words = useWords();
  const tasks = useToDo(graph, user);
  const change = useTaskChange(graph, user);
  return (
    <section className={styles.page} aria-labelledby="to-do">
      <Subtitle2 as="h2" id="to-do" className={styles.flat}>
        {words.toDoTitle}
      </Subtitle2>
      <Caption1 className={styles.quiet}>{words.toDoHint}</Caption1>
      {(tasks.isError || change.isError) && (
        <MessageBar intent="error">
          <MessageBarBody>{words.failed}</MessageBarBody>
        </MessageBar>
      )}
      {tasks.isPending && <Caption1>{words.loading}</Caption1>}
      {tasks.data?.length === 0 && <Body1>{words.toDoEmpty}</Body1>}
      <ul className={styles.list} aria-label={words.toDoTitle}>
        {(tasks.data ?? []).map((task) => (
          <TaskRow key={task.id} task={task} onChange={(next) => change.mutate({ task, change: next })} />
        ))}
      </ul>
    </section>
  );
}

function TaskRow({ task, onChange }: { task: ShownTask; onChange: (change: TaskChange) => void }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <li className={styles.row}>
      <Checkbox
        shape="circular"
        checked={task.isDone}
        aria-label={words.done(task.title)}
        onChange={(_, data) => onChange({ kind: 'complete', isDone: data.checked === true })}
      />
      <div className={styles.text}>
        <Body1 block className={task.isDone ? styles.done : undefined}>
          {task.title}
        </Body1>
        <Caption1 className={styles.quiet}>
          {task.listName}
          {task.link !== null && (
            <>
              {' · '}
              <Link href={task.link.url} inline>
                {task.link.label}
              </Link>
            </>
          )}
        </Caption1>
      </div>
      <Input
        type="date"
        size="small"
        aria-label={words.due(task.title)}
        value={task.dueOn ?? ''}
        onChange={(_, data) => data.value !== '' && onChange({ kind: 'due', dueOn: data.value })}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={words.remove(task.title)}
        onClick={() => onChange({ kind: 'delete' })}
      />
    </li>
  );
}

const useStyles = makeStyles({
  flat: { margin: 0 },
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    flexGrow: 1,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    overflowY: 'auto',
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { flexGrow: 1, minWidth: '160px' },
  done: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
});
