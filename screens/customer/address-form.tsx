// One further address: new, changed, or taken away.
import { useState } from 'react';
import {
  addressKinds,
  createAddress,
  removeAddress,
  updateAddress,
  type Address,
} from '#contract/address.ts';
import type { CustomerRef } from '#contract/customer.ts';
import type { CallError } from '../call.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { ConflictDialog } from '../ui/conflict-dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { View } from '../ui/view.tsx';
import { useRecordForm, type RecordForm } from '../use-record-form.ts';
import { useSend } from '../use-send.ts';
import { useFormProblems } from './form-problems.ts';

interface AddressFields {
  kind: Address['kind'];
  label: string;
  street: string;
  postcode: string;
  city: string;
  country: string;
}

const noFields: AddressFields = {
  kind: 'site',
  label: '',
  street: '',
  postcode: '',
  city: '',
  country: 'DE',
};
const fieldsOf = ({ kind, label, street, postcode, city, country }: Address): AddressFields => ({
  kind,
  label,
  country,
  street: street ?? '',
  postcode: postcode ?? '',
  city: city ?? '',
});

/** Whose form it is, what it begins with, and the version of that. */
function startOf(customer: CustomerRef, address: Address | null): [string, AddressFields, number] {
  if (address === null) return [`address:new:${customer.id}`, noFields, 0];
  return [`address:${address.id}`, fieldsOf(address), address.version];
}

type AddressFormProps = { customer: CustomerRef; address: Address | null; onBack: () => void };

export function AddressForm({ customer, address, onBack }: AddressFormProps) {
  const messages = useMessages();
  const words = useCustomerDataMessages();
  const notify = useNotify();
  const form = useRecordForm(...startOf(customer, address));
  const [theirs, setTheirs] = useState<Address | null>(null);
  const handleLeave = () => {
    form.clear();
    onBack();
  };
  const { create, update, remove, isSending, error } = useAddressSends({
    onDone: (title) => {
      notify({ title });
      handleLeave();
    },
    onConflict: setTheirs,
  });
  const submit = (changes: Partial<AddressFields>, version: number) => {
    if (address === null) create.send({ customerId: customer.id, ...form.value });
    else if (Object.keys(changes).length === 0) handleLeave();
    else update.send({ id: address.id, ...changes }, { ifMatch: version });
  };
  const handleSubmit = () => submit(form.changes, form.version);
  const title = address === null ? words.addresses.addTitle : words.addresses.editTitle;
  const taking = address !== null && {
    id: 'remove-address',
    label: words.remove,
    isBusy: isSending,
    onPress: () => remove.send({ id: address.id }, { ifMatch: address.version }),
  };
  return (
    <View
      title={title}
      onBack={handleLeave}
      foot={
        <ActionBar
          label={title}
          isForm
          note={customer.name}
          problem={<Refusal error={theirs === null && !isSending ? error : null} />}
          primary={{ id: 'submit-address', label: words.save, isBusy: isSending, onPress: handleSubmit }}
          secondary={[
            ...(taking ? [taking] : []),
            { id: 'cancel-address', label: messages.common.cancel, onPress: handleLeave },
          ]}
        />
      }
    >
      <Fields label={title} form={form} error={error} onSubmit={handleSubmit} />
      {theirs && (
        <ConflictDialog
          comparison={form.compareWith(fieldsOf(theirs))}
          by={null}
          labels={{ ...words.form, kind: words.addresses.kind, label: words.addresses.label }}
          show={
            (field, value) =>
              field === 'kind' ? words.addressKinds[value as Address['kind']] : String(value) // the field's own type
          }
          onApply={(sides) => {
            setTheirs(null);
            submit(form.takeOver(fieldsOf(theirs), theirs.version, sides), theirs.version);
          }}
          onBack={() => setTheirs(null)}
        />
      )}
    </View>
  );
}

interface AddressSends {
  onDone: (title: string) => void;
  onConflict: (theirs: Address | null) => void;
}

function useAddressSends({ onDone, onConflict }: AddressSends) {
  const words = useCustomerDataMessages();
  const create = useSend(createAddress, { onDone: () => onDone(words.saved) });
  const update = useSend(updateAddress, {
    onDone: () => onDone(words.saved),
    onFailed: ({ code, current }) =>
      // The server checks the row against the contract before it sends it.
      onConflict(code === 'stale_version' && current ? (current as Address) : null),
  });
  const remove = useSend(removeAddress, { onDone: () => onDone(words.addresses.removed) });
  const all = [create, update, remove];
  return {
    create,
    update,
    remove,
    isSending: all.some((one) => one.isSending),
    error: all.find((one) => one.error !== null)?.error ?? null,
  };
}

function Refusal({ error }: { error: CallError | null }) {
  const words = useCustomerDataMessages();
  return error && <ErrorNote error={error} title={words.notSaved} keepsInput />;
}

type FieldsProps = {
  label: string;
  form: RecordForm<AddressFields>;
  error: CallError | null;
  onSubmit: () => void;
};

function Fields({ label, form: { value, change }, error, onSubmit }: FieldsProps) {
  const { addresses: words, form: names, addressKinds: kinds } = useCustomerDataMessages();
  const problems = useFormProblems(error, {});
  const texts = [
    ['label', words.label, 200],
    ['street', names.street, 300],
    ['postcode', names.postcode, 20],
    ['city', names.city, 200],
    ['country', names.country, 2],
  ] as const;
  return (
    <FormBody label={label} onSubmit={onSubmit}>
      <ChoiceField
        label={words.kind}
        options={addressKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
        value={value.kind}
        onChange={(kind) => change({ kind })}
      />
      {texts.map(([name, title, maxLength]) => (
        <TextField
          key={name}
          label={title}
          maxLength={maxLength}
          value={value[name]}
          problem={problems.of(name)}
          onChange={(text) => change({ [name]: name === 'country' ? text.toUpperCase() : text })}
        />
      ))}
    </FormBody>
  );
}
