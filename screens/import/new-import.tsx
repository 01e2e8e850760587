// The first step of an import: which records, and the file they stand in.
import { Button, makeStyles, Select, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Reply } from '#contract/endpoint.ts';
import { importKinds, type ImportKind } from '#contract/import-map.ts';
import { uploadImportFile, type describeImport, type ImportSource } from '#contract/import.ts';
import type { CallError } from '../call.ts';
import { useImportMessages } from '../messages/import-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { useFormat } from '../use-format.ts';
import { useFrame } from '../use-frame.ts';
import { ImportHead } from './import-head.tsx';
import type { Origin } from './import-section.tsx';

type NewImportProps = {
  about: Reply<typeof describeImport>;
  source: ImportSource | null;
  onBack: () => void;
  onChosen: (origin: Origin) => void;
};

export function NewImport({ about, source, onBack, onChosen }: NewImportProps) {
  const styles = useStyles();
  const words = useImportMessages();
  const format = useFormat();
  const upload = useUpload();
  const [kind, setKind] = useState<ImportKind>(source?.kind ?? 'customers');
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const handleNext = async () => {
    if (file === null) return setProblem(words.upload.required);
    if (file.size > about.maxFileBytes) return setProblem(words.upload.tooLarge);
    setProblem(undefined);
    const fileId = await upload.send(file);
    if (fileId !== null) onChosen({ kind, fileId, source, mapping: null });
  };
  return (
    <>
      <ImportHead title={source?.name ?? words.upload.title} onBack={onBack} />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void handleNext();
        }}
      >
        <Labelled label={words.upload.kind}>
          <Select
            value={kind}
            disabled={source !== null}
            // The options are those of importKinds.
            onChange={(_, data) => setKind(data.value as ImportKind)}
          >
            {importKinds.map((one) => (
              <option key={one} value={one}>
                {words.kinds[one]}
              </option>
            ))}
          </Select>
        </Labelled>
        <Labelled
          label={words.upload.file}
          hint={words.upload.limit(format.fileSize(about.maxFileBytes))}
          problem={problem}
          isRequired
        >
          {(control) => (
            <span className={styles.pick}>
              <input
                {...control}
                type="file"
                className={styles.file}
                accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                onChange={(event) => setFile(event.target.files?.[0] ?? null)}
              />
              <span className={styles.button} aria-hidden>
                {words.upload.choose}
              </span>
              <span className={styles.name} aria-hidden>
                {file?.name ?? words.upload.none}
              </span>
            </span>
          )}
        </Labelled>
        {upload.error && <ErrorNote error={upload.error} title={words.upload.failed} keepsInput />}
        <div>
          <Button
            type="submit"
            appearance="primary"
            disabled={upload.isSending}
            {...(upload.isSending ? { icon: <Spinner size="tiny" /> } : {})}
          >
            {upload.isSending ? words.upload.uploading : words.upload.next}
          </Button>
        </div>
      </form>
    </>
  );
}

/** Sends a file; answers its id, or null when it did not arrive. */
function useUpload() {
  const { call } = useFrame();
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const send = async (file: File): Promise<string | null> => {
    setIsSending(true);
    setError(null);
    try {
      const { id } = await call(uploadImportFile, { name: file.name.slice(-200) }, { file });
      return id;
    } catch (cause) {
      setError(cause as CallError); // a call rejects with nothing else
      return null;
    } finally {
      setIsSending(false);
    }
  };
  return { send, isSending, error };
}

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '480px',
    padding: tokens.spacingHorizontalM,
  },
  // The browser's own button speaks the browser's language; it lies unseen over ours.
  pick: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
    ':focus-within': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  file: { position: 'absolute', inset: 0, width: '100%', opacity: 0, cursor: 'pointer' },
  button: {
    ...typographyStyles.body1Strong,
    flexShrink: 0,
    padding: `5px ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  name: { ...typographyStyles.body1, minWidth: 0, overflowWrap: 'anywhere' },
});
