// A file added by hand: read up to the limit, judged by its bytes, stored once, hung on an entry.
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { addAttachment, StoredAttachment } from '#contract/activity.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { largestBytes } from './attachment-rules.ts';
import { insertAttachments, storeBytes } from './attachment-store.ts';
import { lockCorrectable } from './correct-store.ts';
import { cleanFileName, judgeFile } from './file-rules.ts';
import { canUndoActivity } from './row.ts';

const mostFiles = 20;

/** The right is asked before the file is read; the same file under the same name is there only once. */
export async function add(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof addAttachment>,
  body: Readable,
): Promise<Reply<typeof addAttachment>> {
  await deps.db.transaction(user, (trx) => lockOwn(trx, user, input.id));
  const bytes = await readWhole(body);
  const name = cleanFileName(input.name);
  const { problem, contentType } = judgeFile(name, bytes);
  if (problem !== null) throw new AppError('unsupported_media_type', { fields: [{ path: 'name', problem }] });
  const sha256 = createHash('sha256').update(bytes).digest();
  return deps.db.transaction(user, async (trx) => {
    const { organizationId } = user;
    const { attachments } = await lockOwn(trx, user, input.id);
    const known = await findSame(trx, organizationId, { activityId: input.id, name, sha256 });
    const same = attachments.find(({ id }) => id === known);
    if (same !== undefined) return same;
    if (attachments.length >= mostFiles) {
      throw new AppError('invalid_input', { fields: [{ path: 'id', problem: 'too_many' }] });
    }
    const stored: StoredAttachment = {
      id: newId(),
      name,
      contentType,
      sizeBytes: bytes.byteLength,
      state: 'stored',
    };
    await insertAttachments(trx, [rowOf(organizationId, input.id, stored)]);
    await storeBytes(trx, organizationId, { id: stored.id, sha256, bytes });
    await writeAudit(trx, user, {
      action: 'attachment.add',
      recordKind: 'activity',
      recordId: input.id,
      after: { attachment: name, contentType, sizeBytes: stored.sizeBytes },
      at: deps.clock.now(),
    });
    return stored;
  });
}

type Transaction = Parameters<typeof lockCorrectable>[0];

/** An entry whose files this user may change, locked; throws otherwise. */
export async function lockOwn(trx: Transaction, user: SignedInUser, id: string) {
  const activity = await lockCorrectable(trx, user, id);
  if (activity === null) throw new AppError('not_found');
  if (!canUndoActivity(user, activity.logged_by?.id ?? null)) throw new AppError('forbidden');
  return activity;
}

/** A stream beyond the limit is broken off, so that nobody fills the memory. */
async function readWhole(body: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > largestBytes) throw new AppError('too_large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

async function findSame(
  trx: Transaction,
  organizationId: string,
  { activityId, name, sha256 }: { activityId: string; name: string; sha256: Buffer },
): Promise<string | null> {
  const row = await trx
    .selectFrom('attachment')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('activity_id', '=', activityId)
    .where('name', '=', name)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.id ?? null;
}

function rowOf(organization_id: string, activity_id: string, stored: StoredAttachment) {
  return {
    organization_id,
    id: stored.id,
    activity_id,
    name: stored.name,
    content_type: stored.contentType,
    size_bytes: stored.sizeBytes,
    state: 'pending' as const,
    problem: null,
    sha256: null,
    graph_mailbox: null,
    graph_message_id: null,
    graph_attachment_id: null,
  };
}
