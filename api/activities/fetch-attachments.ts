// Fetches the bytes of a logged mail's attachments with the token of the person who logged it.
import { createHash } from 'node:crypto';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { retryIfBack } from '#api/jobs/retry-if-back.ts';
import * as store from './attachment-store.ts';
import type { Wanted } from './attachment-store.ts';
import { isExecutable } from './file-rules.ts';

interface Which {
  readonly organizationId: string;
  readonly activityId: string;
}

/** One after the other, each stored by itself, so that a failure loses none of the others. */
export async function fetchAttachments(deps: Deps, { organizationId, activityId }: Which): Promise<void> {
  const wanted = await listWanted(deps, { organizationId, activityId });
  for (const [index, attachment] of wanted.entries()) {
    try {
      await fetchOne(deps, organizationId, attachment);
    } catch (error) {
      if (error instanceof AppError && error.code === 'token_expired') {
        return waitForSignIn(deps, organizationId, { rest: wanted.slice(index), error });
      }
      const final = finalState(error);
      if (final === null) throw error;
      await change(deps, organizationId, [attachment.id], final);
    }
  }
}

async function waitForSignIn(
  deps: Deps,
  organizationId: string,
  { rest, error }: { rest: readonly Wanted[]; error: AppError },
): Promise<void> {
  const ids = rest.map(({ id }) => id);
  await change(deps, organizationId, ids, { state: 'waiting_for_sign_in', problem: 'token_expired' });
  const [{ logged_by: userId } = { logged_by: null }] = rest;
  if (userId === null) return;
  try {
    await retryIfBack(deps, { organizationId, userId }, error);
  } catch (again) {
    await change(deps, organizationId, ids, { state: 'pending', problem: null });
    throw again;
  }
}

function listWanted(deps: Deps, { organizationId, activityId }: Which): Promise<Wanted[]> {
  return deps.db.read({ organizationId }, (trx) => store.listWanted(trx, organizationId, activityId));
}

async function fetchOne(deps: Deps, organizationId: string, attachment: Wanted): Promise<void> {
  const bytes = Buffer.from(
    await deps.graph.readAttachment(
      { organizationId, userId: attachment.logged_by },
      {
        mailbox: attachment.graph_mailbox,
        messageId: attachment.graph_message_id,
        attachmentId: attachment.graph_attachment_id,
      },
    ),
  );
  if (isExecutable(bytes)) {
    return change(deps, organizationId, [attachment.id], { state: 'refused', problem: 'executable' });
  }
  const sha256 = createHash('sha256').update(bytes).digest();
  await deps.db.transaction({ organizationId }, (trx) =>
    store.storeBytes(trx, organizationId, { id: attachment.id, sha256, bytes }),
  );
}

/** The state that another try would not change; null when it might. */
function finalState(error: unknown): { state: 'failed' | 'refused'; problem: string } | null {
  if (!(error instanceof AppError) || error.retry) return null;
  return { state: error.code === 'too_large' ? 'refused' : 'failed', problem: error.code };
}

/** After the last attempt what is still missing is shown as failed, with another try on offer. */
export async function giveUpAttachments(deps: Deps, which: Which, error: unknown): Promise<void> {
  const problem = error instanceof AppError ? error.code : 'internal';
  const missing = await listWanted(deps, which);
  const ids = missing.map(({ id }) => id);
  await change(deps, which.organizationId, ids, { state: 'failed', problem });
}

async function change(
  deps: Deps,
  organizationId: string,
  ids: readonly string[],
  columns: Parameters<typeof store.changeAttachments>[3],
): Promise<void> {
  await deps.db.transaction({ organizationId }, (trx) =>
    store.changeAttachments(trx, organizationId, ids, columns),
  );
}
