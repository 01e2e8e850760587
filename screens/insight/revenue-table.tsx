// Revenue by month and by year beside the year before, with the margin for those entitled; loaded when it is asked for.
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { getCustomerRevenue, type CustomerRevenue } from '#contract/insight.ts';
import { useInsightMessages } from '../messages/insight-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';

interface Line {
  key: string;
  name: string;
  cents: number;
  previousCents: number | null;
  marginCents: number | null;
  isRunning: boolean;
}

export function RevenueTables({ customerId }: { customerId: string }) {
  const styles = useStyles();
  const format = useFormat();
  const { revenue: words } = useInsightMessages();
  const state = useReply(getCustomerRevenue, { id: customerId });
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={6} />}>
      {(revenue) => (
        <div className={styles.tables}>
          <RevenueTable
            title={words.months}
            first={words.month}
            lines={monthLines(revenue, (day) => format.month(day))}
            showsMargin={revenue.showsMargin}
          />
          <RevenueTable
            title={words.years}
            first={words.year}
            lines={yearLines(revenue)}
            showsMargin={revenue.showsMargin}
          />
          {!revenue.showsMargin && <p className={styles.note}>{words.noMargin}</p>}
        </div>
      )}
    </Loaded>
  );
}

/** The newest month first, as people read backwards from today. */
function monthLines({ months, asOf }: CustomerRevenue, nameOf: (day: string) => string): Line[] {
  return [...months].reverse().map(({ month, cents, previousYearCents, marginCents }) => ({
    key: month,
    name: nameOf(month),
    cents,
    previousCents: previousYearCents,
    marginCents,
    isRunning: month.slice(0, 7) === asOf.slice(0, 7),
  }));
}

function yearLines({ years, asOf }: CustomerRevenue): Line[] {
  return [...years].reverse().map(({ year, cents, marginCents }) => ({
    key: String(year),
    name: String(year),
    cents,
    previousCents: years.find((other) => other.year === year - 1)?.cents ?? null,
    marginCents,
    isRunning: String(year) === asOf.slice(0, 4),
  }));
}

type RevenueTableProps = { title: string; first: string; lines: Line[]; showsMargin: boolean };

function RevenueTable({ title, first, lines, showsMargin }: RevenueTableProps) {
  const styles = useStyles();
  const format = useFormat();
  const { revenue: words } = useInsightMessages();
  const tallest = Math.max(1, ...lines.flatMap((line) => [line.cents, line.previousCents ?? 0]));
  const share = (cents: number) => `${(Math.max(0, cents) / tallest) * 100}%`;
  const figure = (cents: number | null) => (cents === null ? words.unknown : format.thousands(cents));
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{title}</caption>
      <thead>
        <tr className={styles.row}>
          <th scope="col">{first}</th>
          <td aria-hidden />
          <th scope="col">{words.cents}</th>
          <th scope="col">{words.previous}</th>
          {showsMargin && <th scope="col">{words.margin}</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} className={styles.row}>
            <th scope="row" className={mergeClasses(line.isRunning && styles.strong)}>
              {line.name}
            </th>
            <td aria-hidden className={styles.bars}>
              <span className={styles.track}>
                <span
                  className={mergeClasses(styles.bar, line.isRunning && styles.running)}
                  style={{ width: share(line.cents) }}
                />
                {line.previousCents !== null && line.previousCents > 0 && (
                  <span className={styles.tick} style={{ insetInlineStart: share(line.previousCents) }} />
                )}
              </span>
            </td>
            <td className={mergeClasses(line.isRunning && styles.strong)}>{format.thousands(line.cents)}</td>
            <td>{figure(line.previousCents)}</td>
            {showsMargin && <td>{figure(line.marginCents)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const useStyles = makeStyles({
  tables: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  table: { ...typographyStyles.caption1, width: '100%', borderCollapse: 'collapse' },
  caption: {
    ...typographyStyles.caption1Strong,
    textAlign: 'start',
    paddingBlock: tokens.spacingVerticalXS,
  },
  row: {
    '& > *': {
      padding: `1px 0 1px ${tokens.spacingHorizontalXS}`,
      textAlign: 'end',
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
      fontWeight: tokens.fontWeightRegular,
    },
    '& > th': { color: tokens.colorNeutralForeground3 },
    '& > :first-child': { textAlign: 'start', paddingInlineStart: 0 },
  },
  strong: { color: `${tokens.colorNeutralForeground1} !important`, fontWeight: '600 !important' },
  bars: { width: '40%' },
  track: { position: 'relative', display: 'block', height: '12px' },
  bar: {
    display: 'block',
    height: '12px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStroke1,
    '@media (forced-colors: active)': { forcedColorAdjust: 'auto', border: '1px solid CanvasText' },
  },
  running: { backgroundColor: tokens.colorCompoundBrandBackground },
  tick: {
    position: 'absolute',
    insetBlock: '-1px',
    width: '2px',
    backgroundColor: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  note: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
