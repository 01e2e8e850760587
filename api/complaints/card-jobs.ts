// Getting escalation cards to people: posted once each, then edited in place; by mail where there is no bot.
import { z } from 'zod';
import type { Complaint } from '#contract/complaint.ts';
import { Id } from '#contract/endpoint.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { defineJob, RetryAt } from '#api/jobs/job.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { seesFigures } from '#api/rights/visible.ts';
import { findUserByOid } from '#api/users/users.ts';
import { escalationCard } from '#teams-app/cards/escalation-card.ts';
import type { EscalationCardRecord } from '#teams-app/cards/escalation-record.ts';
import type { CardKey, CardRow } from './card-store.ts';
import * as cardStore from './card-store.ts';
import { listDeciders } from './intake-store.ts';
import { askablePeople, calendarOf, toComplaint, toComplaintEvent } from './record.ts';
import type { ComplaintRow } from './row.ts';
import { isFinished } from './rules.ts';
import type { EventRow } from './store.ts';
import { findComplaint, listEvents } from './store.ts';
import { workingMinutesBetween } from './working-time.ts';

const Payload = z.object({ organizationId: Id, escalationId: Id });
const mostRounds = 5;
const claimSeconds = 60;
const lookAgainMs = 5_000;
const waitForSignInMs = 15 * 60_000;
const longestWaitMs = 24 * 60 * 60_000;

