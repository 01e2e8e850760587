// The rating A1 … C3 as a quiet badge; pressed, it says why and what follows from it.
import { Badge, Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Rating } from '#contract/customer.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useFormat } from '../use-format.ts';
import { ratingReasons } from './rating-reasons.ts';
import { Toggletip } from './toggletip.tsx';

type RatingBadgeProps = { rating: Rating };

/** The badge with its reasons behind it; 32 px. */
export function RatingBadge({ rating, align = 'end' }: RatingBadgeProps & { align?: 'start' | 'end' }) {
  const styles = useStyles();
  const messages = useMessages();
  const reasons = ratingReasons(rating, messages, useFormat());
  const name = `${rating.letter}${rating.digit}`;
  return (
    <Toggletip
      align={align}
      trigger={(button) => (
        <Button {...button} className={styles.badge} aria-label={messages.cockpit.rating.label(name)}>
          {name}
        </Button>
      )}
    >
      <span className={styles.title}>{messages.cockpit.rating.title(name)}</span>
      <span className={styles.reasons}>
        <span className={styles.key}>{rating.letter}</span>
        <span>{reasons.letter}</span>
        <span className={styles.key}>{rating.digit}</span>
        <span>{reasons.digit}</span>
      </span>
      <span className={styles.strategy}>{reasons.strategy}</span>
    </Toggletip>
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
    color: tokens.colorNeutralForeground3,
  },
  title: { ...typographyStyles.body1Strong, display: 'block' },
  reasons: {
    ...typographyStyles.caption1,
    display: 'grid',
    gridTemplateColumns: '16px 1fr',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    marginBlock: tokens.spacingVerticalS,
  },
  key: { ...typographyStyles.caption1Strong },
  strategy: { ...typographyStyles.caption1, display: 'block', color: tokens.colorNeutralForeground3 },
});
