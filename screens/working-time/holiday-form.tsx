// Days on which the company, or one location, is closed.
import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import {
  createCompanyHoliday,
  removeCompanyHoliday,
  updateCompanyHoliday,
  type CompanyHoliday,
  type Location,
} from '#contract/working-time.ts';
import { useWorkingTimeMessages, type WorkingTimeWords } from '../messages/working-time-messages.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFieldProblems } from '../ui/use-field-problems.ts';
import { useNotify } from '../ui/use-notify.ts';
import { useSend } from '../use-send.ts';
import { SettingsForm } from './settings-form.tsx';
import { dayText, parseDay, problemOf } from './words.ts';

type HolidayFormProps = {
  holiday: CompanyHoliday | null;
  locations: readonly Location[];
  onBack: () => void;
};

const everywhere = 'everywhere';

interface Fields {
  name: string;
  where: string;
  first: string;
  last: string;
  isYearly: boolean;
}

const noFields: Fields = { name: '', where: everywhere, first: '', last: '', isYearly: false };
const fieldsOf = (holiday: CompanyHoliday): Fields => ({
  name: holiday.name,
  where: holiday.locationId ?? everywhere,
  first: dayText(holiday.firstOn),
  last: dayText(holiday.lastOn),
  isYearly: holiday.isYearly,
});

/** What the fields say; a single day needs no end. Null for a day that is none. */
function daysOf({ first, last }: Fields): { firstOn: string | null; lastOn: string | null } {
  const firstOn = parseDay(first);
  return { firstOn, lastOn: last.trim() === '' ? firstOn : parseDay(last) };
}

function problemsOf(fields: Fields, words: WorkingTimeWords): Record<string, string> {
  const { firstOn, lastOn } = daysOf(fields);
  return {
    ...(fields.name.trim() === '' ? { name: words.problems.other } : {}),
    ...(firstOn === null ? { firstOn: words.dayUnfit } : {}),
    ...(lastOn === null && firstOn !== null ? { lastOn: words.dayUnfit } : {}),
  };
}

export function HolidayForm({ holiday, locations, onBack }: HolidayFormProps) {
  const words = useWorkingTimeMessages();
  const notify = useNotify();
  const [fields, setFields] = useState(holiday === null ? noFields : fieldsOf(holiday));
  const handleDone = (title: string) => {
    notify({ title });
    onBack();
  };
  const create = useSend(createCompanyHoliday, { onDone: () => handleDone(words.saved) });
  const update = useSend(updateCompanyHoliday, { onDone: () => handleDone(words.saved) });
  const remove = useSend(removeCompanyHoliday, { onDone: () => handleDone(words.removed(fields.name)) });
  const all = [create, update, remove];
  const error = all.find((one) => one.error !== null)?.error ?? null;
  const problems = useFieldProblems(null, problemsOf(fields, words));
  const handleSave = () => {
    const { firstOn, lastOn } = daysOf(fields);
    if (!problems.check() || firstOn === null || lastOn === null) return;
    const { name, where, isYearly } = fields;
    const input = { name, locationId: where === everywhere ? null : where, firstOn, lastOn, isYearly };
    if (holiday === null) create.send(input);
    else update.send({ id: holiday.id, ...input }, { ifMatch: holiday.version });
  };
  const handleRemove = ({ id, version }: CompanyHoliday) => remove.send({ id }, { ifMatch: version });
  return (
    <SettingsForm
      title={holiday === null ? words.holidayNew : words.holidayHeading}
      isBusy={all.some((one) => one.isSending)}
      error={error}
      onSave={handleSave}
      onBack={onBack}
      remove={holiday && { label: words.removeHoliday, onPress: () => handleRemove(holiday) }}
    >
      <HolidayFields
        fields={fields}
        locations={locations}
        problemOf={(field) => problems.of(field) ?? problemOf(error, field, words)}
        onChange={(part) => setFields({ ...fields, ...part })}
      />
    </SettingsForm>
  );
}

type HolidayFieldsProps = {
  fields: Fields;
  locations: readonly Location[];
  problemOf: (field: string) => string | undefined;
  onChange: (part: Partial<Fields>) => void;
};

function HolidayFields({ fields, locations, problemOf: of, onChange }: HolidayFieldsProps) {
  const words = useWorkingTimeMessages();
  const places = [
    { value: everywhere, label: words.everywhere },
    ...locations.map((location) => ({ value: location.id, label: location.name })),
  ];
  return (
    <>
      <TextField
        label={words.name}
        isRequired
        maxLength={100}
        value={fields.name}
        problem={of('name')}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label={words.firstOn}
        isRequired
        hint={words.dayHint}
        value={fields.first}
        problem={of('firstOn')}
        onChange={(first) => onChange({ first })}
      />
      <TextField
        label={words.lastOn}
        hint={words.dayHint}
        value={fields.last}
        problem={of('lastOn')}
        onChange={(last) => onChange({ last })}
      />
      <Checkbox
        label={words.isYearly}
        checked={fields.isYearly}
        onChange={(_event, { checked }) => onChange({ isYearly: checked === true })}
      />
      {locations.length > 0 && (
        <ChoiceField
          label={words.where}
          options={places}
          value={fields.where}
          onChange={(where) => onChange({ where })}
        />
      )}
    </>
  );
}
