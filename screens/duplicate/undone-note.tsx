// What an undo left where it is, since people went on working with it: said, so that nobody looks for it in vain.
import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { Reply } from '#contract/endpoint.ts';
import type { undoMerge } from '#contract/merge.ts';
import { useDuplicateMessages } from '../messages/duplicate-messages.ts';
import { useFormat } from '../use-format.ts';

type Undone = Reply<typeof undoMerge>;

/** Whether an undo could not bring everything back. */
export function hasLeftovers({ left, keptFields }: Undone): boolean {
  return left.length > 0 || keptFields.length > 0;
}

export function UndoneNote({ undone }: { undone: Undone }) {
  const styles = useStyles();
  const format = useFormat();
  const { past: words, movedKinds } = useDuplicateMessages();
  const left = undone.left.map(({ kind, count }) => `${movedKinds[kind]} (${format.number(count)})`);
  const sentences = [
    left.length > 0 && words.left(left.join(', '), undone.merge.winner.name),
    undone.keptFields.length > 0 && words.kept(undone.merge.winner.name),
  ];
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody className={styles.body}>{sentences.filter(Boolean).join(' ')}</MessageBarBody>
    </MessageBar>
  );
}

const useStyles = makeStyles({ body: { whiteSpace: 'normal' } });
