// One contact in full: subject, who and when, the text, and what was stored with it.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Activity } from '#contract/activity.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import type { GoTo } from '../cockpit/place.ts';
import { useMessages } from '../messages/use-messages.ts';
import { activityDetail } from '../ui/activity-row.tsx';
import { View } from '../ui/view.tsx';
import { useFormat } from '../use-format.ts';
import { StoredParts } from './stored-parts.tsx';

type ActivityScreenProps = { activity: Activity; cockpit: Cockpit; onBack: () => void; onGoTo: GoTo };

export function ActivityScreen({ activity, cockpit, onBack, onGoTo }: ActivityScreenProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const words = messages.activity.detail;
  const facts = [
    activityDetail(activity, messages),
    format.dateTime(activity.occurredAt),
    activity.durationMinutes === null ? null : words.duration(format.number(activity.durationMinutes)),
  ];
  return (
    <View title={activity.subject} onBack={onBack}>
      <div className={styles.body}>
        <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
        <p className={styles.text}>{activity.bodyText.trim() === '' ? words.noText : activity.bodyText}</p>
        {activity.loggedBy && (
          <p className={styles.facts}>
            {words.loggedBy(activity.loggedBy.name, format.dateTime(activity.loggedAt))}
          </p>
        )}
      </div>
      <StoredParts activity={activity} cockpit={cockpit} onGoTo={onGoTo} />
    </View>
  );
}

const useStyles = makeStyles({
  body: { padding: tokens.spacingHorizontalM },
  facts: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  text: {
    ...typographyStyles.body1,
    marginBlock: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});
