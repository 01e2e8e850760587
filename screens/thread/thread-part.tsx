// Beside a mail: whether its conversation is followed, its replies offered or logged by themselves, each taken back with one click.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { undoActivity } from '#contract/activity.ts';
import type { LoggedState } from '#contract/cockpit.ts';
import type { Mail } from '#contract/mail.ts';
import { followThread, leaveThread, logReply, threadModes, type ThreadOfMail } from '#contract/thread.ts';
import { useMailRuleMessages } from '../messages/mail-rule-messages.ts';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { MailStrip as Strip } from '../ui/mail-strip.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { useSend } from '../use-send.ts';

type ThreadPartProps = {
  mail: Mail;
  thread: ThreadOfMail | null;
  /** The mail's own entry; null while it is not logged. */
  logged: Pick<LoggedState, 'activityId' | 'rule' | 'canUndo'> | null;
  /** A mail of the never-log list is not even offered. */
  isNeverLogged: boolean;
};

/** Must be keyed by the mail: what logs by itself does so once for each. */
export function ThreadPart({ mail, thread, logged, isNeverLogged }: ThreadPartProps) {
  if (logged !== null) return <Following activityId={logged.activityId} thread={thread} logged={logged} />;
  if (thread === null || isNeverLogged) return null;
  const isAutomatic = thread.mode === 'automatic' && !thread.isExcepted;
  return <ReplyOffer mail={mail} thread={thread} isAutomatic={isAutomatic} />;
}

/** One click, or none: what is logged by itself says so while it happens. */
function ReplyOffer({
  mail,
  thread,
  isAutomatic,
}: {
  mail: Mail;
  thread: ThreadOfMail;
  isAutomatic: boolean;
}) {
  const { thread: words } = useMailRuleMessages();
  const { send, isSending, error } = useSend(logReply);
  const hasStarted = useRef(false);
  const handleLog = () => send({ id: thread.id, mail });
  useEffect(() => {
    if (!isAutomatic || hasStarted.current) return;
    hasStarted.current = true;
    send({ id: thread.id, mail });
  }, [isAutomatic, send, thread.id, mail]);
  const { name } = thread.customer;
  if (error && !isSending) return <ErrorNote error={error} title={words.failed} onRetry={handleLog} />;
  if (isAutomatic || isSending) return <Strip text={words.logging(name)} />;
  return (
    <Strip text={words.offered(name)}>
      <Button size="small" appearance="outline" onClick={handleLog}>
        {words.logReply}
      </Button>
    </Strip>
  );
}

type FollowingProps = {
  activityId: string;
  thread: ThreadOfMail | null;
  logged: NonNullable<ThreadPartProps['logged']>;
};

function Following({ activityId, thread, logged }: FollowingProps) {
  const styles = useStyles();
  const { thread: words } = useMailRuleMessages();
  const follow = useSend(followThread);
  const leave = useSend(leaveThread);
  const error = follow.error ?? leave.error;
  return (
    <>
      {logged.rule !== null && <ByRule activityId={activityId} rule={logged.rule} canUndo={logged.canUndo} />}
      <Strip title={words.title} text={thread === null ? words.none : words.now[thread.mode]}>
        <div className={styles.buttons}>
          <ChoiceButtons
            label={words.follow}
            columns="row"
            choices={threadModes.map((mode) => ({ value: mode, label: words.modes[mode] }))}
            value={thread?.mode ?? null}
            onChange={(mode) => {
              if (mode !== null) follow.send({ activityId, mode });
            }}
          />
          {thread !== null && (
            <Button size="small" appearance="subtle" onClick={() => leave.send({ id: thread.id })}>
              {words.leave}
            </Button>
          )}
        </div>
      </Strip>
      {error && <ErrorNote error={error} title={words.followFailed} />}
    </>
  );
}

type ByRuleProps = { activityId: string; rule: 'reply' | 'sent'; canUndo: boolean };

/** The exception of a mail that was logged by itself. */
function ByRule({ activityId, rule, canUndo }: ByRuleProps) {
  const { thread: words } = useMailRuleMessages();
  const notify = useNotify();
  const undo = useSend(undoActivity, { onDone: () => notify({ title: words.undone, intent: 'info' }) });
  return (
    <>
      <Strip text={words.byRule[rule]}>
        {canUndo && (
          <Button
            size="small"
            disabledFocusable={undo.isSending}
            onClick={() => undo.send({ id: activityId })}
          >
            {words.undo}
          </Button>
        )}
      </Strip>
      {undo.error && <ErrorNote error={undo.error} title={words.undoFailed} />}
    </>
  );
}

const useStyles = makeStyles({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
  },
});