/** Brings every card of an escalation to its present state; run again, it changes nothing. */
export const sendCards = defineJob({
  name: 'complaints.send-cards',
  payload: Payload,
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

export interface CardMaterial {
  readonly row: ComplaintRow;
  readonly story: readonly EventRow[];
  readonly deciders: readonly { id: string; name: string }[];
}

/** What every viewer's card of this escalation is made of; null when there is no such escalation. */
export async function loadCardMaterial(trx: Query, key: CardKey): Promise<CardMaterial | null> {
  const row = await cardStore.findEscalated(trx, key);
  if (row === null) return null;
  const story = await listEvents(trx, key.organizationId, row.id);
  const deciders = await listDeciders(trx, key.organizationId);
  return { row, story, deciders: deciders.map(({ id, name }) => ({ id, name })) };
}

interface Plan extends CardMaterial {
  readonly cards: readonly CardRow[];
}

function loadPlan(deps: Deps, key: CardKey): Promise<Plan | null> {
  return deps.db.read(key, async (trx) => {
    const material = await loadCardMaterial(trx, key);
    return material === null ? null : { ...material, cards: await cardStore.listCards(trx, key) };
  });
}

async function deliver(deps: Deps, key: CardKey, plan: Plan, card: CardRow): Promise<void> {
  const viewer = await findUserByOid(deps, key.organizationId, card.entraOid);
  if (viewer === null) return;
  const record = buildCardRecord(deps, plan, viewer, []);
  const json = escalationCard({ ...record, language: card.language ?? 'de' });
  const { conversationId, activityId } = card;
  if (conversationId !== null && activityId !== null) {
    if (activityId !== byMail) await deps.cards.update({ conversationId, activityId }, json);
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

/** The record of the card as this viewer is to see it now. */
export function buildCardRecord(
  deps: Pick<Deps, 'clock' | 'config'>,
  { row, story, deciders }: CardMaterial,
  viewer: SignedInUser,
  viewerTeamsIds: readonly string[],
): EscalationCardRecord {
  const now = deps.clock.now();
  const complaint = toComplaint(row, viewer, now);
  return {
    complaint,
    story: story.map(toComplaintEvent),
    viewerId: viewer.id,
    viewerTeamsIds,
    assignees: deciders,
    askable: askablePeople(row),
    ...timesOf(row, complaint, now),
    customerUrl: customerUrl(deps, row.customer_id),
    now: now.toISOString(),
    timeZone: row.time_zone,
    language: 'de',
  };
}

function timesOf(
  row: ComplaintRow,
  complaint: Complaint,
  now: Date,
): Pick<EscalationCardRecord, 'decideBy' | 'minutesLeft' | 'minutesBeforeDeadline'> {
  const calendar = calendarOf(row);
  const decideBy = nextStepAt(complaint);
  const decidedAt = complaint.escalation?.decision?.at;
  const due = complaint.firstAnswer?.at;
  const isTimely = decidedAt !== undefined && due !== undefined;
  const minutes = (from: Date, to: string) => workingMinutesBetween(calendar, from, new Date(to));
  return {
    decideBy,
    minutesLeft: decideBy === null ? null : minutes(now, decideBy),
    minutesBeforeDeadline: isTimely ? minutes(new Date(decidedAt), due) : null,
  };
}

function nextStepAt({ escalation, firstAnswer, resolution }: Complaint): string | null {
  return escalation?.deputyAt ?? firstAnswer?.at ?? resolution?.at ?? null;
}

/** The card of a complaint's escalation for somebody who looks at it now; null like for none. */
export async function findCardRecord(
  deps: Deps,
  viewer: SignedInUser,
  complaintId: string,
  viewerTeamsIds: readonly string[],
): Promise<EscalationCardRecord | null> {
  if (!seesFigures(viewer)) return null;
  const material = await deps.db.read(viewer, async (trx) => {
    const row = await findComplaint(trx, viewer, complaintId);
    const { organizationId } = viewer;
    const escalationId = row?.escalation?.id;
    return escalationId === undefined ? null : loadCardMaterial(trx, { organizationId, escalationId });
  });
  return material && buildCardRecord(deps, material, viewer, viewerTeamsIds);
}

const appIdOfDemo = 'kundencockpit';

/** Opens exactly this customer in the app's tab. */
export function customerUrl({ config }: Pick<Deps, 'config'>, customerId: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: customerId }));
  const appId = encodeURIComponent(config.teamsAppId ?? appIdOfDemo);
  return `https://teams.microsoft.com/l/entity/${appId}/customer?context=${context}`;
}

/** In place of a card's activity id, for those who were told by mail. */
const byMail = 'mail';

/** Without a bot, or when Teams does not take the card: whoever's turn it is gets a mail. */
async function fallBack(deps: Deps, key: CardKey, state: 'none' | 'failed'): Promise<void> {
  await deps.db.transaction(key, async (trx) => {
    await cardStore.setCardState(trx, key, state);
    const row = await cardStore.findEscalated(trx, key);
    if (!row?.escalation || isFinished(row.escalation.state)) return;
    await deps.jobs.enqueue(trx, sendEscalationMail, key);
  });
}

/** The last resort: a mail in the name of who raised the escalation, once per person whose turn it becomes. */
export const sendEscalationMail = defineJob({
  name: 'complaints.send-escalation-mail',
  payload: Payload,
  run: async (deps, key) => {
    const plan = await loadPlan(deps, key);
    const turnId = plan?.row.escalation?.turn?.id;
    const card = plan?.cards.find((one) => one.userId === turnId);
    if (!plan || !card || card.activityId !== null) return;
    const viewer = await findUserByOid(deps, key.organizationId, card.entraOid);
    if (viewer === null) return;
    const record = buildCardRecord(deps, plan, viewer, []);
    await sendMail(deps, key.organizationId, plan.row, { to: card.email, ...mailOf(record) });
    const at = { conversationId: byMail, activityId: byMail };
    const userKey = { ...key, userId: card.userId };
    await deps.db.transaction(key, (trx) => cardStore.keepCard(trx, userKey, at));
  },
});

function mailOf(record: EscalationCardRecord): { subject: string; text: string } {
  const { complaint, customerUrl: url } = record;
  const summary = String(escalationCard(record)['fallbackText']);
  const subject = `Eskalation ${complaint.number}: ${complaint.title}`;
  return { subject, text: `${complaint.title}\n\n${summary}\n\n${url}\n` };
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
