// The local Graph on a loopback port with two people and a small mailbox, and a client for it.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createGraph } from '#api/outside/create-graph.ts';
import type { Graph, GraphUser } from '#api/outside/graph.ts';
import { createFixedClock } from '#api/outside/clock.ts';
import { createGraphStandIn } from '#demo/graph/graph-stand-in.ts';
import type { GraphStandIn } from '#demo/graph/graph-stand-in.ts';
import type { MailboxMessage, MailboxSource } from '#demo/graph/mailbox-source.ts';

export const anna: GraphUser = {
  organizationId: '00000000-0000-4000-8000-000000000001',
  userId: '00000000-0000-4000-8000-0000000000a1',
};

export interface GraphServer {
  readonly standIn: GraphStandIn;
  readonly graph: Graph;
  readonly clock: ReturnType<typeof createFixedClock>;
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the server; `folder` keeps its tasks over a restart. */
export async function startGraphServer(
  options: { folder?: string; timeoutMs?: number; mailbox?: MailboxSource } = {},
): Promise<GraphServer> {
  const clock = createFixedClock(new Date('2026-09-03T11:58:00Z'));
  const standIn = await createGraphStandIn({
    folder: options.folder ?? null,
    clock,
    mailbox: options.mailbox ?? createMailbox([]),
    verify: (token) =>
      Promise.resolve(
        token.startsWith('good-')
          ? {
              id: token.slice(5),
              displayName: 'Anna Brandl',
              mail: 'anna.brandl@brenner-lohse.test',
              jobTitle: null,
            }
          : null,
      ),
  });
  const server = createServer(express().use('/demo/graph', standIn.router));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listening on TCP
  const url = `http://127.0.0.1:${port}/demo/graph`;
  const graph = createGraph({
    baseUrl: url,
    getToken: (user) => Promise.resolve(`good-${user.userId}`),
    clock,
    log: { warn: () => undefined },
    timeoutMs: options.timeoutMs ?? 2_000,
  });
  return {
    standIn,
    graph,
    clock,
    url,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A mailbox that holds these messages for everyone; attachment bytes are `size` letters x. */
export function createMailbox(messages: readonly MailboxMessage[]): MailboxSource {
  return {
    listMessages: () => Promise.resolve(messages),
    readMessage: (_reader, _mailbox, id) =>
      Promise.resolve(messages.find((message) => message.id === id) ?? null),
    readAttachment: (_reader, _mailbox, at) => {
      const message = messages.find(({ id }) => id === at.messageId);
      const attachment = message?.attachments.find(({ id }) => id === at.attachmentId);
      if (attachment === undefined) return Promise.resolve(null);
      return Promise.resolve({ attachment, bytes: Buffer.alloc(attachment.sizeBytes, 'x') });
    },
  };
}

/** A message with one picture, for tests. */
export function buildMessage(changes: Partial<MailboxMessage> = {}): MailboxMessage {
  return {
    id: 'AAMkmessage1=',
    conversationId: 'AAQkconversation1=',
    internetMessageId: '<tuerschliesser-1@hollerbach-metallbau.test>',
    subject: '4 Türschließer verlieren Öl',
    from: { name: 'Sabine Tietz', address: 's.tietz@hollerbach-metallbau.test' },
    to: [{ name: 'Anna Brandl', address: 'anna.brandl@brenner-lohse.test' }],
    cc: [],
    sentAt: new Date('2026-09-03T11:40:00Z'),
    receivedAt: new Date('2026-09-03T11:40:02Z'),
    isRead: true,
    bodyText: 'Guten Tag Frau Brandl, anbei die Fotos.',
    bodyHtml: '<p>Guten Tag Frau Brandl, anbei die Fotos.</p>',
    attachments: [
      {
        id: 'AAMkattachment1=',
        name: 'Tuerschliesser.jpg',
        contentType: 'image/jpeg',
        sizeBytes: 2_000,
        isInline: false,
        contentId: null,
      },
    ],
    ...changes,
  };
}
