// Getting escalation cards to people: posted once each, then edited in place; other ways where there is no bot.
import type { Deps } from '#api/deps.ts';
import { defineJob, RetryAt } from '#api/jobs/job.ts';
import { findUserByOid } from '#api/users/users.ts';
import { escalationCard } from '#teams-app/cards/escalation-card.ts';
import { buildCardRecord, EscalationKey, loadPlan } from './card-record-jobs.ts';
import type { CardPlan } from './card-record-jobs.ts';
import type { CardKey, CardRow } from './card-store.ts';
import * as cardStore from './card-store.ts';
import { fallBack, isOtherWay } from './other-ways-jobs.ts';

const mostRounds = 5;
const claimSeconds = 60;
const lookAgainMs = 5_000;

/** Brings every card of an escalation to its present state; run again, it changes nothing. */
export const sendCards = defineJob({
  name: 'complaints.send-cards',
  payload: EscalationKey,
  run: async (deps, key) => {
    if (!deps.cards.available) return fallBack(deps, key, 'none');
    for (let round = 0; round < mostRounds; round += 1) {
      const plan = await loadPlan(deps, key);
      if (plan === null) return;
      for (const card of plan.cards) await deliver(deps, key, plan, card);
      const version = await deps.db.transaction(key, (trx) => cardStore.setCardState(trx, key, 'sent'));
      if (version === plan.row.version) return; // else somebody acted meanwhile, and an older state may stand there
    }
  },
  giveUp: (deps, key) => fallBack(deps, key, 'failed'),
});

async function deliver(deps: Deps, key: CardKey, plan: CardPlan, card: CardRow): Promise<void> {
  const viewer = await findUserByOid(deps, key.organizationId, card.entraOid);
  if (viewer === null) return;
  const record = buildCardRecord(deps, plan, viewer, []);
  const json = escalationCard({ ...record, language: card.language ?? 'de' });
  const { conversationId, activityId } = card;
  if (conversationId !== null && activityId !== null) {
    if (!isOtherWay(activityId)) await deps.cards.update({ conversationId, activityId }, json);
    return;
  }
  await postOnce(deps, { ...key, userId: card.userId }, card, json);
}

async function postOnce(
  deps: Deps,
  key: CardKey & { userId: string },
  card: CardRow,
  json: unknown,
): Promise<void> {
  const now = deps.clock.now();
  const until = new Date(now.getTime() + claimSeconds * 1_000);
  const isMine = await deps.db.transaction(key, (trx) => cardStore.claimCard(trx, key, { now, until }));
  // Whoever holds it may have been killed before posting: not sent before a later look has found the card.
  if (!isMine) throw new RetryAt(new Date(now.getTime() + lookAgainMs), 'another job is posting the card');
  const to = { organizationId: key.organizationId, userId: key.userId, entraOid: card.entraOid };
  const dedupeKey = `${key.escalationId}:${key.userId}`;
  const at = await deps.cards
    .post({ ...to, conversationId: card.chatId }, json, dedupeKey)
    .catch(async (error: unknown) => {
      await deps.db.transaction(key, (trx) => cardStore.keepCard(trx, key, null));
      throw error;
    });
  await deps.db.transaction(key, (trx) => cardStore.keepCard(trx, key, at));
}
