// One contact in full: subject, who and when, the text, and what was stored with it.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { Activity } from '#contract/activity.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import type { GoTo } from '../cockpit/place.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { activityDetail } from '../ui/activity-row.tsx';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { View } from '../ui/view.tsx';
import { useFormat } from '../use-format.ts';
import { StoredParts } from './stored-parts.tsx';

const EditEntry = lazy(() => import('./edit-entry.tsx').then((module) => ({ default: module.EditEntry })));

type ActivityScreenProps = { activity: Activity; cockpit: Cockpit; onBack: () => void; onGoTo: GoTo };

export function ActivityScreen({ activity: opened, cockpit, onBack, onGoTo }: ActivityScreenProps) {
  const messages = useMessages();
  const [activity, setActivity] = useState(opened);
  const [isEditing, setEditing] = useState(false);
  if (isEditing) {
    return (
      <Suspense fallback={<ViewSkeleton label={messages.common.loading} />}>
        <EditEntry
          activityId={activity.id}
          cockpit={cockpit}
          onBack={() => setEditing(false)}
          onChanged={setActivity}
        />
      </Suspense>
    );
  }
  const mayEdit = activity.canEdit || activity.canUndo;
  const edit = { id: 'edit-entry', label: messages.common.edit, onPress: () => setEditing(true) };
  return (
    <View
      title={activity.subject}
      onBack={onBack}
      foot={mayEdit && <ActionBar label={activity.subject} primary={edit} />}
    >
      <Entry activity={activity} />
      <StoredParts activity={activity} cockpit={cockpit} onGoTo={onGoTo} />
    </View>
  );
}

function Entry({ activity }: { activity: Activity }) {
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
    <div className={styles.body}>
      <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
      <p className={styles.text}>{activity.bodyText.trim() === '' ? words.noText : activity.bodyText}</p>
      {activity.loggedBy && (
        <p className={styles.facts}>
          {words.loggedBy(activity.loggedBy.name, format.dateTime(activity.loggedAt))}
        </p>
      )}
    </div>
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
