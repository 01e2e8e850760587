// What was read from the mail besides the fields of the form, and by which words; the text itself goes with the complaint.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import type { ComplaintDraft } from '#contract/complaint.ts';
import { useComplaintOfferMessages } from '../messages/complaint-offer-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { quotedList } from './quoted-list.ts';

/** Nothing at all when nothing was found. */
export function FoundInText({ draft }: { draft: Pick<ComplaintDraft, 'because' | 'references'> }) {
  const styles = useStyles();
  const heading = useId();
  const words = useComplaintOfferMessages();
  const lines = useLines(draft);
  if (lines.length === 0) return null;
  return (
    <div className={styles.found}>
      <p id={heading} className={styles.heading}>
        {words.inText}
      </p>
      <ul className={styles.list} aria-labelledby={heading}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function useLines({ because, references }: Pick<ComplaintDraft, 'because' | 'references'>): string[] {
  const messages = useMessages();
  const words = useComplaintOfferMessages();
  const { unknownOrders, articles, lots, quantity } = references;
  return [
    ...(because.length > 0 ? [words.isComplaint(quotedList(because, messages))] : []),
    ...unknownOrders.map(words.unknownOrder),
    ...articles.map(words.article),
    ...lots.map(words.lot),
    ...(quantity ? [words.quantity(quantity.value, messages.common.quoted(quantity.because))] : []),
  ];
}

const useStyles = makeStyles({
  found: {
    ...typographyStyles.caption1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  heading: { ...typographyStyles.caption1Strong, margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});
