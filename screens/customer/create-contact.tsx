// "Neuer Ansprechpartner" from the wide screens, with everything a contact has.
import { createContact, type CustomerRef } from '#contract/customer.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { View } from '../ui/view.tsx';
import { useDraft } from '../use-draft.ts';
import { useSend } from '../use-send.ts';
import { ContactForm } from './contact-form.tsx';
import { newContactOf, noContact, type ContactFields } from './contact-fields.ts';
import { nameIn, useFormProblems } from './form-problems.ts';

type CreateContactProps = { customer: CustomerRef; onClose: () => void };

export function CreateContact({ customer, onClose }: CreateContactProps) {
  const messages = useMessages();
  const words = useCustomerDataMessages();
  const notify = useNotify();
  const draft = useDraft<ContactFields>(`contact:new:${customer.id}`, noContact);
  const { send, isSending, error } = useSend(createContact, {
    onDone: ({ name }) => {
      draft.clear();
      notify({ title: words.form.createdDone(name) });
      onClose();
    },
  });
  const local = draft.value.name.trim() === '' ? { name: messages.common.required } : {};
  const problems = useFormProblems(error, local);
  const handleSubmit = () => {
    if (!problems.check()) return;
    draft.keep();
    send(newContactOf(customer.id, draft.value));
  };
  const handleLeave = () => {
    draft.clear();
    onClose();
  };
  const there = error?.code === 'duplicate' ? nameIn(error.current) : null;
  const title = there === null ? words.form.notCreated : words.form.duplicate(there);
  return (
    <View
      title={words.contact.create}
      onBack={handleLeave}
      foot={
        <ActionBar
          label={words.contact.create}
          isForm
          note={customer.name}
          problem={error && !isSending && <ErrorNote error={error} title={title} keepsInput />}
          primary={{
            id: 'submit-contact',
            label: words.form.saveNew,
            isBusy: isSending,
            onPress: handleSubmit,
          }}
          secondary={[{ id: 'cancel-contact', label: messages.common.cancel, onPress: handleLeave }]}
        />
      }
    >
      <ContactForm
        label={words.contact.create}
        value={draft.value}
        change={draft.change}
        problems={problems}
        onSubmit={handleSubmit}
      />
    </View>
  );
}
