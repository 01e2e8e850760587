// Why two records were not merged, or a merge not taken back: the reason in one sentence and the way on.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { CallError } from '../call.ts';
import { useDuplicateMessages, type DuplicateMessages } from '../messages/duplicate-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';

type RefusalNoteProps = {
  error: CallError;
  /** What did not happen. */
  title: string;
  /** Shows both anew; left out where nothing can be shown anew. */
  onReload?: () => void;
};

/** Announced at once; other errors keep the sentence that they have everywhere. */
export function RefusalNote({ error, title, onReload }: RefusalNoteProps) {
  const styles = useStyles();
  const messages = useMessages();
  const sentence = refusalOf(error, useDuplicateMessages());
  if (sentence === null) return <ErrorNote error={error} title={title} onRetry={onReload} />;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle className={styles.title}>{title}</MessageBarTitle>
        {sentence}
      </MessageBarBody>
      {onReload && error.code === 'stale_version' && (
        <MessageBarActions>
          <Button onClick={onReload}>{messages.common.reload}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** The sentence for what the server refused; null for errors that are not about merging. */
export function refusalOf(
  { code, fields }: Pick<CallError, 'code' | 'fields'>,
  { refusals, undoProblems }: DuplicateMessages,
): string | null {
  const ofCode: Partial<Record<CallError['code'], string>> = {
    stale_version: refusals.stale,
    not_found: refusals.gone,
    forbidden: refusals.forbidden,
  };
  const known: Readonly<Record<string, string>> = { ...refusals.problems, ...undoProblems };
  const ofField = fields
    .map(({ path, problem }) => known[`${path}.${problem}`] ?? known[problem])
    .find((sentence) => sentence !== undefined);
  return ofField ?? ofCode[code] ?? null;
}

const useStyles = makeStyles({ body: { whiteSpace: 'normal' }, title: { display: 'block' } });
