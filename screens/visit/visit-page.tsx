// One visit: who, when, where it stands; preparation before it, report after it; moved, called off, printed.
import {
  Button,
  makeStaticStyles,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Tab,
  TabList,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import {
  ArrowLeft20Regular,
  Building20Regular,
  CalendarEdit20Regular,
  Dismiss20Regular,
  Print20Regular,
} from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { getVisit, type Visit } from '#contract/visit.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { RatingBadge } from '../ui/rating-badge.tsx';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { CalendarState } from './calendar-state.tsx';
import { CancelVisit } from './cancel-visit.tsx';
import { PreparationSheet } from './preparation-sheet.tsx';
import { ReportScreen } from './report-screen.tsx';
import { VisitPanel } from './visit-panel.tsx';

type VisitPageProps = {
  visitId: string;
  onBack: () => void;
  onOpenCustomer: (customerId: string) => void;
  onOpenComplaint: (complaintId: string) => void;
};
type Part = 'prepare' | 'report';

/** While it is on its way to the calendar it is looked at often. */
const everyMs = (visit: Visit | null) => (visit?.calendar.state === 'pending' ? 2_000 : 30_000);

export function VisitPage({ visitId, ...props }: VisitPageProps) {
  const words = useVisitMessages().page;
  const state = useReply(getVisit, { id: visitId }, { everyMs });
  return (
    <Loaded state={state} waiting={<ViewSkeleton label={words.loading} />}>
      {(visit) => <VisitView visit={visit} {...props} />}
    </Loaded>
  );
}

function VisitView({
  visit,
  onBack,
  onOpenCustomer,
  onOpenComplaint,
}: Omit<VisitPageProps, 'visitId'> & { visit: Visit }) {
  usePrintStyles();
  const styles = useStyles();
  const words = useVisitMessages().page;
  const [part, setPart] = useState<Part>(visit.state === 'reported' ? 'report' : 'prepare');
  const [isMoving, setIsMoving] = useState(false);
  const opener = useRef<Element | null>(null);
  const handleMove = () => {
    opener.current = document.activeElement;
    setIsMoving(true);
  };
  const [isCancelling, setIsCancelling] = useState(false);
  const canChange = visit.canChange && visit.state === 'planned';
  return (
    <main className={styles.page}>
      <Head visit={visit} onBack={onBack} />
      <div className={`${styles.actions} no-print`}>
        {canChange && (
          <Button icon={<CalendarEdit20Regular />} onClick={handleMove}>
            {words.move}
          </Button>
        )}
        {canChange && (
          <Button icon={<Dismiss20Regular />} onClick={() => setIsCancelling(true)}>
            {words.cancel}
          </Button>
        )}
        <Button icon={<Building20Regular />} onClick={() => onOpenCustomer(visit.customer.id)}>
          {words.openCustomer}
        </Button>
        <Button icon={<Print20Regular />} onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
      {isCancelling && <CancelVisit visit={visit} onClose={() => setIsCancelling(false)} />}
      <TabList
        className="no-print"
        aria-label={words.parts}
        selectedValue={part}
        // The values are those of the tabs below.
        onTabSelect={(_event, data) => setPart(data.value as Part)}
      >
        <Tab value="prepare">{words.prepare}</Tab>
        <Tab value="report">{words.report}</Tab>
      </TabList>
      {part === 'prepare' ? (
        <PreparationSheet visitId={visit.id} />
      ) : (
        <ReportScreen visitId={visit.id} onOpenComplaint={onOpenComplaint} />
      )}
      <VisitPanel
        customer={isMoving ? visit.customer : null}
        visit={visit}
        from={null}
        opener={opener}
        onClose={() => setIsMoving(false)}
        onDone={() => setIsMoving(false)}
      />
    </main>
  );
}

function Head({ visit, onBack }: { visit: Visit; onBack: () => void }) {
  const styles = useStyles();
  const format = useFormat();
  const messages = useMessages();
  const { page: words, kinds, warnings: warningWords } = useVisitMessages();
  // That it is over is said by its day; the report is the next tab.
  const warnings = visit.warnings.filter((warning) => warning !== 'in_past');
  const people = visit.people.map((person) => person.name).join(', ');
  const town = [visit.postcode, visit.city].filter(Boolean).join(' ');
  const address = visit.place ?? [visit.street, town].filter(Boolean).join(', ');
  return (
    <header className={styles.head}>
      <Button
        appearance="subtle"
        className="no-print"
        icon={<ArrowLeft20Regular />}
        aria-label={messages.common.back}
        onClick={onBack}
      />
      <div className={styles.who}>
        <h1 className={styles.title}>
          {kinds[visit.kind]} {visit.customer.name}
          <CustomerMarks customer={visit.customer} />
        </h1>
        <p className={styles.line}>
          {format.longDate(visit.startsAt)}, {format.time(visit.startsAt)}–{format.time(visit.endsAt)} ·{' '}
          {visit.user.name}
          {visit.state === 'cancelled' && ` · ${words.cancelled}`}
          {visit.state === 'reported' && ` · ${words.reported}`}
        </p>
        <p className={styles.line}>
          {address}
          {people !== '' && ` · ${words.with(people)}`}
        </p>
        <CalendarState visit={visit} />
        {warnings.map((warning) => (
          <MessageBar key={warning} intent="warning" layout="multiline">
            <MessageBarBody>{warningWords[warning]}</MessageBarBody>
          </MessageBar>
        ))}
      </div>
      {visit.rating && <RatingBadge rating={visit.rating} />}
    </header>
  );
}

/** On paper only the sheet is of interest, and all of it. */
const usePrintStyles = makeStaticStyles({
  '@media print': {
    'html, body, body *': {
      height: 'auto !important',
      maxHeight: 'none !important',
      overflow: 'visible !important',
    },
    '.no-print, nav': { display: 'none !important' },
  },
});

const phone = '@media (max-width: 599px)';
const useStyles = makeStyles({
  page: {
    height: '100%',
    overflowY: 'auto',
    boxSizing: 'border-box',
    paddingInline: tokens.spacingHorizontalM,
    [phone]: { paddingInline: tokens.spacingHorizontalXS },
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalM,
  },
  who: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    flexGrow: 1,
    minWidth: 0,
  },
  title: {
    ...typographyStyles.subtitle1,
    margin: 0,
    overflowWrap: 'anywhere',
    [phone]: typographyStyles.subtitle2,
  },
  line: {
    ...typographyStyles.body1,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalS,
    [phone]: { '& .fui-Button': { minHeight: '44px' } },
  },
});
