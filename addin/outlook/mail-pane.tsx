// One mail (or draft, or appointment) in the pane: the cockpit of its customer, and the places opened from it.
import { makeStyles, mergeClasses, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { findCockpit } from '#contract/cockpit.ts';
import type { Mail } from '#contract/mail.ts';
import type { Me } from '#contract/user.ts';
import type { Beside } from '#screens/cockpit/cockpit-screen.tsx';
import { useMessages } from '#screens/messages/use-messages.ts';
import { LoadProblem } from '#screens/ui/load-problem.tsx';
import { ViewSkeleton } from '#screens/ui/skeletons.tsx';
import { useNotify } from '#screens/ui/use-notify.ts';
import { useFormat } from '#screens/use-format.ts';
import { useReply } from '#screens/use-reply.ts';
import { Found, threadOf, type FoundReply } from './found.tsx';
import { PaneState } from './pane-states.tsx';
import { PendingMail } from './pending-mail.tsx';
import { PlaceView } from './place-view.tsx';
import { usePlaces } from './use-places.ts';

const MergedAway = lazy(() =>
  import('#screens/duplicate/merged-note.tsx').then((module) => ({ default: module.MergedAway })),
);

type MailPaneProps = {
  mail: Mail;
  beside: Beside;
  me: Me | null;
  mailLink: string | null;
  /** Absent where nothing can be replied to. */
  onReplyWith?: (html: string) => Promise<void>;
};

const refreshMs = 60_000;
const retryMs = 15_000;
const onItsWayMs = 3_000;

/** A follow-up is being sent to To Do for the first time: its arrival shows at once. */
function isOnItsWay({ cockpit }: FoundReply): boolean {
  return cockpit?.followUps.some(({ toDo }) => toDo.state === 'pending' && toDo.problem === null) ?? false;
}

/** Must be keyed by the mail, so that nothing of one mail is ever shown with another. */
export function MailPane({ mail, beside, me, mailLink, onReplyWith }: MailPaneProps) {
  const styles = useStyles();
  const messages = useMessages();
  const notify = useNotify();
  const [customerId, setCustomerId] = useState<string | null>(null);
  const { place, goTo, replace, back, home } = usePlaces();
  const state = useReply(
    findCockpit,
    { mail, customerId },
    {
      key: `${mail.messageId}:${customerId ?? ''}`,
      everyMs: (reply) => (reply === null ? retryMs : isOnItsWay(reply) ? onItsWayMs : refreshMs),
    },
  );
  const handleReply = () => {
    onReplyWith?.('').catch(() => notify({ title: messages.pane.replyFailed, intent: 'warning' }));
  };
  const handleChoose = (id: string) => {
    setCustomerId(id);
    goTo({ kind: 'cockpit' });
  };
  const isHome = place.kind === 'cockpit';
  return (
    <>
      <div ref={home} className={mergeClasses(styles.scroll, !isHome && styles.hidden)}>
        {state.reply && me ? (
          <>
            {state.error && <StaleBar found={state.reply} />}
            <Found
              found={state.reply}
              mail={mail}
              beside={beside}
              me={me}
              onGoTo={goTo}
              onChoose={handleChoose}
              onReply={handleReply}
            />
          </>
        ) : (
          <Unfilled state={state} mail={mail} chosenId={customerId} onChoose={handleChoose} />
        )}
      </div>
      {!isHome && (
        <div className={styles.scroll}>
          <Suspense fallback={<ViewSkeleton label={messages.common.loading} />}>
            <PlaceView
              place={place}
              mail={mail}
              beside={beside}
              mailLink={mailLink}
              cockpit={state.reply?.cockpit ?? null}
              thread={threadOf(state.reply, mail, me)}
              onBack={back}
              onGoTo={goTo}
              onReplace={replace}
              onChoose={handleChoose}
              onReply={handleReply}
              onReplyWith={onReplyWith}
            />
          </Suspense>
        </div>
      )}
    </>
  );
}

type UnfilledProps = {
  state: ReturnType<typeof useReply<typeof findCockpit>>;
  mail: Mail;
  /** The customer opened by hand. */
  chosenId: string | null;
  onChoose: (customerId: string) => void;
};

function Unfilled({ state, mail, chosenId, onChoose }: UnfilledProps) {
  if (!state.error || state.reply) return <PendingMail mail={mail} />;
  if (chosenId !== null && state.error.code === 'not_found') {
    const locked = <PaneState kind="noRights" />;
    return (
      <Suspense fallback={<PendingMail mail={mail} />}>
        <MergedAway customerId={chosenId} onOpenCustomer={onChoose} otherwise={locked} />
      </Suspense>
    );
  }
  return <LoadProblem isPage error={state.error} onRetry={state.reload} />;
}

/** The last refresh failed: what is shown is as old as it says. */
function StaleBar({ found }: { found: FoundReply }) {
  const messages = useMessages();
  const format = useFormat();
  if (!found.cockpit) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{messages.pane.stale(format.time(found.cockpit.asOf))}</MessageBarBody>
    </MessageBar>
  );
}

const useStyles = makeStyles({
  scroll: { height: '100%', overflowY: 'auto', overflowX: 'hidden' },
  hidden: { display: 'none' },
});
