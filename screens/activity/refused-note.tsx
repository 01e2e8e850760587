// Files that were not taken, each with its reason in a sentence, where they would have hung.
import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { useEntryMessages } from '../messages/entry-messages.ts';
import { useRefusalReason } from './use-refusal-reason.ts';
import type { RefusedFile } from './use-send-files.ts';

export function RefusedNote({ refused }: { refused: readonly RefusedFile[] }) {
  const styles = useStyles();
  const words = useEntryMessages();
  const reasonOf = useRefusalReason();
  if (refused.length === 0) return null;
  return (
    <div className={styles.notes} role="alert">
      {refused.map(({ file, error }, index) => (
        <MessageBar key={index} intent="warning" layout="multiline">
          <MessageBarBody className={styles.text}>
            <MessageBarTitle>{words.notAdded(file.name)}</MessageBarTitle>
            {reasonOf(error)}
          </MessageBarBody>
        </MessageBar>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  notes: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalXS,
  },
  text: { overflowWrap: 'anywhere' },
});
