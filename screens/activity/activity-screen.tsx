// One contact in full: subject, who and when, the text, and what was stored with it.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { cockpitTextCharacters, getActivity, type Activity } from '#contract/activity.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import type { GoTo } from '../cockpit/place.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { activityDetail } from '../ui/activity-row.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { RowsSkeleton, ViewSkeleton } from '../ui/skeletons.tsx';
import { View } from '../ui/view.tsx';
import { useFormat } from '../use-format.ts';
import { useReply, type ReplyState } from '../use-reply.ts';
import { StoredParts } from './stored-parts.tsx';

const EditEntry = lazy(() => import('./edit-entry.tsx').then((module) => ({ default: module.EditEntry })));

type ActivityScreenProps = { activity: Activity; cockpit: Cockpit; onBack: () => void; onGoTo: GoTo };

/** What opened it may have cut the text; the whole entry is read while one looks at the beginning. */
export function ActivityScreen({ activity: opened, cockpit, onBack, onGoTo }: ActivityScreenProps) {
  const messages = useMessages();
  const whole = useReply(getActivity, { id: opened.id });
  const [edited, setEdited] = useState<Activity | null>(null);
  const [isEditing, setEditing] = useState(false);
  const activity = edited ?? whole.reply ?? opened;
  const isCut = activity === opened && opened.bodyText.length >= cockpitTextCharacters;
  if (isEditing) {
    return (
      <Suspense fallback={<ViewSkeleton label={messages.common.loading} />}>
        <EditEntry
          activityId={activity.id}
          cockpit={cockpit}
          onBack={() => setEditing(false)}
          onChanged={setEdited}
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
      <Entry activity={activity} rest={isCut && <RestOfText state={whole} />} />
      <StoredParts activity={activity} cockpit={cockpit} onGoTo={onGoTo} />
    </View>
  );
}

/** Beneath the beginning of a text whose end is still on its way, or cannot be read. */
function RestOfText({ state: { error, reload } }: { state: ReplyState<Activity> }) {
  const { loadingText, cutText } = useMessages().activity.detail;
  if (error) return <ErrorNote error={error} title={cutText} onRetry={reload} />;
  return <RowsSkeleton label={loadingText} count={2} />;
}

function Entry({ activity, rest }: { activity: Activity; rest: ReactNode }) {
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
      {rest}
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
