// What a condition compares with: text, number, euro, day, choices, or a number of days, once or as a range.
import { Dropdown, Field, Input, makeStyles, Option } from '@fluentui/react-components';
import { useState } from 'react';
import type { ListField } from '#contract/list.ts';
import { listOperators } from '#contract/list-filter.ts';
import type { FilterValue, ListCondition } from '#contract/list-filter.ts';
import { useListMessages } from '../messages/list-messages.ts';
import { useFrame } from '../use-frame.ts';
import { choiceLabel } from './fields.ts';
import { readNumber, writeNumber } from './number-text.ts';

type ValueFieldProps = {
  field: ListField;
  condition: ListCondition;
  onChange: (value: FilterValue | null) => void;
};

export function ValueField({ field, condition, onChange }: ValueFieldProps) {
  const styles = useStyles();
  const { list: words } = useListMessages();
  const { value } = condition;
  const scale = field.type === 'money' ? 100 : 1;
  switch (listOperators[condition.operator]) {
    case 'none':
      return null;
    case 'days':
      return (
        <NumberInput label={words.filter.value} value={value} scale={1} onChange={(days) => onChange(days)} />
      );
    case 'many':
      return <Choices field={field} value={value} onChange={onChange} />;
    case 'two': {
      const [from = '', to = ''] = Array.isArray(value) ? value : [];
      const set = (one: string | number, other: string | number) => onChange([one, other]);
      return (
        <div className={styles.range}>
          <One
            label={words.filter.from}
            {...{ field, scale }}
            value={from}
            onChange={(v) => set(v ?? '', to)}
          />
          <One
            label={words.filter.to}
            {...{ field, scale }}
            value={to}
            onChange={(v) => set(from, v ?? '')}
          />
        </div>
      );
    }
    case 'one':
      return <One label={words.filter.value} {...{ field, scale, onChange }} value={value} />;
  }
}

type OneProps = {
  label: string;
  field: ListField;
  scale: number;
  value: FilterValue | undefined;
  onChange: (value: string | number | null) => void;
};

function One({ label, field, scale, value, onChange }: OneProps) {
  const { list: words } = useListMessages();
  if (field.type === 'number' || field.type === 'money' || field.type === 'percent') {
    const hint = words.hints[field.type];
    const full = hint === undefined ? label : `${label} ${hint}`;
    return <NumberInput label={full} value={value} scale={scale} onChange={onChange} />;
  }
  const type = field.type === 'date' || field.type === 'moment' ? 'date' : 'text';
  return (
    <Field label={label}>
      <Input
        type={type}
        value={typeof value === 'string' ? value : ''}
        maxLength={500}
        onChange={(_, data) => onChange(data.value === '' ? null : data.value)}
      />
    </Field>
  );
}

type NumberInputProps = {
  label: string;
  value: FilterValue | undefined;
  /** Cents are typed as euro: 100. */
  scale: number;
  onChange: (value: number | null) => void;
};

/** Keeps what is typed, so that "12," stays until the digit behind it comes. */
function NumberInput({ label, value, scale, onChange }: NumberInputProps) {
  const [text, setText] = useState(() => (typeof value === 'number' ? writeNumber(value / scale) : ''));
  const handle = (typed: string) => {
    setText(typed);
    const number = readNumber(typed);
    onChange(number === null ? null : Math.round(number * scale * 100) / 100);
  };
  return (
    <Field label={label}>
      <Input inputMode="decimal" value={text} onChange={(_, data) => handle(data.value)} />
    </Field>
  );
}

type ChoicesProps = Pick<ValueFieldProps, 'field' | 'onChange'> & { value: FilterValue | undefined };

function Choices({ field, value, onChange }: ChoicesProps) {
  const styles = useStyles();
  const { language } = useFrame();
  const { list: words } = useListMessages();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  if (field.type === 'text') {
    // several texts are typed with commas between them
    return <Texts label={words.filter.value} chosen={chosen} onChange={onChange} />;
  }
  return (
    <Field label={words.filter.value}>
      <Dropdown
        multiselect
        className={styles.choices}
        value={chosen.map((one) => choiceLabel(field, one, language)).join(', ')}
        selectedOptions={chosen}
        onOptionSelect={(_, data) =>
          onChange(data.selectedOptions.length === 0 ? null : data.selectedOptions)
        }
      >
        {field.choices.map((choice) => (
          <Option key={choice.value} value={choice.value} text={choice.label[language]}>
            {choice.label[language]}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

type TextsProps = { label: string; chosen: string[]; onChange: (value: FilterValue | null) => void };

function Texts({ label, chosen, onChange }: TextsProps) {
  const [text, setText] = useState(chosen.join(', '));
  const handle = (typed: string) => {
    setText(typed);
    const parts = typed.split(/[,;]/).map((part) => part.trim());
    const filled = parts.filter((part) => part !== '');
    onChange(filled.length === 0 ? null : filled);
  };
  return (
    <Field label={label}>
      <Input value={text} onChange={(_, data) => handle(data.value)} />
    </Field>
  );
}

const useStyles = makeStyles({
  range: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: '8px', minWidth: 0 },
  choices: { minWidth: 0, width: '100%' },
});
