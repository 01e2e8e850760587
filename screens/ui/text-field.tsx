// A labelled line or box of text with its hint and, when it was refused, why.
import { Input, Textarea } from '@fluentui/react-components';
import { Labelled } from './labelled.tsx';

type TextFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string | undefined;
  problem?: string | undefined;
  isRequired?: boolean;
  maxLength?: number;
  type?: 'text' | 'tel' | 'email';
  /** More than one line of text. */
  rows?: number;
};

/** The label is always visible; nothing is said by a placeholder. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, hint, problem, isRequired = false, maxLength, type = 'text', rows } = props;
  const length = maxLength === undefined ? {} : { maxLength };
  return (
    <Labelled label={label} hint={hint} problem={problem} isRequired={isRequired}>
      {rows === undefined ? (
        <Input type={type} value={value} onChange={(_, data) => onChange(data.value)} {...length} />
      ) : (
        <Textarea
          value={value}
          rows={rows}
          resize="vertical"
          onChange={(_, data) => onChange(data.value)}
          {...length}
        />
      )}
    </Labelled>
  );
}
