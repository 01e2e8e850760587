// A remembered source: its name, where its rows come from, the sign-in there, and when it runs by itself.
import { Button, Checkbox, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Reply } from '#contract/endpoint.ts';
import {
  createImportSource,
  importAuthKinds,
  importKinds,
  importPlaces,
  updateImportSource,
  type describeImport,
  type ImportKind,
  type ImportSource,
} from '#contract/import.ts';
import { useImportMessages } from '../messages/import-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { useNotify } from '../ui/use-notify.ts';
import { TextField } from '../ui/text-field.tsx';
import { useSend } from '../use-send.ts';
import { ImportHead } from './import-head.tsx';

type SourceFormProps = {
  about: Reply<typeof describeImport>;
  source: ImportSource | null;
  onBack: () => void;
  onMap: (source: ImportSource) => void;
};
type Draft = {
  name: string;
  kind: ImportKind;
  place: ImportSource['place'];
  location: string;
  authKind: ImportSource['authKind'];
  authName: string;
  secret: string;
  runAt: string;
  isFullLoad: boolean;
};

function draftOf(source: ImportSource | null): Draft {
  return {
    name: source?.name ?? '',
    kind: source?.kind ?? 'customers',
    place: source?.place ?? 'endpoint',
    location: source?.location ?? '',
    authKind: source?.authKind ?? 'none',
    authName: source?.authName ?? '',
    secret: '',
    runAt: source?.runAt ?? '',
    isFullLoad: source?.isFullLoad ?? false,
  };
}

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

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
        {draft.place === 'folder' && (
          <TextField
            label={words.source.folder}
            isRequired
            value={draft.location}
            problem={problems.of('location')}
            onChange={(location) => change({ location })}
          />
        )}
        {draft.place === 'endpoint' && (
          <EndpointFields
            draft={draft}
            hasSecret={source?.hasSecret ?? false}
            canKeepSecrets={about.canKeepSecrets}
            problemOf={problems.of}
            onChange={change}
          />
        )}
        {draft.place !== 'upload' && (
          <TextField
            label={words.source.nightly}
            hint={words.source.nightlyHint}
            value={draft.runAt}
            maxLength={5}
            problem={problems.of('runAt')}
            onChange={(runAt) => change({ runAt })}
          />
        )}
        <Checkbox
          label={words.source.fullLoad}
          checked={draft.isFullLoad}
          onChange={(_, data) => change({ isFullLoad: data.checked === true })}
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

type After = Pick<SourceFormProps, 'onBack' | 'onMap'>;

function useSaving(draft: Draft, source: ImportSource | null, { onBack, onMap }: After) {
  const words = useImportMessages();
  const notify = useNotify();
  const handleSaved = (saved: ImportSource) => {
    notify({ title: words.source.saved });
    // a new source that fetches for itself needs its map next
    if (source === null && saved.place !== 'upload') onMap(saved);
    else onBack();
  };
  const create = useSend(createImportSource, { onDone: handleSaved });
  const update = useSend(updateImportSource, { onDone: handleSaved });
  const archive = useSend(updateImportSource, {
    onDone: () => {
      notify({ title: words.source.removed });
      onBack();
    },
  });
  const error = create.error ?? update.error ?? archive.error;
  const problems = useFieldProblems(error, localProblems(draft, words.source));
  const save = () => {
    if (!problems.check()) return;
    const { name, kind, place, isFullLoad } = draft;
    const fields = {
      ...endpointFields(draft),
      name: name.trim(),
      isFullLoad,
      runAt: draft.runAt.trim() || null,
    };
    if (source === null) create.send({ ...fields, kind, place });
    else update.send({ ...fields, id: source.id }, { ifMatch: source.version });
  };
  const remove = () => {
    if (source !== null) archive.send({ id: source.id, archived: true }, { ifMatch: source.version });
  };
  return {
    save,
    remove,
    problems,
    error,
    isSending: create.isSending || update.isSending || archive.isSending,
  };
}

function endpointFields({ place, location, authKind, authName, secret }: Draft) {
  if (place === 'upload') return {};
  if (place === 'folder') return { location: location.trim() };
  return {
    location: location.trim(),
    authKind,
    authName: authKind === 'none' || authKind === 'bearer' ? null : authName.trim() || null,
    ...(secret === '' ? {} : { secret }),
  };
}

function localProblems(draft: Draft, words: { required: string; badTime: string }): Record<string, string> {
  return {
    ...(draft.name.trim() === '' ? { name: words.required } : {}),
    ...(draft.place !== 'upload' && draft.location.trim() === '' ? { location: words.required } : {}),
    ...(draft.runAt.trim() !== '' && !timeOfDay.test(draft.runAt.trim()) ? { runAt: words.badTime } : {}),
  };
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
