// Microsoft To Do through Graph: one list "Kundencockpit" per person, tasks that carry our id as a linked resource.
import { DateTime } from 'luxon';
import { z } from 'zod';
import type {
  Graph,
  GraphCalendar,
  GraphMailbox,
  GraphUser,
  NewToDoTask,
  ToDoPlace,
  ToDoTask,
} from './graph.ts';
import type { GraphClient } from './graph-client.ts';
import { refusedWith } from './graph-client.ts';

const listName = 'Kundencockpit';
const zone = 'Europe/Berlin';

const DateTimeTimeZone = z.object({ dateTime: z.string(), timeZone: z.string().nullish() });
const Task = z.object({
  id: z.string(),
  title: z.string().nullish(),
  status: z.string().nullish(),
  dueDateTime: DateTimeTimeZone.nullish(),
  linkedResources: z.array(z.object({ externalId: z.string().nullish() })).nullish(),
  '@removed': z.unknown().optional(),
});
type Task = z.infer<typeof Task>;
const links = { '@odata.nextLink': z.string().optional(), '@odata.deltaLink': z.string().optional() };
const TaskPage = z.object({ value: z.array(Task), ...links });
const ListPage = z.object({
  value: z.array(z.object({ id: z.string(), displayName: z.string().nullish() })),
  ...links,
});

type GraphToDo = Omit<
  Graph,
  'hasToken' | 'readAttachment' | 'sendMail' | keyof GraphCalendar | keyof GraphMailbox
>;

/** The To Do half of the Graph interface. */
export function createGraphToDo(client: GraphClient): GraphToDo {
  const lists = createListFinder(client);

  /** Runs with the list's id; when the list is gone it is looked for (or made) again, once. */
  async function withList<T>(user: GraphUser, work: (listId: string) => Promise<T>): Promise<T> {
    const listId = await lists.get(user);
    try {
      return await work(listId);
    } catch (error) {
      if (refusedWith(error) !== 404) throw error;
      lists.forget(user);
      return work(await lists.get(user));
    }
  }

  return {
    saveToDoTask: (user, task) =>
      withList(user, async (listId) => {
        const found = await findTask(client, user, listId, task);
        if (found === null) return { ...(await createTask(client, user, listId, task)), completed: false };
        const { title, dueOn } = task;
        if (found.title !== title || found.dueOn !== dueOn) {
          await patchTask(client, user, { listId, taskId: found.id }, { title, dueOn });
        }
        return { listId, taskId: found.id, completed: found.completed };
      }),
    findToDoTask: (user, task) =>
      withList(user, async (listId) => {
        const found = await findTask(client, user, listId, task);
        return found === null ? null : { listId, taskId: found.id };
      }),
    updateToDoTask: (user, at, change) => patchTask(client, user, at, change),
    async deleteToDoTask(user, at) {
      try {
        await client.call(user, pathOf(at), (request) => request.delete());
      } catch (error) {
        if (refusedWith(error) !== 404) throw error;
      }
    },
    async listToDoChanges(user, deltaLink) {
      if (deltaLink !== null) {
        const listId = listIdIn(deltaLink);
        const changes = await readDelta(client, user, { listId, start: deltaLink }).catch(ifForgotten);
        if (changes !== null) return { ...changes, isFull: false };
        lists.forget(user);
      }
      const changes = await withList(user, (listId) =>
        readDelta(client, user, { listId, start: `${pathOfList(listId)}/tasks/delta` }),
      );
      return { ...changes, isFull: true };
    },
  };
}

/** Remembers each person's list; two first calls at once look only once, two processes agree on the same list. */
function createListFinder(client: GraphClient) {
  const known = new Map<string, Promise<string>>();
  const keyOf = (user: GraphUser) => `${user.organizationId}/${user.userId}`;

  async function readIds(user: GraphUser): Promise<string[]> {
    const ids: string[] = [];
    for (let next: string | undefined = '/me/todo/lists'; next !== undefined;) {
      const page = ListPage.parse(await client.call<unknown>(user, next, (request) => request.get()));
      ids.push(...page.value.filter((list) => list.displayName === listName).map((list) => list.id));
      next = page['@odata.nextLink'];
    }
    return ids.sort();
  }

  async function findOrCreate(user: GraphUser): Promise<string> {
    const [found] = await readIds(user);
    if (found !== undefined) return found;
    const made = z
      .object({ id: z.string() })
      .parse(
        await client.call<unknown>(user, '/me/todo/lists', (request) =>
          request.post({ displayName: listName }),
        ),
      );
    // Another process may have made one in the same moment: all keep the one that sorts first.
    const [first = made.id] = await readIds(user);
    if (first !== made.id) await client.call(user, pathOfList(made.id), (request) => request.delete());
    return first;
  }

  return {
    get(user: GraphUser): Promise<string> {
      const key = keyOf(user);
      const finding = known.get(key) ?? findOrCreate(user);
      known.set(key, finding);
      finding.catch(() => known.delete(key));
      return finding;
    },
    forget: (user: GraphUser) => known.delete(keyOf(user)),
  };
}

