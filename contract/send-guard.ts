// What the guard before sending must know of a mail being written; fetched while it is written, judged when it is sent.
import { z } from 'zod';
import { CustomerRef } from './customer.ts';
import { Day, endpoint, Id, Timestamp } from './endpoint.ts';
import { sendLimits } from './send-limits.ts';

/** `groupId` is equal for companies of one group: a mail to two of them is no slip. */
export const SendCustomer = z.object({ ...CustomerRef.shape, groupId: Id });
export type SendCustomer = z.infer<typeof SendCustomer>;

export const SendFacts = z.object({
  /** Recipients whose customer is certain; addresses in lower case. */
  people: z.array(z.object({ address: z.string(), customer: SendCustomer })),
  /** Open complaints of these customers with the deadline that counts now. */
  complaints: z.array(
    z.object({ customer: CustomerRef, number: z.string(), title: z.string(), dueAt: Timestamp }),
  ),
  /** Recipients who objected to marketing by e-mail. */
  objections: z.array(z.object({ address: z.string(), name: z.string(), since: Day })),
  /** Attachments whose name names a customer. */
  attachments: z.array(z.object({ name: z.string(), customers: z.array(SendCustomer) })),
  internalDomains: z.array(z.string()),
  /** The sender wants sent mails logged. */
  logOnSend: z.boolean(),
  /** Where this mail is logged when it is sent, as far as that is known now; null: nowhere. */
  logsAt: CustomerRef.nullable(),
  /** The server's clock; deadlines are reckoned from it. */
  asOf: Timestamp,
});
export type SendFacts = z.infer<typeof SendFacts>;

export const getSendFacts = endpoint({
  name: 'getSendFacts',
  method: 'POST',
  path: '/api/mails/send-facts',
  summary: 'What the guard before sending must know of these recipients and attachments.',
  input: z.strictObject({
    recipients: z.array(z.string().max(320)).max(sendLimits.recipients),
    attachmentNames: z.array(z.string().max(500)).max(sendLimits.attachments).default([]),
  }),
  reply: SendFacts,
});
