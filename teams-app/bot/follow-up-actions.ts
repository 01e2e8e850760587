// The buttons of "Meine Wiedervorlagen": done or put off, once, however often Teams sends the press.
import type { Json } from '#teams-app/cards/elements.ts';
import type { FollowUpStep } from '#teams-app/cards/follow-ups-card.ts';
import { followUpsCard, followUpVerbs } from '#teams-app/cards/follow-ups-card.ts';
import type { BotPerson, BotUseCases, FollowUpPick, Viewer } from './use-cases.ts';

const pickPattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\d{1,9})$/i;
const mostPicks = 20;

/** Which step a verb means; null for other buttons. */
export function readStep(verb: string): FollowUpStep | null {
  if (verb === followUpVerbs.done) return 'done';
  return verb === followUpVerbs.postpone ? 'postpone' : null;
}

/** Does it for what was ticked and answers the list as it is now. */
export async function answerStep<P extends BotPerson>(
  useCases: BotUseCases<P>,
  viewer: Viewer<P>,
  { step, data }: { step: FollowUpStep; data: Readonly<Record<string, unknown>> },
): Promise<Json> {
  const done = await useCases.changeFollowUps(viewer, { step, picks: readPicks(data['chosen']) });
  return followUpsCard(await useCases.viewFollowUps(viewer), { step, ...done }, viewer.language);
}

/** `id:version,id:version`, as a card sends what was ticked. */
function readPicks(chosen: unknown): FollowUpPick[] {
  const parts = typeof chosen === 'string' ? chosen.split(',').slice(0, mostPicks) : [];
  return parts.flatMap((part) => {
    const [, id, version] = pickPattern.exec(part.trim()) ?? [];
    return id === undefined ? [] : [{ id, version: Number(version) }];
  });
}
