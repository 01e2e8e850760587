// Files chosen for an entry: picked, listed by name and size, taken out again.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Attach16Regular, Dismiss16Regular } from '@fluentui/react-icons';
import { useRef, type ChangeEvent } from 'react';
import { useWideMessages } from '../messages/wide-messages.ts';
import { useFormat } from '../use-format.ts';

type FileFieldProps = { files: File[]; onChange: (files: File[]) => void };

export function FileField({ files, onChange }: FileFieldProps) {
  const styles = useStyles();
  const format = useFormat();
  const { record: words } = useWideMessages().customerPage;
  const input = useRef<HTMLInputElement>(null);
  const handlePick = (event: ChangeEvent<HTMLInputElement>) => {
    onChange([...files, ...(event.target.files ?? [])]);
    event.target.value = ''; // the same file may be chosen again after it was taken out
  };
  return (
    <div>
      <input ref={input} type="file" multiple hidden aria-label={words.files} onChange={handlePick} />
      <Button icon={<Attach16Regular />} onClick={() => input.current?.click()}>
        {words.addFiles}
      </Button>
      <p className={styles.hint}>{words.filesHint}</p>
      {files.length > 0 && (
        <ul className={styles.list} aria-label={words.files}>
          {files.map((file, index) => (
            <li key={index} className={styles.file}>
              <span className={styles.name}>{file.name}</span>
              <span className={styles.hint}>
                {words.kilobytes(format.number(Math.ceil(file.size / 1024)))}
              </span>
              <Button
                size="small"
                appearance="subtle"
                icon={<Dismiss16Regular />}
                aria-label={words.removeFile(file.name)}
                onClick={() => onChange(files.filter((one) => one !== file))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  file: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minHeight: '28px' },
  name: { ...typographyStyles.body1, flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});
