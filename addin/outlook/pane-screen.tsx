// The Outlook pane: follows what is selected beside it, and shows the customer behind it or says why there is none.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { getMe, type Me } from '#contract/user.ts';
import type { Host, HostItem } from '#addin/host/host.ts';
import { useMessages } from '#screens/messages/use-messages.ts';
import { SignInProblem } from '#screens/ui/sign-in-problem.tsx';
import { AfterAWhile, ViewSkeleton } from '#screens/ui/skeletons.tsx';
import { useFrame } from '#screens/use-frame.ts';
import { useReply } from '#screens/use-reply.ts';
import { MailPane } from './mail-pane.tsx';
import { AppointmentPane } from './appointment-pane.tsx';
import { mailOfPeople } from './mail-of-people.ts';
import { PaneState, ReadFailed } from './pane-states.tsx';
import { useHostItem } from './use-host-item.ts';

type PaneScreenProps = {
  host: Host;
  /** Opens the sign-in window; rejects with CallError. */
  onSignIn: () => Promise<void>;
  /** The address that opens a mail again. */
  mailLinkOf: (itemId: string) => string | null;
};

const freshMs = 5 * 60_000;
const retryMs = 15_000;

export function PaneScreen({ host, onSignIn, mailLinkOf }: PaneScreenProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { item, isReading, hasFailed, retry } = useHostItem(host);
  const me = useReply(getMe, {}, { freshMs, everyMs: (reply) => (reply === null ? retryMs : null) });
  if (me.error && !me.reply) {
    const handleSignIn = () => onSignIn().then(me.reload);
    return <SignInProblem error={me.error} onSignIn={handleSignIn} onRetry={me.reload} />;
  }
  if (hasFailed) return <ReadFailed onRetry={retry} />;
  if (!item) return <ViewSkeleton label={messages.pane.skeleton} />;
  return (
    <main className={styles.pane}>
      {/* What was selected before stays readable for a moment, but can no longer be acted on. */}
      <div className={mergeClasses(styles.fill, isReading && styles.leaving)} inert={isReading}>
        <ItemView item={item} me={me.reply} host={host} mailLinkOf={mailLinkOf} />
      </div>
      {isReading && (
        <AfterAWhile>
          <div className={styles.cover}>
            <ViewSkeleton label={messages.pane.skeleton} />
          </div>
        </AfterAWhile>
      )}
    </main>
  );
}

type ItemViewProps = Pick<PaneScreenProps, 'host' | 'mailLinkOf'> & { item: HostItem; me: Me | null };

function ItemView({ item, me, host, mailLinkOf }: ItemViewProps) {
  const messages = useMessages();
  const { clock } = useFrame();
  if (item.kind === 'none') return <PaneState kind="noItem" />;
  if (item.kind === 'mail') {
    const { mail } = item;
    return (
      <MailPane
        key={mail.messageId}
        mail={mail}
        beside="mail"
        me={me}
        mailLink={mail.itemId === null ? null : mailLinkOf(mail.itemId)}
        onReplyWith={host.replyWith}
      />
    );
  }
  if (me === null) return <ViewSkeleton label={messages.pane.skeleton} />;
  const mail = mailOfPeople(item, me, clock.now());
  if (item.kind === 'appointment') return <AppointmentPane appointment={item} mail={mail} me={me} />;
  if (mail === null) return <PaneState kind="noPeople" />;
  return <MailPane key={mail.messageId} mail={mail} beside={item.kind} me={me} mailLink={null} />;
}

const useStyles = makeStyles({
  pane: { position: 'relative', height: '100%' },
  fill: { height: '100%' },
  leaving: { opacity: 0.6 },
  cover: { position: 'absolute', inset: 0, backgroundColor: tokens.colorNeutralBackground1 },
});
