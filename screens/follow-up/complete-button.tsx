// The icon of a follow-up, which completes it when pressed; the toast takes it back.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { bundleIcon, CalendarClock20Regular, CheckmarkCircle20Regular } from '@fluentui/react-icons';
import { updateFollowUp, type FollowUp } from '#contract/follow-up.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useNotify } from '../ui/use-notify.ts';
import { useSend } from '../use-send.ts';

/** The check mark shows while pointed at or focused. */
const CompleteIcon = bundleIcon(CheckmarkCircle20Regular, CalendarClock20Regular);

type CompleteButtonProps = { followUp: Pick<FollowUp, 'id' | 'version' | 'title'> };

/** One press completes, here and in the owner's To Do. */
export function CompleteButton({ followUp }: CompleteButtonProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = messages.followUp;
  const notify = useNotify();
  const reopen = useSend(updateFollowUp, {
    onDone: () => notify({ title: words.reopened, intent: 'info' }),
    onFailed: (error) => notify({ title: messages.errors[error.code].title, intent: 'warning' }),
  });
  const complete = useSend(updateFollowUp, {
    onDone: (saved) =>
      notify({
        title: words.completedToast(saved.title),
        action: {
          label: messages.common.undo,
          onPress: () => reopen.send({ id: saved.id, completed: false }, { ifMatch: saved.version }),
        },
      }),
    onFailed: (error) =>
      notify({ title: `${words.failedToComplete}. ${messages.errors[error.code].why}`, intent: 'warning' }),
  });
  /** Until the list has the new version, a further press would be about the old one. */
  const isDone = complete.reply !== null && complete.reply.version >= followUp.version;
  return (
    <Button
      appearance="transparent"
      size="small"
      className={styles.button}
      icon={<CompleteIcon />}
      aria-label={words.complete(followUp.title)}
      title={words.complete(followUp.title)}
      disabledFocusable={complete.isSending || isDone}
      onClick={() => complete.send({ id: followUp.id, completed: true }, { ifMatch: followUp.version })}
    />
  );
}

const useStyles = makeStyles({
  button: {
    alignSelf: 'flex-start',
    width: '24px',
    minWidth: '24px',
    height: '24px',
    padding: 0,
    marginInline: '-2px',
    marginInlineEnd: '-2px',
    color: tokens.colorNeutralForeground1,
  },
});
