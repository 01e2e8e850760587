// "Umsatz in T€": bars per year, the change against last year, customer value and the way of the rating.
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDown16Regular, ArrowUp16Regular } from '@fluentui/react-icons';
import type { Cockpit, Revenue } from '#contract/cockpit.ts';
import { RevenueMonths } from '../insight/revenue-months.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { MigrationLine } from '../ui/migration-line.tsx';
import { RevenueBars } from '../ui/revenue-bars.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';

type RevenueSectionProps = { cockpit: Cockpit };

/** Nothing at all for those who do not see figures. */
export function RevenueSection({ cockpit }: RevenueSectionProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const { revenue, customerValueCents } = cockpit;
  if (revenue === null) return null;
  const hasRevenue = revenue.years.some((year) => year.cents !== 0);
  return (
    <Section
      title={messages.cockpit.revenue.title}
      {...(hasRevenue ? { aside: <RevenueChange revenue={revenue} /> } : {})}
    >
      {hasRevenue ? (
        <RevenueBars revenue={revenue} />
      ) : (
        <p className={styles.empty}>{messages.cockpit.revenue.empty}</p>
      )}
      {customerValueCents !== null && (
        <div className={styles.value}>
          <span className={styles.valueName}>{messages.cockpit.revenue.value}</span>
          <span className={styles.valueFigure}>{format.wholeEuro(customerValueCents)}</span>
          <span className={styles.migration}>
            <MigrationLine history={cockpit.ratingHistory} />
          </span>
        </div>
      )}
      {hasRevenue && <RevenueMonths customerId={cockpit.customer.id} />}
    </Section>
  );
}

/** Legend of the tick, and the change of the running year against it; down is red with an arrow and said in words. */
export function RevenueChange({ revenue }: { revenue: Revenue }) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const running = revenue.years.find((year) => year.year === Number(revenue.asOf.slice(0, 4)));
  const before = revenue.previousYearToDateCents;
  if (!running || before <= 0) return null;
  const percent = ((running.cents - before) / before) * 100;
  const figure = format.percent(Math.abs(percent), 1);
  const isDown = percent < 0;
  const words = messages.cockpit.revenue;
  return (
    <span className={styles.change}>
      <span className={styles.tick} aria-hidden />
      <span>{words.previousYearAt(format.shortDate(revenue.asOf))}</span>
      <span
        className={mergeClasses(styles.figure, isDown ? styles.down : styles.up)}
        role="img"
        aria-label={isDown ? words.down(figure) : words.up(figure)}
      >
        {isDown ? <ArrowDown16Regular aria-hidden /> : <ArrowUp16Regular aria-hidden />}
        {figure}
      </span>
    </span>
  );
}

const useStyles = makeStyles({
  empty: { ...typographyStyles.body1, margin: 0 },
  value: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '24px',
  },
  valueName: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  valueFigure: { ...typographyStyles.body1Strong },
  migration: { marginInlineStart: 'auto' },
  change: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  tick: {
    width: '12px',
    height: '2px',
    backgroundColor: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  figure: { display: 'inline-flex', alignItems: 'center', marginInlineStart: tokens.spacingHorizontalXXS },
  down: { color: tokens.colorStatusDangerForeground3 },
  up: { color: tokens.colorStatusSuccessForeground1 },
});
