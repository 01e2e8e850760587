// Attachments of logged mails: noted with the mail, fetched later through Graph, handed out as downloads.
import type { Activity, getAttachment, retryAttachment } from '#contract/activity.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { Mail, MailAttachment } from '#contract/mail.ts';
import type { Query } from '#api/db/database.ts';
import { newId } from '#api/db/id.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { FileReply } from '#api/http/serve.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { judgeAttachment } from './attachment-rules.ts';
import * as store from './attachment-store.ts';
import { fetchAttachmentsJob } from './jobs.ts';

type State = Activity['attachments'][number]['state'];

/** Notes the chosen attachments and lets their bytes be fetched; what cannot be kept is noted with its reason. */
export async function keepAttachments(
  deps: Deps,
  trx: Query,
  organizationId: string,
  chosen: { activityId: string; mail: Mail | null; ids: readonly string[] },
): Promise<Activity['attachments']> {
  if (chosen.ids.length === 0) return [];
  const { mail, activityId } = chosen;
  const rows = [...new Set(chosen.ids)].map((id) => {
    const attachment = mail?.attachments.find((one) => one.id === id);
    if (attachment === undefined) {
      throw new AppError('invalid_input', { fields: [{ path: 'attachmentIds', problem: 'unknown' }] });
    }
    return describe(organizationId, activityId, mail, attachment);
  });
  await store.insertAttachments(trx, rows);
  if (rows.some((row) => row.state === 'pending')) {
    await deps.jobs.enqueue(
      trx,
      fetchAttachmentsJob,
      { organizationId, activityId },
      { singletonKey: activityId },
    );
  }
  return rows.map(({ id, name, content_type: contentType, size_bytes: sizeBytes, state }) => ({
    id,
    name,
    contentType,
    sizeBytes,
    state,
  }));
}

function describe(organizationId: string, activityId: string, mail: Mail | null, attachment: MailAttachment) {
  const { itemId = null, mailbox = null } = mail ?? {};
  return {
    organization_id: organizationId,
    id: newId(),
    activity_id: activityId,
    name: attachment.name,
    content_type: attachment.contentType,
    size_bytes: attachment.sizeBytes,
    ...firstState(attachment, itemId),
    sha256: null,
    graph_mailbox: mailbox,
    graph_message_id: itemId,
    graph_attachment_id: attachment.id,
  };
}

function firstState(
  attachment: MailAttachment,
  itemId: string | null,
): { state: State; problem: string | null } {
  const note = judgeAttachment(attachment);
  if (note === 'refused_type' || note === 'too_large') return { state: 'refused', problem: note };
  return itemId === null ? { state: 'failed', problem: 'no_source' } : { state: 'pending', problem: null };
}

/** Types that a browser would run or draw in our name. */
const harmless =
  /^(application\/(pdf|zip|octet-stream|msword|vnd\.[\w.+-]{1,100})|text\/(plain|csv)|image\/(png|jpe?g|gif|webp|bmp|tiff|heic)|message\/rfc822|audio\/[\w.-]{1,40}|video\/[\w.-]{1,40})$/i;

/** The bytes as a download; not_found while they are not stored. */
export function get(deps: Deps, user: SignedInUser, input: Parsed<typeof getAttachment>): Promise<FileReply> {
  return deps.db.read(user, async (trx) => {
    const attachment = await store.findAttachment(trx, user, input.id);
    if (attachment?.state !== 'stored') throw new AppError('not_found');
    const bytes = await store.readBytes(trx, user.organizationId, input.id);
    if (bytes === null) throw new AppError('not_found');
    const { name, contentType } = attachment;
    const isHarmless = harmless.test(contentType);
    return {
      bytes,
      name: name || 'Anhang',
      contentType: isHarmless ? contentType : 'application/octet-stream',
    };
  });
}

/** Lets an attachment that could not be fetched be fetched once more. */
export function retry(
  deps: Deps,
  user: SignedInUser,
  input: Parsed<typeof retryAttachment>,
): Promise<Reply<typeof retryAttachment>> {
  return deps.db.transaction(user, async (trx) => {
    const attachment = await store.findAttachment(trx, user, input.id);
    if (attachment === null) throw new AppError('not_found');
    const canTry =
      attachment.graph_message_id !== null && ['failed', 'waiting_for_sign_in'].includes(attachment.state);
    if (!canTry) return attachment;
    const { organizationId } = user;
    const activityId = attachment.activity_id;
    await store.changeAttachments(trx, organizationId, [input.id], { state: 'pending', problem: null });
    await deps.jobs.enqueue(
      trx,
      fetchAttachmentsJob,
      { organizationId, activityId },
      { singletonKey: activityId },
    );
    return { ...attachment, state: 'pending' as const };
  });
}
