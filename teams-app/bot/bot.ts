// The Teams bot: the only file that touches Microsoft's Teams SDK. Messages and pressed buttons in, cards out.
import { App } from '@microsoft/teams.apps';
import type { AppOptions, HttpRouteHandler, IPlugin } from '@microsoft/teams.apps';
import express from 'express';
import type { Express, Request, RequestHandler, Response } from 'express';
import type { Json } from '#teams-app/cards/elements.ts';
import type { ActionReply, PressedAction } from './actions.ts';
import { answerAction } from './actions.ts';
import type { CommandReply } from './commands.ts';
import { answerCommand } from './commands.ts';
import type { Member } from './extension-routes.ts';
import { listenToExtension } from './extension-routes.ts';
import type { ExtensionUseCases } from './extension-use-cases.ts';
import { answerStep, readStep } from './follow-up-actions.ts';
import type { BotLog } from './log.ts';
import { createPoster } from './poster.ts';
import type { BotCardPoster, Conversations } from './poster.ts';
import type { BotPerson, BotUseCases, Viewer } from './use-cases.ts';
import { languageOf, wordsFor } from './words.ts';
import { recordVerb } from '#teams-app/cards/record-card.ts';
import { refreshRecord } from './message-extension.ts';

export interface BotOptions<P extends BotPerson> {
  readonly appId: string;
  /** Either the secret of the app registration, or a function that gets tokens (demo, tests). */
  readonly appSecret?: string;
  readonly getToken?: () => Promise<string>;
  readonly tenantId: string;
  /** Where messages are posted of our own accord; unset: Microsoft's address. */
  readonly serviceUrl?: string;
  /** Where the SDK finds issuer and keys of the channel; unset: Microsoft's. */
  readonly channel?: { readonly issuer: string; readonly openIdMetadataUrl: string };
  /** Stands before the SDK; see guard.ts. */
  readonly guard: RequestHandler;
  /** Only together with a guard that lets the local Playground in. */
  readonly skipsSdkTokenCheck?: boolean;
  readonly useCases: BotUseCases<P>;
  readonly extension: ExtensionUseCases<P>;
  readonly log: BotLog;
}

export interface Bot {
  /** Serves POST /bot/messages. */
  mount(app: Express): void;
  readonly poster: BotCardPoster;
}

export const messagesPath = '/bot/messages';
const bodyLimit = '256kb';

/** Makes the bot; nothing is sent until somebody writes or a card is posted. */
export async function createBot<P extends BotPerson>(options: BotOptions<P>): Promise<Bot> {
  const { useCases, log } = options;
  let handle: HttpRouteHandler | null = null;
  const app = new App({
    ...credentialsOf(options),
    tenantId: options.tenantId,
    messagingEndpoint: messagesPath,
    ...(options.serviceUrl === undefined ? {} : { serviceUrl: options.serviceUrl }),
    ...cloudOf(options),
    dangerouslyAllowUnauthenticatedRequests: options.skipsSdkTokenCheck === true,
    logger: quietLog(log),
    httpServerAdapter: {
      registerRoute: (_method, path, handler) => {
        if (path === messagesPath) handle = handler;
      },
    },
  });
  listen(app, options);
  listenToExtension(app, {
    useCases: options.extension,
    log,
    findViewer: (activity: Incoming & { value: unknown }) => findViewer(useCases, activity),
    listMembers: (conversationId) => listMembers(app, conversationId),
  });
  await app.initialize();
  return {
    mount: (server) => {
      const answer: RequestHandler = (request, response) => serve(handle, request, response);
      server.post(messagesPath, express.json({ limit: bodyLimit }), options.guard, answer);
    },
    poster: createPoster({ conversations: conversationsOf(app), tenantId: options.tenantId, log }),
  };
}

