// The few fields of a customer that one corrects beside a mail; everything else has its place in Teams.
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { FormBody } from '../ui/form.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { PersonPicker } from '../ui/person-picker.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { CustomerFields } from './customer-fields.ts';
import type { FormProblems } from './form-problems.ts';

type ShortFormProps = {
  label: string;
  value: CustomerFields;
  change: (part: Partial<CustomerFields>) => void;
  problems: FormProblems;
  onSubmit: () => void;
};

export function ShortForm({ label, value, change, problems, onSubmit }: ShortFormProps) {
  const { form: words } = useCustomerDataMessages();
  const texts = [
    ['name', value.kind === 'private' ? words.personName : words.name, 300],
    ['phone', words.phone, 50],
    ['street', words.street, 300],
    ['postcode', words.postcode, 20],
    ['city', words.city, 200],
  ] as const;
  return (
    <FormBody label={label} onSubmit={onSubmit}>
      {texts.map(([name, title, maxLength]) => (
        <TextField
          key={name}
          label={title}
          maxLength={maxLength}
          isRequired={name === 'name'}
          value={value[name]}
          problem={problems.of(name)}
          onChange={(text) => change({ [name]: text })}
        />
      ))}
      <Labelled label={words.owner} problem={problems.of('owner')}>
        <PersonPicker value={value.owner} onChange={(owner) => change({ owner })} />
      </Labelled>
    </FormBody>
  );
}
