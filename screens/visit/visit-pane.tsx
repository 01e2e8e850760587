// A visit in the narrow pane beside its appointment: preparation, and the report as a view of its own.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Visit } from '#contract/visit.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { RatingBadge } from '../ui/rating-badge.tsx';
import { View } from '../ui/view.tsx';
import { useFormat } from '../use-format.ts';
import { CalendarState } from './calendar-state.tsx';
import { PreparationSheet } from './preparation-sheet.tsx';
import { ReportScreen } from './report-screen.tsx';

export function VisitPane({ visit }: { visit: Visit }) {
  const styles = useStyles();
  const format = useFormat();
  const { pane, kinds, page, report } = useVisitMessages();
  const [isReporting, setIsReporting] = useState(false);
  if (isReporting) {
    return (
      <View title={report.title} onBack={() => setIsReporting(false)}>
        <ReportScreen visitId={visit.id} />
      </View>
    );
  }
  return (
    <div className={styles.pane}>
      <header className={styles.head}>
        <div className={styles.who}>
          <h1 className={styles.title}>
            {kinds[visit.kind]} {visit.customer.name}
            <CustomerMarks customer={visit.customer} />
          </h1>
          <p className={styles.line}>
            {format.moment(visit.startsAt)}–{format.time(visit.endsAt)}
            {visit.people.length > 0 && ` · ${page.with(visit.people.map((one) => one.name).join(', '))}`}
          </p>
          <CalendarState visit={visit} />
        </div>
        {visit.rating && <RatingBadge rating={visit.rating} />}
      </header>
      <div className={styles.sheet}>
        <PreparationSheet visitId={visit.id} />
      </div>
      <ActionBar
        label={page.parts}
        primary={{
          id: 'report-visit',
          label: visit.state === 'reported' ? pane.readReport : pane.report,
          onPress: () => setIsReporting(true),
        }}
      />
    </div>
  );
}

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', height: '100%', overflowY: 'auto' },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
  },
  who: { flexGrow: 1, minWidth: 0 },
  title: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
  line: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  sheet: { flexGrow: 1 },
});
