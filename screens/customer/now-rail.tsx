// The right rail: what counts now, revenue, the four figures, and where the customer stands in the portfolio.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CommentError20Regular } from '@fluentui/react-icons';
import type { Cockpit } from '#contract/cockpit.ts';
import { openRows, type OpenRow } from '../cockpit/open-rows.ts';
import { RevenueChange } from '../cockpit/revenue-section.tsx';
import { CompleteButton } from '../follow-up/complete-button.tsx';
import { InsightsSection } from '../insight/insights-section.tsx';
import { RevenueMonths } from '../insight/revenue-months.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { RevenueBars } from '../ui/revenue-bars.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { WarningBars } from '../ui/warning-bars.tsx';
import { useFormat } from '../use-format.ts';
import { useMe } from '../use-me.ts';
import type { CustomerParts } from './customer-page.tsx';
import { PortfolioSection } from './portfolio-section.tsx';

const chartHeightPx = 56;
const shownRows = 6;

export function NowRail({ cockpit, onOpenComplaint, onOpenFollowUp, onShowPotential }: CustomerParts) {
  return (
    <>
      <NowSection cockpit={cockpit} onOpenComplaint={onOpenComplaint} onOpenFollowUp={onOpenFollowUp} />
      <RevenueSection cockpit={cockpit} />
      <FiguresSection cockpit={cockpit} />
      <PortfolioSection cockpit={cockpit} />
      {cockpit.revenue !== null && (
        <InsightsSection customerId={cockpit.customer.id} onMore={onShowPotential} />
      )}
    </>
  );
}

type NowSectionProps = Pick<CustomerParts, 'cockpit' | 'onOpenComplaint' | 'onOpenFollowUp'>;

function NowSection({ cockpit, ...opening }: NowSectionProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const words = useWideMessages().customerPage.now;
  const { reply: me } = useMe();
  const rows = openRows(cockpit, me?.id ?? null, messages, format).filter((row) => isNews(row, cockpit));
  return (
    <Section title={words.title} className={styles.first}>
      {rows.length + cockpit.warnings.length === 0 && <p className={styles.none}>{words.none}</p>}
      <div className={styles.warnings}>
        <WarningBars warnings={cockpit.warnings} onOpenComplaint={opening.onOpenComplaint} />
      </div>
      <Rows>
        {rows.slice(0, shownRows).map((row) => (
          <NowRow key={row.key} row={row} {...opening} />
        ))}
      </Rows>
    </Section>
  );
}

/** A complaint that burns stands in its warning, documents in the figures and tabs. */
function isNews({ kind, complaint }: OpenRow, { warnings }: Cockpit): boolean {
  if (kind === 'follow_up') return true;
  return (
    kind === 'complaint' && !warnings.some((one) => 'complaintId' in one && one.complaintId === complaint?.id)
  );
}

type NowRowProps = Omit<NowSectionProps, 'cockpit'> & { row: OpenRow };

function NowRow({ row, onOpenComplaint, onOpenFollowUp }: NowRowProps) {
  const { complaint, followUp } = row;
  return (
    <Row
      title={row.title}
      detail={row.detail}
      right={row.right}
      {...(row.rightDetail === undefined ? {} : { rightDetail: row.rightDetail })}
      {...(row.rightTone === undefined ? {} : { rightTone: row.rightTone })}
      {...(complaint ? { icon: <CommentError20Regular /> } : {})}
      {...(followUp ? { lead: <CompleteButton followUp={followUp} /> } : {})}
      {...(complaint ? { onOpen: () => onOpenComplaint(complaint.id) } : {})}
      {...(followUp ? { onOpen: () => onOpenFollowUp(followUp.id) } : {})}
    />
  );
}

function RevenueSection({ cockpit: { revenue, customer } }: { cockpit: Cockpit }) {
  const styles = useStyles();
  const messages = useMessages();
  if (revenue === null) return null;
  const hasRevenue = revenue.years.some((year) => year.cents !== 0);
  return (
    <Section
      title={messages.cockpit.revenue.title}
      {...(hasRevenue ? { aside: <RevenueChange revenue={revenue} /> } : {})}
    >
      {hasRevenue ? (
        <RevenueBars revenue={revenue} heightPx={chartHeightPx} />
      ) : (
        <p className={styles.none}>{messages.cockpit.revenue.empty}</p>
      )}
      {hasRevenue && <RevenueMonths customerId={customer.id} />}
    </Section>
  );
}

/** Nothing for those who do not see figures. */
function FiguresSection({ cockpit }: { cockpit: Cockpit }) {
  const styles = useStyles();
  const format = useFormat();
  const words = useWideMessages().customerPage.figures;
  const { revenue, customerValueCents, openItems, quotes } = cockpit;
  if (revenue === null) return null;
  const openQuotes = quotes.filter((quote) => quote.state === 'open');
  const sum = openQuotes.reduce((cents, quote) => cents + quote.totalCents, 0);
  const figures = [
    [words.revenue, format.wholeEuro(revenue.last12MonthsCents)],
    [words.value, customerValueCents === null ? words.none : format.wholeEuro(customerValueCents)],
    [words.openItems, format.wholeEuro(openItems.totalCents)],
    [words.quotes, format.wholeEuro(sum)],
  ] as const;
  return (
    <section className={styles.figures} aria-label={words.title}>
      <dl className={styles.grid}>
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt className={styles.figureName}>{name}</dt>
            <dd className={styles.figure}>{figure}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const useStyles = makeStyles({
  first: { borderTop: 'none' },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
  // The bars bring the gutter of a section of their own; here they stand inside one.
  warnings: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`, '& > section': { borderTop: 'none' } },
  figures: {
    padding: tokens.spacingHorizontalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  grid: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  figureName: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  figure: { ...typographyStyles.subtitle2, margin: 0 },
});
