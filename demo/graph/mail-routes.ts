// /me and /users/{mailbox}/…: the person, messages, attachments, sendMail.
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import type { Clock } from '#api/outside/clock.ts';
import { addMailDelta } from './mail-delta.ts';
import type { MailboxAddress, MailboxAttachment, MailboxMessage, MailboxSource } from './mailbox-source.ts';
import { listMails, newSentMail } from './sent-items.ts';
import type { Folder } from './sent-items.ts';
import type { ToDoStore } from './to-do-store.ts';
import type { GraphPerson } from './wire.ts';
import { readPage, readQuery, sendEntity, sendGraphError, sendPage } from './wire.ts';

interface MailRooms {
  readonly mailbox: MailboxSource;
  readonly store: ToDoStore;
  readonly clock: Clock;
  personOf(response: Response): GraphPerson;
}

const owners = ['/v1.0/me', '/v1.0/users/:mailbox'] as const;

/** Adds the mail routes to the router, for the person's own mailbox and for shared ones. */
export function addMailRoutes(router: Router, rooms: MailRooms): void {
  router.get('/v1.0/me', (request, response) => {
    sendEntity(request, response, 'users', personOnWire(rooms.personOf(response)));
  });
  addSendMail(router, rooms);
  addMailDelta(router, {
    personOf: rooms.personOf,
    list: (person, folder) => listMails(rooms, person, folder),
    onWire: (message) => headOnWire(messageOnWire(message, false)),
  });
  for (const owner of owners) {
    const list = (folder: Folder | null) => (request: Request, response: Response) =>
      sendMessages(rooms, request, response, folder);
    router.get(`${owner}/mailFolders/inbox/messages`, list('inbox'));
    router.get(`${owner}/mailFolders/sentitems/messages`, list('sentitems'));
    router.get(`${owner}/messages`, list(null));
    addMessageRoutes(router, rooms, owner);
  }
}

function addMessageRoutes(router: Router, rooms: MailRooms, owner: string): void {
  const { mailbox, personOf } = rooms;
  const read = async (request: Request, response: Response) => {
    const owned = mailboxOf(rooms, request, response);
    const id = String(request.params['id']);
    const found = await mailbox.readMessage(personOf(response), owned, id);
    if (found !== null || owned !== null) return found;
    return (await listMails(rooms, personOf(response), 'sentitems')).find((one) => one.id === id) ?? null;
  };

  router.get(`${owner}/messages/:id`, async (request, response) => {
    const message = await read(request, response);
    if (message === null) return sendNotFound(response);
    const wantsText = request.get('prefer')?.includes('outlook.body-content-type="text"') ?? false;
    const entity = { ...messageOnWire(message, wantsText), ...sensitivityOf(message, request) };
    return sendEntity(request, response, contextOf(rooms, response), entity);
  });
  router.get(`${owner}/messages/:id/attachments`, async (request, response) => {
    const message = await read(request, response);
    if (message === null) return sendNotFound(response);
    const page = readPage(request, 100) ?? { top: 100, skip: 0 };
    const items = message.attachments.map((attachment) => attachmentOnWire(attachment, message.receivedAt));
    const of = `${contextOf(rooms, response)}('${message.id}')/attachments`;
    return sendPage(request, response, of, { items, page });
  });
  router.get(`${owner}/messages/:id/attachments/:attachmentId{/:value}`, async (request, response) => {
    const { id, attachmentId, value } = request.params;
    const at = { messageId: String(id), attachmentId: String(attachmentId) };
    const found = await mailbox.readAttachment(personOf(response), mailboxOf(rooms, request, response), at);
    if (found === null || (value !== undefined && value !== '$value')) return sendNotFound(response);
    if (value === '$value')
      return response
        .type(found.attachment.contentType || 'application/octet-stream')
        .send(Buffer.from(found.bytes));
    const contentBytes = Buffer.from(found.bytes).toString('base64');
    const message = await read(request, response);
    const entity = {
      ...attachmentOnWire(found.attachment, message?.receivedAt ?? new Date(0)),
      contentBytes,
    };
    return sendEntity(
      request,
      response,
      `${contextOf(rooms, response)}('${at.messageId}')/attachments`,
      entity,
    );
  });
}

async function sendMessages(
  rooms: MailRooms,
  request: Request,
  response: Response,
  folder: Folder | null,
): Promise<void> {
  const page = readPage(request, 10);
  const since = readSince(readQuery(request, '$filter'));
  if (page === null || since === null)
    return sendGraphError(response, 400, 'BadRequest', 'Invalid paging or filter.');
  const person = rooms.personOf(response);
  const shared = mailboxOf(rooms, request, response);
  const messages =
    shared === null
      ? await listMails(rooms, person, folder)
      : await rooms.mailbox.listMessages(person, shared);
  const newestFirst = messages
    .filter((message) => message.sentAt.getTime() >= since)
    .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime());
  const items = newestFirst.map((message) => messageOnWire(message, false));
  return sendPage(request, response, contextOf(rooms, response), { items, page });
}

