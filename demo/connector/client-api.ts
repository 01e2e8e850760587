// What the demo's Teams page asks: the chat of a person, a pressed button, a written message.
import express, { Router } from 'express';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { ChatStore } from './chat-store.ts';
import type { ConnectorPeople, ConnectorPerson } from './connector.ts';
import type { Deliver } from './deliver.ts';
import type { Chat, InvokeReply } from './shapes.ts';
import { Invoke, Message } from './shapes.ts';
import { inTeamChat } from './team-store.ts';

const bodyLimit = '64kb';

interface Parts {
  readonly store: ChatStore;
  readonly people: ConnectorPeople;
  readonly deliver: Deliver;
}

/** Serves the page; it says itself who is looking, as everything in the demo does. */
export function createClientApi({ store, people, deliver }: Parts): Router {
  const router = Router();
  router.use(express.json({ limit: bodyLimit }));

  router.get('/chats', async (request, response) => {
    const person = await findPerson(String(request.query['user'] ?? ''), response);
    if (person) response.json(await showChat(person));
  });

  router.post('/invoke', async (request, response) => {
    const invoke = read(Invoke, request, response);
    const person = invoke && (await findPerson(invoke.user, response));
    if (!invoke || !person) return;
    const { verb, data, trigger, activityId, chat } = invoke;
    const value = { action: { type: 'Action.Execute', verb, data }, trigger };
    const answer = await deliver(person, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: activityId,
      value,
      ...(chat === 'team' ? inTeamChat(people.tenantId) : {}),
    });
    response.json(toReply(answer));
  });

  router.post('/message', async (request, response) => {
    const message = read(Message, request, response);
    const person = message && (await findPerson(message.user, response));
    if (!message || !person) return;
    await showChat(person);
    const { id } = store.open(person.entraOid);
    await store.add(id, { from: 'user', text: message.text, card: null, dedupeKey: null });
    await deliver(person, { type: 'message', text: message.text, textFormat: 'plain' });
    response.json(await showChat(person));
  });

  async function findPerson(shortName: string, response: Response): Promise<ConnectorPerson | null> {
    const person = await people.findByShortName(shortName);
    if (person === null) response.status(404).json({ error: 'no such person' });
    return person;
  }

  /** Opening the chat for the first time installs the bot there, which makes it say hello. */
  async function showChat(person: ConnectorPerson): Promise<Chat> {
    const { id, chat } = store.open(person.entraOid);
    if (store.install(id)) await deliver(person, { type: 'installationUpdate', action: 'add' });
    return {
      user: person.shortName,
      conversationId: id,
      revision: chat.revision,
      messages: chat.messages.map(({ dedupeKey: _own, ...message }) => message),
    };
  }

  return router;
}

/** The body in the shape that is asked for; else null, and the caller was told. */
export function read<S extends z.ZodType>(
  schema: S,
  request: Request,
  response: Response,
): z.output<S> | null {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  response.status(400).json({ error: 'invalid', issues: parsed.error.issues.map((issue) => issue.message) });
  return null;
}

function toReply({ status, body }: Awaited<ReturnType<Deliver>>): InvokeReply {
  const type: unknown = Reflect.get(body, 'type');
  const value: unknown = Reflect.get(body, 'value');
  if (status === 200 && type === 'application/vnd.microsoft.card.adaptive' && isObject(value)) {
    return { kind: 'card', card: value };
  }
  if (status === 200 && typeof value === 'string') return { kind: 'message', text: value };
  return { kind: 'error', text: `Der Bot hat mit ${status} geantwortet.` };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
