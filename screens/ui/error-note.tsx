// A call that did not work, as a bar inside a view: what happened, why, what next, the reference.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { CallError, ClientErrorCode } from '../call.ts';
import { useMessages } from '../messages/use-messages.ts';

type ErrorNoteProps = {
  error: CallError;
  /** What did not happen, e.g. "Nicht abgelegt"; otherwise the error's own title. */
  title?: string;
  /** Says that what was typed is still there. */
  keepsInput?: boolean;
  onRetry?: (() => void) | undefined;
  /** Another way on than trying again. */
  action?: { label: string; onPress: () => void };
};

/** What was shown is out of date: the button reads it anew instead of sending again. */
const outdated = new Set<ClientErrorCode>(['stale_version', 'transition_not_allowed', 'already_decided']);

/** Announced by screen readers; the button is offered whenever trying again can help. */
export function ErrorNote({ error, title, keepsInput = false, onRetry, action }: ErrorNoteProps) {
  const styles = useStyles();
  const messages = useMessages();
  const sentence = messages.errors[error.code];
  const parts = [
    sentence.why,
    keepsInput ? messages.common.inputKept : sentence.next,
    messages.common.reference(error.requestId),
  ];
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar} role="alert">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle className={styles.title}>{title ?? sentence.title}</MessageBarTitle>
        {parts.join(' ')}
      </MessageBarBody>
      {action && (
        <MessageBarActions>
          <Button onClick={action.onPress}>{action.label}</Button>
        </MessageBarActions>
      )}
      {onRetry && (
        <MessageBarActions>
          <Button onClick={onRetry}>
            {outdated.has(error.code) ? messages.common.reload : messages.common.retry}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

const useStyles = makeStyles({
  bar: { marginBlock: tokens.spacingVerticalS },
  body: { whiteSpace: 'normal' },
  title: { display: 'block' },
});
