// An appointment in the pane: the visit it stands for with its preparation and report, else the customer among those invited.
import { lazy, Suspense } from 'react';
import type { HostItem } from '#addin/host/host.ts';
import type { Mail } from '#contract/mail.ts';
import type { Me } from '#contract/user.ts';
import { findAppointmentVisit } from '#contract/visit.ts';
import { useMessages } from '#screens/messages/use-messages.ts';
import { ViewSkeleton } from '#screens/ui/skeletons.tsx';
import { useReply } from '#screens/use-reply.ts';
import { MailPane } from './mail-pane.tsx';
import { PaneState } from './pane-states.tsx';

const VisitPane = lazy(() =>
  import('#screens/visit/visit-pane.tsx').then((module) => ({ default: module.VisitPane })),
);

type AppointmentPaneProps = {
  appointment: Extract<HostItem, { kind: 'appointment' }>;
  /** The people invited as a mail to them; null when all are colleagues. */
  mail: Mail | null;
  me: Me;
};

export function AppointmentPane({ appointment, mail, me }: AppointmentPaneProps) {
  const messages = useMessages();
  const { appointmentId } = appointment;
  // Partners have no visits; while it is being written an appointment has no id.
  const isAsked = appointmentId !== null && me.permissions.includes('activity.log');
  const { reply, isWaiting } = useReply(findAppointmentVisit, isAsked ? { appointmentId } : null);
  if (isWaiting) return <ViewSkeleton label={messages.pane.skeleton} />;
  const visit = reply?.visit ?? null;
  if (visit !== null) {
    return (
      <Suspense fallback={<ViewSkeleton label={messages.pane.skeleton} />}>
        <VisitPane key={visit.id} visit={visit} />
      </Suspense>
    );
  }
  if (mail === null) return <PaneState kind="noAttendees" />;
  return <MailPane key={mail.messageId} mail={mail} beside="appointment" me={me} mailLink={null} />;
}
