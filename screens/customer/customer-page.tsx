// A customer in full, for Teams and the browser: who they are, what was, what counts now. Three columns, two, or tabs.
import { makeStyles, tokens } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import type { Activity } from '#contract/activity.ts';
import { getCockpit, type Cockpit } from '#contract/cockpit.ts';
import type { Contact } from '#contract/customer.ts';
import type { CallError } from '../call.ts';
import type { ContactPair } from '../duplicate/contact-duplicates.tsx';
import { MergedAway, MergedNote } from '../duplicate/merged-note.tsx';
import { TwinNote } from '../duplicate/twin-note.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { RowsSkeleton, ViewSkeleton } from '../ui/skeletons.tsx';
import { Section } from '../ui/section.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { useWidth, type Width } from '../use-width.ts';
import { CustomerHead } from './customer-head.tsx';
import { CustomerRail } from './customer-rail.tsx';
import { CustomerTabs, tabsOf, type CustomerTab } from './customer-tabs.tsx';
import { ComplaintsOfCustomer, OrderList, ProjectList, QuoteList } from './document-lists.tsx';
import { ErrandPanel } from './errand-panel.tsx';
import { NowRail } from './now-rail.tsx';
import { Timeline } from './timeline.tsx';
import { useErrand, type Errand } from './use-errand.ts';

const PotentialTab = lazy(() =>
  import('../insight/potential-tab.tsx').then((module) => ({ default: module.PotentialTab })),
);
const ChangeList = lazy(() =>
  import('../audit/change-list.tsx').then((module) => ({ default: module.ChangeList })),
);

type CustomerPageProps = {
  customerId: string;
  onBack: () => void;
  onSearch: () => void;
  onOpenComplaint: (complaintId: string) => void;
  /** Another customer, of the same group. */
  onOpenCustomer: (customerId: string) => void;
};

/** Colleagues log and decide meanwhile; asked again every minute. */
const everyMs = 60_000;

export function CustomerPage(props: CustomerPageProps) {
  const { customerPage: words } = useWideMessages();
  const state = useReply(getCockpit, { customerId: props.customerId }, { everyMs });
  const code = state.error?.code;
  if (code === 'not_found' || code === 'forbidden') {
    const locked = (
      <StateBlock
        isPage
        isProblem
        icon={<LockClosed20Regular />}
        title={words.noRights.title}
        text={words.noRights.text}
        action={{ label: words.noRights.action, onPress: props.onSearch }}
      />
    );
    return <MergedAway {...props} otherwise={locked} />;
  }
  return (
    <Loaded state={state} waiting={<ViewSkeleton label={words.loading} />}>
      {(cockpit) => (
        <CustomerView
          key={cockpit.customer.id}
          cockpit={cockpit}
          {...props}
          {...(state.error ? { staleBecause: state.error } : {})}
          onReload={state.reload}
        />
      )}
    </Loaded>
  );
}

type CustomerViewProps = CustomerPageProps & {
  cockpit: Cockpit;
  /** A later refresh failed; what is shown is of an earlier moment. */
  staleBecause?: CallError;
  onReload: () => void;
};

function CustomerView(props: CustomerViewProps) {
  const { cockpit, onBack, onOpenComplaint, onOpenCustomer, staleBecause, onReload } = props;
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const width = useWidth();
  const tabs = tabsOf(cockpit, width);
  const [chosen, setTab] = useState<CustomerTab | null>(null);
  const errand = useErrand();
  const tab = chosen !== null && tabs.includes(chosen) ? chosen : (tabs[0] ?? 'overview');
  const parts = {
    cockpit,
    onOpenComplaint,
    onOpenCustomer,
    onOpenContact: (contact: Contact) =>
      errand.open({ kind: 'contact', customer: cockpit.customer, contact }),
    onErrand: (kind: Errand['kind']) => errand.open({ kind, customer: cockpit.customer, cockpit }),
    onEditEntry: (activity: Activity) =>
      errand.open({ kind: 'edit_entry', customer: cockpit.customer, cockpit, activity }),
    onOpenFollowUp: (followUpId: string) =>
      errand.open({ kind: 'open_follow_up', customer: cockpit.customer, followUpId }),
    onMergeContacts: (pair: ContactPair) =>
      errand.open({ kind: 'merge_contacts', customer: cockpit.customer, pair }),
    onShowPotential: () => setTab('potential'),
  };
  return (
    <div className={styles.page}>
      <header>
        <CustomerHead {...parts} width={width} onBack={onBack} />
        <CustomerTabs cockpit={cockpit} tabs={tabs} tab={tab} onTab={setTab} />
      </header>
      {cockpit.customer.mergedInto && (
        <MergedNote customerId={cockpit.customer.id} onOpenCustomer={onOpenCustomer} />
      )}
      <TwinNote
        customerId={cockpit.customer.id}
        onCheck={(twins) => errand.open({ kind: 'merge_customers', customer: cockpit.customer, twins })}
      />
      {staleBecause && (
        <ErrorNote
          error={staleBecause}
          title={messages.pane.stale(format.time(cockpit.asOf))}
          onRetry={onReload}
        />
      )}
      <Content tab={tab} width={width} parts={parts} />
      <ErrandPanel state={errand} onOpenComplaint={onOpenComplaint} />
    </div>
  );
}

