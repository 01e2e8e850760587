// One location: its name, its hours, its Land, and the territories it is in charge of.
import { Dropdown, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { listTerritories } from '#contract/territory.ts';
import {
  createLocation,
  removeLocation,
  updateLocation,
  type Location,
  type WorkingWeek,
} from '#contract/working-time.ts';
import { useWorkingTimeMessages } from '../messages/working-time-messages.ts';
import { Labelled } from '../ui/labelled.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import { RegionField, regionOf } from './company-form.tsx';
import { SettingsForm } from './settings-form.tsx';
import { WeekFields } from './week-fields.tsx';
import { problemOf } from './words.ts';

type LocationFormProps = {
  location: Location | null;
  /** What a new one begins with: the company's. */
  usual: { region: string; week: WorkingWeek };
  onBack: () => void;
};

export function LocationForm({ location, usual, onBack }: LocationFormProps) {
  const words = useWorkingTimeMessages();
  const notify = useNotify();
  const begin = location ?? { name: '', ...usual, territories: [] };
  const [fields, setFields] = useState({
    name: begin.name,
    region: regionOf(begin.region),
    week: begin.week,
    territoryIds: begin.territories.map(({ id }) => id),
  });
  const handleDone = (title: string) => {
    notify({ title });
    onBack();
  };
  const create = useSend(createLocation, { onDone: () => handleDone(words.saved) });
  const update = useSend(updateLocation, { onDone: () => handleDone(words.saved) });
  const remove = useSend(removeLocation, { onDone: () => handleDone(words.removed(begin.name)) });
  const all = [create, update, remove];
  const error = all.find((one) => one.error !== null)?.error ?? null;
  const handleSave = () => {
    if (location === null) create.send(fields);
    else update.send({ id: location.id, ...fields }, { ifMatch: location.version });
  };
  return (
    <SettingsForm
      title={location === null ? words.locationNew : words.locationHeading}
      isBusy={all.some((one) => one.isSending)}
      error={error}
      onSave={handleSave}
      onBack={onBack}
      remove={
        location && {
          label: words.removeLocation,
          onPress: () => remove.send({ id: location.id }, { ifMatch: location.version }),
        }
      }
    >
      <TextField
        label={words.name}
        isRequired
        maxLength={100}
        value={fields.name}
        problem={problemOf(error, 'name', words)}
        onChange={(name) => setFields({ ...fields, name })}
      />
      <TerritoriesField
        value={fields.territoryIds}
        problem={problemOf(error, 'territoryIds', words)}
        onChange={(territoryIds) => setFields({ ...fields, territoryIds })}
      />
      <RegionField value={fields.region} onChange={(region) => setFields({ ...fields, region })} />
      <WeekFields
        week={fields.week}
        problem={problemOf(error, 'week', words)}
        onChange={(week) => setFields({ ...fields, week })}
      />
    </SettingsForm>
  );
}

type TerritoriesFieldProps = {
  value: string[];
  problem: string | undefined;
  onChange: (ids: string[]) => void;
};

function TerritoriesField({ value, problem, onChange }: TerritoriesFieldProps) {
  const words = useWorkingTimeMessages();
  const territories = useReply(listTerritories, {}).reply?.items ?? [];
  const chosen = territories.filter(({ id }) => value.includes(id));
  return (
    <Labelled label={words.territoriesLabel} hint={words.territoriesHint} problem={problem}>
      <Dropdown
        multiselect
        value={chosen.map(({ name }) => name).join(', ')}
        selectedOptions={value}
        onOptionSelect={(_event, data) => onChange(data.selectedOptions)}
      >
        {territories.map(({ id, name }) => (
          <Option key={id} value={id} text={name}>
            {name}
          </Option>
        ))}
      </Dropdown>
    </Labelled>
  );
}
