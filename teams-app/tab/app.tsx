// The personal tab: Mein Tag, Reklamationen, Kunden, and from each of them one customer or one complaint.
import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { ComplaintList } from '#screens/complaint-list/complaint-list.tsx';
import { ComplaintScreen } from '#screens/complaint/complaint-screen.tsx';
import { CustomerList } from '#screens/customer-list/customer-list.tsx';
import { CustomerPage } from '#screens/customer/customer-page.tsx';
import { useWideMessages } from '#screens/messages/wide-messages.ts';
import { MyDay } from '#screens/my-day/my-day.tsx';
import { RowsSkeleton } from '#screens/ui/skeletons.tsx';
import { SignInProblem } from '#screens/ui/sign-in-problem.tsx';
import { useShowChosen } from '#screens/ui/use-show-chosen.ts';
import { useMe, useRights } from '#screens/use-me.ts';
import { lazy, Suspense } from 'react';
import { OutsideNote } from './outside-note.tsx';
import { placeOf, type Place } from './place.ts';
import { usePlace } from './use-place.ts';
import { ViewAsBar } from './view-as-bar.tsx';

type AppProps = {
  /** Teams draws the app's areas itself; a plain page has to. */
  isInTeams: boolean;
  onOpenUrl: (url: string) => void;
  /** Opens the sign-in window; rejects with CallError. */
  onSignIn: () => Promise<void>;
};

const home: Place = { page: 'my-day' };

// places that not everybody opens every day are downloads of their own
const ListsPage = lazy(() =>
  import('#screens/list/lists-page.tsx').then((module) => ({ default: module.ListsPage })),
);
const VisitsPage = lazy(() =>
  import('#screens/visit/visits-page.tsx').then((module) => ({ default: module.VisitsPage })),
);
const VisitPage = lazy(() =>
  import('#screens/visit/visit-page.tsx').then((module) => ({ default: module.VisitPage })),
);
const DuplicatesSection = lazy(() =>
  import('#screens/duplicate/duplicates-section.tsx').then((module) => ({
    default: module.DuplicatesSection,
  })),
);
const AnalysisPage = lazy(() =>
  import('#screens/complaint-analysis/analysis-page.tsx').then((module) => ({
    default: module.AnalysisPage,
  })),
);
const SettingsPage = lazy(() =>
  import('#screens/settings/settings-page.tsx').then((module) => ({ default: module.SettingsPage })),
);

export function App({ isInTeams, onOpenUrl, onSignIn }: AppProps) {
  const styles = useStyles();
  const { place, go, goBack } = usePlace(home);
  const me = useMe();
  if (me.error && !me.reply) {
    return <SignInProblem error={me.error} onSignIn={() => onSignIn().then(me.reload)} onRetry={me.reload} />;
  }
  return (
    <div className={styles.app}>
      <ViewAsBar />
      {!isInTeams && (
        <>
          <OutsideNote />
          <Areas place={place} onGo={go} />
        </>
      )}
      <div className={styles.place}>
        <Suspense fallback={<PlaceSkeleton />}>
          <PlaceView place={place} onGo={go} onBack={goBack} onOpenUrl={onOpenUrl} />
        </Suspense>
      </div>
    </div>
  );
}

function PlaceSkeleton() {
  return <RowsSkeleton label={useWideMessages().tab.starting} count={8} />;
}

type PlaceViewProps = {
  place: Place;
  onGo: (place: Place) => void;
  onBack: () => void;
  onOpenUrl: (url: string) => void;
};

