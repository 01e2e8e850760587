// Tasks and lists in Graph's shape, what a request may contain, and the few filters callers use.
import { z } from 'zod';
import type { StoredList, StoredTask } from './to-do-store.ts';

const DateTime = z.strictObject({
  dateTime: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/),
  timeZone: z.string(),
});
export const LinkBody = z.strictObject({
  '@odata.type': z.string().optional(),
  webUrl: z.string().optional(),
  applicationName: z.string().optional(),
  displayName: z.string().optional(),
  externalId: z.string().optional(),
});
/** An unknown property is refused, as Graph refuses it. */
export const TaskBody = z.strictObject({
  title: z.string().max(255).optional(),
  status: z.enum(['notStarted', 'inProgress', 'completed', 'waitingOnOthers', 'deferred']).optional(),
  importance: z.enum(['low', 'normal', 'high']).optional(),
  isReminderOn: z.boolean().optional(),
  body: z.strictObject({ content: z.string(), contentType: z.enum(['text', 'html']) }).optional(),
  dueDateTime: DateTime.nullable().optional(),
  categories: z.array(z.string()).optional(),
});
export const NewTaskBody = TaskBody.extend({
  title: z.string().min(1).max(255),
  linkedResources: z.array(LinkBody).max(10).optional(),
});
export const ListBody = z.strictObject({ displayName: z.string().min(1).max(255) });

/** A list as Graph answers it. */
export function listOnWire(list: StoredList): object {
  return {
    '@odata.etag': `W/"${list.id.slice(-12)}"`,
    displayName: list.displayName,
    isOwner: true,
    isShared: false,
    wellknownListName: list.wellknownListName,
    id: list.id,
  };
}

/** A task as Graph answers it; linked resources only when they were asked for with `$expand`. */
export function taskOnWire(task: StoredTask, { withLinks }: { withLinks: boolean }): object {
  const dates = {
    ...(task.dueDateTime === null ? {} : { dueDateTime: task.dueDateTime }),
    ...(task.completedDateTime === null ? {} : { completedDateTime: task.completedDateTime }),
  };
  return {
    '@odata.etag': `W/"${task.change.toString(36)}-${task.id.slice(-12)}"`,
    importance: task.importance,
    isReminderOn: task.isReminderOn,
    status: task.status,
    title: task.title,
    createdDateTime: task.createdDateTime,
    lastModifiedDateTime: task.lastModifiedDateTime,
    hasAttachments: false,
    categories: task.categories,
    id: task.id,
    body: task.body,
    ...dates,
    ...(withLinks ? { linkedResources: task.linkedResources } : {}),
  };
}

/** What a delta query says of a task that is gone. */
export function removedOnWire(task: StoredTask): object {
  return { id: task.id, '@removed': { reason: 'deleted' } };
}

/** The filter as a predicate; null when it is one that this Graph does not understand. */
export function readTaskFilter(filter: string | null): ((task: StoredTask) => boolean) | null {
  if (filter === null) return () => true;
  const created = /^createdDateTime ge (\d{4}-\d{2}-\d{2}T[\d:.]+Z)$/.exec(filter);
  if (created !== null) return (task) => Date.parse(task.createdDateTime) >= Date.parse(created[1] ?? '');
  const status = /^status (eq|ne) '(\w+)'$/.exec(filter);
  if (status !== null) return (task) => (task.status === status[2]) === (status[1] === 'eq');
  return null;
}
