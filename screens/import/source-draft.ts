// A source while it is being written, and sending it.
import type { ImportKind } from '#contract/import-map.ts';
import { createImportSource, updateImportSource, type ImportSource } from '#contract/import.ts';
import { useImportMessages } from '../messages/import-messages.ts';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { useNotify } from '../ui/use-notify.ts';
import { useSend } from '../use-send.ts';

export type Draft = {
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

const newDraft: Draft = {
  name: '',
  kind: 'customers',
  place: 'endpoint',
  location: '',
  authKind: 'none',
  authName: '',
  secret: '',
  runAt: '',
  isFullLoad: false,
};

export function draftOf(source: ImportSource | null): Draft {
  if (source === null) return newDraft;
  const { name, kind, place, authKind, isFullLoad } = source;
  const texts = {
    location: source.location ?? '',
    authName: source.authName ?? '',
    runAt: source.runAt ?? '',
  };
  return { ...newDraft, name, kind, place, authKind, isFullLoad, ...texts };
}

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

type After = { onBack: () => void; onMap: (source: ImportSource) => void };

/** Creates or changes the source; what is wrong is shown at its field. */
export function useSaving(draft: Draft, source: ImportSource | null, { onBack, onMap }: After) {
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
