// Words of a mail in a sentence: „verlieren Öl“ und „defekt“.
import type { Messages } from '../messages/use-messages.ts';

/** Each in quotation marks of the reader's language, the last after "and". */
export function quotedList(list: readonly string[], messages: Messages): string {
  const quoted = list.map((words) => messages.common.quoted(words));
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${messages.common.and} ${last}`;
}
