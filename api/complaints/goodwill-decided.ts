// Goodwill that was granted with the decision of an escalation, on the card or on screen, is a measure like any other.
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { goodwillLeft, goodwillLimit, needsSecondPerson } from './measure-rules.ts';
import * as measureStore from './measure-store.ts';
import type { ComplaintRow } from './row.ts';

export interface DecidedGoodwill {
  readonly complaint: ComplaintRow;
  readonly cents: number | null | undefined;
  /** The decision. */
  readonly text: string;
  readonly now: Date;
}

/** Keeps it as asked for by whoever reported or owns the complaint; nobody grants himself more than his limit (above_limit). */
export async function keepDecided(trx: Query, user: SignedInUser, given: DecidedGoodwill): Promise<void> {
  const { complaint, cents = null, text, now } = given;
  if (cents === null || cents === 0) return;
  const askerId = [complaint.reporter?.id, complaint.owner_id].find(
    (id) => id !== undefined && id !== user.id,
  );
  if (askerId === undefined) await checkOwnLimit(trx, user, complaint.id, cents);
  await measureStore.insertMeasure(trx, {
    organization_id: user.organizationId,
    id: newId(),
    complaint_id: complaint.id,
    kind: 'goodwill',
    text,
    cost_cents: cents,
    state: 'agreed',
    asked_by: askerId ?? user.id,
    asked_at: now,
    decider_id: null,
    decided_by: askerId === undefined ? null : user.id,
    decided_at: askerId === undefined ? null : now,
    decision: null,
  });
}

async function checkOwnLimit(
  trx: Query,
  user: SignedInUser,
  complaintId: string,
  costCents: number,
): Promise<void> {
  const { organizationId } = user;
  const limits = await measureStore.readGoodwillLimits(trx, organizationId);
  const rows = await measureStore.listMeasureRows(trx, { organizationId, complaintId });
  const agreed = rows.filter((row) => row.state === 'agreed' && row.kind === 'goodwill');
  const sum = agreed.reduce((total, row) => total + row.cost_cents, 0);
  const left = goodwillLeft(goodwillLimit(limits, user), sum);
  if (!needsSecondPerson({ kind: 'goodwill', costCents }, left)) return;
  throw new AppError('invalid_input', { fields: [{ path: 'goodwillCents', problem: 'above_limit' }] });
}
