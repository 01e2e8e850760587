// The cockpit in the pane: who is this, what burns, what next; then figures and history. Forms are views of their own.
import { makeStyles } from '@fluentui/react-components';
import { lazy, Suspense, type ReactNode } from 'react';
import type { findCockpit } from '#contract/cockpit.ts';
import type { Reply } from '#contract/endpoint.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar, type Action } from '../ui/action-bar.tsx';
import { WarningBars } from '../ui/warning-bars.tsx';
import { useRights } from '../use-me.ts';
import { Identity } from './identity.tsx';
import { LastContacts } from './last-contacts.tsx';
import { MailState } from './mail-state.tsx';
import { OpenList } from './open-list.tsx';
import type { GoTo } from './place.ts';
import { RevenueSection } from './revenue-section.tsx';

/** Comes after the first screen is drawn. */
const InsightsSection = lazy(() =>
  import('../insight/insights-section.tsx').then((module) => ({ default: module.InsightsSection })),
);

const TwinNote = lazy(() =>
  import('../duplicate/twin-note.tsx').then((module) => ({ default: module.TwinNote })),
);

const RecordAttributesSection = lazy(() =>
  import('../attributes/record-attributes.tsx').then((module) => ({
    default: module.RecordAttributesSection,
  })),
);

export type Found = Reply<typeof findCockpit>;
/** What lies beside the pane: a received or sent mail can be logged, the others cannot. */
export type Beside = 'mail' | 'compose' | 'appointment';

type CockpitScreenProps = {
  found: Found & { cockpit: NonNullable<Found['cockpit']> };
  beside: Beside;
  /** Name in the mail, for a person who is no contact yet. */
  personName: string | null;
  /** What the mail itself suggests, under the customer's name. */
  offer?: ReactNode;
  /** What is said of the mail's conversation. */
  thread?: ReactNode;
  onGoTo: GoTo;
  onReply: () => void;
};

export function CockpitScreen(props: CockpitScreenProps) {
  const { found, beside, personName, offer, thread, onGoTo, onReply } = props;
  const styles = useStyles();
  const { cockpit, match } = found;
  const isMail = beside === 'mail';
  const chosen = match.candidates.find((candidate) => candidate.customer.id === cockpit.customer.id) ?? null;
  const { may } = useRights();
  const canCreate = may('customer.create');
  return (
    <div className={styles.screen}>
      <Identity
        cockpit={cockpit}
        match={chosen}
        personName={personName}
        onCorrect={isMail && may('activity.log') ? () => onGoTo({ kind: 'correct' }) : undefined}
        onAddContact={canCreate && personName !== null ? () => onGoTo({ kind: 'new_contact' }) : undefined}
      />
      {offer}
      {isMail && (
        <MailState
          logged={found.logged}
          previous={found.previous}
          neverLog={found.neverLog}
          customerId={cockpit.customer.id}
          onView={() => {
            if (found.logged) onGoTo(loggedPlace(found.logged.activityId, found));
          }}
        />
      )}
      {thread}
      <WarningBars warnings={cockpit.warnings} />
      <Suspense fallback={null}>
        <TwinNote customerId={cockpit.customer.id} onCheck={(pair) => onGoTo({ kind: 'merge', pair })} />
      </Suspense>
      <OpenList cockpit={cockpit} onGoTo={onGoTo} />
      <RevenueSection cockpit={cockpit} />
      <LastContacts cockpit={cockpit} canLog={isMail && may('activity.log')} onGoTo={onGoTo} />
      {cockpit.revenue !== null && (
        <Suspense fallback={null}>
          <InsightsSection customerId={cockpit.customer.id} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <RecordAttributesSection isQuiet recordKind="customer" id={cockpit.customer.id} />
        {cockpit.contact && (
          <RecordAttributesSection recordKind="contact" id={cockpit.contact.id} name={cockpit.contact.name} />
        )}
      </Suspense>
      <CockpitActions found={found} beside={beside} onGoTo={onGoTo} onReply={onReply} />
    </div>
  );
}

function loggedPlace(activityId: string, { cockpit }: Found) {
  const activity = cockpit?.activities.find((each) => each.id === activityId) ?? null;
  return { kind: 'logged', activityId, activity, followUpId: null } as const;
}

type CockpitActionsProps = Pick<CockpitScreenProps, 'found' | 'beside' | 'onGoTo' | 'onReply'>;

function CockpitActions({ found, beside, onGoTo, onReply }: CockpitActionsProps) {
  const messages = useMessages();
  const words = messages.cockpit.actions;
  const { may } = useRights();
  const isMail = beside === 'mail';
  const reply: Action = { id: 'reply', label: words.reply, onPress: onReply };
  const log: Action = {
    id: 'log',
    label: found.neverLog ? words.logAnyway : words.log,
    onPress: () => onGoTo({ kind: 'log', isException: found.neverLog !== null }),
  };
  const complaint: Action = {
    id: 'new_complaint',
    label: words.complaint,
    onPress: () => onGoTo({ kind: 'new_complaint' }),
  };
  const followUp: Action = {
    id: 'new_follow_up',
    label: words.followUp,
    onPress: () => onGoTo({ kind: 'new_follow_up' }),
  };
  const canLog = isMail && may('activity.log');
  return (
    <ActionBar
      label={messages.pane.label}
      primary={canLog ? (found.logged ? reply : log) : null}
      secondary={[
        ...(may('complaint.create') ? [complaint] : []),
        ...(may('follow_up.create') ? [followUp] : []),
      ]}
      menu={[
        { id: 'history-menu', label: words.history, onPress: () => onGoTo({ kind: 'history' }) },
        ...(may('customer.create')
          ? [
              {
                id: 'new-contact-menu',
                label: words.newContact,
                onPress: () => onGoTo({ kind: 'new_contact' }),
              },
            ]
          : []),
        ...(may('customer.edit')
          ? [
              {
                id: 'edit-customer-menu',
                label: words.editCustomer,
                onPress: () => onGoTo({ kind: 'edit_customer' }),
              },
            ]
          : []),
        ...(canLog
          ? [
              { id: 'correct-menu', label: words.correct, onPress: () => onGoTo({ kind: 'correct' }) },
              { id: 'never-log-menu', label: words.neverLog, onPress: () => onGoTo({ kind: 'never_log' }) },
            ]
          : []),
      ]}
    />
  );
}

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', minHeight: '100%' },
});
