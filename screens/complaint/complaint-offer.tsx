// Under the customer's name: this mail looks like a complaint, by which words, and one click to record it or to put this away.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CommentError20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ComplaintOffer as Offer } from '#contract/complaint-offer.ts';
import { browserStorage } from '../draft-store.ts';
import { useComplaintOfferMessages } from '../messages/complaint-offer-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useNotify } from '../ui/use-notify.ts';
import { dismissOffer, isOfferDismissed } from './dismissed-offers.ts';
import { quotedList } from './quoted-list.ts';

type ComplaintOfferProps = {
  offer: Offer;
  userId: string;
  messageId: string;
  onTake: () => void;
};

/** Must be keyed by the mail; nothing when it was put away for this mail. */
export function ComplaintOffer({ offer, userId, messageId, onTake }: ComplaintOfferProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = useComplaintOfferMessages();
  const notify = useNotify();
  const [isDismissed, setDismissed] = useState(() => isOfferDismissed(browserStorage(), userId, messageId));
  if (isDismissed) return null;
  const handleDismiss = () => {
    dismissOffer(browserStorage(), userId, messageId);
    setDismissed(true);
    notify({ title: words.dismissed, intent: 'info' });
  };
  return (
    <section className={styles.offer} aria-label={words.title}>
      <CommentError20Regular className={styles.icon} aria-hidden />
      <div className={styles.words}>
        <p className={styles.title}>{words.title}</p>
        {offer.because.length > 0 && (
          <p className={styles.text}>{words.because(quotedList(offer.because, messages))}</p>
        )}
        <div className={styles.buttons}>
          <Button size="small" appearance="outline" onClick={onTake} id="action-take-complaint">
            {words.take}
          </Button>
          <Button size="small" appearance="subtle" onClick={handleDismiss}>
            {words.dismiss}
          </Button>
        </div>
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  offer: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { flexShrink: 0, color: tokens.colorStatusWarningForeground1 },
  words: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  title: { ...typographyStyles.caption1Strong, margin: 0 },
  text: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
