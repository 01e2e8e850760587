// One territory: its name, who works there, and its rules.
import { Dropdown, makeStyles, Option, tokens } from '@fluentui/react-components';
import {
  createTerritory,
  removeTerritory,
  updateTerritory,
  type TerritoryRules,
} from '#contract/territory.ts';
import { listColleagues, type Person } from '#contract/user.ts';
import type { CallError } from '../call.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useTerritoryMessages, type TerritoryMessages } from '../messages/territory-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { FormBody } from '../ui/form.tsx';
import { Labelled } from '../ui/labelled.tsx';
import { PersonPicker } from '../ui/person-picker.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { View } from '../ui/view.tsx';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import { useState } from 'react';
import { useChoiceNames } from '../customer/list-choice.tsx';
import { ListedCustomers } from './listed-customers.tsx';
import { prefixParts, prefixText } from './prefix-words.ts';

interface Fields {
  name: string;
  owner: Person | null;
  personIds: string[];
  postcodes: string;
  sectors: string[];
}

const noFields: Fields = { name: '', owner: null, personIds: [], postcodes: '', sectors: [] };
const fieldsOf = ({ name, owner, people, postcodePrefixes, sectors }: TerritoryRules): Fields => ({
  name,
  owner,
  sectors,
  personIds: people.map((person) => person.id),
  postcodes: prefixText(postcodePrefixes),
});
const inputOf = ({ name, owner, personIds, postcodes, sectors }: Fields) => ({
  name: name.trim(),
  ownerId: owner?.id ?? null,
  personIds,
  sectors,
  postcodePrefixes: prefixParts(postcodes),
});

type TerritoryFormProps = { territory: TerritoryRules | null; onBack: () => void };

export function TerritoryForm({ territory, onBack }: TerritoryFormProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { territories: words } = useTerritoryMessages();
  const notify = useNotify();
  const [fields, setFields] = useState(territory === null ? noFields : fieldsOf(territory));
  const handleDone = (title: string) => {
    notify({ title });
    onBack();
  };
  const create = useSend(createTerritory, { onDone: () => handleDone(words.saved) });
  const update = useSend(updateTerritory, { onDone: () => handleDone(words.saved) });
  const remove = useSend(removeTerritory, {
    onDone: () => handleDone(words.removed(territory?.name ?? '')),
  });
  const all = [create, update, remove];
  const isBusy = all.some((one) => one.isSending);
  const error = all.find((one) => one.error !== null)?.error ?? null;
  const handleSubmit = () => {
    if (territory === null) create.send(inputOf(fields));
    else update.send({ id: territory.id, ...inputOf(fields) }, { ifMatch: territory.version });
  };
  const title = territory === null ? words.headingNew : words.heading;
  return (
    <View
      title={title}
      onBack={onBack}
      foot={
        <ActionBar
          label={title}
          problem={error && !isBusy && <Problem error={error} />}
          primary={{ id: 'save-territory', label: words.save, isBusy, onPress: handleSubmit }}
          secondary={[{ id: 'cancel-territory', label: messages.common.cancel, onPress: onBack }]}
          menu={
            territory === null
              ? []
              : [
                  {
                    id: 'remove-territory',
                    label: words.remove,
                    onPress: () => remove.send({ id: territory.id }, { ifMatch: territory.version }),
                  },
                ]
          }
        />
      }
    >
      <div className={styles.form}>
        <TerritoryFields
          title={title}
          fields={fields}
          error={error}
          onChange={(part) => setFields({ ...fields, ...part })}
          onSubmit={handleSubmit}
        />
        {territory !== null && <ListedCustomers territoryId={territory.id} />}
      </div>
    </View>
  );
}

/** An unfit field says so itself; the note says what happened. */
function Problem({ error }: { error: CallError }) {
  const { territories: words } = useTerritoryMessages();
  const isStale = error.code === 'stale_version';
  return <ErrorNote error={error} title={isStale ? words.stale : words.failed} keepsInput={!isStale} />;
}

type TerritoryFieldsProps = {
  title: string;
  fields: Fields;
  error: CallError | null;
  onChange: (part: Partial<Fields>) => void;
  onSubmit: () => void;
};

function TerritoryFields({ title, fields, error, onChange, onSubmit }: TerritoryFieldsProps) {
  const { territories: words } = useTerritoryMessages();
  const colleagues = useReply(listColleagues, {}).reply?.items ?? [];
  const people = colleagues.filter((one) => one.role !== 'partner');
  const sectors = useChoiceNames('sector');
  const problem = (field: string) => problemOf(error, field, words);
  return (
    <FormBody label={title} onSubmit={onSubmit}>
      <TextField
        label={words.name}
        isRequired
        maxLength={100}
        value={fields.name}
        problem={problem('name')}
        onChange={(name) => onChange({ name })}
      />
      <Labelled label={words.owner} problem={problem('ownerId')}>
        <PersonPicker value={fields.owner} onChange={(owner) => onChange({ owner })} />
      </Labelled>
      <Many
        label={words.people}
        hint={words.peopleHint}
        problem={problem('personIds')}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={fields.personIds}
        onChange={(personIds) => onChange({ personIds })}
      />
      <TextField
        label={words.postcodes}
        hint={words.postcodesHint}
        rows={2}
        value={fields.postcodes}
        problem={problem('postcodePrefixes')}
        onChange={(postcodes) => onChange({ postcodes })}
      />
      <Many
        label={words.sectors}
        problem={problem('sectors')}
        options={[...new Set([...sectors, ...fields.sectors])].map((name) => ({ value: name, label: name }))}
        value={fields.sectors}
        onChange={(chosen) => onChange({ sectors: chosen })}
      />
    </FormBody>
  );
}

type ManyProps = {
  label: string;
  hint?: string;
  problem: string | undefined;
  options: { value: string; label: string }[];
  value: string[];
  onChange: (value: string[]) => void;
};

function Many({ label, hint, problem, options, value, onChange }: ManyProps) {
  const chosen = options.filter((option) => value.includes(option.value));
  return (
    <Labelled label={label} hint={hint} problem={problem}>
      <Dropdown
        multiselect
        value={chosen.map((option) => option.label).join(', ')}
        selectedOptions={value}
        onOptionSelect={(_event, data) => onChange(data.selectedOptions)}
      >
        {options.map((option) => (
          <Option key={option.value} value={option.value} text={option.label}>
            {option.label}
          </Option>
        ))}
      </Dropdown>
    </Labelled>
  );
}

function problemOf(
  error: CallError | null,
  field: string,
  words: TerritoryMessages['territories'],
): string | undefined {
  const refused = error?.fields.find(({ path }) => path.split('.')[0] === field);
  if (!refused) return undefined;
  const other = error?.current;
  if (refused.problem === 'taken' && typeof other === 'object' && other !== null) {
    return words.taken(String(Reflect.get(other, 'value')), String(Reflect.get(other, 'name')));
  }
  return refused.problem === 'unknown' ? words.unknown : words.unreadable;
}

const useStyles = makeStyles({ form: { maxWidth: '640px', paddingBottom: tokens.spacingVerticalM } });
