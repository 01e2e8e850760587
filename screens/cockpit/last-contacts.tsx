// "Letzte Kontakte": the newest three, and the way to all of them.
import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Cockpit } from '#contract/cockpit.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActivityRow } from '../ui/activity-row.tsx';
import { Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';
import type { GoTo } from './place.ts';

const shown = 3;

type LastContactsProps = {
  cockpit: Cockpit;
  /** Whether the mail beside could be the first contact. */
  canLog: boolean;
  onGoTo: GoTo;
};

export function LastContacts({ cockpit, canLog, onGoTo }: LastContactsProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const words = messages.cockpit.activities;
  const { activities, activityCount } = cockpit;
  const all = activityCount > 0 && (
    <Link as="button" className={styles.all} id="action-history" onClick={() => onGoTo({ kind: 'history' })}>
      {words.all(format.number(activityCount))}
    </Link>
  );
  return (
    <Section title={words.title} {...(all ? { aside: all } : {})}>
      {activities.length === 0 ? (
        <>
          <p className={styles.empty}>{words.empty}</p>
          {canLog && <p className={styles.next}>{words.emptyNext}</p>}
        </>
      ) : (
        <Rows>
          {activities.slice(0, shown).map((activity) => (
            <ActivityRow
              key={activity.id}
              activity={activity}
              onOpen={() => onGoTo({ kind: 'activity', activity })}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}

const useStyles = makeStyles({
  all: { ...typographyStyles.caption1, minHeight: '24px' },
  empty: { ...typographyStyles.body1, margin: 0 },
  next: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
