// Who will see an entry, in words: the team of the customer's territory with its head count.
import { useMemo } from 'react';
import type { Activity } from '#contract/activity.ts';
import type { Customer } from '#contract/customer.ts';
import { listColleagues, type Colleague } from '#contract/user.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';

const freshMs = 5 * 60_000;

export interface Audience {
  team: string;
  people: string;
  /** The words of each choice, e.g. "Vertrieb Südwest (6 Personen)". */
  labels: Record<Activity['visibility'], string>;
}

/** The same rule as the server's: managers and admins see all customers, sales those of their territories and their own. */
function seesCustomer(colleague: Colleague, customer: Pick<Customer, 'territory' | 'owner'>): boolean {
  if (colleague.role === 'manager' || colleague.role === 'admin') return true;
  if (colleague.role === 'partner') return false;
  return (
    colleague.id === customer.owner?.id ||
    colleague.territories.some((territory) => territory.id === customer.territory?.id)
  );
}

/** Counts are left out until the colleagues are known. */
export function useAudience(customer: Pick<Customer, 'territory' | 'owner'>): Audience {
  const messages = useMessages();
  const format = useFormat();
  const words = messages.activity.visibility;
  const { reply } = useReply(listColleagues, {}, { freshMs });
  const count = useMemo(
    () => reply?.items.filter((colleague) => seesCustomer(colleague, customer)).length ?? null,
    [reply, customer],
  );
  const team = customer.territory ? words.teamName(customer.territory.name) : words.teamWithoutTerritory;
  const people =
    count === null
      ? ''
      : count === 1
        ? messages.common.onePerson
        : messages.common.people(format.number(count));
  return {
    team,
    people,
    labels: { me: words.me, team: people === '' ? team : words.team(team, people), all: words.all },
  };
}
