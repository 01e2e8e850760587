// The figures of a period: each with what it is made of, and each a way to the complaints behind it.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ComplaintFigures, Kept, Spread } from '#contract/complaint-analysis.ts';
import type { Format } from '../format.ts';
import { useAnalysisMessages, type AnalysisMessages } from '../messages/complaint-analysis-messages.ts';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';
import type { Which } from './view-state.ts';

interface Tile {
  which: Which;
  label: string;
  value: string;
  detail: string;
  hint?: string;
}

type FigureTilesProps = { figures: ComplaintFigures; onOpen: (which: Which) => void };

export function FigureTiles({ figures, onOpen }: FigureTilesProps) {
  const styles = useStyles();
  const words = useAnalysisMessages();
  const format = useFormat();
  return (
    <Section title={words.figures}>
      <ul className={styles.tiles} aria-label={words.figures}>
        {tilesOf(figures, words, format).map(({ which, label, value, detail, hint }) => (
          <li key={label}>
            <button type="button" className={styles.tile} title={hint} onClick={() => onOpen(which)}>
              <span className={styles.label}>{label}</span>
              <span className={styles.value}>{value}</span>
              <span className={styles.detail}>{detail}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function tilesOf(figures: ComplaintFigures, words: AnalysisMessages, format: Format): Tile[] {
  const { complaints, repeats, costCents, withCost } = figures;
  return [
    {
      which: 'all',
      label: words.complaints,
      value: format.number(complaints),
      detail: rateText(figures, words, format),
    },
    {
      which: 'repeat',
      label: words.repeats,
      value: format.number(repeats),
      detail: words.share(format.percent((repeats / Math.max(1, complaints)) * 100, 1)),
      hint: words.repeatRule,
    },
    spreadTile('registered', words.registration, figures.registration, { words, format }),
    spreadTile('answered', words.firstAnswer, figures.firstAnswer, { words, format }),
    spreadTile('resolved', words.resolution, figures.resolution, { words, format }),
    keptTile('first_answer_missed', words.firstAnswerKept, figures.firstAnswerKept, { words, format }),
    keptTile('resolution_missed', words.resolutionKept, figures.resolutionKept, { words, format }),
    satisfactionTile(figures, { words, format }),
    {
      which: 'with_cost',
      label: words.cost,
      value: format.wholeEuro(costCents),
      detail:
        withCost === 0
          ? words.noCost
          : words.costOf(format.number(withCost), format.wholeEuro(costCents / withCost)),
    },
  ];
}

function rateText({ orders, per100Orders }: ComplaintFigures, words: AnalysisMessages, format: Format) {
  if (orders === null) return words.noRate;
  if (per100Orders === null) return words.noOrders;
  return words.rate(format.number(per100Orders, 1), format.number(orders));
}

type Reader = { words: AnalysisMessages; format: Format };

function spreadTile(which: Which, label: string, spread: Spread, { words, format }: Reader): Tile {
  const { count, medianMinutes, p90Minutes } = spread;
  if (medianMinutes === null || p90Minutes === null) {
    return { which, label, value: '–', detail: count === 0 ? words.none : words.tooFew(count) };
  }
  return {
    which,
    label: `${label}, ${words.median}`,
    value: format.workingTime(medianMinutes),
    detail: `${words.p90(format.workingTime(p90Minutes))}, ${words.values(count)}`,
  };
}

/** Leads to those that missed it: the others need no look. */
function keptTile(which: Which, label: string, { kept, of }: Kept, { words, format }: Reader): Tile {
  if (of === 0) return { which, label, value: '–', detail: words.none };
  const share = format.percent((kept / of) * 100, 0);
  const missed = words.missed(format.number(of - kept));
  return {
    which,
    label,
    value: share,
    detail: `${words.keptOf(format.number(kept), format.number(of))}, ${missed}`,
  };
}

function satisfactionTile({ satisfaction }: ComplaintFigures, { words, format }: Reader): Tile {
  const { answers, average } = satisfaction;
  const tile = { which: 'rated', label: words.satisfaction } as const;
  if (average === null) {
    return { ...tile, value: '–', detail: answers === 0 ? words.none : words.tooFew(answers) };
  }
  return { ...tile, value: words.ofFive(format.number(average, 1)), detail: words.answers(answers) };
}

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    '@media (max-width: 599px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    maxWidth: '1120px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  tile: {
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    height: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalS,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
    textAlign: 'start',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    fontFamily: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-1px',
    },
  },
  label: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, hyphens: 'auto' },
  value: {
    ...typographyStyles.subtitle2,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorBrandForegroundLink,
  },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});
