// Where a run stands: its state in words, and a bar while rows are read.
import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ImportRun } from '#contract/import.ts';
import { useImportMessages } from '../messages/import-messages.ts';
import { useFormat } from '../use-format.ts';
import { isUnderWay } from './run-words.ts';

export function RunState({ run }: { run: ImportRun }) {
  const styles = useStyles();
  const words = useImportMessages();
  const format = useFormat();
  const total = run.rowsTotal ?? 0;
  const read = format.number(run.rowsRead);
  const detail = [
    run.fileName,
    format.dateTime(run.createdAt),
    run.startedBy === null ? words.runs.atNight : words.runs.by(run.startedBy.name),
  ];
  return (
    <div className={styles.state}>
      <p className={styles.line} role="status">
        <strong>{words.states[run.state]}</strong>
        {' · '}
        {total > 0 ? words.run.progress(read, format.number(total)) : words.run.progressOpen(read)}
        {run.isDryRun && run.state === 'done' && <> · {words.run.nothingStored}</>}
      </p>
      {isUnderWay(run) && (
        <ProgressBar
          aria-label={words.states[run.state]}
          max={Math.max(total, 1)}
          {...(total > 0 && run.state === 'writing' ? { value: Math.min(run.rowsRead, total) } : {})}
        />
      )}
      <p className={styles.detail}>{detail.filter(Boolean).join(' · ')}</p>
    </div>
  );
}

const useStyles = makeStyles({
  state: { padding: tokens.spacingHorizontalM },
  line: { margin: 0, marginBottom: tokens.spacingVerticalXS },
  detail: {
    margin: 0,
    marginTop: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});
