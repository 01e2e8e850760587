// The team's chat of the demo: colleagues and one person of a customer; kept in one file of the data folder.
import { randomUUID } from 'node:crypto';
import { openStateFile } from '#demo/graph/state-file.ts';
import type { ConnectorPeople, ConnectorPerson } from './connector.ts';

export interface StoredTeamMessage {
  readonly id: string;
  /** Null: the guest or the bot. */
  readonly entraOid: string | null;
  readonly isGuest: boolean;
  readonly author: string;
  readonly at: string;
  readonly text: string;
  readonly card: Record<string, unknown> | null;
}

interface TeamState {
  readonly messages: StoredTeamMessage[];
  revision: number;
}

type TeamText = Pick<StoredTeamMessage, 'text' | 'card'>;

export interface TeamStore {
  /** Oldest first; the sample messages are written when it is first looked at. */
  read(people: ConnectorPeople): Promise<Readonly<TeamState>>;
  add(person: ConnectorPerson, message: TeamText): Promise<void>;
  addFromBot(message: TeamText): Promise<string>;
  reset(): Promise<void>;
}

export const teamConversationId = '19:tuerschliesser-hollerbach@thread.v2';
export const teamChatTitle = 'Lieferung Hollerbach';
const guest = {
  name: 'Sabine Tietz',
  email: 's.tietz@hollerbach-metallbau.test',
  id: '00000000-0000-4000-8000-0000000000f1',
};
const memberNames = ['anna', 'jonas', 'ben', 'petra'];

interface Sample {
  readonly by: string | null;
  readonly minutesAgo: number;
  readonly text: string;
}
const samples: readonly Sample[] = [
  {
    by: null,
    minutesAgo: 74,
    text: 'Guten Tag zusammen, in der Lieferung zum Auftrag AU-26-0907 fehlen zwei Montageplatten. Können Sie die bis Freitag nachliefern?',
  },
  { by: 'jonas', minutesAgo: 61, text: 'Guten Tag Frau Tietz, ich kläre das mit dem Lager und melde mich.' },
  {
    by: null,
    minutesAgo: 38,
    text: 'Danke. Eine der Platten, die da sind, ist außerdem verbogen, die können wir so nicht einbauen.',
  },
  {
    by: 'anna',
    minutesAgo: 22,
    text: 'Ich rufe Sie morgen früh an, Frau Tietz, dann sprechen wir auch über die Obentürschließer.',
  },
];

const empty = (): TeamState => ({ messages: [], revision: 0 });
const msPerMinute = 60_000;

/** Opens the file; `path` null keeps the chat in memory. */
export async function openTeamStore(path: string | null, now: () => Date): Promise<TeamStore> {
  const file = await openStateFile(path, empty);

  async function put(message: Omit<StoredTeamMessage, 'id' | 'at' | 'isGuest'>): Promise<string> {
    const id = randomUUID();
    file.state.messages.push({ ...message, isGuest: false, at: now().toISOString(), id });
    file.state.revision += 1;
    await file.save();
    return id;
  }

  async function writeSamples(people: ConnectorPeople): Promise<void> {
    const written = await Promise.all(samples.map((sample) => toMessage(people, sample, now())));
    if (file.state.messages.length > 0) return; // two who look at once
    file.state.messages.push(...written.map((message) => ({ ...message, id: randomUUID() })));
    file.state.revision += 1;
    await file.save();
  }

  return {
    read: async (people) => {
      if (file.state.messages.length === 0) await writeSamples(people);
      return file.state;
    },
    add: async (person, message) => {
      await put({ ...message, entraOid: person.entraOid, author: person.name });
    },
    addFromBot: (message) => put({ ...message, entraOid: null, author: 'Kundencockpit' }),
    reset: () => file.replace(empty()),
  };
}

async function toMessage(
  people: ConnectorPeople,
  { by, minutesAgo, text }: Sample,
  now: Date,
): Promise<Omit<StoredTeamMessage, 'id'>> {
  const person = by === null ? null : await people.findByShortName(by);
  const at = new Date(now.getTime() - minutesAgo * msPerMinute).toISOString();
  const { entraOid, name } = person ?? { entraOid: null, name: guest.name };
  return { entraOid, isGuest: person === null, author: name, at, text, card: null };
}

/** Whether this person is in the chat. */
export function isTeamMember({ shortName }: ConnectorPerson): boolean {
  return memberNames.includes(shortName);
}

/** Everybody in the chat with address, as the Bot Connector tells a bot that is a member. */
export async function listTeamMembers(people: ConnectorPeople) {
  const colleagues = await Promise.all(memberNames.map((name) => people.findByShortName(name)));
  return [
    ...colleagues.flatMap((one) =>
      one === null
        ? []
        : [{ id: `29:${one.shortName}`, name: one.name, objectId: one.entraOid, email: one.email }],
    ),
    { id: '29:guest', name: guest.name, objectId: guest.id, email: guest.email },
  ].map((member) => ({ ...member, aadObjectId: member.objectId, tenantId: people.tenantId }));
}

/** What the envelope of an activity says in this chat. */
export function inTeamChat(tenantId: string): Record<string, unknown> {
  return { conversation: { id: teamConversationId, conversationType: 'groupChat', isGroup: true, tenantId } };
}

/** The message as Teams hands it to a message action. */
export function toPayload({ id, author, entraOid, at, text }: StoredTeamMessage): Record<string, unknown> {
  const content = `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`;
  return {
    id,
    messageType: 'message',
    createdDateTime: at,
    linkToMessage: `https://teams.microsoft.com/l/message/${encodeURIComponent(teamConversationId)}/${id}?context=%7B%22contextType%22%3A%22chat%22%7D`,
    from: { user: { id: entraOid ?? guest.id, displayName: author, userIdentityType: 'aadUser' } },
    body: { contentType: 'html', content },
    attachments: [],
    mentions: [],
    reactions: [],
  };
}
