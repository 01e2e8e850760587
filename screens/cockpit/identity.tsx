// The top of the cockpit: person, company, rating with reasons, and why we think it is them.
import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Building20Regular, Checkmark16Regular } from '@fluentui/react-icons';
import type { Cockpit, MatchCandidate } from '#contract/cockpit.ts';
import { useMessages } from '../messages/use-messages.ts';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { PersonHead } from '../ui/person-head.tsx';
import { RatingBadge } from '../ui/rating-badge.tsx';
import { ratingReasons } from '../ui/rating-reasons.ts';
import { useFormat } from '../use-format.ts';

type IdentityProps = {
  cockpit: Cockpit;
  /** How the mail led here; null when the customer was opened by hand. */
  match: MatchCandidate | null;
  /** Name in the mail, for a person who is not a contact yet. */
  personName: string | null;
  onCorrect?: (() => void) | undefined;
  onAddContact?: (() => void) | undefined;
  /** Short in views that show something else below. */
  isShort?: boolean;
};

/** Answers "who is this" without a click. */
export function Identity(props: IdentityProps) {
  const { cockpit, match, personName, isShort = false } = props;
  const { contact, customer } = cockpit;
  const person = contact?.name ?? personName;
  const name = person ?? customer.name;
  return (
    <PersonHead
      name={name}
      company={person === null ? placeOf(cockpit) : customer.name}
      detail={<IdentityDetail cockpit={cockpit} onAddContact={isShort ? undefined : props.onAddContact} />}
      marks={<CustomerMarks customer={customer} />}
      aside={customer.rating ? <RatingBadge rating={customer.rating} /> : undefined}
      {...(person === null ? { icon: <Building20Regular /> } : {})}
    >
      {!isShort && <Reasons cockpit={cockpit} match={match} onCorrect={props.onCorrect} />}
    </PersonHead>
  );
}

function placeOf({ customer }: Cockpit): string {
  return [customer.postcode, customer.city].filter(Boolean).join(' ') || customer.country;
}

type IdentityDetailProps = { cockpit: Cockpit; onAddContact: (() => void) | undefined };

function IdentityDetail({ cockpit, onAddContact }: IdentityDetailProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { contact, customer } = cockpit;
  const number = customer.number === null ? null : messages.common.customerNumber(customer.number);
  // who is missing stands last, beside the link that adds him
  const told = contact === null ? [number, messages.cockpit.unknownContact] : [contact.jobTitle, number];
  const parts = told.filter((part) => part !== null);
  return (
    <>
      {parts.map((part, index) => (
        <span key={part} className={styles.part}>
          {part}
          {index < parts.length - 1 && ' · '}
        </span>
      ))}
      {contact === null && onAddContact && (
        <>
          {' '}
          <Link as="button" className={styles.add} onClick={onAddContact} id="action-new_contact">
            {messages.cockpit.addContact}
          </Link>
        </>
      )}
    </>
  );
}

type ReasonsProps = Pick<IdentityProps, 'cockpit' | 'match' | 'onCorrect'>;

function Reasons({ cockpit, match, onCorrect }: ReasonsProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const { rating } = cockpit.customer;
  const reasons = rating && ratingReasons(rating, messages, format);
  return (
    <div className={styles.reasons}>
      {rating && reasons && (
        <>
          <span className={styles.key}>{rating.letter}</span>
          <span className={styles.reason}>{reasons.letter}</span>
          <span className={styles.key}>{rating.digit}</span>
          <span className={styles.reason}>{reasons.digit}</span>
        </>
      )}
      {match && (
        <>
          <span className={styles.key}>
            <Checkmark16Regular aria-hidden />
          </span>
          <span className={styles.match}>
            <span>{messages.cockpit.matchReasons[match.reason](match.evidence)}</span>
            {onCorrect && (
              <Link as="button" className={styles.correct} onClick={onCorrect} id="action-correct-link">
                {messages.cockpit.correct}
              </Link>
            )}
          </span>
        </>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  reasons: {
    display: 'grid',
    gridTemplateColumns: '40px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalS,
  },
  key: {
    ...typographyStyles.caption1Strong,
    display: 'flex',
    justifyContent: 'center',
    alignItems: 'center',
  },
  reason: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  match: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  part: { display: 'inline-block', whiteSpace: 'pre-wrap' },
  add: { ...typographyStyles.caption1, minHeight: '24px', marginBlock: '-4px' },
  correct: { ...typographyStyles.caption1, minHeight: '24px', marginBlock: '-4px' },
});
