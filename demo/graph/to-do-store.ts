// The To Do lists and tasks of the sample people, with a change number per person for the delta query.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '#api/outside/clock.ts';
import type { StateFile } from './state-file.ts';

export interface DateTimeTimeZone {
  readonly dateTime: string;
  readonly timeZone: string;
}

export interface LinkedResource {
  readonly id: string;
  readonly webUrl?: string | undefined;
  readonly applicationName?: string | undefined;
  readonly displayName?: string | undefined;
  readonly externalId?: string | undefined;
}

/** What callers may set on a task; the same fields Graph takes. */
export interface TaskFields {
  readonly title?: string | undefined;
  readonly status?: string | undefined;
  readonly importance?: string | undefined;
  readonly isReminderOn?: boolean | undefined;
  readonly body?: { readonly content: string; readonly contentType: string } | undefined;
  readonly dueDateTime?: DateTimeTimeZone | null | undefined;
  readonly categories?: readonly string[] | undefined;
}

export interface StoredTask {
  id: string;
  listId: string;
  title: string;
  status: string;
  importance: string;
  isReminderOn: boolean;
  body: { content: string; contentType: string };
  categories: string[];
  dueDateTime: DateTimeTimeZone | null;
  completedDateTime: DateTimeTimeZone | null;
  createdDateTime: string;
  lastModifiedDateTime: string;
  linkedResources: LinkedResource[];
  /** The person's change number when this task was last touched. */
  change: number;
  isDeleted: boolean;
}

export interface StoredList {
  id: string;
  displayName: string;
  wellknownListName: 'none' | 'defaultList';
}

export interface SentMail {
  to: string[];
  cc?: string[];
  subject: string;
  text: string;
  isHtml?: boolean;
  at: string;
  /** Its ids in Sent Items; what an older demo sent has none and stands in no folder. */
  id?: string;
  messageId?: string;
}

export interface PersonState {
  change: number;
  lists: StoredList[];
  tasks: StoredTask[];
  sent: SentMail[];
}

export interface GraphState {
  people: Record<string, PersonState>;
}

/** The state of a Graph nobody has used yet. */
export function emptyState(): GraphState {
  return { people: {} };
}

export interface ToDoStore {
  person(id: string): PersonState;
  addList(personId: string, displayName: string): StoredList;
  removeList(personId: string, listId: string): void;
  addTask(
    personId: string,
    listId: string,
    fields: TaskFields,
    links: readonly Omit<LinkedResource, 'id'>[],
  ): StoredTask;
  addLink(personId: string, task: StoredTask, link: Omit<LinkedResource, 'id'>): LinkedResource;
  changeTask(personId: string, task: StoredTask, fields: TaskFields): void;
  removeTask(personId: string, task: StoredTask): void;
  save(): Promise<void>;
  reset(): Promise<void>;
}

/** Puts the rules of To Do over a state file. */
export function createToDoStore(file: StateFile<GraphState>, clock: Clock): ToDoStore {
  const person = (id: string) => (file.state.people[id] ??= newPerson());

  function touch(personId: string, task: StoredTask): void {
    const owner = person(personId);
    owner.change += 1;
    task.change = owner.change;
    task.lastModifiedDateTime = clock.now().toISOString();
  }

  return {
    person,
    addList(personId, displayName) {
      const list: StoredList = { id: graphId(), displayName, wellknownListName: 'none' };
      person(personId).lists.push(list);
      return list;
    },
    removeList(personId, listId) {
      const owner = person(personId);
      owner.lists = owner.lists.filter((list) => list.id !== listId);
      owner.tasks = owner.tasks.filter((task) => task.listId !== listId);
    },
    addTask(personId, listId, fields, links) {
      const task = newTask(listId, clock.now());
      task.linkedResources = links.map((link) => ({ ...link, id: randomUUID() }));
      applyFields(task, fields, clock.now());
      touch(personId, task);
      person(personId).tasks.push(task);
      return task;
    },
    addLink(personId, task, link) {
      const added = { ...link, id: randomUUID() };
      task.linkedResources.push(added);
      touch(personId, task);
      return added;
    },
    changeTask(personId, task, fields) {
      applyFields(task, fields, clock.now());
      touch(personId, task);
    },
    removeTask(personId, task) {
      task.isDeleted = true;
      touch(personId, task);
    },
    save: () => file.save(),
    reset: () => file.replace(emptyState()),
  };
}

function newPerson(): PersonState {
  const inbox: StoredList = { id: graphId(), displayName: 'Aufgaben', wellknownListName: 'defaultList' };
  return { change: 0, lists: [inbox], tasks: [], sent: [] };
}

function newTask(listId: string, now: Date): StoredTask {
  return {
    id: graphId(),
    listId,
    title: '',
    status: 'notStarted',
    importance: 'normal',
    isReminderOn: false,
    body: { content: '', contentType: 'text' },
    categories: [],
    dueDateTime: null,
    completedDateTime: null,
    createdDateTime: now.toISOString(),
    lastModifiedDateTime: now.toISOString(),
    linkedResources: [],
    change: 0,
    isDeleted: false,
  };
}

function applyFields(task: StoredTask, fields: TaskFields, now: Date): void {
  const { title, status, importance, isReminderOn, body, dueDateTime, categories } = fields;
  if (title !== undefined) task.title = title;
  if (importance !== undefined) task.importance = importance;
  if (isReminderOn !== undefined) task.isReminderOn = isReminderOn;
  if (body !== undefined) task.body = { ...body };
  if (dueDateTime !== undefined) task.dueDateTime = dueDateTime === null ? null : inUtc(dueDateTime);
  if (categories !== undefined) task.categories = [...categories];
  if (status !== undefined) setStatus(task, status, now);
}

function setStatus(task: StoredTask, status: string, now: Date): void {
  task.status = status;
  if (status !== 'completed') task.completedDateTime = null;
  else
    task.completedDateTime ??= {
      dateTime: `${now.toISOString().slice(0, 10)}T00:00:00.0000000`,
      timeZone: 'UTC',
    };
}

/** To Do answers seven decimals, whatever was sent. */
function inUtc(value: DateTimeTimeZone): DateTimeTimeZone {
  const [seconds = value.dateTime] = value.dateTime.split('.');
  return { dateTime: `${seconds}.0000000`, timeZone: value.timeZone };
}

/** Ids as Exchange makes them: long, opaque, with an equals sign that callers must encode. */
function graphId(): string {
  return `AAMk${randomBytes(30).toString('base64url')}=`;
}
