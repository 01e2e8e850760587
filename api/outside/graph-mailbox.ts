// Reading one's own mailbox through Graph: what was sent, what is new, and the text of what is logged.
import { z } from 'zod';
import { mailLimits } from '#contract/mail.ts';
import type { MailAddress, MailAttachment } from '#contract/mail.ts';
import type { GraphMailbox, GraphUser, MailChanges, MailHead } from './graph.ts';
import type { GraphClient } from './graph-client.ts';
import { refusedWith } from './graph-client.ts';

/** Never the text: most mails are of no concern to anybody but their owner. */
const headFields =
  'id,internetMessageId,conversationId,subject,from,toRecipients,ccRecipients,bccRecipients,sentDateTime,isDraft';
const attachmentFields = 'id,name,contentType,size,isInline';
/** PidTagSensitivity: 1 personal, 2 private (MS-OXCMSG 2.2.1.13); Graph has no field of its own for it. */
const sensitivity = 'Integer 0x36';
const mostSent = 50;

const Recipient = z.object({
  emailAddress: z.object({ name: z.string().nullish(), address: z.string().nullish() }).nullish(),
});
const Recipients = z.array(Recipient).nullish();
const Message = z.object({
  id: z.string(),
  internetMessageId: z.string().nullish(),
  conversationId: z.string().nullish(),
  subject: z.string().nullish(),
  from: Recipient.nullish(),
  toRecipients: Recipients,
  ccRecipients: Recipients,
  bccRecipients: Recipients,
  sentDateTime: z.string().nullish(),
  isDraft: z.boolean().nullish(),
  '@removed': z.unknown().optional(),
});
const MessagePage = z.object({
  value: z.array(Message),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});
const Sensitive = z.object({
  singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string().nullish() })).nullish(),
});
const Body = z.object({ body: z.object({ content: z.string().nullish() }).nullish() });
const Attachment = z.object({
  id: z.string(),
  name: z.string().nullish(),
  contentType: z.string().nullish(),
  size: z.number().nullish(),
  isInline: z.boolean().nullish(),
});
const AttachmentPage = z.object({ value: z.array(Attachment) });

/** The mailbox half of the Graph interface. */
export function createGraphMailbox(client: GraphClient): GraphMailbox {
  const get = (user: GraphUser, path: string, prefer?: string) =>
    client.call<unknown>(user, path, (request) =>
      (prefer === undefined ? request : request.header('Prefer', prefer)).get(),
    );
  const message = (id: string) => `/me/messages/${encodeURIComponent(id)}`;
  return {
    async listSentMails(user, since) {
      const asked = `$select=${headFields}&$filter=sentDateTime ge ${since.toISOString()}&$orderby=sentDateTime desc&$top=${mostSent}`;
      const page = MessagePage.parse(await get(user, `/me/mailFolders/sentitems/messages?${asked}`));
      return page.value.flatMap(asHead);
    },
    async listMailChanges(user, folder, from) {
      const start =
        'deltaLink' in from
          ? from.deltaLink
          : `/me/mailFolders/${folder}/messages/delta?$select=${headFields}&$filter=receivedDateTime ge ${from.since.toISOString()}`;
      try {
        return await readChanges((path) => get(user, path), start);
      } catch (error) {
        if (refusedWith(error) === 410) return null;
        throw error;
      }
    },
    async isMailPrivate(user, mailId) {
      const asked = `$select=id&$expand=singleValueExtendedProperties($filter=id eq '${sensitivity}')`;
      const answer = Sensitive.parse(await get(user, `${message(mailId)}?${asked}`));
      const marked = answer.singleValueExtendedProperties?.find((one) => one.id === sensitivity)?.value;
      return marked === '1' || marked === '2';
    },
    async readMailContent(user, mailId) {
      const [text, files] = await Promise.all([
        get(user, `${message(mailId)}?$select=body`, 'outlook.body-content-type="text"'),
        get(user, `${message(mailId)}/attachments?$select=${attachmentFields}&$top=100`),
      ]);
      return {
        bodyText: (Body.parse(text).body?.content ?? '').slice(0, mailLimits.bodyCharacters),
        attachments: AttachmentPage.parse(files).value.slice(0, mailLimits.attachments).map(asAttachment),
      };
    },
  };
}

/** Follows the pages to the delta link. */
async function readChanges(get: (path: string) => Promise<unknown>, start: string): Promise<MailChanges> {
  const mails: MailHead[] = [];
  for (let next = start; ;) {
    const page = MessagePage.parse(await get(next));
    mails.push(...page.value.flatMap(asHead));
    const deltaLink = page['@odata.deltaLink'];
    if (deltaLink !== undefined) return { mails, deltaLink };
    const following = page['@odata.nextLink'];
    if (following === undefined) throw new Error('A delta answer leads nowhere.');
    next = following;
  }
}

/** Drafts, mails that are gone and those without a Message-ID concern nobody. */
function asHead(message: z.infer<typeof Message>): MailHead[] {
  const { internetMessageId, sentDateTime } = message;
  if (message['@removed'] !== undefined || message.isDraft === true) return [];
  if (!internetMessageId || !sentDateTime) return [];
  return [
    {
      id: message.id,
      messageId: internetMessageId.slice(0, 998),
      conversationId: message.conversationId ?? null,
      subject: (message.subject ?? '').slice(0, 2000),
      from: asAddress(message.from ?? {}),
      to: asAddresses(message.toRecipients),
      cc: asAddresses(message.ccRecipients),
      bcc: asAddresses(message.bccRecipients),
      sentAt: new Date(sentDateTime),
    },
  ];
}

function asAddress({ emailAddress }: z.infer<typeof Recipient>): MailAddress {
  return {
    name: (emailAddress?.name ?? '').slice(0, 500),
    address: (emailAddress?.address ?? '').slice(0, 320),
  };
}

function asAddresses(list: z.infer<typeof Recipients>): MailAddress[] {
  return (list ?? []).slice(0, mailLimits.recipients).map(asAddress);
}

function asAttachment(file: z.infer<typeof Attachment>): MailAttachment {
  return {
    id: file.id.slice(0, 1000),
    name: (file.name ?? '').slice(0, 500),
    contentType: (file.contentType ?? '').slice(0, 200),
    sizeBytes: Math.max(0, file.size ?? 0),
    isInline: file.isInline ?? false,
  };
}
