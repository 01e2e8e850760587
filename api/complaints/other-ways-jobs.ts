// Where no card reaches whoever's turn it is: a notice in his Teams activity feed, and at the very last a mail.
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { defineJob, RetryAt } from '#api/jobs/job.ts';
import { escalationNotice } from '#api/outside/activity-feed.ts';
import { findUserByOid } from '#api/users/users.ts';
import { escalationCard } from '#teams-app/cards/escalation-card.ts';
import type { EscalationCardRecord } from '#teams-app/cards/escalation-record.ts';
import { buildCardRecord, EscalationKey, loadPlan } from './card-record-jobs.ts';
import type { CardKey, CardRow } from './card-store.ts';
import * as cardStore from './card-store.ts';
import type { ComplaintRow } from './row.ts';
import { isFinished } from './rules.ts';

const waitForSignInMs = 15 * 60_000;
const longestWaitMs = 24 * 60 * 60_000;

/** In place of a card's activity id, for those who were told another way. */
const byMail = 'mail';
const byFeed = 'feed';

/** Whether this is no card that could be edited. */
export function isOtherWay(activityId: string): boolean {
  return activityId === byMail || activityId === byFeed;
}

/** Without a bot, or when Teams does not take the card: whoever's turn it is is told by the feed, else by mail. */
export async function fallBack(deps: Deps, key: CardKey, state: 'none' | 'failed'): Promise<void> {
  await deps.db.transaction(key, async (trx) => {
    await cardStore.setCardState(trx, key, state);
    const row = await cardStore.findEscalated(trx, key);
    if (!row?.escalation || isFinished(row.escalation.state)) return;
    await deps.jobs.enqueue(trx, deps.feed.available ? sendEscalationNotice : sendEscalationMail, key);
  });
}

/** One notice per person whose turn it becomes; sent twice (a lost answer) the later one replaces the earlier. */
export const sendEscalationNotice = defineJob({
  name: 'complaints.send-escalation-notice',
  payload: EscalationKey,
  run: async (deps, key) => {
    const untold = await findUntold(deps, key);
    if (untold === null) return;
    const { card, record } = untold;
    const language = card.language ?? 'de';
    const { complaint, customerUrl: url } = record;
    await deps.feed.notify(
      { organizationId: key.organizationId, entraOid: card.entraOid },
      {
        type: escalationNotice,
        topic: `${complaint.number} ${complaint.title}`,
        url,
        preview: summaryOf({ ...record, language }),
        parameters: { complaint: `${complaint.number} ${complaint.title}` },
        key: `${key.escalationId}:${card.userId}`,
      },
    );
    await markTold(deps, key, card, byFeed);
  },
  giveUp: async (deps, key) => {
    await deps.db.transaction(key, (trx) => deps.jobs.enqueue(trx, sendEscalationMail, key));
  },
});

/** The last resort: a mail in the name of who raised the escalation, once per person whose turn it becomes. */
export const sendEscalationMail = defineJob({
  name: 'complaints.send-escalation-mail',
  payload: EscalationKey,
  run: async (deps, key) => {
    const untold = await findUntold(deps, key);
    if (untold === null) return;
    const { card, record, row } = untold;
    await sendMail(deps, key.organizationId, row, { to: card.email, ...mailOf(record) });
    await markTold(deps, key, card, byMail);
  },
});

interface Untold {
  readonly card: CardRow;
  readonly row: ComplaintRow;
  readonly record: EscalationCardRecord;
}

/** Whoever's turn it is, unless he has been told. */
async function findUntold(deps: Deps, key: CardKey): Promise<Untold | null> {
  const plan = await loadPlan(deps, key);
  const turnId = plan?.row.escalation?.turn?.id;
  const card = plan?.cards.find((one) => one.userId === turnId);
  if (!plan || !card || card.activityId !== null) return null;
  const viewer = await findUserByOid(deps, key.organizationId, card.entraOid);
  return viewer && { card, row: plan.row, record: buildCardRecord(deps, plan, viewer, []) };
}

async function markTold(
  deps: Deps,
  key: CardKey,
  card: CardRow,
  way: typeof byMail | typeof byFeed,
): Promise<void> {
  const at = { conversationId: way, activityId: way };
  await deps.db.transaction(key, (trx) => cardStore.keepCard(trx, { ...key, userId: card.userId }, at));
}

function summaryOf(record: EscalationCardRecord): string {
  return String(escalationCard(record)['fallbackText']);
}

function mailOf(record: EscalationCardRecord): { subject: string; text: string } {
  const { complaint, customerUrl: url } = record;
  const subject = `Eskalation ${complaint.number}: ${complaint.title}`;
  return { subject, text: `${complaint.title}\n\n${summaryOf(record)}\n\n${url}\n` };
}

async function sendMail(
  deps: Deps,
  organizationId: string,
  row: ComplaintRow,
  mail: { to: string; subject: string; text: string },
): Promise<void> {
  const userId = row.escalation?.raisedBy?.id ?? row.owner_id;
  try {
    await deps.graph.sendMail({ organizationId, userId }, mail);
  } catch (error) {
    const raisedAt = new Date(row.escalation?.raisedAt ?? deps.clock.now()).getTime();
    const now = deps.clock.now().getTime();
    const waits = error instanceof AppError && error.code === 'token_expired';
    if (waits && now - raisedAt < longestWaitMs)
      throw new RetryAt(new Date(now + waitForSignInMs), error.code);
    throw error;
  }
}
