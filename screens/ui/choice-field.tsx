// A labelled drop-down of known words: category, visibility, legal basis.
import { Dropdown, Option } from '@fluentui/react-components';
import { Labelled } from './labelled.tsx';

type ChoiceFieldProps<V extends string> = {
  label: string;
  options: readonly { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
  hint?: string | undefined;
  isRequired?: boolean;
  /** The label as a section head. */
  isStrong?: boolean;
};

/** One of the given options is always chosen. */
export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>) {
  const { label, options, value, onChange, hint, isRequired = false, isStrong = false } = props;
  return (
    <Labelled label={label} hint={hint} isRequired={isRequired} isStrong={isStrong}>
      <Dropdown
        value={options.find((option) => option.value === value)?.label ?? ''}
        selectedOptions={[value]}
        onOptionSelect={(_, data) => {
          const option = options.find((each) => each.value === data.optionValue);
          if (option) onChange(option.value);
        }}
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
