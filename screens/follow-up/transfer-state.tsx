// Where a follow-up stands on its way to Microsoft To Do; a failure offers a retry.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import {
  ArrowSync16Regular,
  CheckmarkCircle16Regular,
  ErrorCircle16Regular,
  PersonClock16Regular,
} from '@fluentui/react-icons';
import { retryFollowUp, type FollowUp } from '#contract/follow-up.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useFormat } from '../use-format.ts';
import { useSend } from '../use-send.ts';

const icons = {
  pending: <ArrowSync16Regular aria-hidden />,
  in_to_do: <CheckmarkCircle16Regular aria-hidden />,
  waiting_for_sign_in: <PersonClock16Regular aria-hidden />,
  failed: <ErrorCircle16Regular aria-hidden />,
} satisfies Record<FollowUp['toDo']['state'], unknown>;

type TransferStateProps = { followUp: Pick<FollowUp, 'id' | 'toDo'> };

/** One quiet line, announced when it changes. */
export function TransferState({ followUp }: TransferStateProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const { send, isSending } = useSend(retryFollowUp);
  const { state, nextAttemptAt } = followUp.toDo;
  const words = messages.followUp;
  return (
    <span className={styles.line} role="status">
      <span className={styles[state]}>{icons[state]}</span>
      <span>
        {words.transfer[state]}
        {state === 'pending' &&
          nextAttemptAt !== null &&
          `. ${words.nextAttempt(format.moment(nextAttemptAt))}`}
      </span>
      {state === 'failed' && (
        <Button
          size="small"
          appearance="transparent"
          className={styles.retry}
          disabledFocusable={isSending}
          onClick={() => send({ id: followUp.id })}
        >
          {words.retry}
        </Button>
      )}
    </span>
  );
}

const useStyles = makeStyles({
  line: {
    ...typographyStyles.caption1,
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
  },
  pending: { display: 'inline-flex' },
  in_to_do: { display: 'inline-flex', color: tokens.colorStatusSuccessForeground1 },
  waiting_for_sign_in: { display: 'inline-flex', color: tokens.colorStatusWarningForeground1 },
  failed: { display: 'inline-flex', color: tokens.colorStatusDangerForeground3 },
  retry: { minWidth: 0, height: '24px', color: tokens.colorBrandForegroundLink },
});