/** The calls of the Bot Connector that posting needs. */
function conversationsOf(app: App): Conversations {
  const { conversations } = app.api;
  return {
    open: async (entraOid, tenantId) => {
      const members = [{ id: entraOid, name: '', role: 'user' as const }];
      const chat = await conversations.create({
        members,
        tenantId,
        channelData: { tenant: { id: tenantId } },
      });
      return chat.id;
    },
    listMemberIds: async (conversationId) => {
      const { members } = await conversations.getPagedMembers(conversationId);
      return members.map((member) => member.id);
    },
    post: async (conversationId, card, dedupeKey) => {
      const message = { ...toCardMessage(card), channelData: { dedupeKey } };
      return (await conversations.createActivity(conversationId, message as ActivityParams)).id;
    },
    edit: async (conversationId, activityId, card) => {
      const message = toCardMessage(card);
      await conversations.updateActivity(conversationId, activityId, message as ActivityParams);
    },
  };
}

type Options = AppOptions<IPlugin>;
/** What the SDK sends; our cards are plain JSON, which its own card types would spell out element by element. */
type ActivityParams = Parameters<App['api']['conversations']['createActivity']>[1];

function credentialsOf<P extends BotPerson>({ appId, appSecret, getToken }: BotOptions<P>): Options {
  if (getToken) return { clientId: appId, token: () => getToken() };
  return { clientId: appId, ...(appSecret === undefined ? {} : { clientSecret: appSecret }) };
}

function cloudOf<P extends BotPerson>({ channel }: BotOptions<P>): Options {
  if (channel === undefined) return {};
  const { issuer, openIdMetadataUrl } = channel;
  return {
    cloud: {
      loginEndpoint: issuer,
      loginTenant: 'botframework.com',
      botScope: 'https://api.botframework.com/.default',
      tokenServiceUrl: issuer,
      openIdMetadataUrl,
      tokenIssuer: issuer,
      graphScope: 'https://graph.microsoft.com/.default',
    },
  };
}

async function serve(handle: HttpRouteHandler | null, request: Request, response: Response): Promise<void> {
  if (handle === null) throw new Error('The bot is not initialized.');
  const headers = request.headers as Record<string, string>; // the SDK reads the authorization header only
  const result = await handle({ body: request.body, headers });
  response.status(result.status).json(result.body ?? {});
}

function listen<P extends BotPerson>(app: App, { useCases, extension, log }: BotOptions<P>): void {
  app.on('install.add', async ({ activity, send }) => {
    const viewer = await findViewer(useCases, activity);
    if (!isPersonal(activity)) return; // in a chat it listens to message actions only
    if (viewer) await remember(useCases, viewer, activity);
    const words = wordsFor(languageOf(activity.locale));
    await send(viewer ? words.welcome : words.unknownPerson);
  });
  app.on('message', async ({ activity, send }) => {
    const viewer = await findViewer(useCases, activity);
    if (viewer === null) return void (await send(wordsFor(languageOf(activity.locale)).unknownPerson));
    if (!isPersonal(activity)) return void (await send(wordsFor(viewer.language).onlyPersonal));
    await remember(useCases, viewer, activity);
    const reply = await guarded(log, () => answerCommand(useCases, viewer, activity.text));
    await send(toMessage(reply ?? { text: wordsFor(viewer.language).failed, card: null }));
  });
  app.on('card.action', async ({ activity }) => {
    const { verb, data } = activity.value.action;
    const viewer = await findViewer(useCases, activity);
    const words = wordsFor(languageOf(activity.locale));
    if (viewer === null) return toInvokeReply({ kind: 'message', text: words.unknownPerson });
    const pressed = { verb: verb ?? '', data: { ...data } };
    const reply = await guarded(log, () => answerPress({ useCases, extension }, viewer, pressed));
    return toInvokeReply(reply ?? { kind: 'message', text: words.failed });
  });
}

