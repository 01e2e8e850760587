// Choosing a colleague: name and job, the suggested one already chosen.
import { Dropdown, Option } from '@fluentui/react-components';
import { listColleagues, type Person } from '#contract/user.ts';
import { useReply } from '../use-reply.ts';

type PersonPickerProps = {
  /** The chosen person; shown before the list has arrived. */
  value: Person | null;
  onChange: (person: Person) => void;
};

const freshMs = 5 * 60_000;

/** Stands inside a Field, which gives it its label. */
export function PersonPicker({ value, onChange }: PersonPickerProps) {
  const { reply } = useReply(listColleagues, {}, { freshMs });
  const people = reply?.items.filter((colleague) => colleague.role !== 'partner') ?? [];
  const isListed = value === null || people.some((person) => person.id === value.id);
  const all = isListed ? people : [{ ...value, jobTitle: null }, ...people];
  return (
    <Dropdown
      value={value?.name ?? ''}
      selectedOptions={value === null ? [] : [value.id]}
      onOptionSelect={(_, data) => {
        const person = all.find((each) => each.id === data.optionValue);
        if (person) onChange({ id: person.id, name: person.name });
      }}
    >
      {all.map((person) => (
        <Option key={person.id} value={person.id} text={person.name}>
          {person.jobTitle === null ? person.name : `${person.name}, ${person.jobTitle}`}
        </Option>
      ))}
    </Dropdown>
  );
}
