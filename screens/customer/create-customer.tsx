// "Neuer Kunde" from the wide screens: a company or a private buyer, with everything one knows by then.
import { createCustomer } from '#contract/customer.ts';
import type { CallError } from '../call.ts';
import { SimilarNote } from '../duplicate/similar-note.tsx';
import { useSimilarCustomers } from '../duplicate/use-similar.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useDuplicateMessages } from '../messages/duplicate-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { View } from '../ui/view.tsx';
import { useDraft } from '../use-draft.ts';
import { useSend } from '../use-send.ts';
import { CustomerForm } from './customer-form.tsx';
import { newCustomerOf, noFields, problemsIn, type CustomerFields } from './customer-fields.ts';
import { nameIn, useFormProblems } from './form-problems.ts';

type CreateCustomerProps = { onClose: () => void; onCreated: (customerId: string) => void };

export function CreateCustomer({ onClose, onCreated }: CreateCustomerProps) {
  const messages = useMessages();
  const words = useCustomerDataMessages();
  const notify = useNotify();
  const draft = useDraft<CustomerFields>('customer:new', noFields);
  const { send, isSending, error, reset } = useSend(createCustomer, {
    onDone: ({ customer }) => {
      draft.clear();
      notify({ title: words.form.createdDone(customer.name) });
      onCreated(customer.id);
    },
  });
  const problems = useFormProblems(error, problemsIn(draft.value, words.form, messages.common.required));
  const similar = useSimilarCustomers(describedOf(draft.value));
  const duplicates = useDuplicateMessages();
  const handleSubmit = () => {
    if (!problems.check()) return;
    draft.keep();
    send(newCustomerOf(draft.value));
  };
  const handleLeave = () => {
    draft.clear();
    onClose();
  };
  return (
    <View
      title={words.form.create}
      onBack={handleLeave}
      foot={
        <ActionBar
          label={words.form.create}
          isForm
          problem={error && !isSending && <CreateProblem error={error} onOpen={onCreated} />}
          primary={{
            id: 'submit-customer',
            label: similar.length > 0 ? duplicates.similar.anyway : words.form.saveNew,
            isBusy: isSending,
            onPress: handleSubmit,
          }}
          secondary={[{ id: 'cancel-customer', label: messages.common.cancel, onPress: handleLeave }]}
        />
      }
    >
      <SimilarNote similar={similar} onOpen={onCreated} />
      <CustomerForm
        label={words.form.create}
        isNew
        value={draft.value}
        change={(part) => {
          reset();
          draft.change(part);
        }}
        problems={problems}
        onSubmit={handleSubmit}
      />
    </View>
  );
}

function describedOf({ name, kind, number, phone, domains, street, postcode, city }: CustomerFields) {
  return {
    name,
    kind,
    number,
    street,
    postcode,
    city,
    phones: phone === '' ? [] : [phone],
    domains: domains.split(/[\s,;]+/).filter((domain) => domain !== ''),
  };
}

/** The customer that is there already can be opened. */
function CreateProblem({ error, onOpen }: { error: CallError; onOpen: (id: string) => void }) {
  const { form: words } = useCustomerDataMessages();
  const there = error.code === 'duplicate' ? idIn(error.current) : null;
  const name = nameIn(error.current);
  if (there === null || name === null) return <ErrorNote error={error} title={words.notCreated} keepsInput />;
  return (
    <ErrorNote
      error={error}
      title={words.duplicate(name)}
      keepsInput
      action={{ label: words.openDuplicate, onPress: () => onOpen(there) }}
    />
  );
}

function idIn(current: unknown): string | null {
  if (typeof current !== 'object' || current === null || !('id' in current)) return null;
  return typeof current.id === 'string' ? current.id : null;
}
