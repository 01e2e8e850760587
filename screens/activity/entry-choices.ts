// What one chooses from for an entry: people and documents of the customer, those it has already among them. Pure.
import type { Activity } from '#contract/activity.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import { byLastTouch } from '../customer/contact-order.ts';
import type { Messages } from '../messages/use-messages.ts';

export interface EntryChoice {
  value: string;
  label: string;
}

/** The customer's people, who was in touch last first. */
export function peopleOf(cockpit: Cockpit, activity: Activity | null): EntryChoice[] {
  const people = byLastTouch(cockpit).map(({ id, name }) => ({ value: id, label: name }));
  const own = activity?.contact ? [{ value: activity.contact.id, label: activity.contact.name }] : [];
  return withOwn(people, own);
}

/** The customer's latest documents as `kind:id`. */
export function documentsOf(
  cockpit: Cockpit,
  activity: Activity | null,
  words: Messages['cockpit']['linkKinds'],
): EntryChoice[] {
  const { complaints, quotes, orders, projects } = cockpit;
  const own = activity?.links.map(({ kind, id, label }) => ({
    value: `${kind}:${id}`,
    label: `${words[kind]} ${label}`,
  }));
  const all = [
    ...complaints.map(({ id, number }) => ({
      value: `complaint:${id}`,
      label: `${words.complaint} ${number}`,
    })),
    ...quotes.map(({ id, number }) => ({ value: `quote:${id}`, label: `${words.quote} ${number}` })),
    ...orders.map(({ id, number }) => ({ value: `order:${id}`, label: `${words.order} ${number}` })),
    ...projects.map(({ id, name }) => ({ value: `project:${id}`, label: `${words.project} ${name}` })),
  ];
  return withOwn(all, own ?? []);
}

function withOwn(all: EntryChoice[], own: EntryChoice[]): EntryChoice[] {
  return [...own.filter(({ value }) => !all.some((one) => one.value === value)), ...all];
}

/** The names of these values, in a row. */
export function labelsOf(choices: readonly EntryChoice[], values: readonly string[]): string {
  return choices
    .filter(({ value }) => values.includes(value))
    .map(({ label }) => label)
    .join(', ');
}
