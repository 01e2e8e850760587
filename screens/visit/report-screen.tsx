// The report of a visit: the form beside the previous report, or the stored one with the way to correct it.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Reply } from '#contract/endpoint.ts';
import { getVisitReport, type VisitReport } from '#contract/visit-report.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { useReply } from '../use-reply.ts';
import { ReportEditor } from './report-editor.tsx';
import { ReportText } from './report-text.tsx';

type ReportScreenProps = {
  visitId: string;
  onOpenComplaint?: ((complaintId: string) => void) | undefined;
};

export function ReportScreen({ visitId, onOpenComplaint }: ReportScreenProps) {
  const words = useVisitMessages().report;
  const state = useReply(getVisitReport, { id: visitId });
  return (
    <Loaded state={state} waiting={<ViewSkeleton label={words.loading} />}>
      {(form) => <Report form={form} onOpenComplaint={onOpenComplaint} />}
    </Loaded>
  );
}

type ReportProps = {
  form: Reply<typeof getVisitReport>;
  onOpenComplaint: ReportScreenProps['onOpenComplaint'];
};

function Report({ form, onOpenComplaint }: ReportProps) {
  const styles = useStyles();
  const { report: words, sheet } = useVisitMessages();
  const { previous } = form;
  return (
    <div className={styles.columns}>
      <section aria-label={words.title} className={styles.own}>
        {form.report === null ? (
          <NewReport form={form} />
        ) : (
          <StoredReport
            // A newer version starts from what is stored then.
            key={form.report.version}
            form={form}
            report={form.report}
            onOpenComplaint={onOpenComplaint}
          />
        )}
      </section>
      <section aria-label={sheet.previous} className={styles.previous}>
        <h2 className={styles.title}>{sheet.previous}</h2>
        {previous ? <ReportText report={previous} /> : <p className={styles.quiet}>{sheet.noPrevious}</p>}
      </section>
    </div>
  );
}

function NewReport({ form }: Pick<ReportProps, 'form'>) {
  const words = useVisitMessages().report;
  const { canChange, state } = form.visit;
  if (canChange && state !== 'cancelled') {
    return <ReportEditor form={form} onDone={() => undefined} onCancel={null} />;
  }
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{canChange ? words.notYet : words.noRights}</MessageBarBody>
    </MessageBar>
  );
}

function StoredReport({ form, report, onOpenComplaint }: ReportProps & { report: VisitReport }) {
  const styles = useStyles();
  const words = useVisitMessages().report;
  const [isChanging, setIsChanging] = useState(false);
  const handleEnd = () => setIsChanging(false);
  if (isChanging) return <ReportEditor form={form} onDone={handleEnd} onCancel={handleEnd} />;
  const { complaintId } = report;
  return (
    <>
      <ReportText report={report} />
      <div className={styles.buttons}>
        {report.canChange && <Button onClick={() => setIsChanging(true)}>{words.change}</Button>}
        {complaintId !== null && onOpenComplaint && (
          <Button onClick={() => onOpenComplaint(complaintId)}>{words.openComplaint}</Button>
        )}
      </div>
    </>
  );
}

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: tokens.spacingHorizontalXXL,
    padding: tokens.spacingHorizontalM,
    alignItems: 'start',
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  own: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  previous: {
    minWidth: 0,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
