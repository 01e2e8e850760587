// The strip that says whether this mail is logged, by whom and when; true for everyone who has a copy of it.
import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { MailCheckmark20Regular, MailInbox20Regular } from '@fluentui/react-icons';
import type { Reply } from '#contract/endpoint.ts';
import type { findCockpit } from '#contract/cockpit.ts';
import { useMessages } from '../messages/use-messages.ts';
import { markedName } from '../ui/customer-marks.tsx';
import { useFormat } from '../use-format.ts';

type Found = Reply<typeof findCockpit>;
type MailStateProps = Pick<Found, 'logged' | 'previous' | 'neverLog'> & {
  /** The customer on screen: a mail logged elsewhere says where. */
  customerId: string | null;
  onView: () => void;
};

/** Two lines and, when logged, the way to what was stored. */
export function MailState({ logged, previous, neverLog, customerId, onView }: MailStateProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const words = messages.cockpit.mailState;
  const isElsewhere = logged !== null && logged.customer.id !== customerId;
  return (
    <div className={styles.strip} role="status">
      {logged ? (
        <MailCheckmark20Regular className={styles.logged} aria-hidden />
      ) : (
        <MailInbox20Regular className={styles.icon} aria-hidden />
      )}
      <div className={styles.words}>
        <p className={styles.title}>
          {logged ? words.logged(format.dateTime(logged.at)) : neverLog ? words.neverLogged : words.notLogged}
        </p>
        <p className={styles.text}>
          {logged
            ? [
                logged.by && messages.common.by(logged.by.name),
                isElsewhere && words.loggedElsewhere(markedName(logged.customer, messages)),
              ]
                .filter(Boolean)
                .join(', ')
            : neverLog
              ? reasonText(neverLog, words.neverLog)
              : previousText(previous, words, format)}
        </p>
      </div>
      {logged && (
        <Link as="button" className={styles.view} onClick={onView} id="action-logged">
          {messages.common.view}
        </Link>
      )}
    </div>
  );
}

function previousText(
  previous: Found['previous'],
  words: ReturnType<typeof useMessages>['cockpit']['mailState'],
  format: ReturnType<typeof useFormat>,
): string {
  if (previous === null) return words.first;
  const isToday = format.daysFromToday(previous.at) === 0;
  const when = isToday ? format.time(previous.at) : format.shortDate(previous.at);
  return previous.by === null ? words.previousByNobody(when) : words.previous(when, previous.by.name);
}

function reasonText(
  { reason, evidence, isOfCompany }: NonNullable<Found['neverLog']>,
  words: ReturnType<typeof useMessages>['cockpit']['mailState']['neverLog'],
): string {
  if (reason === 'private' || reason === 'internal') return words[reason];
  return isOfCompany ? words.listedByCompany(evidence) : words.listed(evidence);
}

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { flexShrink: 0 },
  logged: { flexShrink: 0, color: tokens.colorStatusSuccessForeground1 },
  words: { flexGrow: 1, minWidth: 0 },
  title: { ...typographyStyles.caption1Strong, margin: 0 },
  text: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  view: { ...typographyStyles.caption1, alignSelf: 'center', minHeight: '24px' },
});
