// The files of an entry: downloaded, added, and removed by those who may; a refused one says why.
import { Button, makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { Attach16Regular, Delete16Regular } from '@fluentui/react-icons';
import { useRef, useState, type ChangeEvent } from 'react';
import { removeAttachment, type Activity, type StoredAttachment } from '#contract/activity.ts';
import { useEntryMessages } from '../messages/entry-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Section } from '../ui/section.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { useFormat } from '../use-format.ts';
import { useSend } from '../use-send.ts';
import { AttachmentLinks } from './attachment-links.tsx';
import { ConfirmRemoval } from './confirm-removal.tsx';
import { RefusedNote } from './refused-note.tsx';
import { useSendFiles, type RefusedFile } from './use-send-files.ts';

type EntryFilesProps = { activity: Activity; onChange: (attachments: StoredAttachment[]) => void };

/** Nothing where there is no file and this reader may add none. */
export function EntryFiles({ activity, onChange }: EntryFilesProps) {
  const styles = useStyles();
  const words = useEntryMessages();
  const { attachments, canUndo: mayChange } = activity;
  const [refused, setRefused] = useState<RefusedFile[]>([]);
  const removal = useRemoval(activity, onChange);
  if (attachments.length === 0 && !mayChange) return null;
  return (
    <Section title={words.files}>
      {attachments.length === 0 && <p className={styles.none}>{words.noFiles}</p>}
      {attachments.length > 0 && (
        <ul className={styles.list} aria-label={words.files}>
          {attachments.map((file) => (
            <FileRow key={file.id} file={file} onRemove={mayChange ? () => removal.ask(file) : null} />
          ))}
        </ul>
      )}
      <RefusedNote refused={refused} />
      {removal.error && <ErrorNote error={removal.error} title={words.notRemoved} />}
      {mayChange && (
        <AddFiles
          activityId={activity.id}
          onAdded={(stored) => onChange(joined(attachments, stored))}
          onRefused={setRefused}
        />
      )}
      {removal.asked && (
        <ConfirmRemoval
          name={removal.asked.name}
          isOfMail={activity.origin === 'mail'}
          onRemove={removal.remove}
          onKeep={removal.keep}
        />
      )}
    </Section>
  );
}

/** The same file under the same name is there only once. */
function joined(present: readonly StoredAttachment[], more: readonly StoredAttachment[]): StoredAttachment[] {
  return [...present, ...more.filter(({ id }) => !present.some((one) => one.id === id))];
}

function useRemoval({ attachments }: Activity, onChange: EntryFilesProps['onChange']) {
  const words = useEntryMessages();
  const notify = useNotify();
  const [asked, setAsked] = useState<StoredAttachment | null>(null);
  const { send, error } = useSend(removeAttachment, {
    onDone: (_reply, { id }) => {
      const name = attachments.find((file) => file.id === id)?.name ?? '';
      notify({ title: words.removed(name) });
      onChange(attachments.filter((file) => file.id !== id));
    },
  });
  return {
    asked,
    error,
    ask: setAsked,
    keep: () => setAsked(null),
    remove: () => {
      if (asked) send({ id: asked.id });
      setAsked(null);
    },
  };
}

function FileRow({ file, onRemove }: { file: StoredAttachment; onRemove: (() => void) | null }) {
  const styles = useStyles();
  const format = useFormat();
  const { activity } = useMessages();
  const words = useEntryMessages();
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        <AttachmentLinks attachments={[file]} />
      </span>
      <span className={styles.note}>
        {file.state === 'stored' ? format.fileSize(file.sizeBytes) : activity.attachmentStates[file.state]}
      </span>
      {onRemove && (
        <Button
          size="small"
          appearance="subtle"
          icon={<Delete16Regular />}
          aria-label={words.remove(file.name)}
          onClick={onRemove}
        />
      )}
    </li>
  );
}

type AddFilesProps = {
  activityId: string;
  onAdded: (stored: StoredAttachment[]) => void;
  onRefused: (refused: RefusedFile[]) => void;
};

function AddFiles({ activityId, onAdded, onRefused }: AddFilesProps) {
  const styles = useStyles();
  const words = useEntryMessages();
  const notify = useNotify();
  const sendFiles = useSendFiles();
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const handlePick = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = ''; // the same file may be chosen again
    if (files.length === 0) return;
    setSending(true);
    onRefused([]);
    const { stored, refused } = await sendFiles(activityId, files).finally(() => setSending(false));
    if (stored.length > 0) {
      onAdded(stored);
      notify({ title: words.added(stored.map(({ name }) => name).join(', ')) });
    }
    onRefused(refused);
  };
  return (
    <div className={styles.add}>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words.addFile}
        onChange={(event) => void handlePick(event)}
      />
      <Button
        size="small"
        icon={isSending ? <Spinner size="extra-tiny" /> : <Attach16Regular />}
        disabledFocusable={isSending}
        onClick={() => input.current?.click()}
      >
        {isSending ? words.adding : words.addFile}
      </Button>
    </div>
  );
}

const useStyles = makeStyles({
  none: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground3 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minHeight: '32px' },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  note: {
    ...typographyStyles.caption1,
    flexShrink: 0,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
  },
  add: { paddingBlock: tokens.spacingVerticalXS },
});
