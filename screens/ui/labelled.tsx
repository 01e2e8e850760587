// A control with its visible label, hint and problem; hands the control what ties them together for screen readers.
import { Field, type FieldControlProps } from '@fluentui/react-components';
import type { ReactElement } from 'react';

type LabelledProps = {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  isRequired?: boolean;
  /** The label as a section head. */
  isStrong?: boolean;
  children: ReactElement | ((control: FieldControlProps) => ReactElement);
};

export function Labelled({
  label,
  hint,
  problem,
  isRequired = false,
  isStrong = false,
  children,
}: LabelledProps) {
  return (
    <Field
      label={isStrong ? { children: label, weight: 'semibold' } : label}
      required={isRequired}
      {...(hint === undefined ? {} : { hint })}
      {...(problem === undefined ? {} : { validationMessage: problem, validationState: 'error' as const })}
    >
      {children}
    </Field>
  );
}