/** The only filter that is understood here; null for another one. */
function readSince(filter: string | null): number | null {
  if (filter === null) return 0;
  const [, since] = /^sentDateTime ge (\d{4}-\d{2}-\d{2}T[\d:.]+Z)$/.exec(filter) ?? [];
  return since === undefined ? null : Date.parse(since);
}

const Recipient = z.object({ emailAddress: z.object({ address: z.email(), name: z.string().optional() }) });
const SendMailBody = z.strictObject({
  message: z.object({
    subject: z.string(),
    body: z.strictObject({ contentType: z.enum(['text', 'html']), content: z.string() }),
    toRecipients: z.array(Recipient).min(1),
    ccRecipients: z.array(Recipient).optional(),
  }),
  saveToSentItems: z.boolean().optional(),
});

function addSendMail(router: Router, { store, clock, personOf }: MailRooms): void {
  router.post('/v1.0/me/sendMail', async (request, response) => {
    const parsed = SendMailBody.safeParse(request.body);
    if (!parsed.success)
      return sendGraphError(response, 400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
    const { message } = parsed.data;
    const addresses = (people: readonly z.output<typeof Recipient>[]) =>
      people.map((one) => one.emailAddress.address);
    const sent = {
      to: addresses(message.toRecipients),
      cc: addresses(message.ccRecipients ?? []),
      subject: message.subject,
      text: message.body.content,
      isHtml: message.body.contentType === 'html',
    };
    store.person(personOf(response).id).sent.push(newSentMail(sent, clock.now()));
    await store.save();
    return response.status(202).end();
  });
}

/** Null for the person's own mailbox, also when it is named by its address or id. */
function mailboxOf(rooms: MailRooms, request: Request, response: Response): string | null {
  const named = request.params['mailbox'];
  if (typeof named !== 'string') return null;
  const { id, mail } = rooms.personOf(response);
  const mailbox = named.toLowerCase();
  return mailbox === mail.toLowerCase() || mailbox === id ? null : mailbox;
}

function contextOf(rooms: MailRooms, response: Response): string {
  return `users('${rooms.personOf(response).id}')/messages`;
}

function personOnWire(person: GraphPerson): object {
  return {
    id: person.id,
    displayName: person.displayName,
    mail: person.mail,
    userPrincipalName: person.mail,
    jobTitle: person.jobTitle,
    businessPhones: [],
  };
}

function messageOnWire(message: MailboxMessage, wantsText: boolean): object {
  const isHtml = message.bodyHtml !== null && !wantsText;
  return {
    '@odata.etag': `W/"${message.id.slice(-16)}"`,
    id: message.id,
    createdDateTime: message.receivedAt.toISOString(),
    lastModifiedDateTime: message.receivedAt.toISOString(),
    receivedDateTime: message.receivedAt.toISOString(),
    sentDateTime: message.sentAt.toISOString(),
    hasAttachments: message.attachments.some((attachment) => !attachment.isInline),
    internetMessageId: message.internetMessageId,
    subject: message.subject,
    bodyPreview: message.bodyText.slice(0, 255),
    importance: 'normal',
    conversationId: message.conversationId,
    isRead: message.isRead,
    isDraft: false,
    body: isHtml
      ? { contentType: 'html', content: message.bodyHtml }
      : { contentType: 'text', content: message.bodyText },
    ...(message.from === null ? {} : { sender: recipient(message.from), from: recipient(message.from) }),
    toRecipients: message.to.map(recipient),
    ccRecipients: message.cc.map(recipient),
    bccRecipients: [],
    replyTo: [],
  };
}

/** A delta query hands out what was selected; nobody here selects the text. */
function headOnWire(message: object): object {
  return Object.fromEntries(
    Object.entries(message).filter(([name]) => name !== 'body' && name !== 'bodyPreview'),
  );
}

const privateTag = 'Integer 0x36';

/** Only when it is asked for, as an extended property; Graph has no field for it. */
function sensitivityOf(message: MailboxMessage, request: Request): object {
  const isAsked = readQuery(request, '$expand')?.includes(privateTag) ?? false;
  if (!isAsked || message.isPrivate !== true) return {};
  return { singleValueExtendedProperties: [{ id: privateTag, value: '2' }] };
}

function recipient(address: MailboxAddress): object {
  return { emailAddress: { name: address.name, address: address.address } };
}

function attachmentOnWire(attachment: MailboxAttachment, at: Date): object {
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    id: attachment.id,
    lastModifiedDateTime: at.toISOString(),
    name: attachment.name,
    contentType: attachment.contentType,
    size: attachment.sizeBytes,
    isInline: attachment.isInline,
    contentId: attachment.contentId,
  };
}

function sendNotFound(response: Response): void {
  sendGraphError(response, 404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}
