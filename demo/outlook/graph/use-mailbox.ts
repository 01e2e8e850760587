// The mailbox of the person in the demo bar: folders, and one mail with everything Outlook needs to select it.
import { useQuery } from '@tanstack/react-query';
import type { MessageItem } from '../office/item.ts';
import type { GraphClient } from './graph-client.ts';
import { toAttachment, toPerson, type WireAttachment, type WireMessage } from './mail-wire.ts';

export const mailFolders = ['inbox', 'sent', 'shared'] as const;
export type MailFolder = (typeof mailFolders)[number];

/** The mailbox that the inside sales people of the demo share. */
export const sharedMailbox = 'vertrieb-suedwest@brenner-lohse.test';

export interface LoadedMessage {
  readonly item: MessageItem;
  readonly attachments: readonly WireAttachment[];
}

interface MailboxOwner {
  readonly user: string;
  readonly address: string;
}

const rootOf = (folder: MailFolder) => (folder === 'shared' ? `/users/${sharedMailbox}` : '/me');

/** The mails of a folder, newest first. The local Graph keeps own and received mails together; the sender tells them apart. */
export function useFolder(graph: GraphClient, { user, address }: MailboxOwner, folder: MailFolder) {
  return useQuery({
    queryKey: ['graph-messages', user, rootOf(folder)],
    queryFn: () => graph.list<WireMessage>(`${rootOf(folder)}/messages?$top=200`),
    staleTime: Infinity,
    select: (messages) =>
      folder === 'shared' ? messages : messages.filter((one) => isSent(one, address) === (folder === 'sent')),
  });
}

function isSent(message: WireMessage, address: string): boolean {
  return message.from?.emailAddress.address?.toLowerCase() === address.toLowerCase();
}

/** How to load one mail with its text and attachments, once. */
export function messageQuery(graph: GraphClient, user: string, folder: MailFolder, message: WireMessage) {
  return {
    queryKey: ['graph-message', user, folder, message.id],
    queryFn: () => loadMessage(graph, folder, message),
    staleTime: Infinity,
  };
}

/** The mail with this id, in one's own mailbox or else in the shared one; rejects when it is in neither. */
export async function findMessage(graph: GraphClient, id: string) {
  const path = `/messages/${encodeURIComponent(id)}`;
  const own = await graph.get<WireMessage>(`${rootOf('inbox')}${path}`).catch(() => null);
  if (own !== null) return { folder: 'inbox' as const, message: own };
  return { folder: 'shared' as const, message: await graph.get<WireMessage>(`${rootOf('shared')}${path}`) };
}

async function loadMessage(
  graph: GraphClient,
  folder: MailFolder,
  message: WireMessage,
): Promise<LoadedMessage> {
  const path = `${rootOf(folder)}/messages/${encodeURIComponent(message.id)}`;
  const [asText, attachments] = await Promise.all([
    graph.get<WireMessage>(path, 'text'),
    graph.list<WireAttachment>(`${path}/attachments`),
  ]);
  const item: MessageItem = {
    kind: 'message',
    id: message.id,
    internetMessageId: message.internetMessageId,
    conversationId: message.conversationId,
    subject: message.subject,
    from: message.from ? toPerson(message.from) : null,
    to: message.toRecipients.map(toPerson),
    cc: message.ccRecipients.map(toPerson),
    sentAt: message.sentDateTime,
    bodyText: asText.body.content,
    bodyHtml: message.body.contentType === 'html' ? message.body.content : '',
    attachments: attachments.map(toAttachment),
    sharedMailbox: folder === 'shared' ? sharedMailbox : null,
  };
  return { item, attachments };
}

/** The pictures inside a mail as data addresses, by their content id. */
export function useInlinePictures(graph: GraphClient, user: string, loaded: LoadedMessage | null) {
  const inline = loaded?.attachments.filter((one) => one.contentId !== null) ?? [];
  const { data } = useQuery({
    queryKey: ['graph-pictures', user, loaded?.item.id],
    enabled: loaded !== null && inline.length > 0,
    queryFn: () => loadPictures(graph, loaded, inline),
    staleTime: Infinity,
  });
  return data ?? {};
}

async function loadPictures(
  graph: GraphClient,
  loaded: LoadedMessage | null,
  inline: readonly WireAttachment[],
) {
  const folder = loaded?.item.sharedMailbox ? 'shared' : 'inbox';
  const base = `${rootOf(folder)}/messages/${encodeURIComponent(loaded?.item.id ?? '')}/attachments`;
  const pairs = await Promise.all(
    inline.map(async ({ id, contentId, contentType }) => {
      const file = await graph.get<{ contentBytes: string }>(`${base}/${encodeURIComponent(id)}`);
      return [contentId ?? '', `data:${contentType ?? 'image/png'};base64,${file.contentBytes}`] as const;
    }),
  );
  return Object.fromEntries(pairs);
}
