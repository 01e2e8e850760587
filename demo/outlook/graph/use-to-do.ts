// The tasks of the person in the demo bar, as Microsoft To Do would show them; read from and written to the local Graph.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { GraphClient } from './graph-client.ts';

interface WireTask {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly dueDateTime?: { readonly dateTime: string };
  readonly linkedResources?: readonly { readonly webUrl?: string; readonly displayName?: string }[];
}

export interface ShownTask {
  readonly id: string;
  readonly listId: string;
  readonly listName: string;
  readonly title: string;
  readonly isDone: boolean;
  /** `2026-09-04`, or null. */
  readonly dueOn: string | null;
  readonly link: { readonly url: string; readonly label: string } | null;
}

export type TaskChange =
  { kind: 'complete'; isDone: boolean } | { kind: 'due'; dueOn: string } | { kind: 'delete' };

const everyMs = 2_000;

/** All tasks of all lists, asked for again every two seconds while the page is shown. */
export function useToDo(graph: GraphClient, user: string) {
  return useQuery({
    queryKey: ['graph-to-do', user],
    refetchInterval: everyMs,
    queryFn: () => loadTasks(graph),
  });
}

async function loadTasks(graph: GraphClient): Promise<ShownTask[]> {
  const lists = await graph.list<{ id: string; displayName: string }>('/me/todo/lists');
  const perList = await Promise.all(
    lists.map(async (list) => {
      const path = `${listPath(list.id)}/tasks?$expand=linkedResources&$top=100`;
      return (await graph.list<WireTask>(path)).map((task) => toShown(task, list));
    }),
  );
  return perList.flat().sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));
}

function toShown(task: WireTask, list: { id: string; displayName: string }): ShownTask {
  const link = task.linkedResources?.[0];
  return {
    id: task.id,
    listId: list.id,
    listName: list.displayName,
    title: task.title,
    isDone: task.status === 'completed',
    dueOn: task.dueDateTime?.dateTime.slice(0, 10) ?? null,
    link: link?.webUrl ? { url: link.webUrl, label: link.displayName ?? link.webUrl } : null,
  };
}

const listPath = (listId: string) => `/me/todo/lists/${encodeURIComponent(listId)}`;

/** Changes one task, as its owner would in To Do. */
export function useTaskChange(graph: GraphClient, user: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ task, change }: { task: ShownTask; change: TaskChange }) =>
      sendChange(graph, task, change),
    onSettled: () => queries.invalidateQueries({ queryKey: ['graph-to-do', user] }),
  });
}

function sendChange(graph: GraphClient, task: ShownTask, change: TaskChange): Promise<void> {
  const path = `${listPath(task.listId)}/tasks/${encodeURIComponent(task.id)}`;
  if (change.kind === 'delete') return graph.send('DELETE', path);
  if (change.kind === 'complete') {
    return graph.send('PATCH', path, { status: change.isDone ? 'completed' : 'notStarted' });
  }
  const dueDateTime = { dateTime: `${change.dueOn}T00:00:00.0000000`, timeZone: 'Europe/Berlin' };
  return graph.send('PATCH', path, { dueDateTime });
}
