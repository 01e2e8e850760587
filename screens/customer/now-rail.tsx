// The right rail: what counts now, revenue, the four figures, and where the customer stands in the portfolio.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CommentError20Regular, DocumentText20Regular, Receipt20Regular } from '@fluentui/react-icons';
import type { Cockpit } from '#contract/cockpit.ts';
import { openRows, type OpenRow } from '../cockpit/open-rows.ts';
import { RevenueChange } from '../cockpit/revenue-section.tsx';
import { CompleteButton } from '../follow-up/complete-button.tsx';
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
const icons = {
  complaint: <CommentError20Regular />,
  quote: <DocumentText20Regular />,
  open_items: <Receipt20Regular />,
};

export function NowRail({ cockpit, onOpenComplaint }: CustomerParts) {
  return (
    <>
      <NowSection cockpit={cockpit} onOpenComplaint={onOpenComplaint} />
      <RevenueSection cockpit={cockpit} />
      <FiguresSection cockpit={cockpit} />
      <PortfolioSection cockpit={cockpit} />
    </>
  );
}

function NowSection({ cockpit, onOpenComplaint }: Pick<CustomerParts, 'cockpit' | 'onOpenComplaint'>) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const words = useWideMessages().customerPage.now;
  const { reply: me } = useMe();
  const rows = openRows(cockpit, me?.id ?? null, messages, format);
  return (
    <Section title={words.title} className={styles.first}>
      {rows.length + cockpit.warnings.length === 0 && <p className={styles.none}>{words.none}</p>}
      <div className={styles.warnings}>
        <WarningBars warnings={cockpit.warnings} />
      </div>
      <Rows>
        {rows.slice(0, shownRows).map((row) => (
          <NowRow key={row.key} row={row} onOpenComplaint={onOpenComplaint} />
        ))}
      </Rows>
    </Section>
  );
}

function NowRow({ row, onOpenComplaint }: { row: OpenRow; onOpenComplaint: (id: string) => void }) {
  const { complaint, followUp } = row;
  return (
    <Row
      title={row.title}
      detail={row.detail}
      right={row.right}
      {...(row.rightDetail === undefined ? {} : { rightDetail: row.rightDetail })}
      {...(row.rightTone === undefined ? {} : { rightTone: row.rightTone })}
      {...(row.kind === 'follow_up' ? {} : { icon: icons[row.kind] })}
      {...(followUp ? { lead: <CompleteButton followUp={followUp} /> } : {})}
      {...(complaint ? { onOpen: () => onOpenComplaint(complaint.id) } : {})}
    />
  );
}

function RevenueSection({ cockpit: { revenue } }: { cockpit: Cockpit }) {
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
