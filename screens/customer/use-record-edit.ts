// Changing a stored customer or contact: what was changed is sent over the version it was changed from, and it goes on
// from what a colleague saved meanwhile.
import { useState } from 'react';
import type { Endpoint, Input, Reply } from '#contract/endpoint.ts';
import type { Person } from '#contract/user.ts';
import type { CallError } from '../call.ts';
import type { Comparison, Side } from '../conflict.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useNotify } from '../ui/use-notify.ts';
import { useRecordForm, type RecordForm } from '../use-record-form.ts';
import { useSend } from '../use-send.ts';

interface Stored {
  version: number;
  updatedBy: Person | null;
}

interface EditOptions<E extends Endpoint, R extends Stored, F extends object> {
  /** Whose form it is. */
  name: string;
  record: R;
  fieldsOf: (record: R) => F;
  inputOf: (changes: Partial<F>) => Input<E>;
  onSaved: (saved: Reply<E>) => void;
  /** Left without having saved. */
  onLeave: () => void;
}

export interface RecordEdit<F extends object> {
  form: RecordForm<F>;
  error: CallError | null;
  isSending: boolean;
  /** Sends what was changed; without a change it is left. */
  submit: () => void;
  leave: () => void;
  /** What a colleague saved meanwhile, until one has chosen whose value counts. */
  conflict: {
    comparison: Comparison<keyof F & string>;
    by: string | null;
    onApply: (sides: Partial<Record<keyof F & string, Side>>) => void;
    onBack: () => void;
  } | null;
}

/** `endpoint` is the one that changes the record; its 412 carries the record as it is now. */
export function useRecordEdit<E extends Endpoint, R extends Stored, F extends object>(
  endpoint: E,
  { name, record, fieldsOf, inputOf, onSaved, onLeave }: EditOptions<E, R, F>,
): RecordEdit<F> {
  const words = useCustomerDataMessages();
  const notify = useNotify();
  const form = useRecordForm(name, fieldsOf(record), record.version);
  const [theirs, setTheirs] = useState<R | null>(null);
  const { send, isSending, error } = useSend(endpoint, {
    onDone: (saved) => {
      form.clear();
      notify({ title: words.saved });
      onSaved(saved);
    },
    onFailed: ({ code, current }) => {
      // The server checks the row against the contract before it sends it.
      setTheirs(code === 'stale_version' && current ? (current as R) : null);
    },
  });
  const leave = () => {
    form.clear();
    onLeave();
  };
  const submit = (changes: Partial<F>, version: number) => {
    if (Object.keys(changes).length === 0) leave();
    else send(inputOf(changes), { ifMatch: version });
  };
  return {
    form,
    error,
    isSending,
    submit: () => submit(form.changes, form.version),
    leave,
    conflict: theirs && {
      comparison: form.compareWith(fieldsOf(theirs)),
      by: theirs.updatedBy?.name ?? null,
      onApply: (sides) => {
        setTheirs(null);
        submit(form.takeOver(fieldsOf(theirs), theirs.version, sides), theirs.version);
      },
      onBack: () => setTheirs(null),
    },
  };
}
