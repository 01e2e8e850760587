// The files of an entry, each a press away; always a download, never shown inside our pages.
import { Link, makeStyles, typographyStyles } from '@fluentui/react-components';
import { getAttachment, type StoredAttachment } from '#contract/activity.ts';
import { CallError } from '../call.ts';
import { saveFile } from '../list/save-file.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { useNotify } from '../ui/use-notify.ts';
import { useFrame } from '../use-frame.ts';

export function AttachmentLinks({ attachments }: { attachments: readonly StoredAttachment[] }) {
  const styles = useStyles();
  const { callFile } = useFrame();
  const messages = useMessages();
  const { history: words } = useWideMessages().customerPage;
  const notify = useNotify();
  const handleDownload = async (attachment: StoredAttachment) => {
    if (callFile === null) return;
    try {
      saveFile(await callFile(getAttachment, { id: attachment.id }));
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      notify({ title: messages.errors[error.code].why, intent: 'warning' });
    }
  };
  return attachments.map((attachment) =>
    attachment.state === 'stored' && callFile !== null ? (
      <Link
        key={attachment.id}
        as="button"
        className={styles.link}
        aria-label={words.download(attachment.name)}
        onClick={() => void handleDownload(attachment)}
      >
        {attachment.name}
      </Link>
    ) : (
      <span key={attachment.id}>{attachment.name}</span>
    ),
  );
}

const useStyles = makeStyles({
  link: { ...typographyStyles.caption1, minHeight: '24px', overflowWrap: 'anywhere', textAlign: 'start' },
});
