// One attribute in a form: the control that its type asks for.
import { Dropdown, Field, Input, Option } from '@fluentui/react-components';
import { useState } from 'react';
import type { Attribute, AttributeValue } from '#contract/attribute.ts';
import { useAttributeMessages } from '../messages/attribute-messages.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFrame } from '../use-frame.ts';
import { attributeLabel, choiceText } from './attribute-text.ts';

type AttributeFieldProps = {
  attribute: Attribute;
  value: AttributeValue | null;
  problem: string | undefined;
  /** Null empties; a text in place of a number is refused on saving. */
  onChange: (value: AttributeValue | null) => void;
};

export function AttributeField(props: AttributeFieldProps) {
  const { attribute, value, problem, onChange } = props;
  const { language } = useFrame();
  const label = attributeLabel(attribute, language);
  const isRequired = attribute.required;
  switch (attribute.type) {
    case 'text':
      return (
        <TextField
          {...{ label, problem, isRequired }}
          value={String(value ?? '')}
          maxLength={2000}
          onChange={(text) => onChange(text.trim() === '' ? null : text)}
        />
      );
    case 'date':
      return (
        <Field label={label} required={isRequired} {...validation(problem)}>
          <Input
            type="date"
            value={String(value ?? '')}
            onChange={(_, data) => onChange(data.value === '' ? null : data.value)}
          />
        </Field>
      );
    case 'number':
    case 'money':
      return <NumberField {...props} label={label} />;
    case 'yes_no':
      return <YesNoField {...props} label={label} />;
    case 'choice':
      return <OneChoice {...props} label={label} />;
    case 'multiple_choice':
      return <Choices {...props} label={label} />;
  }
}

type LabelledProps = AttributeFieldProps & { label: string };

function validation(problem: string | undefined) {
  return problem === undefined ? {} : { validationMessage: problem, validationState: 'error' as const };
}

/** Keeps what is typed; cents are typed as euro. */
function NumberField({ attribute, value, problem, onChange, label }: LabelledProps) {
  const words = useAttributeMessages();
  const scale = attribute.type === 'money' ? 100 : 1;
  const [text, setText] = useState(() =>
    typeof value === 'number' ? String(value / scale).replace('.', ',') : '',
  );
  const handle = (typed: string) => {
    setText(typed);
    if (typed.trim() === '') return onChange(null);
    const number = numberIn(typed);
    if (number === null) return onChange(typed);
    onChange(scale === 1 ? number : Math.round(number * scale));
  };
  return (
    <TextField
      label={attribute.type === 'money' ? words.inEuro(label) : label}
      {...{ problem }}
      isRequired={attribute.required}
      value={text}
      onChange={handle}
    />
  );
}

/** 1.250,5 and 1250,5 and 1250.5; null for what is no number. */
function numberIn(text: string): number | null {
  const compact = text.replace(/[\s\u00a0€]/g, '');
  const german = /^-?\d{1,3}(\.\d{3})+(,\d*)?$|^-?\d+(,\d*)?$/.test(compact);
  if (!german && !/^-?\d+\.\d+$/.test(compact)) return null;
  return Number(german ? compact.replaceAll('.', '').replace(',', '.') : compact);
}

function YesNoField({ attribute, value, onChange, label }: LabelledProps) {
  const words = useAttributeMessages();
  return (
    <ChoiceField
      label={label}
      isRequired={attribute.required}
      options={[
        { value: 'open', label: words.open },
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ]}
      value={value === true ? 'yes' : value === false ? 'no' : 'open'}
      onChange={(next) => onChange(next === 'open' ? null : next === 'yes')}
    />
  );
}

/** Retired choices stay where they were chosen and are not offered anew. */
function offered(attribute: Attribute, chosen: readonly string[]) {
  return attribute.choices.filter((one) => !one.retired || chosen.includes(one.id));
}

function OneChoice({ attribute, value, onChange, label }: LabelledProps) {
  const { language } = useFrame();
  const words = useAttributeMessages();
  const chosen = typeof value === 'string' ? value : '';
  const options = offered(attribute, [chosen]).map((one) => ({
    value: one.id,
    label: choiceText(attribute, one.id, language),
  }));
  return (
    <ChoiceField
      label={label}
      isRequired={attribute.required}
      options={[{ value: '', label: words.open }, ...options]}
      value={chosen}
      onChange={(next) => onChange(next === '' ? null : next)}
    />
  );
}

function Choices({ attribute, value, problem, onChange, label }: LabelledProps) {
  const { language } = useFrame();
  const chosen = Array.isArray(value) ? value : [];
  return (
    <Field label={label} required={attribute.required} {...validation(problem)}>
      <Dropdown
        multiselect
        value={chosen.map((id) => choiceText(attribute, id, language)).join(', ')}
        selectedOptions={chosen}
        onOptionSelect={(_, data) =>
          onChange(data.selectedOptions.length === 0 ? null : data.selectedOptions)
        }
      >
        {offered(attribute, chosen).map((one) => (
          <Option key={one.id} value={one.id} text={choiceText(attribute, one.id, language)}>
            {choiceText(attribute, one.id, language)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
