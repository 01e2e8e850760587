// Says that somebody else's view is shown, as long as it is, and leads back.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import { useWideMessages } from '#screens/messages/wide-messages.ts';
import { useFrame } from '#screens/use-frame.ts';
import { useMe } from '#screens/use-me.ts';

export function ViewAsBar() {
  const styles = useStyles();
  const { viewAs } = useFrame();
  const { tab } = useWideMessages();
  const { reply } = useMe();
  if (viewAs === null || viewAs.userId === null) return null;
  return (
    <MessageBar intent="warning" role="status" layout="multiline" className={styles.bar}>
      <MessageBarBody>{tab.viewAs.text(reply?.name ?? '…')}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => viewAs.change(null)}>{tab.viewAs.back}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

const useStyles = makeStyles({ bar: { flexShrink: 0 } });
