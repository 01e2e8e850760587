// What of an entry stays as it is, and why; nothing where all of it may be changed.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { activityFields, type Activity } from '#contract/activity.ts';
import { useEntryMessages, type EntryMessages } from '../messages/entry-messages.ts';
import { useFormat } from '../use-format.ts';

export function FixedPart({ activity }: { activity: Activity }) {
  const styles = useStyles();
  const format = useFormat();
  const words = useEntryMessages();
  if (activityFields.every((field) => activity.editable.includes(field))) return null;
  return (
    <div className={styles.part}>
      <p className={styles.subject}>{activity.subject}</p>
      <p className={styles.text}>{format.dateTime(activity.occurredAt)}</p>
      <p className={styles.text}>{reasonOf(activity, words)}</p>
    </div>
  );
}

function reasonOf({ origin, loggedBy }: Activity, { fixed }: EntryMessages): string {
  if (origin !== 'hand') return fixed[origin];
  return loggedBy === null ? fixed.nobody : fixed.others(loggedBy.name);
}

const useStyles = makeStyles({
  part: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0`,
  },
  subject: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  text: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
