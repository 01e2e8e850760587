// /me/todo/…: lists, tasks, linked resources and the delta query.
import type { Request, Response, Router } from 'express';
import type { z } from 'zod';
import type { StoredTask, ToDoStore } from './to-do-store.ts';
import {
  LinkBody,
  ListBody,
  listOnWire,
  NewTaskBody,
  readTaskFilter,
  removedOnWire,
  TaskBody,
  taskOnWire,
} from './to-do-wire.ts';
import { readPage, readQuery, rootOf, sendEntity, sendGraphError, sendPage } from './wire.ts';

/** Finds out whose request it is; set by the sign-in before these routes. */
export type PersonOf = (response: Response) => { readonly id: string };

const deltaPageSize = 50;
const listPath = '/v1.0/me/todo/lists/:listId';
const taskPath = `${listPath}/tasks/:taskId`;

/** Adds the To Do routes to the router. */
export function addToDoRoutes(router: Router, store: ToDoStore, personOf: PersonOf): void {
  addListRoutes(router, store, personOf);
  addDeltaRoute(router, store, personOf); // before …/tasks/:taskId, which would take "delta" for an id
  addTaskReading(router, store, personOf);
  addTaskWriting(router, store, personOf);
}

function addListRoutes(router: Router, store: ToDoStore, personOf: PersonOf): void {
  router.get('/v1.0/me/todo/lists', (request, response) => {
    const { id } = personOf(response);
    const page = readPage(request, 100);
    if (page === null) return sendGraphError(response, 400, 'BadRequest', 'Invalid paging.');
    const items = store.person(id).lists.map(listOnWire);
    return sendPage(request, response, `users('${id}')/todo/lists`, { items, page });
  });
  router.post('/v1.0/me/todo/lists', async (request, response) => {
    const body = readBody(ListBody, request, response);
    if (body === null) return;
    const { id } = personOf(response);
    const list = store.addList(id, body.displayName);
    await store.save();
    response.status(201);
    sendEntity(request, response, `users('${id}')/todo/lists`, listOnWire(list));
  });
  router.delete(listPath, async (request, response) => {
    const { id } = personOf(response);
    if (!hasList(store, id, request)) return sendNotFound(response);
    store.removeList(id, String(request.params['listId']));
    await store.save();
    return response.status(204).end();
  });
}

function addTaskReading(router: Router, store: ToDoStore, personOf: PersonOf): void {
  router.get(`${listPath}/tasks`, (request, response) => {
    const { id } = personOf(response);
    const filter = readTaskFilter(readQuery(request, '$filter'));
    const page = readPage(request, 20);
    if (!hasList(store, id, request)) return sendNotFound(response);
    if (filter === null || page === null)
      return sendGraphError(response, 400, 'BadRequest', 'Invalid filter clause');
    const items = tasksOf(store, id, request)
      .filter((task) => !task.isDeleted && filter(task))
      .map((task) => taskOnWire(task, { withLinks: isExpanded(request) }));
    return sendPage(request, response, contextOf(id, request), { items, page });
  });
  router.get(taskPath, (request, response) => {
    const { id } = personOf(response);
    const task = findTask(store, id, request);
    if (task === null) return sendNotFound(response);
    return sendEntity(
      request,
      response,
      contextOf(id, request),
      taskOnWire(task, { withLinks: isExpanded(request) }),
    );
  });
}

