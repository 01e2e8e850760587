// Choosing from a list that the company maintains (target group, sector); "none" is a choice too.
import { Dropdown, Option } from '@fluentui/react-components';
import { listChoices, type ChoiceKind } from '#contract/choice.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { Labelled } from '../ui/labelled.tsx';
import { useReply } from '../use-reply.ts';

type ListChoiceProps = {
  kind: ChoiceKind;
  label: string;
  value: string;
  problem?: string | undefined;
  onChange: (value: string) => void;
};

const freshMs = 5 * 60_000;

/** What the record carries stays choosable when it is on the list no more. */
export function ListChoice({ kind, label, value, problem, onChange }: ListChoiceProps) {
  const { form: words } = useCustomerDataMessages();
  const names = useChoiceNames(kind);
  const all = value === '' || names.includes(value) ? names : [value, ...names];
  return (
    <Labelled label={label} problem={problem}>
      <Dropdown
        value={value === '' ? words.none : value}
        selectedOptions={[value]}
        onOptionSelect={(_event, data) => onChange(data.optionValue ?? '')}
      >
        <Option value="" text={words.none}>
          {words.none}
        </Option>
        {all.map((name) => (
          <Option key={name} value={name} text={name}>
            {name}
          </Option>
        ))}
      </Dropdown>
    </Labelled>
  );
}

/** The names of a list in order; empty until they have arrived. */
export function useChoiceNames(kind: ChoiceKind): string[] {
  const { reply } = useReply(listChoices, { kind }, { freshMs });
  return reply?.items.map((choice) => choice.name) ?? [];
}
