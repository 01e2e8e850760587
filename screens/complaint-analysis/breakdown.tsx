// The figures by product group, class, location or owner: a table, on a phone rows; each leads to its complaints.
import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import {
  analysisDimensions,
  getComplaintAnalysisSettings,
  getComplaintBreakdown,
  type BreakdownRow,
} from '#contract/complaint-analysis.ts';
import type { Format } from '../format.ts';
import { useAnalysisMessages, type AnalysisMessages } from '../messages/complaint-analysis-messages.ts';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useMe } from '../use-me.ts';
import { useReply } from '../use-reply.ts';
import { useWidth } from '../use-width.ts';
import type { Dimension, ViewState } from './view-state.ts';

type BreakdownProps = {
  view: ViewState;
  days: { from: string; to: string };
  onChange: (change: Partial<ViewState>) => void;
};

export function Breakdown({ view, days, onChange }: BreakdownProps) {
  const styles = useStyles();
  const words = useAnalysisMessages();
  const role = useMe().reply?.role;
  const settings = useReply(getComplaintAnalysisSettings, {}, { freshMs: 5 * 60_000 }).reply;
  const ranks = settings?.ranksOwners === true && role !== 'sales';
  const by = view.by === 'owner' && !ranks ? 'product_group' : view.by;
  const state = useReply(getComplaintBreakdown, { ...days, ...view.filters, by }, { keepPrevious: true });
  const offered = analysisDimensions.filter((one) => one !== 'owner' || ranks);
  return (
    <Section title={words.breakdown}>
      <div className={styles.choice}>
        <ChoiceButtons<Dimension>
          label={words.by}
          columns="row"
          choices={offered.map((value) => ({ value, label: words.dimensions[value] }))}
          value={by}
          onChange={(next) => onChange({ by: next ?? by })}
        />
      </div>
      <p className={styles.note}>{words.breakdownNote[by]}</p>
      <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={4} />}>
        {({ rows }) => (
          <BreakdownRows
            rows={rows}
            by={by}
            onOpen={(key) => onChange({ by, behind: { which: 'all', key } })}
          />
        )}
      </Loaded>
    </Section>
  );
}

type RowsProps = { rows: BreakdownRow[]; by: Dimension; onOpen: (key: string) => void };

function nameOf({ key, label }: BreakdownRow, by: Dimension, words: AnalysisMessages): string {
  if (key === 'none') return words.without[by];
  return by === 'class' ? words.letter(label) : label;
}

function BreakdownRows({ rows, by, onOpen }: RowsProps) {
  const words = useAnalysisMessages();
  const format = useFormat();
  if (useWidth() !== 'narrow') return <BreakdownTable rows={rows} by={by} onOpen={onOpen} />;
  return (
    <Rows label={words.breakdown}>
      {rows.map((row) => (
        <Row
          key={row.key}
          title={nameOf(row, by, words)}
          detail={shortText(row, words, format)}
          wrapsDetail
          right={format.number(row.complaints)}
          rightDetail={row.costCents > 0 ? format.wholeEuro(row.costCents) : ''}
          onOpen={() => onOpen(row.key)}
        />
      ))}
    </Rows>
  );
}

function shortText(row: BreakdownRow, words: AnalysisMessages, format: Format): string {
  const { medianMinutes } = row.resolution;
  return [
    row.per100Orders === null ? null : words.per100Short(format.number(row.per100Orders, 1)),
    medianMinutes === null ? null : words.solvedIn(format.workingTime(medianMinutes)),
    row.resolutionKept.of === 0 ? null : words.inTimeShort(keptText(row, format)),
    row.repeats === 0 ? null : words.repeatsShort(row.repeats),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function keptText({ resolutionKept: { kept, of } }: BreakdownRow, format: Format): string {
  return of === 0 ? '–' : format.percent((kept / of) * 100);
}

function BreakdownTable({ rows, by, onOpen }: RowsProps) {
  const styles = useStyles();
  const words = useAnalysisMessages();
  const format = useFormat();
  const time = (minutes: number | null) => (minutes === null ? '–' : format.workingTime(minutes));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.dimensions[by]}</th>
          <th scope="col">{words.complaints}</th>
          <th scope="col">{words.per100}</th>
          <th scope="col">{words.firstAnswer}</th>
          <th scope="col">{words.resolution}</th>
          <th scope="col">{words.inTime}</th>
          <th scope="col">{words.repeats}</th>
          <th scope="col">{words.cost}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <Link as="button" className={styles.link} onClick={() => onOpen(row.key)}>
                {nameOf(row, by, words)}
              </Link>
            </th>
            <td>{format.number(row.complaints)}</td>
            <td>{row.per100Orders === null ? '–' : format.number(row.per100Orders, 1)}</td>
            <td>{time(row.firstAnswer.medianMinutes)}</td>
            <td>{time(row.resolution.medianMinutes)}</td>
            <td>{keptText(row, format)}</td>
            <td>{format.number(row.repeats)}</td>
            <td>{format.wholeEuro(row.costCents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const useStyles = makeStyles({
  choice: { paddingTop: tokens.spacingVerticalS },
  note: {
    ...typographyStyles.caption1,
    margin: 0,
    paddingBlock: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground3,
  },
  table: {
    ...typographyStyles.body1,
    width: '100%',
    maxWidth: '1120px',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
      textAlign: 'end',
      verticalAlign: 'top',
      fontWeight: tokens.fontWeightRegular,
    },
    '& thead th': {
      ...typographyStyles.caption1,
      verticalAlign: 'bottom',
      color: tokens.colorNeutralForeground3,
      hyphens: 'auto',
    },
    '& tbody tr': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '& th:first-child': { textAlign: 'start', overflowWrap: 'anywhere' },
    '& tbody td': { whiteSpace: 'nowrap' },
  },
  link: { textAlign: 'start' },
});
