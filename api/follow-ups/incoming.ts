// Takes over what the owner did in To Do: completed, moved, renamed, deleted.
import { writeAudit } from '#api/db/audit.ts';
import type { Query } from '#api/db/database.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { GraphUser, ToDoChanges, ToDoTask } from '#api/outside/graph.ts';
import { readToDoChange } from './rules.ts';
import type { Mirrored } from './rules.ts';
import * as store from './to-do-store.ts';
import type { Mirror } from './to-do-store.ts';

/** Asks To Do what changed for this person since the last time; without his token nothing happens. */
export async function syncToDo(deps: Deps, user: GraphUser): Promise<void> {
  const at = deps.clock.now();
  const known = await deps.db.read(user, (trx) => store.findSync(trx, user));
  const changes = await askToDo(deps, user, known?.delta_link ?? null);
  await deps.db.transaction(user, async (trx) => {
    if (changes === null) return store.noteSyncTried(trx, user, at);
    await applyChanges(deps, trx, user, changes);
    await store.noteSync(trx, user, { deltaLink: changes.deltaLink, at });
  });
}

async function askToDo(deps: Deps, user: GraphUser, deltaLink: string | null): Promise<ToDoChanges | null> {
  try {
    return await deps.graph.listToDoChanges(user, deltaLink);
  } catch (error) {
    const isExpected =
      error instanceof AppError && ['token_expired', 'consent_required'].includes(error.code);
    if (isExpected) return null;
    throw error;
  }
}

async function applyChanges(deps: Deps, trx: Query, user: GraphUser, changes: ToDoChanges): Promise<void> {
  const byId = new Map(changes.tasks.map((task) => [task.id, task]));
  const mirrors = await store.lockMirrors(trx, user, changes.isFull ? null : [...byId.keys()]);
  for (const mirror of mirrors) {
    const task = byId.get(mirror.to_do_task_id) ?? goneTask(mirror);
    await applyTask(deps, trx, user, { mirror, task });
  }
}

/** A full answer that leaves a task out says that it is gone. */
function goneTask(mirror: Mirror): ToDoTask {
  const { to_do_task_id: id, title, due_on: dueOn } = mirror;
  return { id, listId: '', title, dueOn, completed: false, followUpId: null, deleted: true };
}

async function applyTask(
  deps: Deps,
  trx: Query,
  user: GraphUser,
  { mirror, task }: { mirror: Mirror; task: ToDoTask },
): Promise<void> {
  const here: Mirrored = {
    title: mirror.title,
    dueOn: mirror.due_on,
    isCompleted: mirror.completed_at !== null,
  };
  const change = readToDoChange({ ...here, isAhead: mirror.to_do_sent_version !== mirror.version }, task);
  if (change.kind === 'none') return;
  const { organizationId } = user;
  if (change.kind === 'deleted') {
    await store.changeToDo(trx, organizationId, mirror.id, {
      to_do_state: 'failed',
      to_do_problem: 'deleted_in_to_do',
      to_do_list_id: null,
      to_do_task_id: null,
    });
    return;
  }
  const { title, dueOn, isCompleted } = change.to;
  const version = mirror.version + 1;
  const isNewlyDone = isCompleted && mirror.completed_at === null;
  await store.changeToDo(trx, organizationId, mirror.id, {
    title,
    due_on: dueOn,
    version,
    to_do_sent_version: version, // To Do has it already
    completed_at: isCompleted ? (mirror.completed_at ?? deps.clock.now()) : null,
    ...(isNewlyDone ? { completed_by: user.userId } : isCompleted ? {} : { completed_by: null }),
  });
  await writeAudit(
    trx,
    { organizationId, id: user.userId },
    {
      action: 'follow_up.change_in_to_do',
      recordKind: 'follow_up',
      recordId: mirror.id,
      before: here,
      after: change.to,
      source: 'job',
      at: deps.clock.now(),
    },
  );
}
