// What is wrong with which field: checked here on sending, or refused by the server.
import { useState } from 'react';
import type { CallError } from '../call.ts';
import { useMessages } from '../messages/use-messages.ts';

interface FieldProblems {
  /** Shows the problems from now on; true when there are none. */
  check: () => boolean;
  of: (field: string) => string | undefined;
}

/** `local` holds the sentence of every field that is not fit to be sent yet. */
export function useFieldProblems(error: CallError | null, local: Record<string, string>): FieldProblems {
  const messages = useMessages();
  const [isChecked, setIsChecked] = useState(false);
  const refused = new Set(error?.fields.map((field) => field.path.split('.').at(-1)) ?? []);
  return {
    check: () => {
      setIsChecked(true);
      return Object.keys(local).length === 0;
    },
    of: (field) => {
      const problem = isChecked ? local[field] : undefined;
      return problem ?? (refused.has(field) ? messages.common.unfit : undefined);
    },
  };
}
