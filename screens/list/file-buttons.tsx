// Takes something out as a file: CSV for everything, Excel with real numbers and dates.
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { CallError, type ReceivedFile } from '../call.ts';
import { useListMessages } from '../messages/list-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { saveFile } from './save-file.ts';

type FileFormat = 'csv' | 'xlsx';
type FileButtonsProps = {
  label: string;
  /** Fetches the file; rejects with CallError. */
  onFetch: (format: FileFormat) => Promise<ReceivedFile>;
};

export function FileButtons({ label, onFetch }: FileButtonsProps) {
  const styles = useStyles();
  const { export: words } = useListMessages().list;
  const notify = useNotify();
  const [busy, setBusy] = useState<FileFormat | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const handle = async (format: FileFormat) => {
    setBusy(format);
    setError(null);
    try {
      const file = await onFetch(format);
      saveFile(file);
      notify({ title: words.done(file.name) });
    } catch (cause) {
      if (!(cause instanceof CallError)) throw cause;
      setError(cause);
    } finally {
      setBusy(null);
    }
  };
  return (
    <div role="group" aria-label={label} className={styles.buttons}>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button
          key={format}
          icon={busy === format ? <Spinner size="tiny" /> : <ArrowDownloadRegular />}
          disabled={busy !== null}
          title={busy === format ? words.busy : `${label}: ${words[format]}`}
          onClick={() => void handle(format)}
        >
          {words[format]}
        </Button>
      ))}
      {error && <ErrorNote error={error} title={words.failed} />}
    </div>
  );
}

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
