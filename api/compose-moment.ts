// Now, as cards reckon with it: in the company's zone, with the next working day.
import { DateTime } from 'luxon';
import { readTimeZone } from './chat-messages/chat-messages.ts';
import type { Deps } from './deps.ts';
import type { SignedInUser } from './rights/user.ts';

export interface Moment {
  readonly now: string;
  readonly timeZone: string;
  readonly today: string;
  /** From Monday to Friday. */
  readonly nextDay: string;
}

const saturday = 6;

/** The moment for a person's company. */
export async function readMoment(deps: Pick<Deps, 'clock' | 'db'>, person: SignedInUser): Promise<Moment> {
  const now = deps.clock.now();
  const timeZone = await readTimeZone(deps, person);
  const day = DateTime.fromJSDate(now, { zone: timeZone });
  const next = [1, 2, 3].map((days) => day.plus({ days })).find(({ weekday }) => weekday < saturday) ?? day;
  return { now: now.toISOString(), timeZone, today: day.toISODate() ?? '', nextDay: next.toISODate() ?? '' };
}
