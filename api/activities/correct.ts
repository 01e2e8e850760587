// Correcting an entry: one's own, with its version; a mail keeps what it says itself, a report's entry follows the report.
import type { RecordLink, updateActivity } from '#contract/activity.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import * as store from './correct-store.ts';
import type { CorrectableRow } from './correct-store.ts';
import { findDocuments } from './link-store.ts';
import { canEditActivity, toActivity } from './row.ts';

type Change = Parsed<typeof updateActivity>;

const saidByTheMail = ['kind', 'direction', 'subject', 'occurredAt', 'durationMinutes'] as const;

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
    if (!canEditActivity(user, before.logged_by?.id ?? null)) throw new AppError('forbidden');
    if (before.is_of_report)
      throw new AppError('transition_not_allowed', { current: toActivity(user, before) });
    if (before.version !== version)
      throw new AppError('stale_version', { current: toActivity(user, before) });
    refuseOfMail(before, input);
    const links = await linksOf(trx, user, before, input);
    await refuseUnknownContact(trx, user, before, input);
    await store.updateActivityRow(trx, user.organizationId, input.id, columnsOf(input));
    if (links !== null) await store.replaceLinks(trx, user.organizationId, input.id, links);
    return finish(deps, trx, user, before);
  });
}

function refuseOfMail(before: CorrectableRow, input: Change): void {
  if (!before.is_mail) return;
  const fields = saidByTheMail
    .filter((name) => input[name] !== undefined)
    .map((path) => ({ path, problem: 'of_mail' }));
  if (fields.length > 0) throw new AppError('invalid_input', { fields });
}

async function linksOf(
  trx: Query,
  user: SignedInUser,
  before: CorrectableRow,
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
  before: CorrectableRow,
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

async function finish(deps: Deps, trx: Query, user: SignedInUser, row: CorrectableRow) {
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
