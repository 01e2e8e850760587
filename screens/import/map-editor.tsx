// The second step: how the file is read, which column is which field, the first rows as they will be; then try or run.
import { Button, Checkbox, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Reply } from '#contract/endpoint.ts';
import {
  createImportSource,
  startImport,
  updateImportSource,
  type describeImport,
} from '#contract/import.ts';
import { previewImport, type ImportPreview } from '#contract/import-preview.ts';
import { type ImportMapping } from '#contract/import-map.ts';
import { useImportMessages } from '../messages/import-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { useFrame } from '../use-frame.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import { Assumptions } from './assumptions.tsx';
import { ColumnRows } from './column-rows.tsx';
import { ImportHead } from './import-head.tsx';
import type { Origin } from './import-section.tsx';
import { PreviewTable } from './preview-table.tsx';
import { ProblemList } from './problem-list.tsx';
import { fieldLabel } from './run-words.ts';

type MapEditorProps = {
  about: Reply<typeof describeImport>;
  origin: Origin;
  onBack: () => void;
  onStarted: (runId: string, origin: Origin) => void;
};

export function MapEditor({ about, origin, onBack, onStarted }: MapEditorProps) {
  const words = useImportMessages();
  const [mapping, setMapping] = useState<ImportMapping | null>(origin.mapping);
  const { kind, fileId, source } = origin;
  const preview = useReply(
    previewImport,
    { kind, fileId, sourceId: source?.id ?? null, mapping },
    { keepPrevious: true },
  );
  return (
    <>
      <ImportHead title={words.map.title(words.kinds[kind])} onBack={onBack} />
      <Loaded state={preview} waiting={<RowsSkeleton label={words.map.reading} count={8} />}>
        {(shown) => (
          <Editor
            about={about}
            origin={origin}
            preview={shown}
            mapping={mapping ?? shown.mapping}
            isReading={preview.isRefreshing}
            onChange={setMapping}
            onStarted={onStarted}
          />
        )}
      </Loaded>
    </>
  );
}

type EditorProps = Omit<MapEditorProps, 'onBack'> & {
  preview: ImportPreview;
  mapping: ImportMapping;
  isReading: boolean;
  onChange: (mapping: ImportMapping) => void;
};

function Editor({ about, origin, preview, mapping, isReading, onChange, onStarted }: EditorProps) {
  const styles = useStyles();
  const words = useImportMessages();
  const { language } = useFrame();
  const known = about.kinds.find((one) => one.kind === origin.kind);
  const fields = known?.fields ?? [];
  const missing = preview.missingFields.map((name) =>
    fieldLabel(fields.find((field) => field.name === name) ?? { name, label: null }, words, language),
  );
  if (preview.columns.length === 0) return <ProblemList problems={preview.problems} isAlert />;
  return (
    <>
      <Assumptions preview={preview} mapping={mapping} onChange={onChange} />
      <Section title={words.map.columns} aside={isReading ? words.map.reread : undefined}>
        <ColumnRows
          columns={preview.columns}
          fields={fields}
          defaultRule={known?.defaultRule ?? 'erp'}
          mapping={mapping}
          onChange={onChange}
        />
        {missing.length > 0 && (
          <p role="alert" className={styles.missing}>
            {words.map.missing(missing.join(', '))}
          </p>
        )}
      </Section>
      {preview.problems.length > 0 && (
        <Section title={words.map.problems}>
          <ProblemList problems={preview.problems} />
        </Section>
      )}
      <Section title={words.map.preview}>
        <PreviewTable rows={preview.rows} fields={fields} />
      </Section>
      <StartForm
        origin={{ ...origin, mapping }}
        mapping={mapping}
        canStart={missing.length === 0 && preview.assumptions.every((one) => one.from !== 'open')}
        onStarted={onStarted}
      />
    </>
  );
}

type StartFormProps = {
  origin: Origin;
  mapping: ImportMapping;
  canStart: boolean;
  onStarted: (runId: string, origin: Origin) => void;
};

function StartForm({ origin, mapping, canStart, onStarted }: StartFormProps) {
  const styles = useStyles();
  const words = useImportMessages();
  const notify = useNotify();
  const [isFullLoad, setIsFullLoad] = useState(origin.source?.isFullLoad ?? false);
  const [name, setName] = useState('');
  const [source, setSource] = useState(origin.source);
  const start = useSend(startImport, { onDone: (run) => onStarted(run.id, { ...origin, source }) });
  const save = useSend(updateImportSource, {
    onDone: (saved) => {
      setSource(saved);
      notify({ title: words.map.saved });
    },
  });
  const create = useSend(createImportSource, {
    isStep: true,
    // the source is there now: the import that it was made for begins
    onDone: (made) => {
      setSource(made);
      run(false, made.id);
    },
  });
  const run = (isDryRun: boolean, sourceId: string | null) =>
    start.send({ kind: origin.kind, fileId: origin.fileId, sourceId, mapping, isDryRun, isFullLoad });
  const handleRun = (isDryRun: boolean) => {
    if (source !== null || name.trim() === '' || isDryRun) return run(isDryRun, source?.id ?? null);
    create.send({ name: name.trim(), kind: origin.kind, mapping, isFullLoad });
  };
  const isBusy = start.isSending || create.isSending;
  const error = [start, create, save].find((one) => one.error !== null)?.error;
  return (
    <div className={styles.start}>
      <Checkbox
        label={words.map.fullLoad}
        checked={isFullLoad}
        onChange={(_, data) => setIsFullLoad(data.checked === true)}
      />
      {source === null && <RememberField name={name} onChange={setName} />}
      {error && <ErrorNote error={error} title={words.map.failed} keepsInput />}
      <div className={styles.actions}>
        <Button appearance="primary" disabled={!canStart || isBusy} onClick={() => handleRun(true)}>
          {words.map.dryRun}
        </Button>
        <Button disabled={!canStart || isBusy} onClick={() => handleRun(false)}>
          {words.map.run}
        </Button>
        {source !== null && (
          <Button
            appearance="subtle"
            disabled={save.isSending}
            onClick={() => save.send({ id: source.id, mapping, isFullLoad }, { ifMatch: source.version })}
          >
            {words.map.save}
          </Button>
        )}
      </div>
    </div>
  );
}

function RememberField({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const words = useImportMessages();
  return (
    <Labelled label={words.map.remember} hint={words.map.rememberHint}>
      <Input value={name} maxLength={120} onChange={(_, data) => onChange(data.value)} />
    </Labelled>
  );
}

const useStyles = makeStyles({
  missing: { color: tokens.colorPaletteRedForeground1, marginBlock: tokens.spacingVerticalS },
  start: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
