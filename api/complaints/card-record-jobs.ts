// What an escalation's card, notice or mail is made of: the record as its viewer is to see it now. Read by jobs and the bot.
import { z } from 'zod';
import type { Complaint } from '#contract/complaint.ts';
import { Id } from '#contract/endpoint.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { seesFigures } from '#api/rights/visible.ts';
import type { EscalationCardRecord } from '#teams-app/cards/escalation-record.ts';
import type { CardKey, CardRow } from './card-store.ts';
import * as cardStore from './card-store.ts';
import { listDeciders } from './intake-store.ts';
import { askablePeople, calendarOf, toComplaint, toComplaintEvent } from './record.ts';
import type { ComplaintRow } from './row.ts';
import type { EventRow } from './store.ts';
import { findComplaint, listEvents } from './store.ts';
import { workingMinutesBetween } from './working-time.ts';

/** The payload of every job about an escalation. */
export const EscalationKey = z.object({ organizationId: Id, escalationId: Id });

interface CardMaterial {
  readonly row: ComplaintRow;
  readonly story: readonly EventRow[];
  readonly deciders: readonly { id: string; name: string }[];
}

/** What every viewer's card of this escalation is made of; null when there is no such escalation. */
async function loadCardMaterial(trx: Query, key: CardKey): Promise<CardMaterial | null> {
  const row = await cardStore.findEscalated(trx, key);
  if (row === null) return null;
  const story = await listEvents(trx, key.organizationId, row.id);
  const deciders = await listDeciders(trx, key.organizationId);
  return { row, story, deciders: deciders.map(({ id, name }) => ({ id, name })) };
}

export interface CardPlan extends CardMaterial {
  readonly cards: readonly CardRow[];
}

/** The same with everyone who has or is to get a card; null when there is no such escalation. */
export function loadPlan(deps: Deps, key: CardKey): Promise<CardPlan | null> {
  return deps.db.read(key, async (trx) => {
    const material = await loadCardMaterial(trx, key);
    return material === null ? null : { ...material, cards: await cardStore.listCards(trx, key) };
  });
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