/** Shared records refresh themselves; the other buttons belong to the bot's own cards. */
async function answerPress<P extends BotPerson>(
  { useCases, extension }: Pick<BotOptions<P>, 'useCases' | 'extension'>,
  viewer: Viewer<P>,
  pressed: PressedAction,
): Promise<ActionReply> {
  const { verb, data } = pressed;
  const step = readStep(verb);
  if (step !== null) return { kind: 'card', card: await answerStep(useCases, viewer, { step, data }) };
  if (verb !== recordVerb) return answerAction(useCases, viewer, pressed);
  return { kind: 'card', card: await refreshRecord(extension, viewer, data) };
}

/** Everybody in a chat with an address; who has none says nothing about a customer. */
async function listMembers(app: App, conversationId: string): Promise<Member[]> {
  const { members } = await app.api.conversations.getPagedMembers(conversationId);
  return members.flatMap(({ name, email, userPrincipalName }) => {
    const address = email ?? userPrincipalName;
    return address === undefined ? [] : [{ name, email: address }];
  });
}

interface Incoming {
  readonly from: { readonly id: string; readonly aadObjectId?: string | undefined };
  readonly conversation: {
    readonly id: string;
    readonly tenantId?: string | undefined;
    readonly conversationType?: unknown;
  };
  readonly channelData?: { readonly tenant?: { readonly id: string } | undefined } | undefined;
  readonly locale?: string | undefined;
}

/** Who this is: by tenant and Entra object id, both vouched for by the channel's token. */
async function findViewer<P extends BotPerson>(
  useCases: BotUseCases<P>,
  activity: Incoming,
): Promise<Viewer<P> | null> {
  const tenantId = activity.conversation.tenantId ?? activity.channelData?.tenant?.id;
  const { aadObjectId, id } = activity.from;
  if (tenantId === undefined || aadObjectId === undefined) return null;
  const person = await useCases.findPerson(tenantId, aadObjectId);
  return person && { person, teamsId: id, language: languageOf(activity.locale) };
}

/** In a chat or team everybody would read the answer. */
function isPersonal({ conversation }: Pick<Incoming, 'conversation'>): boolean {
  return conversation.conversationType === 'personal';
}

/** Only a person's own chat with the bot is kept; in a group everybody would read the cards. */
async function remember<P extends BotPerson>(
  useCases: BotUseCases<P>,
  viewer: Viewer<P>,
  { conversation }: Incoming,
): Promise<void> {
  if (!isPersonal({ conversation })) return;
  await useCases.rememberChat(viewer, conversation.id);
}

async function guarded<T>(log: BotLog, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    log.error({ err: error }, 'the bot could not answer');
    return null;
  }
}

const cardType = 'application/vnd.microsoft.card.adaptive' as const;

function toMessage({ text, card }: CommandReply) {
  return card === null ? (text ?? '') : toCardMessage(card);
}

function toCardMessage(card: Json) {
  // the SDK's own card type lists every element; ours are held by the schema test instead
  const attachments = [{ contentType: cardType, content: card as never }];
  return { type: 'message' as const, summary: String(card['fallbackText'] ?? ''), attachments };
}

function toInvokeReply(reply: ActionReply) {
  if (reply.kind === 'card') {
    return { statusCode: 200 as const, type: cardType, value: reply.card as never }; // see toCardMessage
  }
  return {
    statusCode: 200 as const,
    type: 'application/vnd.microsoft.activity.message' as const,
    value: reply.text,
  };
}

/** The SDK writes to the console by default; ours goes to the server's log, without bodies of messages. */
function quietLog(log: BotLog): NonNullable<Options['logger']> {
  const nothing = () => undefined;
  const quiet = {
    error: (...parts: unknown[]) => log.error({ parts: parts.map(describe) }, 'teams sdk'),
    warn: (...parts: unknown[]) => log.warn({ parts: parts.map(describe) }, 'teams sdk'),
    info: nothing,
    debug: nothing,
    trace: nothing,
    log: nothing,
    child: () => quiet,
  };
  return quiet;
}

function describe(part: unknown): string {
  return part instanceof Error ? part.message : String(part).slice(0, 300);
}
