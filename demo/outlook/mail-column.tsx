// The column with folders and mails.
import { Button, Caption1, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { GraphClient } from './graph/graph-client.ts';
import type { WireMessage } from './graph/mail-wire.ts';
import { useFolder, type MailFolder } from './graph/use-mailbox.ts';
import { FolderList, MailList } from './mail-list.tsx';
import { useWords } from './words.ts';

interface MailColumnProps {
  isHidden: boolean;
  isFull: boolean;
  graph: GraphClient;
  user: string;
  address: string;
  chosenId: string | null;
  onChoose: (folder: MailFolder, message: WireMessage) => void;
  onClear: () => void;
  onNew: () => void;
}

/** Folders, mails of the chosen one; the shared mailbox only for those who may open it. */
export function MailColumn(props: MailColumnProps) {
  const styles = useStyles();
  const words = useWords();
  const [folder, setFolder] = useState<MailFolder>('inbox');
  const owner = { user: props.user, address: props.address };
  const shown = useFolder(props.graph, owner, folder);
  const shared = useFolder(props.graph, owner, 'shared');
  const hasShared = (shared.data?.length ?? 0) > 0;
  const handleFolder = (next: MailFolder) => {
    setFolder(next);
    props.onClear();
  };
  if (props.isHidden) return null;
  return (
    <div className={props.isFull ? styles.full : styles.column}>
      <div className={styles.buttons}>
        <Button size="small" icon={<AddRegular />} onClick={props.onNew}>
          {words.newMail}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          disabled={props.chosenId === null}
          onClick={props.onClear}
        >
          {words.clear}
        </Button>
      </div>
      <FolderList
        folder={folder}
        folders={hasShared ? ['inbox', 'sent', 'shared'] : ['inbox', 'sent']}
        onChoose={handleFolder}
      />
      {shown.isError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {words.failed}{' '}
            <Button size="small" onClick={() => void shown.refetch()}>
              {words.retry}
            </Button>
          </MessageBarBody>
        </MessageBar>
      )}
      {shown.isPending && <Caption1 className={styles.waiting}>{words.loading}</Caption1>}
      {shown.data !== undefined && (
        <MailList
          folder={folder}
          messages={shown.data}
          chosenId={props.chosenId}
          onChoose={(message) => props.onChoose(folder, message)}
        />
      )}
    </div>
  );
}

const useStyles = makeStyles({
  column: {
    display: 'flex',
    flexDirection: 'column',
    width: '320px',
    flexShrink: 0,
    minHeight: 0,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  full: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, padding: tokens.spacingHorizontalS },
  waiting: { padding: tokens.spacingHorizontalM },
});
