// Mails through Graph: the bytes of an attachment, and sending one.
import { ResponseType } from '@microsoft/microsoft-graph-client';
import type { Graph } from './graph.ts';
import type { GraphClient } from './graph-client.ts';

const maxAttachmentBytes = 25 * 1024 * 1024;
const attachmentTimeoutMs = 60_000;

/** The mail half of the Graph interface. */
export function createGraphMail(client: GraphClient): Pick<Graph, 'readAttachment' | 'sendMail'> {
  return {
    async readAttachment(user, { mailbox, messageId, attachmentId }) {
      const owner = mailbox === null ? '/me' : `/users/${encodeURIComponent(mailbox)}`;
      const message = `${owner}/messages/${encodeURIComponent(messageId)}`;
      const bytes = await client.call<ArrayBuffer>(
        user,
        `${message}/attachments/${encodeURIComponent(attachmentId)}/$value`,
        (request) => request.responseType(ResponseType.ARRAYBUFFER).get(),
        { timeoutMs: attachmentTimeoutMs, maxBytes: maxAttachmentBytes },
      );
      return new Uint8Array(bytes);
    },
    async sendMail(user, { to, subject, text }) {
      const message = {
        subject,
        body: { contentType: 'text', content: text },
        toRecipients: [{ emailAddress: { address: to } }],
      };
      await client.call(user, '/me/sendMail', (request) => request.post({ message, saveToSentItems: true }));
    },
  };
}
