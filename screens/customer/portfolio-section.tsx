// The portfolio as a matrix of nine cells: how many customers stand in each, where this one stands, and why.
import {
  Link,
  makeStyles,
  mergeClasses,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import type { Cockpit } from '#contract/cockpit.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { ratingReasons } from '../ui/rating-reasons.ts';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';
import { digits, letters, portfolioCells, type PortfolioCell } from './portfolio-cells.ts';

/** Nothing for those who do not see ratings. */
export function PortfolioSection({ cockpit }: { cockpit: Cockpit }) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const words = useWideMessages().customerPage.portfolio;
  if (cockpit.revenue === null) return null;
  const { rating } = cockpit.customer;
  const cells = portfolioCells(cockpit);
  const reasons = rating && ratingReasons(rating, messages, format);
  return (
    <Section title={words.title} {...(reasons ? { aside: <Why cells={cells} reasons={reasons} /> } : {})}>
      <Matrix cells={cells} />
      <p className={styles.note}>
        {rating === null ? words.unrated : words.note} {reasons?.strategy}
      </p>
    </Section>
  );
}

function Matrix({ cells }: { cells: PortfolioCell[] }) {
  const styles = useStyles();
  const format = useFormat();
  const words = useWideMessages().customerPage.portfolio;
  const label = cells.map((cell) => cellLabel(cell, words, format)).join('; ');
  return (
    <div className={styles.matrix} role="img" aria-label={`${words.title}: ${label}`}>
      <span />
      {digits.map((digit) => (
        <span key={digit} className={styles.axis}>
          {words.columns[digit]}
        </span>
      ))}
      {letters.map((letter, row) => [
        <span key={letter} className={styles.axis}>
          {letter}
        </span>,
        ...cells.slice(row * 3, row * 3 + 3).map((cell) => (
          <span
            key={cell.name}
            className={mergeClasses(
              styles.cell,
              cell.isToday && styles.today,
              cell.untilYear !== null && styles.before,
            )}
          >
            {cellText(cell, words, format)}
          </span>
        )),
      ])}
    </div>
  );
}

type Words = ReturnType<typeof useWideMessages>['customerPage']['portfolio'];
type Format = ReturnType<typeof useFormat>;

function cellText(cell: PortfolioCell, words: Words, format: Format): string {
  if (cell.isToday) return words.today(cell.name);
  return cell.untilYear === null ? format.number(cell.count) : words.until(cell.name, String(cell.untilYear));
}

function cellLabel(cell: PortfolioCell, words: Words, format: Format): string {
  const count = words.cell(cell.name, format.number(cell.count));
  return cell.isToday || cell.untilYear !== null ? `${cellText(cell, words, format)}, ${count}` : count;
}

type WhyProps = { cells: PortfolioCell[]; reasons: ReturnType<typeof ratingReasons> };

/** The reasons in words, and the matrix as a table for those who cannot see the picture. */
function Why({ cells, reasons }: WhyProps) {
  const styles = useStyles();
  const format = useFormat();
  const words = useWideMessages().customerPage.portfolio;
  return (
    <Popover withArrow trapFocus positioning="above-end">
      <PopoverTrigger disableButtonEnhancement>
        <Link as="button" className={styles.why}>
          {words.why}
        </Link>
      </PopoverTrigger>
      <PopoverSurface aria-label={words.why} tabIndex={-1} className={styles.surface}>
        <p className={styles.reason}>{reasons.letter}</p>
        <p className={styles.reason}>{reasons.digit}</p>
        <p className={styles.reason}>{reasons.strategy}</p>
        <table className={styles.table}>
          <caption className={styles.caption}>{words.title}</caption>
          <thead>
            <tr>
              <td />
              {digits.map((digit) => (
                <th key={digit} scope="col">
                  {words.columns[digit]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {letters.map((letter, row) => (
              <tr key={letter}>
                <th scope="row">{letter}</th>
                {cells.slice(row * 3, row * 3 + 3).map((cell) => (
                  <td key={cell.name} className={styles.number}>
                    {format.number(cell.count)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </PopoverSurface>
    </Popover>
  );
}

const useStyles = makeStyles({
  why: { ...typographyStyles.caption1, minHeight: '24px' },
  surface: { maxWidth: '320px' },
  reason: { ...typographyStyles.caption1, margin: 0, paddingBottom: tokens.spacingVerticalXS },
  table: { ...typographyStyles.caption1, width: '100%', borderSpacing: tokens.spacingHorizontalXS },
  caption: { ...typographyStyles.caption1Strong, textAlign: 'start' },
  number: { textAlign: 'end' },
  matrix: {
    display: 'grid',
    gridTemplateColumns: '20px repeat(3, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalXXS,
    alignItems: 'stretch',
  },
  axis: {
    ...typographyStyles.caption1,
    display: 'flex',
    justifyContent: 'center',
    alignItems: 'center',
    color: tokens.colorNeutralForeground3,
  },
  cell: {
    ...typographyStyles.caption1,
    display: 'flex',
    justifyContent: 'center',
    alignItems: 'center',
    boxSizing: 'border-box',
    minHeight: '36px',
    paddingInline: tokens.spacingHorizontalXXS,
    textAlign: 'center',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  today: {
    ...typographyStyles.caption1Strong,
    backgroundColor: tokens.colorBrandBackground2,
    border: `2px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorNeutralForeground1,
  },
  before: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}` },
  note: { ...typographyStyles.caption1, marginBottom: 0, color: tokens.colorNeutralForeground3 },
});
