// Changing a contact; after a colleague's change one chooses field by field whose value counts.
import { updateContact, type Contact } from '#contract/customer.ts';
import { useCustomerDataMessages, type CustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ContactForm } from './contact-form.tsx';
import { changesOf, fieldsOf, type ContactFields } from './contact-fields.ts';
import { EditView } from './edit-view.tsx';
import { useFormProblems } from './form-problems.ts';
import { useRecordEdit } from './use-record-edit.ts';

type EditContactProps = { contact: Contact; onBack: () => void; onSaved: (contact: Contact) => void };

export function EditContact({ contact, onBack, onSaved }: EditContactProps) {
  const { common } = useMessages();
  const words = useCustomerDataMessages();
  const edit = useRecordEdit(updateContact, {
    name: `contact:${contact.id}`,
    record: contact,
    fieldsOf,
    inputOf: (changes) => ({ id: contact.id, ...changesOf(changes) }),
    onSaved,
    onLeave: onBack,
  });
  const { value, change } = edit.form;
  const problems = useFormProblems(edit.error, value.name.trim() === '' ? { name: common.required } : {});
  const handleSubmit = () => {
    if (problems.check()) edit.submit();
  };
  return (
    <EditView
      noun="contact"
      title={words.contact.editTitle}
      note={contact.name}
      edit={edit}
      onSubmit={handleSubmit}
      labels={labelsOf(words)}
      show={(_name, field) => shownOf(field, words)}
    >
      <ContactForm
        label={words.contact.editTitle}
        value={value}
        change={change}
        problems={problems}
        onSubmit={handleSubmit}
      />
    </EditView>
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
