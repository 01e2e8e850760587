// "Meine Wiedervorlagen" for the bot: the open ones of the person asking, done or put off from a card.
import type { FollowUp } from '#contract/follow-up.ts';
import type { BotUseCases } from '#teams-app/bot/use-cases.ts';
import type { FollowUpStep } from '#teams-app/cards/follow-ups-card.ts';
import { placeUrl } from './compose-links.ts';
import { readMoment } from './compose-moment.ts';
import type { Deps } from './deps.ts';
import { AppError } from './errors.ts';
import * as followUps from './follow-ups/follow-ups.ts';
import { mayCall } from './rights/permissions.ts';
import type { SignedInUser } from './rights/user.ts';

type UseCases = BotUseCases<SignedInUser>;

const mostShown = 8;
const mostRead = 100;

/** What the card shows. */
export async function viewFollowUps(deps: Deps, person: SignedInUser): ReturnType<UseCases['viewFollowUps']> {
  const { items } = await followUps.list(deps, person, { mine: true, state: 'open', limit: mostRead });
  const lines = items.slice(0, mostShown).map(({ id, version, title, customer, dueOn }) => {
    return { id, version, title, customer: customer.name, dueOn };
  });
  const moment = await readMoment(deps, person);
  return { ...moment, lines, more: items.length - lines.length, dayUrl: placeUrl(deps.config, 'my-day') };
}

/** Changes what was ticked, each on its own; `stale` are those somebody else changed since the card was drawn. */
export async function changeFollowUps(
  deps: Deps,
  person: SignedInUser,
  { step, picks }: Parameters<UseCases['changeFollowUps']>[1],
): ReturnType<UseCases['changeFollowUps']> {
  const { role } = person;
  const changed: string[] = [];
  const stale: string[] = [];
  if (role === null || !mayCall(role, 'updateFollowUp')) return { changed, stale };
  const { nextDay } = await readMoment(deps, person);
  for (const { id, version } of picks) {
    const change = step === 'done' ? { completed: true } : { dueOn: nextDay };
    const outcome = await changeOne(deps, person, { id, ...change }, version);
    if (outcome === null) continue;
    const isDone = outcome.acted || isAsWanted(step, outcome.followUp, nextDay);
    (isDone ? changed : stale).push(outcome.followUp.title);
  }
  return { changed, stale };
}

/** The very press that was sent before has left it like this. */
function isAsWanted(step: FollowUpStep, { completedAt, dueOn }: FollowUp, nextDay: string): boolean {
  return step === 'done' ? completedAt !== null : dueOn === nextDay;
}

/** Null for one that is not this person's to see, exactly as for none. */
async function changeOne(
  deps: Deps,
  person: SignedInUser,
  change: { id: string; completed?: boolean; dueOn?: string },
  version: number,
): Promise<{ acted: boolean; followUp: FollowUp } | null> {
  try {
    return { acted: true, followUp: await followUps.update(deps, person, change, version) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'not_found' || error.code === 'forbidden') return null;
    if (error.code !== 'stale_version') throw error;
    return { acted: false, followUp: await followUps.get(deps, person, { id: change.id }) };
  }
}
