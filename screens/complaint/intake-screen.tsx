// Taking a complaint: asks the server to read the mail, then shows the filled form; afterwards what happens next.
import { useState } from 'react';
import { draftComplaint, type Complaint } from '#contract/complaint.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import type { Mail } from '#contract/mail.ts';
import type { GoTo } from '../cockpit/place.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { View } from '../ui/view.tsx';
import { useReply } from '../use-reply.ts';
import { IntakeDone } from './intake-done.tsx';
import { IntakeForm } from './intake-form.tsx';

export type IntakeTarget = {
  customer: Pick<Cockpit['customer'], 'id' | 'name' | 'rating'>;
  contact: Pick<NonNullable<Cockpit['contact']>, 'name' | 'language'> | null;
  /** The mail it came by; null for a complaint by phone or in Teams. */
  mail: Mail | null;
};
type IntakeScreenProps = IntakeTarget & {
  onBack: () => void;
  onGoTo: GoTo;
  /** Opens a reply draft; absent where the host has none. */
  onReplyWith?: ((html: string) => Promise<void>) | undefined;
};

export function IntakeScreen(props: IntakeScreenProps) {
  const { customer, mail, onBack, onGoTo } = props;
  const messages = useMessages();
  const [created, setCreated] = useState<{ complaint: Complaint; isConfirmed: boolean } | null>(null);
  const state = useReply(
    draftComplaint,
    { customerId: customer.id, mail },
    { key: `${customer.id}:${mail?.messageId ?? ''}`, freshMs: Infinity },
  );
  if (created) return <IntakeDone {...props} {...created} />;
  if (state.reply) {
    return (
      <IntakeForm
        customer={customer}
        mail={mail}
        draft={state.reply}
        canConfirm={props.onReplyWith !== undefined && mail !== null}
        onBack={onBack}
        onCreated={(complaint, isConfirmed) => setCreated({ complaint, isConfirmed })}
        onOpenComplaint={(complaintId) => onGoTo({ kind: 'complaint', complaintId })}
      />
    );
  }
  return (
    <View title={complaintWords(messages).intake.heading} onBack={onBack}>
      <Loaded state={state} waiting={<ViewSkeleton label={messages.common.loading} />}>
        {() => null}
      </Loaded>
    </View>
  );
}
