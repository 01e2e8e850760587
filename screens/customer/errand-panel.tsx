// What one records or changes from a wide screen, in a panel at its side; the page behind stays where it is.
import { makeStyles, OverlayDrawer, tokens, typographyStyles } from '@fluentui/react-components';
import { lazy, Suspense, useRef, useState, type ReactElement } from 'react';
import type { Cockpit } from '#contract/cockpit.ts';
import type { CustomerRef } from '#contract/customer.ts';
import type { GoTo } from '../cockpit/place.ts';
import { IntakeScreen } from '../complaint/intake-screen.tsx';
import { FollowUpScreen } from '../follow-up/follow-up-screen.tsx';
import { NewFollowUp } from '../follow-up/new-follow-up.tsx';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useDuplicateMessages } from '../messages/duplicate-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { View } from '../ui/view.tsx';
import { CustomerSearch } from './customer-search.tsx';
import { RecordContact } from './record-contact.tsx';
import type { Errand, ErrandKind, ErrandState } from './use-errand.ts';

const EditCustomer = lazy(() =>
  import('./edit-customer.tsx').then((module) => ({ default: module.EditCustomer })),
);
const CreateContact = lazy(() =>
  import('./create-contact.tsx').then((module) => ({ default: module.CreateContact })),
);
const ContactView = lazy(() =>
  import('./contact-view.tsx').then((module) => ({ default: module.ContactView })),
);
const EditEntry = lazy(() =>
  import('../activity/edit-entry.tsx').then((module) => ({ default: module.EditEntry })),
);
const AddressesView = lazy(() =>
  import('./addresses-view.tsx').then((module) => ({ default: module.AddressesView })),
);
const PlanVisit = lazy(() =>
  import('../visit/plan-visit.tsx').then((module) => ({ default: module.PlanVisit })),
);
const BlockCustomer = lazy(() =>
  import('./block-customer.tsx').then((module) => ({ default: module.BlockCustomer })),
);
const ContactMergeView = lazy(() =>
  import('../duplicate/contact-merge-view.tsx').then((module) => ({ default: module.ContactMergeView })),
);
const MergeView = lazy(() =>
  import('../duplicate/merge-view.tsx').then((module) => ({ default: module.MergeView })),
);

type ErrandPanelProps = {
  state: ErrandState;
  onOpenComplaint: (complaintId: string) => void;
};

export function ErrandPanel({ state, onOpenComplaint }: ErrandPanelProps) {
  const styles = useStyles();
  const { errand, close } = state;
  const labels = useLabels();
  const leavingFor = useRef<string | null>(null);
  return (
    <OverlayDrawer
      position="end"
      open={errand !== null}
      className={styles.panel}
      aria-label={errand ? labels[errand.kind] : undefined}
      surfaceMotion={{
        onMotionFinish: (_event, { direction }) => {
          if (direction !== 'exit') return;
          state.returnFocus();
          // Only now: the panel gives the page behind back to screen readers once the focus is there.
          if (leavingFor.current !== null) onOpenComplaint(leavingFor.current);
          leavingFor.current = null;
        },
      }}
      onOpenChange={(_event, data) => {
        if (!data.open) close();
      }}
    >
      {errand && (
        <Suspense fallback={<ViewSkeleton label={labels[errand.kind]} />}>
          <ErrandView
            errand={errand}
            onClose={close}
            onOpenComplaint={(complaintId) => {
              leavingFor.current = complaintId;
            }}
          />
        </Suspense>
      )}
    </OverlayDrawer>
  );
}

function useLabels(): Record<ErrandKind, string> {
  const { actions } = useWideMessages().customerPage;
  const { contact, form, addresses, state } = useCustomerDataMessages();
  const { merge } = useDuplicateMessages();
  return {
    record: actions.record,
    complaint: actions.complaint,
    follow_up: actions.followUp,
    open_follow_up: actions.followUp,
    visit: actions.visit,
    new_contact: actions.newContact,
    contact: contact.title,
    edit_entry: actions.editEntry,
    merge_contacts: contact.title,
    merge_customers: merge.title,
    edit_customer: form.edit,
    addresses: addresses.allTitle,
    block: state.blockTitle,
  };
}

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
  return <CustomerErrand {...{ errand, customer, onClose, onOpenComplaint }} />;
}

type CustomerErrandProps = ErrandViewProps & { customer: CustomerRef };

function CustomerErrand({ errand, customer, onClose, onOpenComplaint }: CustomerErrandProps) {
  const { cockpit, contact, pair, twins, activity } = errand;
  const whole = cockpit?.customer;
  const views: Record<ErrandKind, () => ReactElement | null> = {
    record: () => <RecordContact customer={customer} onClose={onClose} />,
    complaint: () => <NewComplaint {...{ customer, cockpit, onClose, onOpenComplaint }} />,
    follow_up: () => <NewFollowUp customer={customer} mail={null} onBack={onClose} onCreated={onClose} />,
    open_follow_up: () => null,
    visit: () => <PlanVisit {...{ customer, onClose }} visit={null} from={null} onDone={onClose} />,
    new_contact: () => <CreateContact customer={customer} onClose={onClose} />,
    contact: () => (contact ? <ContactView contact={contact} onClose={onClose} /> : null),
    merge_contacts: () => (pair ? <ContactMergeView {...pair} onClose={onClose} /> : null),
    merge_customers: () => (twins ? <MergeView pair={twins} onClose={onClose} /> : null),
    edit_entry: () =>
      cockpit && activity ? <EditEntry activityId={activity.id} cockpit={cockpit} onBack={onClose} /> : null,
    addresses: () => <AddressesView customer={customer} onClose={onClose} />,
    edit_customer: () => (whole ? <EditCustomer customer={whole} onClose={onClose} /> : null),
    block: () => (whole ? <BlockCustomer customer={whole} onClose={onClose} /> : null),
  };
  return views[errand.kind]();
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
