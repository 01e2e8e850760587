// After logging: when and by whom, what was stored, the follow-up's way to To Do, and what comes next.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { CalendarClock20Regular, CommentError20Regular } from '@fluentui/react-icons';
import { undoActivity, type Activity } from '#contract/activity.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import type { FollowUp } from '#contract/follow-up.ts';
import { Identity } from '../cockpit/identity.tsx';
import { dueOf } from '../cockpit/open-rows.ts';
import type { GoTo } from '../cockpit/place.ts';
import { FollowUpRow } from '../follow-up/follow-up-row.tsx';
import { useFollowUp } from '../follow-up/use-follow-up.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';
import { useNotify } from '../ui/use-notify.ts';
import { useMe, useRights } from '../use-me.ts';
import { useSend } from '../use-send.ts';
import { LoggedBar } from './logged-bar.tsx';
import { StoredParts } from './stored-parts.tsx';

type LoggedScreenProps = {
  activity: Activity;
  cockpit: Cockpit;
  followUpId: string | null;
  /** What is said of the mail's conversation. */
  thread?: ReactNode;
  onGoTo: GoTo;
  onUndone: () => void;
  onReply: () => void;
};

export function LoggedScreen(props: LoggedScreenProps) {
  const { activity, cockpit, onGoTo, onUndone } = props;
  const styles = useStyles();
  const messages = useMessages();
  const notify = useNotify();
  const undo = useSend(undoActivity, {
    onDone: () => {
      notify({ title: messages.activity.logged.undone, intent: 'info' });
      onUndone();
    },
  });
  const followUpId = props.followUpId ?? followUpOf(activity, cockpit);
  return (
    <div className={styles.screen}>
      <Identity cockpit={cockpit} match={null} personName={null} isShort />
      <LoggedBar
        activity={activity}
        isUndoing={undo.isSending}
        onUndo={() => undo.send({ id: activity.id })}
        onView={() => onGoTo({ kind: 'activity', activity })}
      />
      {undo.error && <ErrorNote error={undo.error} title={messages.activity.logged.undoFailed} />}
      {props.thread}
      <StoredParts activity={activity} cockpit={cockpit} onGoTo={onGoTo} />
      {followUpId !== null && <LoggedFollowUp id={followUpId} />}
      <NextSteps cockpit={cockpit} exceptFollowUpId={followUpId} onGoTo={onGoTo} />
      <LoggedActions {...props} />
    </div>
  );
}

function followUpOf(activity: Activity, cockpit: Cockpit): string | null {
  return cockpit.followUps.find((followUp) => followUp.activityId === activity.id)?.id ?? null;
}

function LoggedFollowUp({ id }: { id: string }) {
  const messages = useMessages();
  const { reply, error, reload } = useFollowUp(id);
  return (
    <Section title={messages.followUp.title}>
      {error && !reply && <ErrorNote error={error} onRetry={reload} />}
      {reply && (
        <Rows>
          <FollowUpRow followUp={reply} />
        </Rows>
      )}
    </Section>
  );
}

type NextStepsProps = { cockpit: Cockpit; exceptFollowUpId: string | null; onGoTo: GoTo };

/** The most urgent complaint and quote of the customer. */
function NextSteps({ cockpit, exceptFollowUpId, onGoTo }: NextStepsProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const words = messages.activity.logged;
  const complaint = cockpit.complaints.find((each) => each.state !== 'closed' && dueOf(each) !== null);
  const due = complaint ? dueOf(complaint) : null;
  const followUp = cockpit.followUps.find(
    (each) => each.id !== exceptFollowUpId && each.completedAt === null,
  );
  if (!complaint && !followUp) return null;
  return (
    <Section title={words.next}>
      <Rows>
        {complaint && due && (
          <Row
            icon={<CommentError20Regular className={styles.urgent} />}
            title={complaint.answeredAt === null ? words.firstAnswer : words.resolution}
            detail={
              due.missed
                ? messages.cockpit.open.missed
                : words.workingTimeLeft(format.workingTime(due.workingMinutesLeft))
            }
            right={format.relativeDay(due.at)}
            rightDetail={format.time(due.at)}
            onOpen={() => onGoTo({ kind: 'complaint', complaintId: complaint.id })}
          />
        )}
        {followUp && <NextFollowUp followUp={followUp} onGoTo={onGoTo} />}
      </Rows>
    </Section>
  );
}

/** One's own says where it is on its way to To Do, a colleague's says whose it is. */
function NextFollowUp({ followUp, onGoTo }: { followUp: FollowUp; onGoTo: GoTo }) {
  const messages = useMessages();
  const format = useFormat();
  const { reply: me } = useMe();
  const words = messages.cockpit.open;
  return (
    <Row
      icon={<CalendarClock20Regular />}
      title={followUp.title}
      detail={
        followUp.owner.id === me?.id
          ? words.followUp(messages.followUp.transferShort[followUp.toDo.state])
          : words.followUpOf(followUp.owner.name)
      }
      right={format.relativeDay(followUp.dueOn)}
      rightDetail={format.weekdayDate(followUp.dueOn)}
      onOpen={() => onGoTo({ kind: 'follow_up', followUpId: followUp.id })}
    />
  );
}

function LoggedActions({ onGoTo, onReply }: Pick<LoggedScreenProps, 'onGoTo' | 'onReply'>) {
  const messages = useMessages();
  const { may } = useRights();
  const words = messages.cockpit.actions;
  const complaint = {
    id: 'new_complaint',
    label: words.complaint,
    onPress: () => onGoTo({ kind: 'new_complaint' }),
  };
  const followUp = {
    id: 'new_follow_up',
    label: words.followUp,
    onPress: () => onGoTo({ kind: 'new_follow_up' }),
  };
  return (
    <ActionBar
      label={messages.pane.label}
      primary={{ id: 'reply', label: words.reply, onPress: onReply }}
      secondary={[
        ...(may('complaint.create') ? [complaint] : []),
        ...(may('follow_up.create') ? [followUp] : []),
      ]}
      menu={[
        { id: 'cockpit', label: words.cockpit, onPress: () => onGoTo({ kind: 'cockpit' }) },
        { id: 'history-menu', label: words.history, onPress: () => onGoTo({ kind: 'history' }) },
      ]}
    />
  );
}

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', minHeight: '100%' },
  urgent: { color: tokens.colorStatusDangerForeground3 },
});
