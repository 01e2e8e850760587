// Why a file was not taken, as a sentence.
import { attachmentProblems } from '#contract/activity.ts';
import type { CallError } from '../call.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';

export function useRefusalReason(): (error: CallError) => string {
  const messages = useMessages();
  const { refused } = useWideMessages().customerPage.record;
  return (error) => {
    const said = error.fields[0]?.problem;
    const problem = attachmentProblems.find((one) => said === one);
    if (problem !== undefined) return refused[problem];
    if (said === 'too_many') return refused.too_many;
    return error.code === 'too_large' ? refused.too_large : messages.errors[error.code].why;
  };
}
