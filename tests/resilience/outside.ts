// What the demo's Microsoft side holds, asked from outside: tasks in To Do and cards in a chat.
import type { ServerProcess } from './server-process.ts';

export interface SeenTask {
  readonly title: string;
  readonly followUpId: string | null;
}

interface Page<T> {
  readonly value: T[];
  readonly '@odata.nextLink'?: string;
}

/** Every task of that person, of all lists, read through the local Graph with the person's own token. */
export async function listTasksOf(server: ServerProcess, user: string): Promise<SeenTask[]> {
  const headers = { authorization: await server.authorizationOf(user) };
  const get = async <T>(url: string): Promise<T[]> => {
    const items: T[] = [];
    for (let next: string | undefined = url; next !== undefined;) {
      const page = (await (await fetch(next, { headers })).json()) as Page<T>; // the local Graph's own shape
      items.push(...page.value);
      next = page['@odata.nextLink'];
    }
    return items;
  };
  const graph = `${server.url}/demo/graph/v1.0`;
  const lists = await get<{ id: string }>(`${graph}/me/todo/lists`);
  const tasks: SeenTask[] = [];
  for (const { id } of lists) {
    const found = await get<{ title: string; linkedResources?: { externalId: string }[] }>(
      `${graph}/me/todo/lists/${encodeURIComponent(id)}/tasks?$top=100&$expand=linkedResources`,
    );
    tasks.push(
      ...found.map(({ title, linkedResources }) => ({
        title,
        followUpId: linkedResources?.[0]?.externalId ?? null,
      })),
    );
  }
  return tasks;
}

/** How many messages with a card that names this number stand in that person's chat with the bot. */
export async function countCards(server: ServerProcess, user: string, number: string): Promise<number> {
  const chat = (await (await fetch(`${server.url}/demo/connector/chats?user=${user}`)).json()) as {
    messages: { card: unknown }[]; // the local connector's own shape
  };
  return chat.messages.filter(({ card }) => card !== null && JSON.stringify(card).includes(number)).length;
}
