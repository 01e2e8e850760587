// Outside of Teams: says so in one sentence, once.
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useWideMessages } from '#screens/messages/wide-messages.ts';

const key = 'kundencockpit.outside-note-closed';

export function OutsideNote() {
  const { tab } = useWideMessages();
  const [isClosed, setClosed] = useState(() => localStorage.getItem(key) === 'yes');
  if (isClosed) return null;
  const handleClose = () => {
    localStorage.setItem(key, 'yes');
    setClosed(true);
  };
  return (
    <MessageBar layout="multiline">
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
