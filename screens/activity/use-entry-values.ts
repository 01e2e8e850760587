// The fields of an entry and their values in words, for choosing between two people's.
import type { Activity } from '#contract/activity.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import { useEntryMessages } from '../messages/entry-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { useFormat } from '../use-format.ts';
import { documentsOf, labelsOf, peopleOf } from './entry-choices.ts';
import type { EntryFields } from './entry-fields.ts';
import { useAudience } from './use-audience.ts';

type Name = keyof EntryFields;
const longestText = 300;

/** `stored` is the entry as somebody else left it: its people and documents have names, too. */
export function useEntryValues(cockpit: Cockpit, stored: Activity) {
  const { cockpit: names } = useMessages();
  const { nothing } = useEntryMessages();
  const { record } = useWideMessages().customerPage;
  const format = useFormat();
  const audience = useAudience(cockpit.customer);
  const people = peopleOf(cockpit, stored);
  const documents = documentsOf(cockpit, stored, names.linkKinds);
  const text = (value: string) => (value.length > longestText ? `${value.slice(0, longestText)}…` : value);
  const writers: { [N in Name]: (value: EntryFields[N]) => string } = {
    kind: (kind) => names.activityKinds[kind],
    direction: (direction) => record.directions[direction],
    contactId: (id) => (id === '' ? record.noContact : labelsOf(people, [id])),
    subject: text,
    text,
    day: format.date,
    time: text,
    minutes: text,
    visibility: (visibility) => audience.labels[visibility],
    links: (links) => labelsOf(documents, links),
  };
  const labels: Record<Name, string> = { ...record, contactId: record.contact };
  return {
    labels,
    show: (name: Name, value: unknown): string => {
      const write = writers[name] as (value: unknown) => string; // the dialog hands each field its own value
      return write(value) || nothing;
    },
  };
}
