// What new rules would do: the nine cells before and after, how many customers move, and the biggest moves.
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { RatingPreview } from '#contract/rating.ts';
import { ratingDigits, ratingLetters } from '#contract/rating-scale.ts';
import { useRatingMessages } from '../messages/rating-messages.ts';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';

type PreviewPanelProps = { preview: RatingPreview; isOutdated: boolean };

export function PreviewPanel({ preview, isOutdated }: PreviewPanelProps) {
  const styles = useStyles();
  const format = useFormat();
  const { preview: words } = useRatingMessages();
  const { moved, customers, unratedAfter } = preview;
  const all = format.number(customers);
  return (
    <Section title={words.title} className={styles.flush}>
      <p className={styles.sentence} role="status">
        {moved === 0
          ? words.none
          : moved === 1
            ? words.oneMoved(all)
            : words.moved(format.number(moved), all)}
        {unratedAfter > 0 &&
          ` ${unratedAfter === 1 ? words.oneUnrated : words.unrated(format.number(unratedAfter))}`}
        {isOutdated && <span className={styles.outdated}> {words.outdated}</span>}
      </p>
      <div className={styles.columns}>
        <Matrix preview={preview} />
        <Movers preview={preview} />
      </div>
    </Section>
  );
}

function Matrix({ preview }: { preview: RatingPreview }) {
  const styles = useStyles();
  const format = useFormat();
  const { preview: words } = useRatingMessages();
  return (
    <table className={styles.matrix}>
      <caption className={styles.caption}>{words.matrix}</caption>
      <thead>
        <tr>
          <td />
          {ratingDigits.map((digit) => (
            <th key={digit} scope="col">
              {digit}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ratingLetters.map((letter) => (
          <tr key={letter}>
            <th scope="row">{letter}</th>
            {ratingDigits.map((digit) => {
              const cell = preview.cells.find((one) => one.cell === `${letter}${digit}`);
              const [before, after] = [cell?.before ?? 0, cell?.after ?? 0];
              return (
                <td key={digit} className={mergeClasses(styles.cell, before !== after && styles.changed)}>
                  {before === after
                    ? format.number(before)
                    : words.change(format.number(before), format.number(after))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Movers({ preview }: { preview: RatingPreview }) {
  const styles = useStyles();
  const format = useFormat();
  const { preview: words } = useRatingMessages();
  if (preview.movers.length === 0) return null;
  return (
    <div>
      <h3 className={styles.caption}>{words.movers}</h3>
      <Rows label={words.movers}>
        {preview.movers.map(({ customer, before, after, revenueCents }) => (
          <Row
            key={customer.id}
            title={customer.name}
            marks={<CustomerMarks customer={customer} />}
            detail={`${words.revenue} ${format.wholeEuro(revenueCents)}`}
            right={words.change(before ?? words.unratedShort, after ?? words.unratedShort)}
          />
        ))}
      </Rows>
    </div>
  );
}

const useStyles = makeStyles({
  flush: { paddingInline: 0 },
  sentence: { ...typographyStyles.body1Strong, margin: 0, paddingBottom: tokens.spacingVerticalS },
  outdated: { color: tokens.colorStatusWarningForeground1 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXXL,
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  caption: {
    ...typographyStyles.caption1Strong,
    margin: 0,
    textAlign: 'start',
    paddingBottom: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
  matrix: {
    ...typographyStyles.caption1,
    width: '100%',
    alignSelf: 'start',
    borderSpacing: '2px',
    tableLayout: 'fixed',
    '& th': { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
    '& tr > :first-child': { width: '24px' },
  },
  cell: {
    height: '34px',
    textAlign: 'center',
    fontVariantNumeric: 'tabular-nums',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  changed: {
    ...typographyStyles.caption1Strong,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    outline: `1px solid ${tokens.colorBrandStroke1}`,
  },
});
