// The list as a file: CSV for everything, Excel with real numbers and dates.
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { exportList } from '#contract/list.ts';
import type { ListDefinition } from '#contract/list-filter.ts';
import { CallError } from '../call.ts';
import { useListMessages } from '../messages/list-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { useFrame } from '../use-frame.ts';
import { saveFile } from './save-file.ts';

type ExportButtonsProps = { definition: ListDefinition; name: string };
type FileFormat = 'csv' | 'xlsx';

export function ExportButtons({ definition, name }: ExportButtonsProps) {
  const styles = useStyles();
  const { callFile, language } = useFrame();
  const { export: words } = useListMessages().list;
  const notify = useNotify();
  const [busy, setBusy] = useState<FileFormat | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  if (callFile === null) return null;
  const handle = async (format: FileFormat) => {
    setBusy(format);
    setError(null);
    try {
      const file = await callFile(exportList, { ...definition, format, language, name });
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
    <div role="group" aria-label={words.label} className={styles.buttons}>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button
          key={format}
          icon={busy === format ? <Spinner size="tiny" /> : <ArrowDownloadRegular />}
          disabled={busy !== null}
          title={busy === format ? words.busy : `${words.label}: ${words[format]}`}
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
  buttons: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
});
