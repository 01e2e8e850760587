// Changing a customer's master data. When a colleague saved meanwhile, one chooses field by field whose value counts.
import { useState } from 'react';
import { updateCustomer, type Customer } from '#contract/customer.ts';
import type { CallError } from '../call.ts';
import type { Side } from '../conflict.ts';
import { useCustomerDataMessages, type CustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ConflictDialog } from '../ui/conflict-dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { View } from '../ui/view.tsx';
import { useRecordForm } from '../use-record-form.ts';
import { useSend } from '../use-send.ts';
import { CustomerForm } from './customer-form.tsx';
import { changesOf, fieldsOf, problemsIn, type CustomerFields } from './customer-fields.ts';
import { useFormProblems } from './form-problems.ts';
import { ShortForm } from './short-form.tsx';

type EditCustomerProps = {
  customer: Customer;
  onClose: () => void;
  /** In the pane: only what one corrects beside a mail. */
  isShort?: boolean;
};

export function EditCustomer({ customer, onClose, isShort = false }: EditCustomerProps) {
  const messages = useMessages();
  const words = useCustomerDataMessages();
  const notify = useNotify();
  const form = useRecordForm(`customer:${customer.id}`, fieldsOf(customer), customer.version);
  const [theirs, setTheirs] = useState<Customer | null>(null);
  const { send, isSending, error } = useSend(updateCustomer, {
    onDone: () => {
      form.clear();
      notify({ title: words.saved });
      onClose();
    },
    onFailed: (failed) => setTheirs(currentOf(failed)),
  });
  const problems = useFormProblems(error, problemsIn(form.value, words.form, messages.common.required));
  const handleLeave = () => {
    form.clear();
    onClose();
  };
  const handleSubmit = () => {
    if (!problems.check()) return;
    if (Object.keys(form.changes).length === 0) handleLeave();
    else send({ id: customer.id, ...changesOf(form.changes) }, { ifMatch: form.version });
  };
  const handleApply = (now: Customer, sides: Partial<Record<keyof CustomerFields, Side>>) => {
    const left = form.takeOver(fieldsOf(now), now.version, sides);
    setTheirs(null);
    if (Object.keys(left).length === 0) handleLeave();
    else send({ id: customer.id, ...changesOf(left) }, { ifMatch: now.version });
  };
  const Form = isShort ? ShortForm : CustomerForm;
  const isRefusal = error !== null && error.code !== 'stale_version';
  return (
    <View
      title={words.form.edit}
      onBack={handleLeave}
      foot={
        <ActionBar
          label={words.form.edit}
          isForm
          note={isShort ? words.pane.wide : customer.name}
          problem={isRefusal && !isSending && <ErrorNote error={error} title={words.notSaved} keepsInput />}
          primary={{ id: 'submit-customer', label: words.save, isBusy: isSending, onPress: handleSubmit }}
          secondary={[{ id: 'cancel-customer', label: messages.common.cancel, onPress: handleLeave }]}
        />
      }
    >
      <Form
        label={words.form.edit}
        value={form.value}
        change={form.change}
        problems={problems}
        onSubmit={handleSubmit}
      />
      {theirs && (
        <ConflictDialog
          comparison={form.compareWith(fieldsOf(theirs))}
          by={theirs.updatedBy?.name ?? null}
          labels={labelsOf(words)}
          show={(name, value) => shownOf(name, value, words, messages)}
          onApply={(sides) => handleApply(theirs, sides)}
          onBack={() => setTheirs(null)}
        />
      )}
    </View>
  );
}

/** The row as it is now, sent along by the server with 412. */
function currentOf(error: CallError): Customer | null {
  // The server checks the row against the contract before it sends it.
  return error.code === 'stale_version' && error.current ? (error.current as Customer) : null;
}

/** What the fields are called. */
export function labelsOf({ form }: CustomerDataMessages): Record<keyof CustomerFields, string> {
  return { ...form, shareOfWalletPercent: form.share };
}

/** A field's value as one reads it. */
export function shownOf(
  name: keyof CustomerFields,
  value: unknown,
  words: CustomerDataMessages,
  messages: Messages,
): string {
  if (name === 'kind') return words.kinds[value as Customer['kind']]; // the field's own type
  if (name === 'phase') return messages.cockpit.phases[value as Customer['phase']]; // the field's own type
  if (typeof value === 'string') return value === '' ? words.nothing : value;
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : words.nothing;
}
