// Changing a customer's master data. When a colleague saved meanwhile, one chooses field by field whose value counts.
import { updateCustomer, type Customer } from '#contract/customer.ts';
import { useCustomerDataMessages, type CustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { CustomerForm } from './customer-form.tsx';
import { changesOf, fieldsOf, problemsIn, type CustomerFields } from './customer-fields.ts';
import { EditView } from './edit-view.tsx';
import { useFormProblems } from './form-problems.ts';
import { ShortForm } from './short-form.tsx';
import { useRecordEdit } from './use-record-edit.ts';

type EditCustomerProps = {
  customer: Customer;
  onClose: () => void;
  /** In the pane: only what one corrects beside a mail. */
  isShort?: boolean;
};

export function EditCustomer({ customer, onClose, isShort = false }: EditCustomerProps) {
  const messages = useMessages();
  const words = useCustomerDataMessages();
  const edit = useRecordEdit(updateCustomer, {
    name: `customer:${customer.id}`,
    record: customer,
    fieldsOf,
    inputOf: (changes) => ({ id: customer.id, ...changesOf(changes) }),
    onSaved: onClose,
    onLeave: onClose,
  });
  const { value, change } = edit.form;
  const problems = useFormProblems(edit.error, problemsIn(value, words.form, messages.common.required));
  const handleSubmit = () => {
    if (problems.check()) edit.submit();
  };
  const Form = isShort ? ShortForm : CustomerForm;
  return (
    <EditView
      noun="customer"
      title={words.form.edit}
      note={isShort ? words.pane.wide : customer.name}
      edit={edit}
      onSubmit={handleSubmit}
      labels={labelsOf(words)}
      show={(name, field) => shownOf(name, field, words, messages)}
    >
      <Form
        label={words.form.edit}
        value={value}
        change={change}
        problems={problems}
        onSubmit={handleSubmit}
      />
    </EditView>
  );
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
