// Revenue per year as bars with their figures; the running year is blue, last year's figure to the same day is a tick.
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { Revenue } from '#contract/cockpit.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useFormat } from '../use-format.ts';

type RevenueBarsProps = {
  revenue: Revenue;
  /** Height of the tallest bar: 36 in the pane, 56 in Teams. */
  heightPx?: number;
};

/** One picture for readers of screens: every figure is in its label. */
export function RevenueBars({ revenue, heightPx = 36 }: RevenueBarsProps) {
  const styles = useStyles();
  const { tallest, running, label } = useFigures(revenue);
  const scale = (cents: number) => Math.max(0, Math.round((cents / tallest) * heightPx));
  return (
    <div role="img" aria-label={label} className={styles.chart}>
      {revenue.years.map((year) => {
        const isRunning = year.year === running;
        return (
          <div key={year.year} className={styles.column} aria-hidden>
            <div className={styles.area} style={{ height: heightPx + 16 }}>
              {isRunning ? (
                <RunningBar
                  cents={year.cents}
                  tickCents={revenue.previousYearToDateCents}
                  height={scale(year.cents)}
                  tickHeight={scale(revenue.previousYearToDateCents)}
                />
              ) : (
                <ClosedBar cents={year.cents} height={scale(year.cents)} />
              )}
            </div>
            <div className={mergeClasses(styles.year, isRunning && styles.runningYear)}>{year.year}</div>
          </div>
        );
      })}
    </div>
  );
}

function useFigures(revenue: Revenue) {
  const messages = useMessages();
  const format = useFormat();
  const running = Number(revenue.asOf.slice(0, 4));
  const tallest = Math.max(1, revenue.previousYearToDateCents, ...revenue.years.map((year) => year.cents));
  const label = revenue.years
    .map((year) => {
      const figure = format.thousands(year.cents);
      const tick = format.thousands(revenue.previousYearToDateCents);
      return year.year === running
        ? messages.cockpit.revenue.runningBar(String(year.year), figure, tick)
        : messages.cockpit.revenue.bar(String(year.year), figure);
    })
    .join('; ');
  return { tallest, running, label: `${messages.cockpit.revenue.title}: ${label}` };
}

function ClosedBar({ cents, height }: { cents: number; height: number }) {
  const styles = useStyles();
  const format = useFormat();
  return (
    <>
      <span className={styles.figure}>{format.thousands(cents)}</span>
      <span className={styles.bar} style={{ height }} />
    </>
  );
}

type RunningBarProps = { cents: number; tickCents: number; height: number; tickHeight: number };

/** The bar's own figure stands inside it where it fits, else above. */
function RunningBar({ cents, tickCents, height, tickHeight }: RunningBarProps) {
  const styles = useStyles();
  const format = useFormat();
  const isInside = height >= 16;
  const hasTick = tickCents > 0;
  const isTickAbove = hasTick && tickHeight >= height;
  const label = isTickAbove && isInside ? format.thousands(tickCents) : null;
  return (
    <>
      {label !== null && (
        <span className={styles.floating} style={{ bottom: tickHeight + 2 }}>
          {label}
        </span>
      )}
      {hasTick && <span className={styles.tick} style={{ bottom: tickHeight }} />}
      {!isInside && (
        <span
          className={mergeClasses(styles.floating, styles.own)}
          style={{ bottom: Math.max(height, hasTick ? tickHeight : 0) + 2 }}
        >
          {format.thousands(cents)}
        </span>
      )}
      <span className={mergeClasses(styles.bar, styles.running)} style={{ height }}>
        {isInside && format.thousands(cents)}
      </span>
    </>
  );
}

const useStyles = makeStyles({
  chart: { display: 'flex', columnGap: tokens.spacingHorizontalM },
  column: { flex: '1 1 0', minWidth: 0 },
  area: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'flex-end',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  figure: { ...typographyStyles.caption1, textAlign: 'center', color: tokens.colorNeutralForeground2 },
  floating: {
    ...typographyStyles.caption1,
    position: 'absolute',
    insetInline: 0,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  own: { ...typographyStyles.caption1Strong, color: tokens.colorCompoundBrandForeground1 },
  bar: {
    boxSizing: 'border-box',
    display: 'flex',
    justifyContent: 'center',
    alignItems: 'center',
    borderTopLeftRadius: tokens.borderRadiusSmall,
    borderTopRightRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStroke1,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  running: {
    ...typographyStyles.caption1Strong,
    backgroundColor: tokens.colorCompoundBrandBackground,
    color: tokens.colorNeutralForegroundInverted,
    overflow: 'hidden',
  },
  tick: {
    position: 'absolute',
    insetInline: '-3px',
    height: '2px',
    backgroundColor: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  year: { ...typographyStyles.caption1, textAlign: 'center', color: tokens.colorNeutralForeground3 },
  runningYear: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground1 },
});
