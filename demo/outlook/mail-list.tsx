// Folders and the mails of the chosen folder, newest first; arrow keys move between mails.
import { Caption1, makeStyles, mergeClasses, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { AttachRegular } from '@fluentui/react-icons';
import type { KeyboardEvent } from 'react';
import { useFormat } from '#screens/use-format.ts';
import { nameOf, toPerson, type WireMessage } from './graph/mail-wire.ts';
import { mailFolders, type MailFolder } from './graph/use-mailbox.ts';
import { useWords } from './words.ts';

interface FolderListProps {
  folder: MailFolder;
  folders: readonly MailFolder[];
  onChoose: (folder: MailFolder) => void;
}

/** The folders of this mailbox as tabs over the list. */
export function FolderList({ folder, folders, onChoose }: FolderListProps) {
  const words = useWords();
  return (
    <TabList
      size="small"
      selectedValue={folder}
      aria-label={words.foldersLabel}
      onTabSelect={(_, data) => onChoose(mailFolders.find((one) => one === data.value) ?? 'inbox')}
    >
      {folders.map((one) => (
        <Tab key={one} value={one}>
          {words.folders[one]}
        </Tab>
      ))}
    </TabList>
  );
}

interface MailListProps {
  folder: MailFolder;
  messages: readonly WireMessage[];
  chosenId: string | null;
  onChoose: (message: WireMessage) => void;
}

/** The mails of one folder. */
export function MailList({ folder, messages, chosenId, onChoose }: MailListProps) {
  const styles = useStyles();
  const words = useWords();
  if (messages.length === 0) return <Caption1 className={styles.empty}>{words.noMessages}</Caption1>;
  return (
    <ul className={styles.list} aria-label={words.messages} onKeyDown={moveFocus}>
      {messages.map((message) => (
        <li key={message.id}>
          <MailRow
            message={message}
            folder={folder}
            isChosen={message.id === chosenId}
            onChoose={() => onChoose(message)}
          />
        </li>
      ))}
    </ul>
  );
}

function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const next = rows[rows.findIndex((row) => row === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

interface MailRowProps {
  message: WireMessage;
  folder: MailFolder;
  isChosen: boolean;
  onChoose: () => void;
}

function MailRow({ message, folder, isChosen, onChoose }: MailRowProps) {
  const styles = useStyles();
  const words = useWords();
  const format = useFormat();
  const others = folder === 'sent' ? message.toRecipients.map(toPerson) : [toPerson(message.from)];
  const at = message.receivedDateTime;
  const isToday = format.daysFromToday(at) === 0;
  const isUnread = !message.isRead && folder !== 'sent';
  return (
    <button
      type="button"
      className={mergeClasses(styles.row, isChosen && styles.chosen)}
      aria-current={isChosen}
      onClick={onChoose}
    >
      <span className={styles.line}>
        <Text weight={isUnread ? 'semibold' : 'regular'} truncate wrap={false} className={styles.grow}>
          {others.map(nameOf).filter(Boolean).join('; ') || words.noSender}
        </Text>
        <Caption1 className={styles.quiet}>{isToday ? format.time(at) : format.shortDate(at)}</Caption1>
      </span>
      <span className={styles.line}>
        <Text
          weight={isUnread ? 'semibold' : 'regular'}
          size={200}
          truncate
          wrap={false}
          className={styles.grow}
        >
          {message.subject || words.noSubject}
        </Text>
        {message.hasAttachments && <AttachRegular aria-label={words.withAttachments} />}
      </span>
      <Caption1 truncate wrap={false} block className={styles.quiet}>
        {message.bodyPreview.replace(/\s+/g, ' ').trim()}
      </Caption1>
    </button>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, overflowY: 'auto', flexGrow: 1, minHeight: 0 },
  empty: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground3 },
  row: {
    display: 'block',
    width: '100%',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: 'left',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  line: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  grow: { flexGrow: 1, display: 'block' },
  quiet: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
});
