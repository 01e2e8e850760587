// Use-cases of what is done about a complaint: measures, goodwill with four eyes above the limit, internal notes.
import type {
  addComplaintNote,
  addMeasure,
  ComplaintMeasure,
  decideMeasure,
  listMeasures,
} from '#contract/complaint-measure.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { findDeciderBut } from './intake-store.ts';
import { goodwillLeft, goodwillLimit, measureMovesOf, needsSecondPerson } from './measure-rules.ts';
import type { MeasureRow } from './measure-store.ts';
import * as measureStore from './measure-store.ts';
import type { ComplaintRow } from './row.ts';
import * as store from './store.ts';

/** The measures of a complaint, what they cost, and how much goodwill the reader may still grant alone. */
export function list(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof listMeasures>,
): Promise<Reply<typeof listMeasures>> {
  return deps.db.read(user, async (trx) => {
    const complaint = await store.getComplaintRow(trx, user, input.id);
    const rows = await measuresOf(trx, user, complaint.id);
    return {
      items: rows.map((row) => toMeasure(row, user)),
      costCents: sumAgreed(rows),
      goodwillLeftCents: await leftFor(trx, user, rows),
      canAdd: complaint.state !== 'closed',
    };
  });
}

/** Adds a measure; goodwill beyond the asker's limit waits for a manager who is somebody else. */
export function add(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof addMeasure>,
): Promise<ComplaintMeasure> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const complaint = await getOpen(trx, user, input.id);
    const left = await leftFor(trx, user, await measuresOf(trx, user, complaint.id));
    const isRequest = needsSecondPerson(input, left);
    const decider = isRequest ? await chooseDecider(trx, user, complaint) : null;
    const id = newId();
    const now = deps.clock.now();
    await measureStore.insertMeasure(trx, {
      organization_id: organizationId,
      id,
      complaint_id: complaint.id,
      kind: input.kind,
      text: input.text,
      cost_cents: input.costCents,
      state: isRequest ? 'requested' : 'agreed',
      asked_by: user.id,
      asked_at: now,
      decider_id: decider?.id ?? null,
      decided_by: null,
      decided_at: null,
      decision: null,
    });
    const kind = isRequest ? 'measure_requested' : 'measure_agreed';
    return tell(deps, trx, { user, complaint, id, kind, text: input.text, before: null });
  });
}

/** Agrees to requested goodwill or refuses it; the second decision answers already_decided with the first. */
export function decide(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof decideMeasure>,
): Promise<ComplaintMeasure> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const { id, measureId, move, text } = input;
    await store.lockComplaint(trx, organizationId, id);
    const complaint = await store.getComplaintRow(trx, user, id);
    const before = await getMeasure(trx, user, complaint.id, measureId);
    checkDecision(before, user);
    if (move === 'refuse' && text === '') {
      throw new AppError('invalid_input', { fields: [{ path: 'text', problem: 'missing' }] });
    }
    await measureStore.updateMeasure(
      trx,
      { organizationId, id: measureId },
      {
        state: move === 'approve' ? 'agreed' : 'refused',
        decided_by: user.id,
        decided_at: deps.clock.now(),
        decision: text,
        decider_id: null,
      },
    );
    const kind = move === 'approve' ? 'measure_approved' : 'measure_refused';
    return tell(deps, trx, { user, complaint, id: measureId, kind, text, before });
  });
}

/** Writes an internal note. */
export function addNote(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof addComplaintNote>,
): Promise<Reply<typeof addComplaintNote>> {
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const now = deps.clock.now();
    const complaint = await store.getComplaintRow(trx, user, input.id);
    const event = { complaintId: complaint.id, at: now, byId: user.id, kind: 'noted', text: input.text };
    await store.addEvent(trx, organizationId, event);
    await writeAudit(trx, user, {
      action: 'complaint.note',
      recordKind: 'complaint',
      recordId: complaint.id,
      after: { note: input.text },
      at: now,
    });
    return { added: true };
  });
}

async function getOpen(trx: Query, user: SignedInUser, id: string): Promise<ComplaintRow> {
  await store.lockComplaint(trx, user.organizationId, id);
  const complaint = await store.getComplaintRow(trx, user, id);
  if (complaint.state === 'closed') throw new AppError('transition_not_allowed');
  return complaint;
}

function measuresOf(trx: Query, user: SignedInUser, complaintId: string): Promise<MeasureRow[]> {
  return measureStore.listMeasureRows(trx, { organizationId: user.organizationId, complaintId });
}

async function getMeasure(
  trx: Query,
  user: SignedInUser,
  complaintId: string,
  id: string,
): Promise<MeasureRow> {
  const { organizationId } = user;
  const [row] = await measureStore.listMeasureRows(trx, { organizationId, complaintId, id });
  if (row === undefined) throw new AppError('not_found');
  return row;
}

function sumAgreed(rows: readonly MeasureRow[]): number {
  return rows.filter((row) => row.state === 'agreed').reduce((sum, row) => sum + row.cost_cents, 0);
}

async function leftFor(trx: Query, user: SignedInUser, rows: readonly MeasureRow[]): Promise<number | null> {
  const limits = await measureStore.readGoodwillLimits(trx, user.organizationId);
  const agreed = sumAgreed(rows.filter((row) => row.kind === 'goodwill'));
  return goodwillLeft(goodwillLimit(limits, user), agreed);
}

/** The manager in charge who is not the asker; without one nothing above the limit can be granted. */
async function chooseDecider(trx: Query, user: SignedInUser, complaint: ComplaintRow) {
  const people = { ownerId: complaint.owner_id, customerOwnerId: complaint.customer_owner_id };
  const decider = await findDeciderBut(trx, user.organizationId, people, user.id);
  if (decider !== null) return decider;
  throw new AppError('invalid_input', { fields: [{ path: 'costCents', problem: 'no_decider' }] });
}

function checkDecision(row: MeasureRow, user: SignedInUser): void {
  if (row.state !== 'requested') throw new AppError('already_decided', { current: toMeasure(row, user) });
  if (measureMovesOf({ state: row.state, askedById: row.asker.id }, user).length === 0) {
    throw new AppError('forbidden');
  }
}

interface Told {
  readonly user: SignedInUser;
  readonly complaint: ComplaintRow;
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly before: MeasureRow | null;
}

/** Story, new version of the complaint, audit. */
async function tell(deps: Deps, trx: Query, told: Told): Promise<ComplaintMeasure> {
  const { user, complaint, id, kind, text, before } = told;
  const { organizationId } = user;
  const now = deps.clock.now();
  const after = toMeasure(await getMeasure(trx, user, complaint.id, id), user);
  await store.updateComplaintRow(trx, { organizationId, id: complaint.id, version: null, now }, {});
  await store.addEvent(trx, organizationId, {
    complaintId: complaint.id,
    at: now,
    byId: user.id,
    kind,
    text,
  });
  await writeAudit(trx, user, {
    action: `complaint.${kind}`,
    recordKind: 'complaint',
    recordId: complaint.id,
    before: before && toMeasure(before, user),
    after,
    at: now,
  });
  return after;
}

function toMeasure(row: MeasureRow, user: SignedInUser): ComplaintMeasure {
  const { judge, decided_at: decidedAt } = row;
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    costCents: row.cost_cents,
    state: row.state,
    askedBy: row.asker,
    askedAt: row.asked_at.toISOString(),
    decider: row.state === 'requested' ? row.decider : null,
    decision: judge && decidedAt && { by: judge, at: decidedAt.toISOString(), text: row.decision ?? '' },
    moves: measureMovesOf({ state: row.state, askedById: row.asker.id }, user),
  };
}
