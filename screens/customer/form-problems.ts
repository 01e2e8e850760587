// The sentence under a field: what is wrong with it here, or why the server refused it.
import { useState } from 'react';
import type { CallError } from '../call.ts';
import { useCustomerDataMessages, type CustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages } from '../messages/use-messages.ts';

export interface FormProblems {
  /** Shows the problems from now on; true when there are none. */
  check: () => boolean;
  of: (field: string) => string | undefined;
}

/** `parentId` is the field of `parent`, `phones.0` that of `phones`. */
function fieldOf(path: string): string {
  return (path.split('.')[0] ?? '').replace(/Id$/, '');
}

export function useFormProblems(error: CallError | null, local: Record<string, string>): FormProblems {
  const messages = useMessages();
  const words = useCustomerDataMessages();
  const [isChecked, setIsChecked] = useState(false);
  const refused = new Map(
    (error?.fields ?? []).map(({ path, problem }) => [
      fieldOf(path),
      sentenceOf(error, problem, words) ?? messages.common.unfit,
    ]),
  );
  return {
    check: () => {
      setIsChecked(true);
      return Object.keys(local).length === 0;
    },
    of: (field) => (isChecked ? local[field] : undefined) ?? refused.get(field),
  };
}

/** A number given twice names who has it. */
function sentenceOf(
  error: CallError | null,
  problem: string,
  words: CustomerDataMessages,
): string | undefined {
  const name = nameIn(error?.current);
  if (problem === 'taken' && name !== null) return words.form.numberTaken(name);
  return words.problems[problem];
}

/** The record that the server sent along with a refusal, if it has a name. */
export function nameIn(current: unknown): string | null {
  if (typeof current !== 'object' || current === null || !('name' in current)) return null;
  return typeof current.name === 'string' ? current.name : null;
}
