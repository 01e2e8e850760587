// "Besuche": who is due beside the week's plan; on a phone one of them at a time. Planning happens in a panel at the side.
import { makeStyles, mergeClasses, Tab, TabList, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { CustomerRef } from '#contract/customer.ts';
import type { DueVisit } from '#contract/visit.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { dayOf } from '../calendar.ts';
import { useFormat } from '../use-format.ts';
import { useMe } from '../use-me.ts';
import { DueList } from './due-list.tsx';
import { DueServices } from './due-services.tsx';
import { VisitPanel } from './visit-panel.tsx';
import { WeekView } from './week-view.tsx';

type VisitsPageProps = { onOpenVisit: (visitId: string) => void; onOpenServices: () => void };
type Part = 'due' | 'week';

export function VisitsPage({ onOpenVisit, onOpenServices }: VisitsPageProps) {
  const styles = useStyles();
  const words = useVisitMessages();
  const format = useFormat();
  const [part, setPart] = useState<Part>('due');
  // Until the server has told its time nobody knows which week this is.
  const { reply: me } = useMe();
  const [chosenDay, setDay] = useState<string | null>(null);
  const day = chosenDay ?? (me === null ? null : format.today());
  const [planning, setPlanning] = useState<{ customer: CustomerRef; from: string | null } | null>(null);
  const opener = useRef<Element | null>(null);
  const handlePlan = (due: DueVisit, from: string | null = null) => {
    opener.current = document.activeElement;
    setPlanning({ customer: due.customer, from });
  };
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{words.title}</h1>
        <DueServices onOpen={onOpenServices} />
      </div>
      <TabList
        className={styles.tabs}
        aria-label={words.parts.label}
        selectedValue={part}
        // The values are those of the tabs below.
        onTabSelect={(_event, data) => setPart(data.value as Part)}
      >
        <Tab value="due">{words.parts.due}</Tab>
        <Tab value="week">{words.parts.week}</Tab>
      </TabList>
      <div className={styles.columns}>
        <div className={mergeClasses(styles.due, part !== 'due' && styles.notOnPhone)}>
          <DueList onPlan={(due) => handlePlan(due)} />
        </div>
        <div className={mergeClasses(styles.week, part !== 'week' && styles.notOnPhone)}>
          {day !== null && (
            <WeekView day={day} onDay={setDay} onOpenVisit={onOpenVisit} onPlan={handlePlan} />
          )}
        </div>
      </div>
      <VisitPanel
        customer={planning?.customer ?? null}
        visit={null}
        from={planning?.from ?? null}
        opener={opener}
        onClose={() => setPlanning(null)}
        onDone={(visit) => {
          setPlanning(null);
          setDay(dayOf(visit.startsAt));
          setPart('week');
        }}
      />
    </main>
  );
}

const narrow = '@media (max-width: 719px)';
const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto', boxSizing: 'border-box' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { paddingInline: tokens.spacingHorizontalL },
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  tabs: { display: 'none', [narrow]: { display: 'flex' } },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(280px, 2fr) minmax(0, 5fr)',
    gap: tokens.spacingHorizontalXXL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    [narrow]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      paddingInline: tokens.spacingHorizontalL,
    },
  },
  due: { minWidth: 0 },
  week: { minWidth: 0 },
  notOnPhone: { [narrow]: { display: 'none' } },
});
