// Outside of Teams: says so in one sentence, once.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useWideMessages } from '#screens/messages/wide-messages.ts';

const key = 'kundencockpit.outside-note-closed';

export function OutsideNote() {
  const styles = useStyles();
  const { tab } = useWideMessages();
  const [isClosed, setClosed] = useState(() => localStorage.getItem(key) === 'yes');
  if (isClosed) return null;
  const handleClose = () => {
    localStorage.setItem(key, 'yes');
    setClosed(true);
  };
  return (
    <MessageBar layout="multiline" className={styles.note}>
      <MessageBarBody>{tab.outside}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<Dismiss20Regular />}
            aria-label={tab.closeOutside}
            onClick={handleClose}
          />
        }
      />
    </MessageBar>
  );
}

// Never smaller than its words: the areas follow below it.
const useStyles = makeStyles({ note: { flexShrink: 0 } });
