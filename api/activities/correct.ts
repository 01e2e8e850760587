// Correcting an entry with its version; which fields, and by whom, edit-rules.ts says.
import { activityFields } from '#contract/activity.ts';
import type { getActivity, RecordLink, updateActivity } from '#contract/activity.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import * as store from './correct-store.ts';
import { editableFields, mayCorrect, ofMail } from './edit-rules.ts';
import { findDocuments } from './link-store.ts';
import { toActivity } from './row.ts';
import type { ActivityRow } from './row.ts';

type Change = Parsed<typeof updateActivity>;

/** An entry that was not taken back; not_found for one the user may not see. */
export function get(
  deps: Deps,
  user: SignedInUser,
  { id }: Parsed<typeof getActivity>,
): Promise<Reply<typeof getActivity>> {
  return deps.db.read(user, async (trx) => {
    const row = await store.findActivity(trx, user, id);
    if (row === null) throw new AppError('not_found');
    return toActivity(user, row);
  });
}

/** Changes what is given; stale_version carries the entry as it is now. */
export function correct(
  deps: Deps,
  user: SignedInUser,
  input: Change,
  version: number,
): Promise<Reply<typeof updateActivity>> {
  return deps.db.transaction(user, async (trx) => {
    const before = await store.lockCorrectable(trx, user, input.id);
    if (before === null) throw new AppError('not_found');
    refuseFixed(user, before, input);
    if (before.version !== version)
      throw new AppError('stale_version', { current: toActivity(user, before) });
    const links = await linksOf(trx, user, before, input);
    await refuseUnknownContact(trx, user, before, input);
    const columns = { ...columnsOf(input), updated_by: user.id };
    await store.updateActivityRow(trx, user.organizationId, input.id, columns);
    if (links !== null) await store.replaceLinks(trx, user.organizationId, input.id, links);
    return finish(deps, trx, user, before);
  });
}

function refuseFixed(user: SignedInUser, before: ActivityRow, input: Change): void {
  const { origin, logged_by: loggedBy } = before;
  if (!mayCorrect(user, loggedBy?.id === user.id)) throw new AppError('forbidden');
  if (origin === 'report')
    throw new AppError('transition_not_allowed', { current: toActivity(user, before) });
  const editable = editableFields(user, { loggedById: loggedBy?.id ?? null, origin });
  const fixed = activityFields.filter((field) => input[field] !== undefined && !editable.includes(field));
  if (fixed.length === 0) return;
  const fields = (origin === 'mail' ? ofMail(fixed) : []).map((path) => ({ path, problem: 'of_mail' }));
  throw fields.length > 0 ? new AppError('invalid_input', { fields }) : new AppError('forbidden');
}

async function linksOf(
  trx: Query,
  user: SignedInUser,
  before: ActivityRow,
  { links: wanted }: Change,
): Promise<RecordLink[] | null> {
  if (wanted === undefined) return null;
  const of = { organizationId: user.organizationId, customerId: before.customer_id };
  const links = await findDocuments(trx, of, wanted);
  if (links.length < new Set(wanted.map(({ id }) => id)).size) throw unknown('links');
  return links;
}

async function refuseUnknownContact(
  trx: Query,
  user: SignedInUser,
  before: ActivityRow,
  { contactId }: Change,
): Promise<void> {
  if (contactId === undefined || contactId === null) return;
  const of = { organizationId: user.organizationId, customerId: before.customer_id, contactId };
  if (!(await store.isContactOf(trx, of))) throw unknown('contactId');
}

function unknown(path: string): AppError {
  return new AppError('invalid_input', { fields: [{ path, problem: 'unknown' }] });
}

function columnsOf({ contactId, occurredAt, bodyText, durationMinutes, ...input }: Change) {
  const { kind, direction, subject, visibility } = input;
  const given = {
    contact_id: contactId,
    kind,
    direction,
    subject,
    body_text: bodyText,
    occurred_at: occurredAt === undefined ? undefined : new Date(occurredAt),
    duration_minutes: durationMinutes,
    visibility,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

async function finish(deps: Deps, trx: Query, user: SignedInUser, row: ActivityRow) {
  const after = await store.lockCorrectable(trx, user, row.id);
  if (after === null) throw new AppError('not_found');
  const [was, is] = [toActivity(user, row), toActivity(user, after)];
  await writeAudit(trx, user, {
    action: 'activity.update',
    recordKind: 'activity',
    recordId: row.id,
    before: was,
    after: is,
    at: deps.clock.now(),
  });
  return is;
}
