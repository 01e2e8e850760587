// "Neuer Ansprechpartner": a person of a customer we know, filled from the mail.
import { createContact } from '#contract/customer.ts';
import type { Mail } from '#contract/mail.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { View } from '../ui/view.tsx';
import { useDraft } from '../use-draft.ts';
import { useSend } from '../use-send.ts';

type NewContactProps = {
  customer: { id: string; name: string };
  /** The person as the mail names them. */
  person: { name: string; address: string };
  mail: Mail | null;
  onBack: () => void;
  onCreated: () => void;
};
type Fields = { name: string; jobTitle: string; email: string; phone: string };

const listOf = (text: string) => (text.trim() === '' ? [] : [text.trim()]);

export function NewContact({ customer, person, mail, onBack, onCreated }: NewContactProps) {
  const messages = useMessages();
  const words = messages.customer;
  const draft = useDraft<Fields>(`contact:${customer.id}:${mail?.messageId ?? person.address}`, {
    name: person.name,
    jobTitle: '',
    email: person.address,
    phone: '',
  });
  const { value, change } = draft;
  const { send, isSending, error } = useSend(createContact, {
    onDone: () => {
      draft.clear();
      onCreated();
    },
  });
  const problems = useFieldProblems(
    error,
    value.name.trim() === '' ? { name: messages.common.required } : {},
  );
  const handleSubmit = () => {
    if (!problems.check()) return;
    draft.keep();
    send(
      {
        customerId: customer.id,
        name: value.name.trim(),
        jobTitle: value.jobTitle.trim() || null,
        emails: listOf(value.email),
        phones: listOf(value.phone),
      },
      { idempotencyKey: draft.idempotencyKey },
    );
  };
  const handleCancel = () => {
    if (!error) draft.clear();
    onBack();
  };
  return (
    <View
      title={words.contact.heading}
      onBack={onBack}
      foot={
        <ActionBar
          label={words.contact.heading}
          isForm
          note={words.contact.note(customer.name)}
          problem={
            error && !isSending ? (
              <ErrorNote error={error} title={words.contact.failed} keepsInput onRetry={handleSubmit} />
            ) : null
          }
          primary={{
            id: 'submit-contact',
            label: words.contact.save,
            onPress: handleSubmit,
            isBusy: isSending,
          }}
          secondary={[{ id: 'cancel-contact', label: messages.common.cancel, onPress: handleCancel }]}
        />
      }
    >
      <FormBody label={words.contact.heading} onSubmit={handleSubmit}>
        <TextField
          label={words.form.name}
          isRequired
          value={value.name}
          problem={problems.of('name')}
          onChange={(name) => change({ name })}
        />
        <TextField
          label={words.form.jobTitle}
          value={value.jobTitle}
          onChange={(jobTitle) => change({ jobTitle })}
        />
        <TextField
          label={words.form.email}
          type="email"
          value={value.email}
          problem={problems.of('emails')}
          onChange={(email) => change({ email })}
        />
        <TextField
          label={words.form.phone}
          type="tel"
          value={value.phone}
          problem={problems.of('phones')}
          onChange={(phone) => change({ phone })}
        />
      </FormBody>
    </View>
  );
}
