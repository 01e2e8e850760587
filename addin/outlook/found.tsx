// What matching found for a mail: a customer, several, nobody, or colleagues only.
import type { findCockpit } from '#contract/cockpit.ts';
import type { Reply } from '#contract/endpoint.ts';
import type { Mail, MailAddress } from '#contract/mail.ts';
import type { Me } from '#contract/user.ts';
import { lazy, Suspense } from 'react';
import { CockpitScreen, type Beside } from '#screens/cockpit/cockpit-screen.tsx';
import { CustomerChoice } from '#screens/cockpit/customer-choice.tsx';
import type { GoTo } from '#screens/cockpit/place.ts';
import { PersonHead } from '#screens/ui/person-head.tsx';
import { PaneState } from './pane-states.tsx';

const UnknownSender = lazy(() =>
  import('#screens/customer/unknown-sender.tsx').then((module) => ({ default: module.UnknownSender })),
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
  const { match, cockpit } = found;
  if (cockpit) {
    return (
      <CockpitScreen
        found={{ ...found, cockpit }}
        beside={beside}
        personName={newPerson(found, mail)?.name ?? null}
        onGoTo={onGoTo}
        onReply={onReply}
      />
    );
  }
  if (match.kind === 'internal') return <PaneState kind="internal" />;
  if (match.candidates.length > 0) {
    const isAboutPeople = new Set(match.candidates.map((candidate) => candidate.party)).size > 1;
    return (
      <>
        <PersonHead name={mail.from.name || mail.from.address} company={mail.from.address} />
        <CustomerChoice
          candidates={match.candidates}
          isAboutPeople={isAboutPeople}
          onChoose={onChoose}
          onOther={() => onGoTo({ kind: 'correct' })}
        />
      </>
    );
  }
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
        onCorrect={() => onGoTo({ kind: 'correct' })}
      />
    </Suspense>
  );
}

/** The person of the mail who is no contact of the matched customer yet, as the mail names them. */
export function newPerson({ match, cockpit }: FoundReply, mail: Mail): MailAddress | null {
  if (!cockpit || cockpit.contact) return null;
  const unknown = match.unknownPeople[0] ?? mail.from;
  return { name: unknown.name === '' ? unknown.address : unknown.name, address: unknown.address };
}
