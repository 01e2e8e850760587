// "Import" in the settings: the overview, a new import, its map, a run, a source; one at a time.
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { describeImport, type ImportSource } from '#contract/import.ts';
import { type ImportKind, type ImportMapping } from '#contract/import-map.ts';
import { useImportMessages } from '../messages/import-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useReply } from '../use-reply.ts';
import { ImportHome } from './import-home.tsx';
import { MapEditor } from './map-editor.tsx';
import { NewImport } from './new-import.tsx';
import { RunView } from './run-view.tsx';
import { SourceForm } from './source-form.tsx';

/** What is imported from where; a source without a file fetches for itself. */
export interface Origin {
  kind: ImportKind;
  fileId: string | null;
  source: ImportSource | null;
  mapping: ImportMapping | null;
}
type Step =
  | { at: 'home' }
  | { at: 'new'; source: ImportSource | null }
  | { at: 'map'; origin: Origin }
  | { at: 'run'; id: string; origin: Origin | null }
  | { at: 'source'; source: ImportSource | null };

export function ImportSection() {
  const styles = useStyles();
  const words = useImportMessages();
  const about = useReply(describeImport, {}, { freshMs: 60_000 });
  const [step, setStep] = useState<Step>({ at: 'home' });
  const handleBack = () => setStep({ at: 'home' });
  const handleStarted = (id: string, origin: Origin | null) => setStep({ at: 'run', id, origin });
  const handleUse = (source: ImportSource) =>
    source.place === 'upload'
      ? setStep({ at: 'new', source })
      : setStep({
          at: 'map',
          origin: { kind: source.kind, fileId: null, source, mapping: null },
        });
  return (
    <Loaded state={about} waiting={<RowsSkeleton label={words.loading} count={6} />}>
      {(known) => (
        <div className={styles.section}>
          {step.at === 'home' && (
            <ImportHome
              onNew={() => setStep({ at: 'new', source: null })}
              onNewSource={() => setStep({ at: 'source', source: null })}
              onEdit={(source) => setStep({ at: 'source', source })}
              onUse={handleUse}
              onRun={(id) => handleStarted(id, null)}
            />
          )}
          {step.at === 'new' && (
            <NewImport
              about={known}
              source={step.source}
              onBack={handleBack}
              onChosen={(origin) => setStep({ at: 'map', origin })}
            />
          )}
          {step.at === 'map' && (
            <MapEditor about={known} origin={step.origin} onBack={handleBack} onStarted={handleStarted} />
          )}
          {step.at === 'run' && (
            <RunView
              runId={step.id}
              origin={step.origin}
              onBack={handleBack}
              onFix={(origin) => setStep({ at: 'map', origin })}
              onStarted={handleStarted}
            />
          )}
          {step.at === 'source' && (
            <SourceForm about={known} source={step.source} onBack={handleBack} onMap={handleUse} />
          )}
        </div>
      )}
    </Loaded>
  );
}

const useStyles = makeStyles({
  // Its parts bring the rest of the gutter.
  section: {
    maxWidth: '1040px',
    padding: tokens.spacingHorizontalXS,
    paddingBottom: tokens.spacingVerticalXXL,
  },
});
