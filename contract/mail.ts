// A mail as plain data: what a host reads once at its edge, and all that rooms and screens know of Outlook.
import { z } from 'zod';
import { Timestamp } from './endpoint.ts';

export const MailAddress = z.strictObject({
  name: z.string().max(500).default(''),
  address: z.string().max(320),
});
export type MailAddress = z.infer<typeof MailAddress>;

/** `id` is the Graph attachment id; the bytes travel from Graph to the server, never through the pane. */
export const MailAttachment = z.strictObject({
  id: z.string().min(1).max(1000),
  name: z.string().max(500),
  contentType: z.string().max(200),
  sizeBytes: z.int().min(0),
  isInline: z.boolean(),
});
export type MailAttachment = z.infer<typeof MailAttachment>;

export const mailLimits = { recipients: 1000, bodyCharacters: 500_000, attachments: 200 } as const;

/** `messageId` is the Internet Message-ID, equal in every copy; `itemId` the REST id in the reader's mailbox. */
export const Mail = z.strictObject({
  messageId: z.string().min(1).max(998),
  itemId: z.string().max(2000).nullable().default(null),
  mailbox: z.string().max(320).nullable().default(null),
  conversationId: z.string().max(1000).nullable().default(null),
  subject: z.string().max(2000).default(''),
  from: MailAddress,
  to: z.array(MailAddress).max(mailLimits.recipients).default([]),
  cc: z.array(MailAddress).max(mailLimits.recipients).default([]),
  sentAt: Timestamp,
  bodyText: z.string().max(mailLimits.bodyCharacters).default(''),
  /** Its sender marked it as private; left out where the host cannot tell. */
  isPrivate: z.boolean().optional(),
  attachments: z.array(MailAttachment).max(mailLimits.attachments).default([]),
});
export type Mail = z.infer<typeof Mail>;
