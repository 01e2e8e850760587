// The rating A1 … C3 as a quiet badge; pressed, it says why and what follows from it.
import {
  Badge,
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import type { Rating } from '#contract/customer.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useFormat } from '../use-format.ts';
import { ratingReasons } from './rating-reasons.ts';

type RatingBadgeProps = { rating: Rating };

/** The badge with its reasons behind it; 32 px. */
export function RatingBadge({ rating }: RatingBadgeProps) {
  const styles = useStyles();
  const messages = useMessages();
  const reasons = ratingReasons(rating, messages, useFormat());
  const name = `${rating.letter}${rating.digit}`;
  return (
    <Popover withArrow trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button className={styles.badge} aria-label={messages.cockpit.rating.label(name)}>
          {name}
        </Button>
      </PopoverTrigger>
      <PopoverSurface
        className={styles.surface}
        aria-label={messages.cockpit.rating.title(name)}
        tabIndex={-1}
      >
        <p className={styles.title}>{messages.cockpit.rating.title(name)}</p>
        <dl className={styles.reasons}>
          <dt className={styles.key}>{rating.letter}</dt>
          <dd className={styles.reason}>{reasons.letter}</dd>
          <dt className={styles.key}>{rating.digit}</dt>
          <dd className={styles.reason}>{reasons.digit}</dd>
        </dl>
        <p className={styles.strategy}>{reasons.strategy}</p>
      </PopoverSurface>
    </Popover>
  );
}

/** The rating in a list: no press, 20 px. */
export function RatingMark({ rating }: RatingBadgeProps) {
  const messages = useMessages();
  const name = `${rating.letter}${rating.digit}`;
  return (
    <Badge
      appearance="outline"
      color="informative"
      shape="rounded"
      aria-label={messages.cockpit.rating.title(name)}
      role="img"
    >
      {name}
    </Badge>
  );
}

const useStyles = makeStyles({
  badge: {
    ...typographyStyles.caption1Strong,
    minWidth: '32px',
    width: '32px',
    height: '32px',
    padding: 0,
    flexShrink: 0,
    color: tokens.colorNeutralForeground2,
  },
  surface: { maxWidth: '280px', padding: tokens.spacingHorizontalM },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  reasons: {
    display: 'grid',
    gridTemplateColumns: '16px 1fr',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    marginBlock: tokens.spacingVerticalS,
    marginInline: 0,
  },
  key: { ...typographyStyles.caption1Strong },
  reason: { ...typographyStyles.caption1, margin: 0 },
  strategy: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
