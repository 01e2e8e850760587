// What one records or changes from a wide screen, in a panel at its side; the page behind stays where it is.
import { makeStyles, OverlayDrawer, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Cockpit } from '#contract/cockpit.ts';
import type { CustomerRef } from '#contract/customer.ts';
import type { GoTo } from '../cockpit/place.ts';
import { IntakeScreen } from '../complaint/intake-screen.tsx';
import { FollowUpScreen } from '../follow-up/follow-up-screen.tsx';
import { NewFollowUp } from '../follow-up/new-follow-up.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { View } from '../ui/view.tsx';
import { CustomerSearch } from './customer-search.tsx';
import { EditFacts } from './edit-facts.tsx';
import { NewContact } from './new-contact.tsx';
import { RecordContact } from './record-contact.tsx';
import type { Errand, ErrandKind, ErrandState } from './use-errand.ts';

type ErrandPanelProps = {
  state: ErrandState;
  onOpenComplaint: (complaintId: string) => void;
};

export function ErrandPanel({ state, onOpenComplaint }: ErrandPanelProps) {
  const styles = useStyles();
  const { errand, close } = state;
  const labels = useLabels();
  return (
    <OverlayDrawer
      position="end"
      open={errand !== null}
      className={styles.panel}
      aria-label={errand ? labels[errand.kind] : undefined}
      surfaceMotion={{
        onMotionFinish: (_event, { direction }) => {
          if (direction === 'exit') state.returnFocus();
        },
      }}
      onOpenChange={(_event, data) => {
        if (!data.open) close();
      }}
    >
      {errand && <ErrandView errand={errand} onClose={close} onOpenComplaint={onOpenComplaint} />}
    </OverlayDrawer>
  );
}

function useLabels(): Record<ErrandKind, string> {
  const { actions, editFacts } = useWideMessages().customerPage;
  return {
    record: actions.record,
    complaint: actions.complaint,
    follow_up: actions.followUp,
    open_follow_up: actions.followUp,
    new_contact: actions.newContact,
    edit_facts: editFacts.heading,
  };
}

/** Nothing is known yet of somebody written down by hand. */
const nobody = { name: '', address: '' };
type ErrandViewProps = {
  errand: Errand;
  onClose: () => void;
  onOpenComplaint: (complaintId: string) => void;
};

function ErrandView({ errand, onClose, onOpenComplaint }: ErrandViewProps) {
  const [picked, setPicked] = useState<CustomerRef | null>(null);
  const customer = errand.customer ?? picked;
  if (errand.followUpId !== undefined)
    return <FollowUpScreen followUpId={errand.followUpId} onBack={onClose} />;
  if (customer === null) return <PickCustomer onChoose={setPicked} onBack={onClose} />;
  const { kind, cockpit } = errand;
  if (kind === 'record') return <RecordContact customer={customer} onClose={onClose} />;
  if (kind === 'new_contact') {
    return (
      <NewContact customer={customer} person={nobody} mail={null} onBack={onClose} onCreated={onClose} />
    );
  }
  if (kind === 'edit_facts' && cockpit) return <EditFacts customer={cockpit.customer} onClose={onClose} />;
  if (kind === 'complaint') {
    return (
      <NewComplaint
        customer={customer}
        cockpit={cockpit}
        onClose={onClose}
        onOpenComplaint={onOpenComplaint}
      />
    );
  }
  return <NewFollowUp customer={customer} mail={null} onBack={onClose} onCreated={onClose} />;
}

type NewComplaintProps = Omit<ErrandViewProps, 'errand'> & {
  customer: CustomerRef;
  cockpit: Cockpit | undefined;
};

function NewComplaint({ customer, cockpit, onClose, onOpenComplaint }: NewComplaintProps) {
  const handleGoTo: GoTo = (place) => {
    onClose();
    if (place.kind === 'complaint') onOpenComplaint(place.complaintId);
  };
  return (
    <IntakeScreen
      customer={{ id: customer.id, name: customer.name, rating: cockpit?.customer.rating ?? null }}
      contact={cockpit?.contact ?? null}
      mail={null}
      onBack={onClose}
      onGoTo={handleGoTo}
    />
  );
}

function PickCustomer({
  onChoose,
  onBack,
}: {
  onChoose: (customer: CustomerRef) => void;
  onBack: () => void;
}) {
  const styles = useStyles();
  const messages = useMessages();
  const { customerPage } = useWideMessages();
  return (
    <View title={customerPage.pick.heading} onBack={onBack}>
      <div className={styles.pick} aria-label={messages.customer.search.label}>
        <p className={styles.text}>{customerPage.pick.text}</p>
        <CustomerSearch onChoose={onChoose} />
      </div>
    </View>
  );
}

const useStyles = makeStyles({
  panel: { width: 'min(420px, 100vw)', overflowY: 'auto' },
  pick: { padding: tokens.spacingHorizontalM },
  text: { ...typographyStyles.caption1, marginTop: 0, color: tokens.colorNeutralForeground3 },
});