function PlaceView({ place, onGo, onBack, onOpenUrl }: PlaceViewProps) {
  const styles = useStyles();
  const handleOpenCustomer = (id: string) => onGo({ page: 'customer', id });
  const handleOpenComplaint = (id: string) => onGo({ page: 'complaint', id });
  const opening = { onOpenCustomer: handleOpenCustomer, onOpenComplaint: handleOpenComplaint };
  switch (place.page) {
    case 'my-day':
      return (
        <MyDay
          {...opening}
          onOpenUrl={onOpenUrl}
          onOpenVisit={(id) => onGo({ page: 'visit', id })}
          onOpenVisits={() => onGo({ page: 'visits' })}
        />
      );
    case 'visits':
      return (
        <VisitsPage
          onOpenVisit={(id) => onGo({ page: 'visit', id })}
          onOpenServices={() => onGo({ page: 'lists', part: 'service_interval' })}
        />
      );
    case 'visit':
      return <VisitPage key={place.id} visitId={place.id} onBack={onBack} {...opening} />;
    case 'complaints':
      return <ComplaintsPlace onGo={onGo} onOpenComplaint={handleOpenComplaint} />;
    case 'complaint-analysis':
      return (
        <AnalysisPage
          part={place.part}
          onPart={(part) => onGo({ page: 'complaint-analysis', part })}
          onBack={onBack}
          onOpenComplaint={handleOpenComplaint}
        />
      );
    case 'lists':
      return (
        <ListsPage
          {...opening}
          listId={place.part}
          onList={(part) => onGo({ page: 'lists', part })}
          onSettings={() => onGo({ page: 'settings', part: '' })}
        />
      );
    case 'settings':
      return <SettingsPage section={place.part} onSection={(part) => onGo({ page: 'settings', part })} />;
    case 'complaint':
      return (
        <div className={styles.complaint}>
          <ComplaintScreen key={place.id} complaintId={place.id} onBack={onBack} {...opening} />
        </div>
      );
    default:
      return <CustomersPlace {...opening} place={place} onGo={onGo} onBack={onBack} />;
  }
}

type ComplaintsPlaceProps = Pick<PlaceViewProps, 'onGo'> & { onOpenComplaint: (id: string) => void };

/** Partners see no figures, so nothing leads them there. */
function ComplaintsPlace({ onGo, onOpenComplaint }: ComplaintsPlaceProps) {
  const { may } = useRights();
  const handleAnalysis = () => onGo({ page: 'complaint-analysis', part: '' });
  return (
    <ComplaintList
      onOpen={onOpenComplaint}
      onOpenAnalysis={may('figures.see') ? handleAnalysis : undefined}
    />
  );
}

type CustomersPlaceProps = Pick<PlaceViewProps, 'onGo' | 'onBack'> & {
  place: Extract<Place, { page: 'customers' | 'customer' | 'duplicates' }>;
  onOpenCustomer: (id: string) => void;
  onOpenComplaint: (id: string) => void;
};

function CustomersPlace({ place, onGo, onBack, ...opening }: CustomersPlaceProps) {
  if (place.page === 'customers') {
    return <CustomerList {...opening} onOpenDuplicates={() => onGo({ page: 'duplicates' })} />;
  }
  if (place.page === 'duplicates') return <DuplicatesSection onBack={onBack} />;
  return (
    <CustomerPage
      {...opening}
      key={place.id}
      customerId={place.id}
      onBack={onBack}
      onSearch={() => onGo({ page: 'customers' })}
    />
  );
}

type AreasProps = { place: Place; onGo: (place: Place) => void };

type Area = 'my-day' | 'complaints' | 'customers' | 'visits' | 'lists' | 'settings';

/** A record belongs to the list it would be found in. */
const areaOf: Record<Place['page'], Area> = {
  'my-day': 'my-day',
  complaints: 'complaints',
  complaint: 'complaints',
  'complaint-analysis': 'complaints',
  customers: 'customers',
  duplicates: 'customers',
  customer: 'customers',
  visits: 'visits',
  visit: 'visits',
  lists: 'lists',
  settings: 'settings',
};

function Areas({ place, onGo }: AreasProps) {
  const styles = useStyles();
  const { tab } = useWideMessages();
  const role = useMe().reply?.role;
  const nav = useShowChosen(`${areaOf[place.page]} ${role}`);
  return (
    <nav ref={nav} aria-label={tab.label} className={styles.areas}>
      <TabList
        selectedValue={areaOf[place.page]}
        onTabSelect={(_event, data) => onGo(placeOf(`#/${String(data.value)}`))}
      >
        <Tab value="my-day">{tab.places.myDay}</Tab>
        <Tab value="complaints">{tab.places.complaints}</Tab>
        <Tab value="customers">{tab.places.customers}</Tab>
        {role !== 'partner' && <Tab value="visits">{tab.places.visits}</Tab>}
        {role !== 'partner' && <Tab value="lists">{tab.places.lists}</Tab>}
        {role === 'admin' && <Tab value="settings">{tab.places.settings}</Tab>}
      </TabList>
    </nav>
  );
}

const useStyles = makeStyles({
  app: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  areas: {
    flexShrink: 0,
    overflowX: 'auto',
    paddingInline: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  place: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  // Drawn for the pane; with its own gutter the text begins where it does in lists.
  complaint: {
    height: '100%',
    maxWidth: '880px',
    boxSizing: 'border-box',
    paddingInline: tokens.spacingHorizontalM,
    '@media (max-width: 599px)': { paddingInline: tokens.spacingHorizontalXS },
  },
});
