// The calls of the Bot Connector that a bot makes (/v3/conversations/…), as Microsoft's service answers them.
import express, { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import type { ChatStore, NewMessage } from './chat-store.ts';
import type { ConnectorPeople } from './connector.ts';
import type { ConnectorSigner } from './signer.ts';
import type { TeamStore } from './team-store.ts';
import { listTeamMembers, teamConversationId } from './team-store.ts';

const bodyLimit = '100kb';
const cardType = 'application/vnd.microsoft.card.adaptive';

interface Parts {
  readonly store: ChatStore;
  readonly signer: ConnectorSigner;
  readonly people: ConnectorPeople;
  readonly team: TeamStore;
}

/** Serves the bot; every call needs the bot's own token. */
export function createBotApi({ store, signer, people, team }: Parts): Router {
  const router = Router();
  router.use(onlyForTheBot(signer), express.json({ limit: bodyLimit }));
  const one = '/conversations/:conversation/activities/:activity';

  router.post('/conversations', async (request, response) => {
    const id = textAt(request.body, 'members', 0, 'id').replace(/^29:/, '');
    const person = (await people.findByOid(id)) ?? (await people.findByShortName(id));
    if (person === null) return fail(response, 400, 'BadSyntax', 'no such user');
    response.status(201).json({ id: store.open(person.entraOid).id });
  });

  const post: RequestHandler = async (request, response) => {
    const conversation = String(request.params['conversation']);
    if (conversation === teamConversationId) {
      const { text, card } = readMessage(request);
      response.status(201).json({ id: await team.addFromBot({ text: text ?? '', card }) });
      return;
    }
    if (store.find(conversation) === null) return notFound(response);
    const id = await store.add(conversation, { from: 'bot', ...readMessage(request) });
    response.status(201).json({ id });
  };
  router.post('/conversations/:conversation/activities', post);
  router.post(one, post);

  router.put(one, async (request, response) => {
    const { conversation, activity } = request.params;
    const isThere = await store.edit(conversation, activity, readMessage(request));
    if (!isThere) return notFound(response);
    response.json({ id: activity });
  });

  router.delete(one, async (request, response) => {
    const { conversation, activity } = request.params;
    if (!(await store.remove(conversation, activity))) return notFound(response);
    response.status(200).json({});
  });

  router.get('/conversations/:conversation/members', async (request, response) => {
    response.json(await listMembers({ store, people }, request.params.conversation));
  });
  router.get('/conversations/:conversation/pagedMembers', async (request, response) => {
    response.json({ members: await listMembers({ store, people }, request.params.conversation) });
  });
  router.get('/conversations/:conversation/members/:member', async (request, response) => {
    const [member] = await listMembers({ store, people }, request.params.conversation);
    if (!member) return notFound(response);
    response.json(member);
  });

  return router;
}

async function listMembers({ store, people }: Pick<Parts, 'store' | 'people'>, conversation: string) {
  if (conversation === teamConversationId) return listTeamMembers(people);
  const chat = store.find(conversation);
  const person = chat && (await people.findByOid(chat.entraOid));
  if (!person) return [];
  const { entraOid: objectId, name, shortName } = person;
  return [{ id: `29:${shortName}`, name, objectId, aadObjectId: objectId, tenantId: people.tenantId }];
}

function onlyForTheBot(signer: ConnectorSigner): RequestHandler {
  return async (request, response, next) => {
    const token = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1] ?? '';
    if (await signer.isBotToken(token)) return next();
    fail(response, 401, 'Unauthorized', 'Authorization has been denied for this request.');
  };
}

function readMessage({ body }: Request): Omit<NewMessage, 'from'> {
  const content = at(body, 'attachments', 0, 'content');
  const isCard = at(body, 'attachments', 0, 'contentType') === cardType;
  const text = at(body, 'text');
  const dedupeKey = at(body, 'channelData', 'dedupeKey');
  return {
    text: typeof text === 'string' ? text : null,
    card: isCard && typeof content === 'object' ? (content as Record<string, unknown> | null) : null, // JSON of the body
    dedupeKey: typeof dedupeKey === 'string' ? dedupeKey : null,
  };
}

function notFound(response: Response): void {
  fail(response, 404, 'NotFound', 'The conversation or activity does not exist.');
}

function fail(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ error: { code, message } });
}

function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

function textAt(value: unknown, ...path: (string | number)[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}
