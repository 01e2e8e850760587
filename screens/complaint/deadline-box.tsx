// The quiet box that says by when a first answer is due, why, and who gets an escalation card.
import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Clock20Regular } from '@fluentui/react-icons';
import type { Complaint, ComplaintDraft } from '#contract/complaint.ts';
import type { Rating } from '#contract/customer.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useFormat } from '../use-format.ts';

type DeadlineBoxProps = {
  draft: ComplaintDraft;
  severity: Complaint['severity'];
  rating: Rating | null;
  onChange: () => void;
};

/** Follows the severity at once, without asking the server again. */
export function DeadlineBox({ draft, severity, rating, onChange }: DeadlineBoxProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const words = complaintWords(messages).deadline;
  const { deadline, escalatesTo } = draft.deadlines[severity];
  const customer = rating ? words.ratedCustomer(`${rating.letter}${rating.digit}`) : words.unratedCustomer;
  const because = words.because(
    customer,
    complaintWords(messages).severitiesInText[severity],
    format.number(deadline.hours),
    format.moment(deadline.fromAt),
  );
  return (
    <div className={styles.box} role="status">
      <Clock20Regular className={styles.icon} aria-hidden />
      <div className={styles.words}>
        <p className={styles.head}>
          <span>{words.firstAnswerBy(format.moment(deadline.at))}</span>
          <Link
            as="button"
            type="button"
            className={styles.change}
            aria-label={words.change}
            onClick={onChange}
          >
            {messages.common.change}
          </Link>
        </p>
        <p className={styles.text}>
          {escalatesTo === null ? because : `${because} ${words.escalates(escalatesTo.name)}`}
        </p>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  box: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  icon: { flexShrink: 0 },
  words: { flexGrow: 1, minWidth: 0 },
  head: {
    ...typographyStyles.body1Strong,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
  },
  change: { ...typographyStyles.caption1, minHeight: '24px', marginBlock: '-2px' },
  text: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
