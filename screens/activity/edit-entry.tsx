// "Kontakt bearbeiten": what may be corrected of an entry, its files, and who changed it before.
import { useState } from 'react';
import { getActivity, updateActivity, type Activity } from '#contract/activity.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import { ChangesSection } from '../audit/changes-section.tsx';
import type { Side } from '../conflict.ts';
import { useEntryMessages } from '../messages/entry-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ConflictDialog } from '../ui/conflict-dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { useNotify } from '../ui/use-notify.ts';
import { View } from '../ui/view.tsx';
import { useFormat } from '../use-format.ts';
import { useFrame } from '../use-frame.ts';
import { useRecordForm } from '../use-record-form.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import { EntryFieldsForm } from './entry-fields-form.tsx';
import { changesOf, entryProblems, fieldsOf, type EntryFields } from './entry-fields.ts';
import { EntryFiles } from './entry-files.tsx';
import { FixedPart } from './fixed-part.tsx';
import { useEntryValues } from './use-entry-values.ts';

type EditEntryProps = {
  activityId: string;
  cockpit: Cockpit;
  onBack: () => void;
  /** Saved, or a file came or went. */
  onChanged?: (activity: Activity) => void;
};

/** Read anew each time it is opened: what a list has of it may be cut or old. */
export function EditEntry({ activityId, ...props }: EditEntryProps) {
  const words = useEntryMessages();
  const [key] = useState(() => crypto.randomUUID());
  const state = useReply(getActivity, { id: activityId }, { key });
  if (state.reply) return <EntryForm {...props} opened={state.reply} />;
  return (
    <View title={words.title} onBack={props.onBack}>
      <Loaded state={state} waiting={<ViewSkeleton label={words.loading} />}>
        {() => null}
      </Loaded>
    </View>
  );
}

type EntryFormProps = Omit<EditEntryProps, 'activityId'> & { opened: Activity };

function EntryForm({ opened, cockpit, onBack, onChanged }: EntryFormProps) {
  const messages = useMessages();
  const words = useEntryMessages();
  const [activity, setActivity] = useState(opened);
  const entry = useEntryForm(activity, (saved) => {
    onChanged?.(saved);
    onBack();
  });
  const { form, error, isSending, theirs } = entry;
  const values = useEntryValues(cockpit, theirs ?? activity);
  const handleLeave = () => {
    form.clear();
    onBack();
  };
  const handleFiles = (attachments: Activity['attachments']) => {
    setActivity({ ...activity, attachments });
    onChanged?.({ ...activity, attachments });
  };
  const handleSubmit = () => {
    if (entry.problems.check())
      entry.submit(form.changes, form.value, { version: form.version, onNothing: handleLeave });
  };
  const isRefusal = error !== null && error.code !== 'stale_version';
  const bar = activity.canEdit && (
    <ActionBar
      label={words.title}
      isForm
      note={cockpit.customer.name}
      problem={isRefusal && !isSending && <ErrorNote error={error} title={words.failed} keepsInput />}
      primary={{ id: 'submit-entry', label: words.save, isBusy: isSending, onPress: handleSubmit }}
      secondary={[{ id: 'cancel-entry', label: messages.common.cancel, onPress: handleLeave }]}
    />
  );
  return (
    <View title={words.title} onBack={handleLeave} foot={bar}>
      <FixedPart activity={activity} />
      {activity.canEdit && (
        <FormBody label={words.title} onSubmit={handleSubmit}>
          <EntryFieldsForm
            {...{ cockpit, activity }}
            editable={activity.editable}
            fields={form.value}
            problems={entry.problems}
            onChange={form.change}
          />
        </FormBody>
      )}
      <EntryFiles activity={activity} onChange={handleFiles} />
      <ChangesSection recordKind="activity" recordId={activity.id} />
      {theirs && (
        <ConflictDialog
          comparison={form.compareWith(fieldsOf(theirs, entry.time))}
          by={theirs.updatedBy?.name ?? null}
          labels={values.labels}
          show={values.show}
          onApply={(sides) => entry.apply(theirs, sides, handleLeave)}
          onBack={entry.back}
        />
      )}
    </View>
  );
}

/** The form over the stored entry, sent with the version it began with. */
function useEntryForm(activity: Activity, onSaved: (saved: Activity) => void) {
  const messages = useMessages();
  const words = useEntryMessages();
  const { record } = useWideMessages().customerPage;
  const { clock } = useFrame();
  const { time } = useFormat();
  const notify = useNotify();
  const form = useRecordForm(`entry:${activity.id}`, fieldsOf(activity, time), activity.version);
  const [theirs, setTheirs] = useState<Activity | null>(null);
  const { send, isSending, error } = useSend(updateActivity, {
    onDone: (saved) => {
      form.clear();
      notify({ title: words.saved });
      onSaved(saved);
    },
    onFailed: ({ code, current }) => {
      // The server checks the row against the contract before it sends it.
      setTheirs(code === 'stale_version' && current ? (current as Activity) : null);
    },
  });
  const unfit = entryProblems(form.value, record, messages.common.required, clock.now());
  // A mail without a subject is no mistake of who puts it with its people.
  const mine = activity.editable.flatMap((field) =>
    unfit[field] === undefined ? [] : [[field, unfit[field]]],
  );
  const problems = useFieldProblems(error, Object.fromEntries(mine) as Record<string, string>); // pairs of field and sentence
  const submit = (
    changes: Partial<EntryFields>,
    whole: EntryFields,
    { version, onNothing }: { version: number; onNothing: () => void },
  ) => {
    const changed = changesOf(changes, whole);
    if (Object.keys(changed).length === 0) onNothing();
    else send({ id: activity.id, ...changed }, { ifMatch: version });
  };
  const apply = (now: Activity, sides: Partial<Record<keyof EntryFields, Side>>, onNothing: () => void) => {
    setTheirs(null);
    const stored = fieldsOf(now, time);
    const left = form.takeOver(stored, now.version, sides);
    submit(left, { ...stored, ...left }, { version: now.version, onNothing });
  };
  return { form, problems, isSending, error, theirs, submit, apply, back: () => setTheirs(null), time };
}
