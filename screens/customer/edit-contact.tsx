// Changing a contact; after a colleague's change one chooses field by field whose value counts.
import { useState } from 'react';
import { updateContact, type Contact } from '#contract/customer.ts';
import type { Side } from '../conflict.ts';
import { useCustomerDataMessages, type CustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ConflictDialog } from '../ui/conflict-dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { View } from '../ui/view.tsx';
import { useRecordForm } from '../use-record-form.ts';
import { useSend } from '../use-send.ts';
import { ContactForm } from './contact-form.tsx';
import { changesOf, fieldsOf, type ContactFields } from './contact-fields.ts';
import { useFormProblems } from './form-problems.ts';

type EditContactProps = { contact: Contact; onBack: () => void; onSaved: (contact: Contact) => void };

export function EditContact({ contact, onBack, onSaved }: EditContactProps) {
  const messages = useMessages();
  const words = useCustomerDataMessages();
  const notify = useNotify();
  const form = useRecordForm(`contact:${contact.id}`, fieldsOf(contact), contact.version);
  const [theirs, setTheirs] = useState<Contact | null>(null);
  const { send, isSending, error } = useSend(updateContact, {
    onDone: (saved) => {
      form.clear();
      notify({ title: words.saved });
      onSaved(saved);
    },
    onFailed: ({ code, current }) => {
      // The server checks the row against the contract before it sends it.
      setTheirs(code === 'stale_version' && current ? (current as Contact) : null);
    },
  });
  const local = form.value.name.trim() === '' ? { name: messages.common.required } : {};
  const problems = useFormProblems(error, local);
  const handleLeave = () => {
    form.clear();
    onBack();
  };
  const submit = (changes: Partial<ContactFields>, version: number) => {
    if (Object.keys(changes).length === 0) handleLeave();
    else send({ id: contact.id, ...changesOf(changes) }, { ifMatch: version });
  };
  const handleSubmit = () => {
    if (problems.check()) submit(form.changes, form.version);
  };
  const handleApply = (now: Contact, sides: Partial<Record<keyof ContactFields, Side>>) => {
    setTheirs(null);
    submit(form.takeOver(fieldsOf(now), now.version, sides), now.version);
  };
  const isRefusal = error !== null && error.code !== 'stale_version';
  return (
    <View
      title={words.contact.editTitle}
      onBack={handleLeave}
      foot={
        <ActionBar
          label={words.contact.editTitle}
          isForm
          note={contact.name}
          problem={isRefusal && !isSending && <ErrorNote error={error} title={words.notSaved} keepsInput />}
          primary={{ id: 'submit-contact', label: words.save, isBusy: isSending, onPress: handleSubmit }}
          secondary={[{ id: 'cancel-contact', label: messages.common.cancel, onPress: handleLeave }]}
        />
      }
    >
      <ContactForm
        label={words.contact.editTitle}
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
          show={(_name, value) => shownOf(value, words)}
          onApply={(sides) => handleApply(theirs, sides)}
          onBack={() => setTheirs(null)}
        />
      )}
    </View>
  );
}

function labelsOf({ contact }: CustomerDataMessages): Record<keyof ContactFields, string> {
  return { ...contact, title: contact.academicTitle };
}

/** Lists as their texts in a row; kinds of salutation and language by their names. */
function shownOf(value: unknown, words: CustomerDataMessages): string {
  const names: Record<string, string> = { ...words.salutations, ...words.contact.languages };
  if (typeof value === 'string') return value === '' ? words.nothing : (names[value] ?? value);
  if (!Array.isArray(value) || value.length === 0) return words.nothing;
  return value
    .map((one: unknown) => (typeof one === 'object' && one !== null ? Object.values(one)[0] : one))
    .join(', ');
}
