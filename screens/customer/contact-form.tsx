// The fields of a contact, the same for a new one and one that is there.
import { Dropdown, makeStyles, Option, tokens } from '@fluentui/react-components';
import { salutations } from '#contract/customer.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { FormBody } from '../ui/form.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { ContactFields } from './contact-fields.ts';
import type { FormProblems } from './form-problems.ts';
import { LineList } from './line-list.tsx';
import { useChoiceNames } from './list-choice.tsx';

type ContactFormProps = {
  label: string;
  value: ContactFields;
  change: (part: Partial<ContactFields>) => void;
  problems: FormProblems;
  onSubmit: () => void;
};

export function ContactForm({ label, value, change, problems, onSubmit }: ContactFormProps) {
  const styles = useStyles();
  const { contact: words, salutations: names, form, emailKinds, phoneKinds } = useCustomerDataMessages();
  const options = [
    { value: '' as const, label: form.none },
    ...salutations.map((one) => ({ value: one, label: names[one] })),
  ];
  return (
    <FormBody label={label} onSubmit={onSubmit}>
      <div className={styles.pair}>
        <ChoiceField
          label={words.salutation}
          options={options}
          value={value.salutation}
          onChange={(salutation) => change({ salutation })}
        />
        <TextField
          label={words.academicTitle}
          maxLength={50}
          value={value.title}
          onChange={(title) => change({ title })}
        />
      </div>
      <TextField
        label={words.name}
        isRequired
        maxLength={300}
        value={value.name}
        problem={problems.of('name')}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={words.jobTitle}
        maxLength={200}
        value={value.jobTitle}
        onChange={(jobTitle) => change({ jobTitle })}
      />
      <RolesField
        value={value.roles}
        problem={problems.of('roles')}
        onChange={(roles) => change({ roles })}
      />
      <LineList
        label={words.emails}
        lineLabel={words.email}
        addLabel={words.addEmail}
        type="email"
        kinds={emailKinds}
        firstKind="work"
        lines={value.emails.map(({ address, kind }) => ({ text: address, kind }))}
        problem={problems.of('emails')}
        onChange={(lines) => change({ emails: lines.map(({ text, kind }) => ({ address: text, kind })) })}
      />
      <LineList
        label={words.phones}
        lineLabel={words.phone}
        addLabel={words.addPhone}
        type="tel"
        kinds={phoneKinds}
        firstKind="work"
        lines={value.phones.map(({ number, kind }) => ({ text: number, kind }))}
        problem={problems.of('phones')}
        onChange={(lines) => change({ phones: lines.map(({ text, kind }) => ({ number: text, kind })) })}
      />
      <ChoiceField
        label={words.language}
        options={[
          { value: '' as const, label: words.languages.none },
          { value: 'de' as const, label: words.languages.de },
          { value: 'en' as const, label: words.languages.en },
        ]}
        value={value.language}
        onChange={(language) => change({ language })}
      />
    </FormBody>
  );
}

type RolesFieldProps = { value: string[]; problem?: string | undefined; onChange: (roles: string[]) => void };

function RolesField({ value, problem, onChange }: RolesFieldProps) {
  const { contact: words } = useCustomerDataMessages();
  const names = useChoiceNames('contact_role');
  const all = [...names, ...value.filter((role) => !names.includes(role))];
  return (
    <Labelled label={words.roles} problem={problem}>
      <Dropdown
        multiselect
        value={value.join(', ')}
        selectedOptions={value}
        onOptionSelect={(_event, data) => onChange(data.selectedOptions)}
      >
        {all.map((role) => (
          <Option key={role} value={role} text={role}>
            {role}
          </Option>
        ))}
      </Dropdown>
    </Labelled>
  );
}

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    '& .fui-Dropdown': { minWidth: 0 },
    '& .fui-Input': { minWidth: 0 },
  },
});