function addTaskWriting(router: Router, store: ToDoStore, personOf: PersonOf): void {
  router.post(`${listPath}/tasks`, async (request, response) => {
    const { id } = personOf(response);
    if (!hasList(store, id, request)) return sendNotFound(response);
    const body = readBody(NewTaskBody, request, response);
    if (body === null) return;
    const { linkedResources = [], ...fields } = body;
    const links = linkedResources.map(({ '@odata.type': _type, ...link }) => link);
    const task = store.addTask(id, String(request.params['listId']), fields, links);
    await store.save();
    response.status(201);
    sendEntity(request, response, contextOf(id, request), taskOnWire(task, { withLinks: true }));
  });
  router.patch(taskPath, async (request, response) => {
    const { id } = personOf(response);
    const task = findTask(store, id, request);
    if (task === null) return sendNotFound(response);
    const body = readBody(TaskBody, request, response);
    if (body === null) return;
    store.changeTask(id, task, body);
    await store.save();
    sendEntity(request, response, contextOf(id, request), taskOnWire(task, { withLinks: false }));
  });
  router.delete(taskPath, async (request, response) => {
    const { id } = personOf(response);
    const task = findTask(store, id, request);
    if (task === null) return sendNotFound(response);
    store.removeTask(id, task);
    await store.save();
    return response.status(204).end();
  });
  router.post(`${taskPath}/linkedResources`, async (request, response) => {
    const { id } = personOf(response);
    const task = findTask(store, id, request);
    if (task === null) return sendNotFound(response);
    const body = readBody(LinkBody, request, response);
    if (body === null) return;
    const link = store.addLink(id, task, body);
    await store.save();
    response.status(201);
    sendEntity(request, response, `${contextOf(id, request)}('${task.id}')/linkedResources`, link);
  });
}

function addDeltaRoute(router: Router, store: ToDoStore, personOf: PersonOf): void {
  router.get(`${listPath}/tasks/delta`, (request, response) => {
    const { id } = personOf(response);
    if (!hasList(store, id, request)) return sendNotFound(response);
    const since = Number(readQuery(request, '$skiptoken') ?? readQuery(request, '$deltatoken') ?? '0');
    const known = store.person(id).change;
    if (!Number.isInteger(since) || since < 0 || since > known) {
      return sendGraphError(response, 410, 'syncStateNotFound', 'The sync state generation is not found.');
    }
    const changed = tasksOf(store, id, request)
      .filter((task) => task.change > since && !(since === 0 && task.isDeleted))
      .sort((a, b) => a.change - b.change);
    const items = changed.slice(0, deltaPageSize);
    const last = items.at(-1)?.change ?? since;
    const hasMore = changed.length > items.length;
    const here = `${rootOf(request)}/me/todo/lists/${encodeURIComponent(String(request.params['listId']))}/tasks/delta`;
    return response.json({
      '@odata.context': `${rootOf(request)}/$metadata#Collection(todoTask)`,
      ...(hasMore
        ? { '@odata.nextLink': `${here}?$skiptoken=${last}` }
        : { '@odata.deltaLink': `${here}?$deltatoken=${known}` }),
      value: items.map((task) =>
        task.isDeleted ? removedOnWire(task) : taskOnWire(task, { withLinks: false }),
      ),
    });
  });
}

function tasksOf(store: ToDoStore, personId: string, request: Request): StoredTask[] {
  return store.person(personId).tasks.filter((task) => task.listId === request.params['listId']);
}

function findTask(store: ToDoStore, personId: string, request: Request): StoredTask | null {
  const taskId = request.params['taskId'];
  return tasksOf(store, personId, request).find((task) => task.id === taskId && !task.isDeleted) ?? null;
}

function hasList(store: ToDoStore, personId: string, request: Request): boolean {
  return store.person(personId).lists.some((list) => list.id === request.params['listId']);
}

function contextOf(personId: string, request: Request): string {
  return `users('${personId}')/todo/lists('${String(request.params['listId'])}')/tasks`;
}

function isExpanded(request: Request): boolean {
  return readQuery(request, '$expand')?.split(',').includes('linkedResources') ?? false;
}

function sendNotFound(response: Response): void {
  sendGraphError(response, 404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}

function readBody<S extends z.ZodType>(schema: S, request: Request, response: Response): z.output<S> | null {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues[0];
  sendGraphError(
    response,
    400,
    'BadRequest',
    `Invalid JSON: ${problem?.path.join('.') ?? ''} ${problem?.message ?? ''}`,
  );
  return null;
}
