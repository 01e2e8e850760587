// One person's rights: role, territories, manager, deputy, access, and what is shared with a partner.
import { Checkbox, Dropdown, makeStyles, Option, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { updatePerson, type PersonRights } from '#contract/people.ts';
import { listTerritories } from '#contract/territory.ts';
import { roles, type Role } from '#contract/user.ts';
import type { CallError } from '../call.ts';
import { ChangesSection } from '../audit/changes-section.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { usePeopleMessages } from '../messages/people-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { View } from '../ui/view.tsx';
import { useFrame } from '../use-frame.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import { SharedCustomers } from './shared-customers.tsx';

type PersonFormProps = { person: PersonRights; people: PersonRights[]; onBack: () => void };

export function PersonForm({ person, people, onBack }: PersonFormProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = usePeopleMessages();
  const notify = useNotify();
  const { viewAs } = useFrame();
  const [fields, setFields] = useState(person);
  const { send, isSending, error } = useSend(updatePerson, {
    onDone: () => {
      notify({ title: words.saved });
      onBack();
    },
  });
  const handleSubmit = () => send(inputOf(fields), { ifMatch: person.version });
  const canView = viewAs !== null && person.active && person.role !== null && person.role !== 'admin';
  return (
    <View
      title={person.name}
      onBack={onBack}
      foot={
        <ActionBar
          label={person.name}
          problem={error && !isSending && <Problem error={error} />}
          primary={{ id: 'save-person', label: words.save, isBusy: isSending, onPress: handleSubmit }}
          secondary={[{ id: 'cancel-person', label: messages.common.cancel, onPress: onBack }]}
          menu={
            canView
              ? [{ id: 'view-as', label: words.viewAs(person.name), onPress: () => viewAs.change(person.id) }]
              : []
          }
        />
      }
    >
      <div className={styles.form}>
        <FormBody label={person.name} onSubmit={handleSubmit}>
          <Fields fields={fields} people={people} onChange={(part) => setFields({ ...fields, ...part })} />
        </FormBody>
        <ChangesSection recordKind="user" recordId={person.id} />
      </div>
    </View>
  );
}

function inputOf({ id, role, active, territories, manager, deputy, sharedCustomers }: PersonRights) {
  return {
    id,
    role,
    active,
    territoryIds: territories.map((territory) => territory.id),
    managerId: manager?.id ?? null,
    deputyId: deputy?.id ?? null,
    ...(role === 'partner' ? { sharedCustomerIds: sharedCustomers.map((customer) => customer.id) } : {}),
  };
}

function Problem({ error }: { error: CallError }) {
  const words = usePeopleMessages();
  const titles: Partial<Record<CallError['code'], string>> = {
    stale_version: words.stale,
    transition_not_allowed: words.lastAdmin,
  };
  return <ErrorNote error={error} title={titles[error.code] ?? words.failed} keepsInput />;
}

type FieldsProps = {
  fields: PersonRights;
  people: PersonRights[];
  onChange: (part: Partial<PersonRights>) => void;
};

function Fields({ fields, people, onChange }: FieldsProps) {
  const words = usePeopleMessages();
  const places = useReply(listTerritories, {}).reply?.items ?? fields.territories;
  const others = people.filter((one) => one.id !== fields.id && one.active && one.role !== 'partner');
  const choices = (current: PersonRights['manager']) => {
    const isListed = current === null || others.some(({ id }) => id === current.id);
    const all = isListed ? others : [...others, current];
    return [{ value: '', label: words.nobody }, ...all.map(({ id, name }) => ({ value: id, label: name }))];
  };
  const personOf = (id: string) => others.find((one) => one.id === id) ?? null;
  const roleOf = (value: string): Role | null => roles.find((role) => role === value) ?? null;
  return (
    <>
      <ChoiceField
        label={words.role}
        hint={words.roleHint}
        options={[
          ...roles.map((role) => ({ value: role as string, label: words.roles[role] })),
          { value: '', label: words.noRole },
        ]}
        value={fields.role ?? ''}
        onChange={(role) => onChange({ role: roleOf(role) })}
      />
      {fields.role === 'partner' ? (
        <SharedCustomers
          customers={fields.sharedCustomers}
          onChange={(sharedCustomers) => onChange({ sharedCustomers })}
        />
      ) : (
        <Labelled label={words.territories}>
          <Dropdown
            multiselect
            value={fields.territories.map((territory) => territory.name).join(', ')}
            selectedOptions={fields.territories.map((territory) => territory.id)}
            onOptionSelect={(_event, { selectedOptions }) =>
              onChange({ territories: places.filter(({ id }) => selectedOptions.includes(id)) })
            }
          >
            {places.map(({ id, name }) => (
              <Option key={id} value={id} text={name}>
                {name}
              </Option>
            ))}
          </Dropdown>
        </Labelled>
      )}
      <ChoiceField
        label={words.manager}
        options={choices(fields.manager)}
        value={fields.manager?.id ?? ''}
        onChange={(id) => onChange({ manager: personOf(id) })}
      />
      <ChoiceField
        label={words.deputy}
        options={choices(fields.deputy)}
        value={fields.deputy?.id ?? ''}
        onChange={(id) => onChange({ deputy: personOf(id) })}
      />
      <Checkbox
        label={words.active}
        checked={fields.active}
        onChange={(_event, data) => onChange({ active: data.checked === true })}
      />
    </>
  );
}

const useStyles = makeStyles({ form: { maxWidth: '640px', paddingBottom: tokens.spacingVerticalM } });
