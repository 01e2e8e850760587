// A remembered source: its name, where its rows come from, the sign-in there, and when it runs by itself.
import { Button, Checkbox, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Reply } from '#contract/endpoint.ts';
import { importAuthKinds, importPlaces, type describeImport, type ImportSource } from '#contract/import.ts';
import { importKinds, type ImportKind } from '#contract/import-map.ts';
import { useImportMessages } from '../messages/import-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ImportHead } from './import-head.tsx';
import { draftOf, useSaving, type Draft } from './source-draft.ts';

type SourceFormProps = {
  about: Reply<typeof describeImport>;
  source: ImportSource | null;
  onBack: () => void;
  onMap: (source: ImportSource) => void;
};
export function SourceForm({ about, source, onBack, onMap }: SourceFormProps) {
  const styles = useStyles();
  const words = useImportMessages();
  const [draft, setDraft] = useState(() => draftOf(source));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const saving = useSaving(draft, source, { onBack, onMap });
  const { problems, error } = saving;
  return (
    <>
      <ImportHead title={source?.name ?? words.source.newTitle} onBack={onBack} />
      <form
        className={styles.form}
        aria-label={words.source.title}
        onSubmit={(event) => {
          event.preventDefault();
          saving.save();
        }}
      >
        <TextField
          label={words.source.name}
          isRequired
          value={draft.name}
          maxLength={120}
          problem={problems.of('name')}
          onChange={(name) => change({ name })}
        />
        {source === null && <KindAndPlace draft={draft} about={about} onChange={change} />}
        <OriginFields
          draft={draft}
          hasSecret={source?.hasSecret ?? false}
          canKeepSecrets={about.canKeepSecrets}
          problemOf={problems.of}
          onChange={change}
        />
        {error && <ErrorNote error={error} title={words.source.failed} keepsInput />}
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabled={saving.isSending}>
            {words.source.save}
          </Button>
          {source !== null && (
            <>
              <Button onClick={() => onMap(source)}>{words.source.map}</Button>
              <Button appearance="subtle" disabled={saving.isSending} onClick={saving.remove}>
                {words.source.remove}
              </Button>
            </>
          )}
        </div>
      </form>
    </>
  );
}

type KindAndPlaceProps = {
  draft: Draft;
  about: Reply<typeof describeImport>;
  onChange: (part: Partial<Draft>) => void;
};

function KindAndPlace({ draft, about, onChange }: KindAndPlaceProps) {
  const words = useImportMessages();
  const places = importPlaces.filter((place) => place !== 'folder' || about.hasFolder);
  return (
    <>
      <Labelled label={words.source.kind}>
        {/* The options are those of importKinds. */}
        <Select value={draft.kind} onChange={(_, data) => onChange({ kind: data.value as ImportKind })}>
          {importKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </Select>
      </Labelled>
      <Labelled label={words.source.place} hint={about.hasFolder ? undefined : words.source.noFolder}>
        <Select
          value={draft.place}
          // The options are those of importPlaces.
          onChange={(_, data) => onChange({ place: data.value as Draft['place'], location: '' })}
        >
          {places.map((place) => (
            <option key={place} value={place}>
              {words.sources.places[place]}
            </option>
          ))}
        </Select>
      </Labelled>
    </>
  );
}

/** Where the rows come from, and when by themselves. */
function OriginFields(props: EndpointFieldsProps) {
  const words = useImportMessages();
  const { draft, problemOf, onChange } = props;
  return (
    <>
      {draft.place === 'folder' && (
        <TextField
          label={words.source.folder}
          isRequired
          value={draft.location}
          problem={problemOf('location')}
          onChange={(location) => onChange({ location })}
        />
      )}
      {draft.place === 'endpoint' && <EndpointFields {...props} />}
      {draft.place !== 'upload' && (
        <TextField
          label={words.source.nightly}
          hint={words.source.nightlyHint}
          value={draft.runAt}
          maxLength={5}
          problem={problemOf('runAt')}
          onChange={(runAt) => onChange({ runAt })}
        />
      )}
      <Checkbox
        label={words.source.fullLoad}
        checked={draft.isFullLoad}
        onChange={(_, data) => onChange({ isFullLoad: data.checked === true })}
      />
    </>
  );
}

type EndpointFieldsProps = {
  draft: Draft;
  hasSecret: boolean;
  canKeepSecrets: boolean;
  problemOf: (field: string) => string | undefined;
  onChange: (part: Partial<Draft>) => void;
};

function EndpointFields({ draft, hasSecret, canKeepSecrets, problemOf, onChange }: EndpointFieldsProps) {
  const words = useImportMessages();
  const kinds = importAuthKinds.filter((kind) => kind === 'none' || canKeepSecrets);
  const needsName = draft.authKind === 'basic' || draft.authKind === 'api_key';
  return (
    <>
      <TextField
        label={words.source.address}
        hint={words.source.addressHint}
        isRequired
        value={draft.location}
        problem={problemOf('location')}
        onChange={(location) => onChange({ location })}
      />
      <Labelled label={words.source.auth} hint={canKeepSecrets ? undefined : words.source.noKey}>
        <Select
          value={draft.authKind}
          // The options are those of importAuthKinds.
          onChange={(_, data) => onChange({ authKind: data.value as Draft['authKind'] })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.source.auths[kind]}
            </option>
          ))}
        </Select>
      </Labelled>
      {needsName && (
        <TextField
          label={draft.authKind === 'basic' ? words.source.user : words.source.header}
          value={draft.authName}
          problem={problemOf('authName')}
          onChange={(authName) => onChange({ authName })}
        />
      )}
      {draft.authKind !== 'none' && (
        <Labelled
          label={words.source.secret}
          hint={hasSecret ? words.source.secretKept : undefined}
          problem={problemOf('secret')}
        >
          <Input
            type="password"
            autoComplete="off"
            value={draft.secret}
            onChange={(_, data) => onChange({ secret: data.value })}
          />
        </Labelled>
      )}
    </>
  );
}

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '480px',
    padding: tokens.spacingHorizontalM,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
