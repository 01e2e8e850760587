// A file taken off an entry: by those who may take the entry back, and for good.
import type { removeAttachment } from '#contract/activity.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import { writeAudit } from '#api/db/audit.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { lockOwn } from './add-attachment.ts';
import { findAttachment, removeAttachmentRow } from './attachment-store.ts';

/** Deletes the file with its text; its bytes too, unless another entry has the same. */
export function remove(
  deps: Deps,
  user: SignedInUser,
  { id }: Parsed<typeof removeAttachment>,
): Promise<Reply<typeof removeAttachment>> {
  return deps.db.transaction(user, async (trx) => {
    const attachment = await findAttachment(trx, user, id);
    if (attachment === null) throw new AppError('not_found');
    await lockOwn(trx, user, attachment.activity_id);
    // two may press at the same time: the second finds nothing any more
    if (!(await removeAttachmentRow(trx, user.organizationId, id))) throw new AppError('not_found');
    const { name, contentType, sizeBytes } = attachment;
    await writeAudit(trx, user, {
      action: 'attachment.remove',
      recordKind: 'activity',
      recordId: attachment.activity_id,
      before: { attachment: name, contentType, sizeBytes },
      at: deps.clock.now(),
    });
    return { removed: true };
  });
}
