// What matching found for a mail: a customer, several, nobody, or colleagues only.
import type { findCockpit } from '#contract/cockpit.ts';
import type { Customer } from '#contract/customer.ts';
import type { Reply } from '#contract/endpoint.ts';
import type { Mail, MailAddress } from '#contract/mail.ts';
import type { Me } from '#contract/user.ts';
import { lazy, Suspense, type ReactNode } from 'react';
import { CockpitScreen, type Beside } from '#screens/cockpit/cockpit-screen.tsx';
import { CustomerChoice } from '#screens/cockpit/customer-choice.tsx';
import type { GoTo } from '#screens/cockpit/place.ts';
import { PersonHead } from '#screens/ui/person-head.tsx';
import { PaneState } from './pane-states.tsx';

const UnknownSender = lazy(() =>
  import('#screens/customer/unknown-sender.tsx').then((module) => ({ default: module.UnknownSender })),
);
const MergedNote = lazy(() =>
  import('#screens/duplicate/merged-note.tsx').then((module) => ({ default: module.MergedNote })),
);

const ThreadPart = lazy(() =>
  import('#screens/thread/thread-part.tsx').then((module) => ({ default: module.ThreadPart })),
);

const ComposePart = lazy(() =>
  import('./compose-part.tsx').then((module) => ({ default: module.ComposePart })),
);

const ComplaintOffer = lazy(() =>
  import('#screens/complaint/complaint-offer.tsx').then((module) => ({ default: module.ComplaintOffer })),
);

export type FoundReply = Reply<typeof findCockpit>;
type FoundProps = {
  found: FoundReply;
  mail: Mail;
  beside: Beside;
  me: Me;
  onGoTo: GoTo;
  onChoose: (customerId: string) => void;
  onReply: () => void;
};

export function Found({ found, mail, beside, me, onGoTo, onChoose, onReply }: FoundProps) {
  const { cockpit } = found;
  if (cockpit) {
    return (
      <>
        <OldCustomer customer={cockpit.customer} onChoose={onChoose} />
        <CockpitScreen
          found={{ ...found, cockpit }}
          beside={beside}
          personName={newPerson(found, mail)?.name ?? null}
          thread={
            beside === 'mail' ? threadOf(found, mail, me) : beside === 'compose' ? draftOf(found, me) : null
          }
          offer={beside === 'mail' ? offerOf(found, mail, me, onGoTo) : null}
          onGoTo={onGoTo}
          onReply={onReply}
        />
      </>
    );
  }
  return <NoCockpit {...{ found, mail, beside, me, onGoTo, onChoose }} />;
}

/** Several customers fit, or none: the reader chooses, or creates one. */
function NoCockpit({ found, mail, beside, me, onGoTo, onChoose }: Omit<FoundProps, 'onReply'>) {
  const { match } = found;
  const isInternal = match.kind === 'internal';
  if (match.candidates.length > 0) {
    const isAboutPeople = new Set(match.candidates.map((candidate) => candidate.party)).size > 1;
    return (
      <>
        {/* What colleagues pass on may concern a customer; logging it is an exception. */}
        {isInternal ? (
          <PaneState kind="internal" />
        ) : (
          <PersonHead name={mail.from.name || mail.from.address} company={mail.from.address} />
        )}
        <CustomerChoice
          candidates={match.candidates}
          isAboutPeople={isAboutPeople}
          onChoose={onChoose}
          onOther={isInternal ? undefined : () => onGoTo({ kind: 'correct' })}
        />
      </>
    );
  }
  if (isInternal) return <PaneState kind="internal" />;
  const mayCreate = me.permissions.includes('customer.create');
  if (!match.sender || beside !== 'mail' || !mayCreate) return <PaneState kind="noCustomer" />;
  return (
    <Suspense fallback={null}>
      <UnknownSender
        mail={mail}
        sender={match.sender}
        me={me}
        onCreated={onChoose}
        onAssigned={onChoose}
        isNeverLogged={found.neverLog !== null}
        onCorrect={() => onGoTo({ kind: 'correct' })}
      />
    </Suspense>
  );
}

/** What the mail's conversation has to say: only where somebody follows it, or could. */
export function threadOf(found: FoundReply | null, mail: Mail, me: Me | null): ReactNode {
  const mayLog = me?.permissions.includes('activity.log') ?? false;
  if (found === null || !mayLog || mail.conversationId === null) return null;
  const { thread, logged, neverLog } = found;
  if (thread === null && logged === null) return null;
  return (
    <Suspense fallback={null}>
      <ThreadPart mail={mail} thread={thread} logged={logged} isNeverLogged={neverLog !== null} />
    </Suspense>
  );
}

/** A mail that looks like a complaint can be recorded as one with one click. */
function offerOf({ complaintOffer }: FoundReply, { messageId }: Mail, me: Me, onGoTo: GoTo): ReactNode {
  if (complaintOffer === null || !me.permissions.includes('complaint.create')) return null;
  return (
    <Suspense fallback={null}>
      <ComplaintOffer
        key={messageId}
        offer={complaintOffer}
        userId={me.id}
        messageId={messageId}
        onTake={() => onGoTo({ kind: 'new_complaint' })}
      />
    </Suspense>
  );
}

/** What happens to the mail being written when it is sent. */
function draftOf({ cockpit, neverLog }: FoundReply, me: Me): ReactNode {
  if (!cockpit || !me.permissions.includes('activity.log')) return null;
  return (
    <Suspense fallback={null}>
      <ComposePart customerName={cockpit.customer.name} isNeverLogged={neverLog !== null} />
    </Suspense>
  );
}

/** An old link: the customer that another one has taken over leads on to it. */
function OldCustomer({ customer, onChoose }: { customer: Customer; onChoose: FoundProps['onChoose'] }) {
  if (!customer.mergedInto) return null;
  return (
    <Suspense fallback={null}>
      <MergedNote customerId={customer.id} onOpenCustomer={onChoose} />
    </Suspense>
  );
}

/** The person of the mail who is no contact of the matched customer yet, as the mail names them. */
export function newPerson({ match, cockpit }: FoundReply, mail: Mail): MailAddress | null {
  if (!cockpit || cockpit.contact) return null;
  const unknown = match.unknownPeople[0] ?? mail.from;
  return { name: unknown.name === '' ? unknown.address : unknown.name, address: unknown.address };
}
