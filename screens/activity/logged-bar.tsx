// The green bar: logged when and by whom, with undo.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ArrowUndo16Regular } from '@fluentui/react-icons';
import type { Activity } from '#contract/activity.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useFormat } from '../use-format.ts';

type LoggedBarProps = { activity: Activity; isUndoing: boolean; onUndo: () => void; onView: () => void };

export function LoggedBar({ activity, isUndoing, onUndo, onView }: LoggedBarProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  return (
    <div className={styles.frame}>
      <MessageBar intent="success" layout="multiline" politeness="polite">
        <MessageBarBody>
          <MessageBarTitle className={styles.title}>
            {messages.activity.logged.title(format.dateTime(activity.loggedAt))}
          </MessageBarTitle>
          {activity.loggedBy && (
            <span className={styles.by}>{messages.common.by(activity.loggedBy.name)}</span>
          )}
        </MessageBarBody>
        <MessageBarActions>
          {activity.canUndo && (
            <Button icon={<ArrowUndo16Regular />} disabledFocusable={isUndoing} onClick={onUndo}>
              {messages.common.undo}
            </Button>
          )}
          <Button appearance="subtle" onClick={onView}>
            {messages.common.view}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}

const useStyles = makeStyles({
  frame: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { display: 'block' },
  by: { ...typographyStyles.caption1 },
});