async function findTask(
  client: GraphClient,
  user: GraphUser,
  listId: string,
  wanted: { followUpId: string; since: Date },
): Promise<ToDoTask | null> {
  const since = `${wanted.since.toISOString().slice(0, 19)}Z`;
  const all = `${pathOfList(listId)}/tasks?$top=100&$expand=linkedResources`;
  for (let next: string | undefined = `${all}&$filter=createdDateTime ge ${since}`; next !== undefined;) {
    const page = TaskPage.parse(await client.call<unknown>(user, next, (request) => request.get()));
    const found = page.value
      .map((task) => asToDoTask(task, listId))
      .find((t) => t.followUpId === wanted.followUpId);
    if (found !== undefined) return found;
    next = page['@odata.nextLink'];
  }
  return null;
}

async function createTask(
  client: GraphClient,
  user: GraphUser,
  listId: string,
  task: NewToDoTask,
): Promise<ToDoPlace> {
  const body = {
    title: task.title,
    body: { content: task.note, contentType: 'text' },
    dueDateTime: dueDateTime(task.dueOn),
    linkedResources: [
      {
        applicationName: listName,
        displayName: task.linkLabel,
        externalId: task.followUpId,
        webUrl: task.link,
      },
    ],
  };
  const made = Task.parse(
    await client.call<unknown>(user, `${pathOfList(listId)}/tasks`, (request) => request.post(body)),
  );
  return { listId, taskId: made.id };
}

async function patchTask(
  client: GraphClient,
  user: GraphUser,
  at: ToDoPlace,
  { title, dueOn, completed }: { title?: string; dueOn?: string; completed?: boolean },
): Promise<void> {
  const body = {
    ...(title === undefined ? {} : { title }),
    ...(dueOn === undefined ? {} : { dueDateTime: dueDateTime(dueOn) }),
    ...(completed === undefined ? {} : { status: completed ? 'completed' : 'notStarted' }),
  };
  await client.call(user, pathOf(at), (request) => request.patch(body));
}

async function readDelta(
  client: GraphClient,
  user: GraphUser,
  { listId, start }: { listId: string; start: string },
): Promise<{ tasks: ToDoTask[]; deltaLink: string }> {
  const tasks: ToDoTask[] = [];
  let next = start;
  for (;;) {
    const page = TaskPage.parse(await client.call<unknown>(user, next, (request) => request.get()));
    tasks.push(...page.value.map((task) => asToDoTask(task, listId)));
    const more = page['@odata.nextLink'];
    if (more === undefined) return { tasks, deltaLink: page['@odata.deltaLink'] ?? start };
    next = more;
  }
}

/** Graph no longer knows the state behind a delta link, or the list is gone. */
function ifForgotten(error: unknown): null {
  const status = refusedWith(error);
  if (status === 404 || status === 410) return null;
  throw error;
}

function asToDoTask(task: Task, listId: string): ToDoTask {
  return {
    id: task.id,
    listId,
    title: task.title ?? '',
    completed: task.status === 'completed',
    dueOn: task.dueDateTime ? readDay(task.dueDateTime) : null,
    followUpId: task.linkedResources?.find((link) => link.externalId)?.externalId ?? null,
    deleted: task['@removed'] !== undefined,
  };
}

/** To Do keeps a day as midnight; sent as UTC it stays that day for everyone east of Greenwich. */
function dueDateTime(day: string): { dateTime: string; timeZone: string } {
  return { dateTime: `${day}T00:00:00`, timeZone: 'UTC' };
}

/** A day set in the To Do app may come back as local midnight written in UTC (22:00 or 23:00 of the day before). */
function readDay({ dateTime, timeZone }: z.infer<typeof DateTimeTimeZone>): string | null {
  if (timeZone !== 'UTC') return dateTime.slice(0, 10);
  return DateTime.fromISO(dateTime.slice(0, 19), { zone: 'utc' }).setZone(zone).toISODate();
}

function pathOfList(listId: string): string {
  return `/me/todo/lists/${encodeURIComponent(listId)}`;
}

function pathOf({ listId, taskId }: ToDoPlace): string {
  return `${pathOfList(listId)}/tasks/${encodeURIComponent(taskId)}`;
}

function listIdIn(deltaLink: string): string {
  return decodeURIComponent(/\/lists\/([^/]+)\/tasks/.exec(deltaLink)?.[1] ?? '');
}
