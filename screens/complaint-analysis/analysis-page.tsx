// "Auswertung" of complaints: period and filters, figures, causes by frequency, a breakdown, and the complaints behind each.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowLeft20Regular, LockClosed20Regular } from '@fluentui/react-icons';
import { getComplaintAnalysis } from '#contract/complaint-analysis.ts';
import { useAnalysisMessages } from '../messages/complaint-analysis-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useFormat } from '../use-format.ts';
import { useMe } from '../use-me.ts';
import { useReply } from '../use-reply.ts';
import { AnalysisFilters } from './analysis-filters.tsx';
import { BehindList } from './behind-list.tsx';
import { Breakdown } from './breakdown.tsx';
import { CausesChart } from './causes-chart.tsx';
import { FigureTiles } from './figure-tiles.tsx';
import { daysOf, readView, writeView, type ViewState } from './view-state.ts';

type AnalysisPageProps = {
  /** What is shown, as a part of the address. */
  part: string;
  onPart: (part: string) => void;
  onBack: () => void;
  onOpenComplaint: (complaintId: string) => void;
};

export function AnalysisPage({ part, onPart, onBack, onOpenComplaint }: AnalysisPageProps) {
  const styles = useStyles();
  const words = useAnalysisMessages();
  const format = useFormat();
  const me = useMe();
  const view = readView(part);
  const handleChange = (change: Partial<ViewState>) => onPart(writeView({ ...view, ...change }));
  if (me.reply?.role === 'partner') {
    return <StateBlock isPage icon={<LockClosed20Regular />} {...words.onlyStaff} />;
  }
  const days = me.reply === null ? null : daysOf(view, format.today());
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <Button
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          aria-label={view.behind === null ? words.backToList : words.back}
          onClick={onBack}
        />
        <h1 className={styles.title}>{words.title}</h1>
      </div>
      {view.behind !== null && days !== null ? (
        <BehindList view={view} behind={view.behind} days={days} onOpenComplaint={onOpenComplaint} />
      ) : (
        <>
          <AnalysisFilters view={view} days={days} onChange={handleChange} />
          {days !== null && <Figures view={view} days={days} onChange={handleChange} />}
        </>
      )}
    </main>
  );
}

type FiguresProps = {
  view: ViewState;
  days: { from: string; to: string };
  onChange: (change: Partial<ViewState>) => void;
};

function Figures({ view, days, onChange }: FiguresProps) {
  const styles = useStyles();
  const words = useAnalysisMessages();
  const format = useFormat();
  const asked = { ...days, ...view.filters, causes: view.causes };
  const state = useReply(getComplaintAnalysis, asked, { keepPrevious: true });
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={8} />}>
      {({ figures, pareto, withoutCause, pending }) => (
        <div aria-busy={state.isRefreshing}>
          <p className={styles.note}>
            {words.range(format.date(days.from), format.date(days.to))}
            {pending > 0 && ` ${words.pending(format.number(pending))}`}
          </p>
          {figures.complaints === 0 ? (
            <StateBlock {...words.empty} />
          ) : (
            <>
              <FigureTiles figures={figures} onOpen={(which) => onChange({ behind: { which } })} />
              <CausesChart
                pareto={pareto}
                withoutCause={withoutCause}
                level={view.causes}
                onLevel={(causes) => onChange({ causes })}
                onOpen={(causeId) => onChange({ behind: { which: 'all', causeId } })}
              />
              <Breakdown view={view} days={days} onChange={onChange} />
            </>
          )}
        </div>
      )}
    </Loaded>
  );
}

const phone = '@media (max-width: 599px)';
const useStyles = makeStyles({
  page: {
    height: '100%',
    boxSizing: 'border-box',
    overflowY: 'auto',
    paddingBottom: tokens.spacingVerticalXXL,
    // the sections bring the rest of the gutter
    paddingInline: tokens.spacingHorizontalM,
    [phone]: { paddingInline: tokens.spacingHorizontalXS },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalM,
  },
  title: { ...typographyStyles.subtitle1, margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  note: {
    ...typographyStyles.caption1,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    color: tokens.colorNeutralForeground3,
  },
});
