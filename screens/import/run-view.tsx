// One run: how far it is, what it did, what it could not take; stopping it, its error file, taking it back.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import {
  cancelImport,
  getImportErrors,
  getImportRun,
  startImport,
  undoImport,
  type ImportRun,
} from '#contract/import.ts';
import type { CallError } from '../call.ts';
import { useImportMessages } from '../messages/import-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFrame } from '../use-frame.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import { ImportHead } from './import-head.tsx';
import type { Origin } from './import-section.tsx';
import { ProblemList } from './problem-list.tsx';
import { RunCounts } from './run-counts.tsx';
import { RunState } from './run-state.tsx';
import { isUnderWay } from './run-words.ts';

type RunViewProps = {
  runId: string;
  /** What the run was started from in this visit; null for one of the history. */
  origin: Origin | null;
  onBack: () => void;
  onFix: (origin: Origin) => void;
  onStarted: (runId: string, origin: Origin) => void;
};

const lookEveryMs = 1_000;

export function RunView({ runId, origin, onBack, onFix, onStarted }: RunViewProps) {
  const words = useImportMessages();
  const state = useReply(
    getImportRun,
    { id: runId },
    { everyMs: (reply) => (reply === null || isUnderWay(reply.run) ? lookEveryMs : null) },
  );
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={words.run.loading} count={6} />}>
      {({ run, problems, notes, undoLeft }) => (
        <>
          <ImportHead title={words.run.title(words.kinds[run.kind], run.isDryRun)} onBack={onBack} />
          <RunState run={run} />
          {run.problem !== null && (
            <Section title={words.run.problem}>
              <ProblemList problems={[run.problem]} isAlert />
            </Section>
          )}
          <RunCounts run={run} />
          <RunActions run={run} origin={origin} onFix={onFix} onStarted={onStarted} />
          {run.state === 'undone' && <UndoResult undoKept={run.undoKept} undoLeft={undoLeft} />}
          {problems.length > 0 && (
            <Section title={words.run.errors}>
              <ProblemList problems={problems} />
            </Section>
          )}
          {notes.length > 0 && (
            <Section title={words.run.notes}>
              <ProblemList problems={notes} />
            </Section>
          )}
        </>
      )}
    </Loaded>
  );
}

type UndoResultProps = { undoKept: number; undoLeft: readonly { record: string; reason: string }[] };

function UndoResult({ undoKept, undoLeft }: UndoResultProps) {
  const styles = useStyles();
  const words = useImportMessages();
  if (undoKept === 0) return <p className={styles.text}>{words.run.undone}</p>;
  return (
    <Section title={words.run.undoKept(undoKept)}>
      <ul className={styles.list}>
        {undoLeft.map((one, index) => (
          <li key={index}>
            {one.record} – {words.run.reasons[one.reason] ?? one.reason}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type RunActionsProps = Pick<RunViewProps, 'origin' | 'onFix' | 'onStarted'> & { run: ImportRun };

function RunActions({ run, origin, onFix, onStarted }: RunActionsProps) {
  const styles = useStyles();
  const words = useImportMessages();
  const download = useErrorFile();
  const isRunning = isUnderWay(run);
  return (
    <>
      {download.error && <ErrorNote error={download.error} title={words.run.failedAction} />}
      <div className={styles.actions}>
        {isRunning && <StopButton run={run} />}
        {origin !== null && !isRunning && (
          <NextSteps run={run} origin={origin} onFix={onFix} onStarted={onStarted} />
        )}
        {run.wrong > 0 && !isRunning && (
          <Button onClick={() => void download.save(run.id)}>{words.run.errorFile}</Button>
        )}
      </div>
      {run.canUndo && <UndoQuestion runId={run.id} />}
    </>
  );
}

function StopButton({ run }: { run: ImportRun }) {
  const words = useImportMessages();
  const { send, isSending, error } = useSend(cancelImport);
  if (run.state === 'finishing' || run.state === 'undoing') return null;
  return (
    <>
      {error && <ErrorNote error={error} title={words.run.failedAction} />}
      <Button disabled={run.isCancelAsked || isSending} onClick={() => send({ id: run.id })}>
        {run.isCancelAsked ? words.run.cancelling : words.run.cancel}
      </Button>
    </>
  );
}

type NextStepsProps = Pick<RunViewProps, 'onFix' | 'onStarted'> & { run: ImportRun; origin: Origin };

/** After a dry run or a failure: in earnest, or with another map. */
function NextSteps({ run, origin, onFix, onStarted }: NextStepsProps) {
  const words = useImportMessages();
  const { send, isSending, error } = useSend(startImport, {
    onDone: (next) => onStarted(next.id, origin),
  });
  const { kind, fileId, source, mapping } = origin;
  const canRepeat = run.isDryRun && run.state === 'done';
  return (
    <>
      {error && <ErrorNote error={error} title={words.run.failedAction} />}
      {canRepeat && (
        <Button
          appearance="primary"
          disabled={isSending}
          onClick={() => send({ kind, fileId, sourceId: source?.id ?? null, mapping, isDryRun: false })}
        >
          {words.run.real}
        </Button>
      )}
      {(run.isDryRun || run.state === 'failed') && (
        <Button onClick={() => onFix(origin)}>{words.run.fix}</Button>
      )}
    </>
  );
}

function UndoQuestion({ runId }: { runId: string }) {
  const styles = useStyles();
  const words = useImportMessages();
  const [isAsked, setIsAsked] = useState(false);
  const { send, isSending, error } = useSend(undoImport, { onDone: () => setIsAsked(false) });
  if (!isAsked)
    return (
      <div className={styles.actions}>
        <Button onClick={() => setIsAsked(true)}>{words.run.undo}</Button>
      </div>
    );
  return (
    <div className={styles.ask} role="group" aria-label={words.run.undo}>
      {error && <ErrorNote error={error} title={words.run.failedAction} />}
      <p className={styles.text}>{words.run.undoAsk}</p>
      <div className={styles.actions}>
        <Button appearance="primary" disabled={isSending} onClick={() => send({ id: runId })}>
          {words.run.undoYes}
        </Button>
        <Button onClick={() => setIsAsked(false)}>{words.run.no}</Button>
      </div>
    </div>
  );
}

/** Fetches the error file with the reader's sign-in and hands it to the browser. */
function useErrorFile() {
  const { callFile, language } = useFrame();
  const [error, setError] = useState<CallError | null>(null);
  const save = async (id: string) => {
    if (callFile === null) return;
    try {
      const { name, content } = await callFile(getImportErrors, { id, language });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(content);
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
      setError(null);
    } catch (cause) {
      setError(cause as CallError); // a call rejects with nothing else
    }
  };
  return { save, error };
}

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
  },
  ask: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  text: { margin: 0, padding: tokens.spacingHorizontalM },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});
