// What the demo's Teams page asks around the team's chat: its messages, and the message extension in the real protocol.
import express, { Router } from 'express';
import type { Response } from 'express';
import { read } from './client-api.ts';
import type { ConnectorPeople, ConnectorPerson } from './connector.ts';
import type { Deliver } from './deliver.ts';
import type { TeamChat } from './shapes.ts';
import { ExtensionCall, TeamPost } from './shapes.ts';
import type { TeamStore } from './team-store.ts';
import {
  inTeamChat,
  isTeamMember,
  listTeamMembers,
  teamChatTitle,
  teamConversationId,
  toPayload,
} from './team-store.ts';

const bodyLimit = '128kb';

interface Parts {
  readonly team: TeamStore;
  readonly people: ConnectorPeople;
  readonly deliver: Deliver;
}

/** Serves the page; who is not in the chat sees null and can do nothing there. */
export function createTeamApi({ team, people, deliver }: Parts): Router {
  const router = Router();
  const parse = express.json({ limit: bodyLimit });

  router.get('/team-chat', async (request, response) => {
    const person = await people.findByShortName(String(request.query['user'] ?? ''));
    const isMember = person !== null && isTeamMember(person);
    response.json(isMember ? await showChat(team, people, person) : null);
  });

  router.post('/team-chat', parse, async (request, response) => {
    const post = read(TeamPost, request, response);
    const person = post && (await findMember(post.user, response));
    if (!post || !person) return;
    await team.read(people);
    await team.add(person, { text: post.text, card: post.card });
    response.json(await showChat(team, people, person));
  });

  router.post('/extension', parse, async (request, response) => {
    const asked = read(ExtensionCall, request, response);
    const person = asked && (await findMember(asked.user, response));
    if (!asked || !person) return;
    const { messages } = await team.read(people);
    const message = messages.find((one) => one.id === asked.messageId);
    const acted = message && { commandContext: 'message', messagePayload: toPayload(message) };
    const { status, body } = await deliver(person, {
      type: 'invoke',
      name: `composeExtension/${asked.call}`,
      ...inTeamChat(people.tenantId),
      value: { ...asked.value, ...acted },
    });
    response.status(status).json(body);
  });

  async function findMember(shortName: string, response: Response): Promise<ConnectorPerson | null> {
    const person = await people.findByShortName(shortName);
    if (person !== null && isTeamMember(person)) return person;
    response.status(404).json({ error: 'not in this chat' });
    return null;
  }

  return router;
}

async function showChat(
  team: TeamStore,
  people: ConnectorPeople,
  person: ConnectorPerson,
): Promise<TeamChat> {
  const { messages, revision } = await team.read(people);
  const members = await listTeamMembers(people);
  return {
    user: person.shortName,
    conversationId: teamConversationId,
    title: teamChatTitle,
    members: members.map(({ name }) => name),
    revision,
    messages: messages.map(({ entraOid, ...message }) => ({
      ...message,
      isOwn: entraOid === person.entraOid,
    })),
  };
}
