// The complaints behind one figure, newest first, page by page, and as a file.
import { Badge, Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CommentError20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { listAnalysedComplaints, type AnalysedComplaint } from '#contract/complaint-analysis.ts';
import type { Input } from '#contract/endpoint.ts';
import { useAnalysisMessages } from '../messages/complaint-analysis-messages.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { ExportAnalysis } from './export-analysis.tsx';
import { filtersBehind, type ViewState } from './view-state.ts';

type BehindListProps = {
  view: ViewState;
  behind: NonNullable<ViewState['behind']>;
  days: { from: string; to: string };
  onOpenComplaint: (complaintId: string) => void;
};

export function BehindList({ view, behind, days, onOpenComplaint }: BehindListProps) {
  const styles = useStyles();
  const words = useAnalysisMessages();
  const format = useFormat();
  const query = { ...days, ...filtersBehind(view), which: behind.which };
  return (
    <section aria-label={words.which[behind.which]} className={styles.section}>
      <h2 className={styles.title}>{words.which[behind.which]}</h2>
      <p className={styles.note}>{words.range(format.date(days.from), format.date(days.to))}</p>
      <ExportAnalysis asked={query} />
      <BehindPages key={JSON.stringify(query)} query={query} onOpenComplaint={onOpenComplaint} />
    </section>
  );
}

type BehindPagesProps = Pick<BehindListProps, 'onOpenComplaint'> & {
  query: Input<typeof listAnalysedComplaints>;
};

function BehindPages({ query, onOpenComplaint }: BehindPagesProps) {
  const words = useAnalysisMessages();
  const state = useReply(listAnalysedComplaints, query);
  const [showsNext, setShowsNext] = useState(false);
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={6} />}>
      {({ items, nextCursor }) => (
        <>
          {items.length === 0 && query.cursor === undefined && (
            <StateBlock icon={<CommentError20Regular />} title={words.behindEmpty} text={words.empty.text} />
          )}
          <Rows>
            {items.map((one) => (
              <BehindRow key={one.id} complaint={one} onOpen={() => onOpenComplaint(one.id)} />
            ))}
          </Rows>
          {nextCursor !== null && !showsNext && (
            <Button appearance="subtle" onClick={() => setShowsNext(true)}>
              {words.more}
            </Button>
          )}
          {nextCursor !== null && showsNext && (
            <BehindPages query={{ ...query, cursor: nextCursor }} onOpenComplaint={onOpenComplaint} />
          )}
        </>
      )}
    </Loaded>
  );
}

function BehindRow({ complaint, onOpen }: { complaint: AnalysedComplaint; onOpen: () => void }) {
  const words = useAnalysisMessages();
  const messages = useMessages();
  const format = useFormat();
  const { firstAnswerMinutes, resolutionMinutes, costCents } = complaint;
  const detail = [
    complaint.number,
    complaint.customerName,
    complaint.cause.join(' › '),
    firstAnswerMinutes === null ? '' : `${words.firstAnswer} ${format.workingTime(firstAnswerMinutes)}`,
    resolutionMinutes === null ? '' : `${words.resolution} ${format.workingTime(resolutionMinutes)}`,
    costCents === 0 ? '' : format.euro(costCents),
  ];
  return (
    <Row
      icon={<CommentError20Regular />}
      title={
        <>
          {complaint.title} {complaint.isRepeat && <Badge appearance="outline">{words.repeat}</Badge>}
        </>
      }
      detail={detail.filter(Boolean).join(' · ')}
      wrapsDetail
      right={format.date(complaint.receivedAt)}
      rightDetail={complaintWords(messages).states[complaint.state]}
      isRightQuiet
      onOpen={onOpen}
    />
  );
}

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    maxWidth: '880px',
    paddingInline: tokens.spacingHorizontalM,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  note: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
