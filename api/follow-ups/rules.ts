// Pure decisions about follow-ups and their tasks in To Do.
import type { ToDoTask } from '#api/outside/graph.ts';

/** What a follow-up and its task in To Do have in common. */
export interface Mirrored {
  readonly title: string;
  readonly dueOn: string;
  readonly isCompleted: boolean;
}

export type ToDoChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'changed'; readonly to: Mirrored };

/**
 * What a task says about its follow-up. While a change of ours is still on its way to To Do (`isAhead`), ours wins;
 * a task without a day or title keeps what the follow-up has.
 */
export function readToDoChange(
  followUp: Mirrored & { readonly isAhead: boolean },
  task: ToDoTask,
): ToDoChange {
  if (task.deleted) return followUp.isCompleted ? { kind: 'none' } : { kind: 'deleted' };
  if (followUp.isAhead) return { kind: 'none' };
  const title = task.title.trim().slice(0, 255);
  const to: Mirrored = {
    title: title === '' ? followUp.title : title,
    dueOn: task.dueOn ?? followUp.dueOn,
    isCompleted: task.completed,
  };
  const isSame =
    to.title === followUp.title && to.dueOn === followUp.dueOn && to.isCompleted === followUp.isCompleted;
  return isSame ? { kind: 'none' } : { kind: 'changed', to };
}

/** Links that a screen may open: web pages only, never `javascript:` or a file. */
export function isWebLink(link: string): boolean {
  return URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);
}