export interface CustomerParts {
  cockpit: Cockpit;
  onOpenCustomer: (customerId: string) => void;
  onOpenContact: (contact: Contact) => void;
  onOpenComplaint: (complaintId: string) => void;
  onErrand: (kind: Errand['kind']) => void;
  onEditEntry: (activity: Activity) => void;
  onOpenFollowUp: (followUpId: string) => void;
  onMergeContacts: (pair: ContactPair) => void;
  onShowPotential: () => void;
}

type ContentProps = { tab: CustomerTab; width: Width; parts: CustomerParts };

function Content({ tab, width, parts }: ContentProps) {
  const styles = useStyles();
  const words = useWideMessages().customerPage;
  const { tabs, now } = words;
  const isOverview = tab === 'overview';
  const timeline = (
    <main className={styles.middle}>
      <Timeline {...parts} />
    </main>
  );
  if (isOverview && width === 'wide') {
    return (
      <div className={styles.three}>
        <aside className={styles.left} aria-label={tabs.customer}>
          <CustomerRail {...parts} />
        </aside>
        {timeline}
        <aside className={styles.right} aria-label={now.title}>
          <NowRail {...parts} />
        </aside>
      </div>
    );
  }
  if (isOverview) {
    return (
      <div className={styles.two}>
        {timeline}
        <aside className={styles.right} aria-label={now.title}>
          <NowRail {...parts} />
        </aside>
      </div>
    );
  }
  if (tab === 'history') return timeline;
  return <main className={styles.single}>{single(tab, parts, words)}</main>;
}

function single(
  tab: CustomerTab,
  parts: CustomerParts,
  { loading, tabs }: ReturnType<typeof useWideMessages>['customerPage'],
) {
  switch (tab) {
    case 'now':
      return <NowRail {...parts} />;
    case 'quotes':
      return <QuoteList {...parts} />;
    case 'orders':
      return <OrderList {...parts} />;
    case 'projects':
      return <ProjectList {...parts} />;
    case 'potential':
      return (
        <Suspense fallback={<RowsSkeleton label={loading} count={8} />}>
          <PotentialTab customerId={parts.cockpit.customer.id} />
        </Suspense>
      );
    case 'changes':
      return (
        <Suspense fallback={<RowsSkeleton label={loading} count={8} />}>
          <Section title={tabs.changes}>
            <ChangeList recordKind="customer" recordId={parts.cockpit.customer.id} />
          </Section>
        </Suspense>
      );
    case 'complaints':
      return <ComplaintsOfCustomer {...parts} />;
    default:
      return <CustomerRail {...parts} />;
  }
}

const column = { minHeight: 0, minWidth: 0, overflowY: 'auto' } as const;
const line = `1px solid ${tokens.colorNeutralStroke2}`;
/** Sections are drawn for the pane; in a rail they have more room. */
const rail = {
  ...column,
  backgroundColor: tokens.colorNeutralBackground2,
  '& > section': { paddingInline: tokens.spacingHorizontalL, paddingBlock: tokens.spacingVerticalM },
  '& > section:first-child': { borderTop: 'none' },
} as const;
const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  three: {
    display: 'grid',
    gridTemplateColumns: '272px minmax(0, 1fr) 336px',
    flexGrow: 1,
    minHeight: 0,
  },
  two: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 280px', flexGrow: 1, minHeight: 0 },
  left: { ...rail, borderRight: line },
  middle: { ...column, display: 'flex', flexDirection: 'column', flexGrow: 1 },
  right: { ...rail, borderLeft: line },
  single: { ...rail, backgroundColor: tokens.colorNeutralBackground1, flexGrow: 1 },
});
