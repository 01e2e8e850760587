// How the rating moved over the years, as a small staircase from the first to today's class.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Cockpit } from '#contract/cockpit.ts';
import { useMessages } from '../messages/use-messages.ts';

type RatingPoint = Cockpit['ratingHistory'][number];
type MigrationLineProps = { history: RatingPoint[] };

const width = 96;
const height = 24;
const margin = 5;

/** 0 for A1 … 8 for C3: high is good, so it is drawn high. */
function rankOf(point: RatingPoint): number {
  return 'ABC'.indexOf(point.letter) * 3 + Number(point.digit) - 1;
}

function nameOf(point: RatingPoint): string {
  return `${point.letter}${point.digit}`;
}

/** The line with both ends named; nothing when the customer was never rated. */
export function MigrationLine({ history }: MigrationLineProps) {
  const styles = useStyles();
  const messages = useMessages();
  const points = [...history].sort((a, b) => a.on.localeCompare(b.on));
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return null;
  const { path, start, end } = staircase(points);
  return (
    <span
      className={styles.line}
      role="img"
      aria-label={messages.cockpit.revenue.migration(nameOf(first), nameOf(last))}
    >
      <span aria-hidden>{nameOf(first)}</span>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden
        className={styles.picture}
      >
        <path d={path} className={styles.path} />
        <circle cx={start.x} cy={start.y} r={3} className={styles.start} />
        <circle cx={end.x} cy={end.y} r={4} className={styles.end} />
      </svg>
      <span aria-hidden>{nameOf(last)}</span>
    </span>
  );
}

function staircase(points: RatingPoint[]) {
  const ranks = points.map(rankOf);
  const best = Math.min(...ranks);
  const spread = Math.max(1, Math.max(...ranks) - best);
  const spots = ranks.map((rank, index) => ({
    x: margin + (index / (ranks.length - 1)) * (width - 2 * margin),
    y: margin + ((rank - best) / spread) * (height - 2 * margin),
  }));
  const start = spots[0] ?? { x: 0, y: 0 };
  const end = spots.at(-1) ?? start;
  const steps = spots.slice(1).map((spot) => `H ${spot.x} V ${spot.y}`);
  return { path: `M ${start.x} ${start.y} ${steps.join(' ')}`, start, end };
}

const useStyles = makeStyles({
  line: {
    ...typographyStyles.caption1Strong,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
  },
  picture: { display: 'block' },
  path: { fill: 'none', stroke: tokens.colorNeutralForeground3, strokeWidth: 1.5 },
  start: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorNeutralForeground3, strokeWidth: 1.5 },
  end: { fill: tokens.colorCompoundBrandBackground },
});
