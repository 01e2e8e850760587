// The views opened from the cockpit, each loaded when first needed.
import { lazy, type ReactNode } from 'react';
import type { Cockpit } from '#contract/cockpit.ts';
import type { Mail } from '#contract/mail.ts';
import type { Beside } from '#screens/cockpit/cockpit-screen.tsx';
import type { GoTo, Place } from '#screens/cockpit/place.ts';

const LogScreen = lazy(() =>
  import('#screens/activity/log-screen.tsx').then((module) => ({ default: module.LogScreen })),
);
const LoggedLoader = lazy(() =>
  import('#screens/activity/logged-loader.tsx').then((module) => ({ default: module.LoggedLoader })),
);
const ActivityScreen = lazy(() =>
  import('#screens/activity/activity-screen.tsx').then((module) => ({ default: module.ActivityScreen })),
);
const HistoryScreen = lazy(() =>
  import('#screens/activity/history-screen.tsx').then((module) => ({ default: module.HistoryScreen })),
);
const IntakeScreen = lazy(() =>
  import('#screens/complaint/intake-screen.tsx').then((module) => ({ default: module.IntakeScreen })),
);
const ComplaintScreen = lazy(() =>
  import('#screens/complaint/complaint-screen.tsx').then((module) => ({ default: module.ComplaintScreen })),
);
const NewFollowUp = lazy(() =>
  import('#screens/follow-up/new-follow-up.tsx').then((module) => ({ default: module.NewFollowUp })),
);
const FollowUpScreen = lazy(() =>
  import('#screens/follow-up/follow-up-screen.tsx').then((module) => ({ default: module.FollowUpScreen })),
);
const NewContact = lazy(() =>
  import('#screens/customer/new-contact.tsx').then((module) => ({ default: module.NewContact })),
);
const EditCustomer = lazy(() =>
  import('#screens/customer/edit-customer.tsx').then((module) => ({ default: module.EditCustomer })),
);
const MergeView = lazy(() =>
  import('#screens/duplicate/merge-view.tsx').then((module) => ({ default: module.MergeView })),
);
const NeverLogScreen = lazy(() =>
  import('#screens/never-log/never-log-screen.tsx').then((module) => ({ default: module.NeverLogScreen })),
);
const CorrectMatch = lazy(() =>
  import('#screens/cockpit/correct-match.tsx').then((module) => ({ default: module.CorrectMatch })),
);

type PlaceViewProps = {
  place: Place;
  mail: Mail;
  beside: Beside;
  mailLink: string | null;
  cockpit: Cockpit | null;
  /** What is said of the mail's conversation once it is logged. */
  thread: ReactNode;
  onBack: () => void;
  onGoTo: GoTo;
  onReplace: GoTo;
  onChoose: (customerId: string) => void;
  onReply: () => void;
  onReplyWith?: ((html: string) => Promise<void>) | undefined;
};

/** Everything but correcting the match needs a customer. */
export function PlaceView(props: PlaceViewProps) {
  const { place, mail, cockpit, onBack, onChoose } = props;
  if (place.kind === 'correct') {
    return <CorrectMatch address={addressOf(mail, cockpit)} onBack={onBack} onCorrected={onChoose} />;
  }
  if (place.kind === 'never_log') return <NeverLogScreen mail={mail} onBack={onBack} />;
  return cockpit === null ? null : <CustomerPlace {...props} cockpit={cockpit} />;
}

/** The address the match was made by: the customer's person, else the sender. */
function addressOf(mail: Mail, cockpit: Cockpit | null): string {
  const people = [mail.from, ...mail.to, ...mail.cc].map((person) => person.address);
  const known = new Set(cockpit?.contact?.emails.map((email) => email.toLowerCase()));
  return people.find((address) => known.has(address.toLowerCase())) ?? mail.from.address;
}

function CustomerPlace(props: PlaceViewProps & { cockpit: Cockpit }) {
  const { place, cockpit, onBack, onGoTo } = props;
  const { customer } = cockpit;
  switch (place.kind) {
    case 'history':
      return (
        <HistoryScreen
          people={[...cockpit.contacts, ...cockpit.team]}
          customerId={customer.id}
          onBack={onBack}
          onOpen={(activity) => onGoTo({ kind: 'activity', activity })}
        />
      );
    case 'activity':
      return <ActivityScreen activity={place.activity} cockpit={cockpit} onBack={onBack} onGoTo={onGoTo} />;
    case 'complaint':
      return (
        <ComplaintScreen
          key={place.complaintId}
          complaintId={place.complaintId}
          onBack={onBack}
          onOpenComplaint={(complaintId) => onGoTo({ kind: 'complaint', complaintId })}
          onReplyWith={props.beside === 'mail' ? props.onReplyWith : undefined}
        />
      );
    case 'edit_customer':
      return <EditCustomer isShort customer={customer} onClose={onBack} />;
    case 'merge':
      return <MergeView pair={place.pair} onClose={onBack} />;
    case 'follow_up':
      return <FollowUpScreen followUpId={place.followUpId} onBack={onBack} />;
    default:
      return <MailPlace {...props} place={place} />;
  }
}

type MailPlaceProps = PlaceViewProps & {
  cockpit: Cockpit;
  place: Exclude<
    Place,
    { kind: 'history' | 'activity' | 'complaint' | 'edit_customer' | 'follow_up' | 'merge' }
  >;
};

function MailPlace({ place, cockpit, mail, onBack, onGoTo, onReplace, onReply, ...rest }: MailPlaceProps) {
  const { customer, contact } = cockpit;
  const received = rest.beside === 'mail' ? mail : null;
  switch (place.kind) {
    case 'log':
      return (
        <LogScreen
          mail={mail}
          cockpit={cockpit}
          isException={place.isException ?? false}
          onBack={onBack}
          onLogged={({ activity, followUpId }) =>
            onReplace({ kind: 'logged', activityId: activity.id, activity, followUpId })
          }
        />
      );
    case 'logged':
      return (
        <LoggedLoader
          {...place}
          cockpit={cockpit}
          thread={rest.thread}
          onBack={onBack}
          onGoTo={onGoTo}
          onUndone={() => onGoTo({ kind: 'cockpit' })}
          onReply={onReply}
        />
      );
    case 'new_complaint':
      return (
        <IntakeScreen
          customer={customer}
          contact={contact}
          mail={received}
          onBack={onBack}
          onGoTo={onReplace}
          {...(received ? { onReplyWith: rest.onReplyWith } : {})}
        />
      );
    case 'new_follow_up':
      return (
        <NewFollowUp
          customer={customer}
          mail={received}
          mailLink={rest.mailLink}
          onBack={onBack}
          onCreated={onBack}
        />
      );
    case 'new_contact':
      return (
        <NewContact
          customer={customer}
          person={mail.from}
          mail={received}
          onBack={onBack}
          onCreated={onBack}
        />
      );
    default:
      return null;
  }
}
