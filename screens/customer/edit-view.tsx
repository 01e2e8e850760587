// The frame around the form of a record that is being changed: saving, leaving, a refusal, a colleague's change.
import type { ReactNode } from 'react';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ConflictDialog } from '../ui/conflict-dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { View } from '../ui/view.tsx';
import type { RecordEdit } from './use-record-edit.ts';

type EditViewProps<F extends object> = {
  noun: 'customer' | 'contact';
  title: string;
  note: string;
  edit: RecordEdit<F>;
  onSubmit: () => void;
  /** What the fields are called, and a field's value as one reads it. */
  labels: Record<keyof F & string, string>;
  show: (name: keyof F & string, value: unknown) => string;
  children: ReactNode;
};

export function EditView<F extends object>(props: EditViewProps<F>) {
  const { noun, title, note, edit, onSubmit, labels, show, children } = props;
  const { common } = useMessages();
  const words = useCustomerDataMessages();
  const { error, isSending, leave, conflict } = edit;
  const isRefusal = error !== null && error.code !== 'stale_version';
  return (
    <View
      title={title}
      onBack={leave}
      foot={
        <ActionBar
          label={title}
          isForm
          note={note}
          problem={isRefusal && !isSending && <ErrorNote error={error} title={words.notSaved} keepsInput />}
          primary={{ id: `submit-${noun}`, label: words.save, isBusy: isSending, onPress: onSubmit }}
          secondary={[{ id: `cancel-${noun}`, label: common.cancel, onPress: leave }]}
        />
      }
    >
      {children}
      {conflict && <ConflictDialog {...conflict} labels={labels} show={show} />}
    </View>
  );
}
