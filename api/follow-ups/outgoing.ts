// Sends follow-ups to their owner's To Do. At least once by the job, effectively once by looking before creating.
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { Attempt } from '#api/jobs/job.ts';
import { RetryAt } from '#api/jobs/job.ts';
import { letOthersFinish } from '#api/jobs/let-others-finish.ts';
import { retryIfBack } from '#api/jobs/retry-if-back.ts';
import type { ToDoPlace } from '#api/outside/graph.ts';
import { customerLinkOf } from './links.ts';
import * as store from './to-do-store.ts';
import type { Outgoing } from './to-do-store.ts';

interface Which {
  readonly organizationId: string;
  readonly followUpId: string;
}

const dayMs = 86_400_000;
const askAgainMs = 15 * 60_000;

/** Creates, changes or completes the task; without the owner's token it waits for his sign-in. */
export async function saveToDo(deps: Deps, which: Which, attempt: Attempt): Promise<void> {
  const { organizationId, followUpId } = which;
  const scope = { organizationId };
  const row = await deps.db.read(scope, (trx) => store.findOutgoing(trx, organizationId, followUpId));
  if (row === null || row.to_do_sent_version === row.version) return;
  const job = { organizationId, name: 'follow-ups.save-to-do', singletonKey: followUpId };
  if (row.to_do_task_id === null) await letOthersFinish(deps, job);
  try {
    await send(deps, organizationId, row);
  } catch (error) {
    await noteFailure(deps, which, error, attempt);
    await retryIfBack(deps, { organizationId, userId: row.owner_id }, error);
  }
}

async function send(deps: Deps, organizationId: string, row: Outgoing): Promise<void> {
  const owner = { organizationId, userId: row.owner_id };
  const isCompleted = row.completed_at !== null;
  const known = placeOf(row);
  if (known !== null) {
    await deps.graph.updateToDoTask(owner, known, {
      title: row.title,
      dueOn: row.due_on,
      completed: isCompleted,
    });
    return note(deps, organizationId, row, known);
  }
  if (isCompleted) return completeUnknown(deps, organizationId, row);
  const place = await deps.graph.saveToDoTask(owner, { ...describe(deps, row), since: sinceOf(row) });
  await note(deps, organizationId, row, place);
  if (place.completed) await completeHere(deps, organizationId, row);
}

/** Done before we knew of a task: one that an unanswered call may have left is completed, none is made. */
async function completeUnknown(deps: Deps, organizationId: string, row: Outgoing): Promise<void> {
  const owner = { organizationId, userId: row.owner_id };
  const found = await deps.graph.findToDoTask(owner, { followUpId: row.id, since: sinceOf(row) });
  if (found !== null) {
    await deps.graph.updateToDoTask(owner, found, { completed: true });
    return note(deps, organizationId, row, found);
  }
  await change(deps, organizationId, row.id, { to_do_state: 'in_to_do', to_do_sent_version: row.version });
}

/** The owner ticked the task off before we had heard that it exists. */
async function completeHere(deps: Deps, organizationId: string, row: Outgoing): Promise<void> {
  const version = row.version + 1;
  const at = deps.clock.now();
  await change(deps, organizationId, row.id, {
    completed_at: at,
    completed_by: row.owner_id,
    version,
    to_do_sent_version: version,
  });
}

/** A follow-up that was taken back while its task was being made leaves no task behind. */
async function note(deps: Deps, organizationId: string, row: Outgoing, at: ToDoPlace): Promise<void> {
  const sent = { id: row.id, version: row.version, at };
  const isNoted = await deps.db.transaction({ organizationId }, (trx) =>
    store.noteSent(trx, organizationId, sent),
  );
  if (!isNoted) await deps.graph.deleteToDoTask({ organizationId, userId: row.owner_id }, at);
}

function describe(deps: Deps, row: Outgoing) {
  const customerLink = customerLinkOf(deps.config, row.customer_id);
  const number = row.customer_number === null ? '' : ` (Kd.-Nr. ${row.customer_number})`;
  const lines = [`Kunde: ${row.customer_name}${number}`, `Cockpit: ${customerLink}`];
  if (row.mail_link !== null) lines.push(`E-Mail: ${row.mail_link}`);
  return {
    followUpId: row.id,
    title: row.title,
    dueOn: row.due_on,
    link: row.mail_link ?? customerLink,
    linkLabel: row.customer_name,
    note: lines.join('\n'),
  };
}

function placeOf(row: Outgoing): ToDoPlace | null {
  const { to_do_list_id: listId, to_do_task_id: taskId } = row;
  return listId === null || taskId === null ? null : { listId, taskId };
}

/** A day of tolerance between our clock and Microsoft's. */
function sinceOf(row: { readonly created_at: Date }): Date {
  return new Date(row.created_at.getTime() - dayMs);
}

/** Waiting and a task deleted in To Do are states, not failures; all else is noted and thrown on to the runner. */
async function noteFailure(deps: Deps, which: Which, error: unknown, attempt: Attempt): Promise<void> {
  const code = error instanceof AppError ? error.code : 'internal';
  const { organizationId, followUpId } = which;
  if (code === 'token_expired') {
    const waiting = {
      to_do_state: 'waiting_for_sign_in',
      to_do_problem: code,
      to_do_next_attempt_at: null,
    } as const;
    return change(deps, organizationId, followUpId, waiting);
  }
  if (code === 'not_found') return noteDeleted(deps, organizationId, followUpId);
  const nextAt = (error instanceof AppError ? error.retryAt : undefined) ?? attempt.nextAt;
  await change(deps, organizationId, followUpId, {
    to_do_state: 'pending',
    to_do_problem: code,
    to_do_next_attempt_at: nextAt,
  });
  throw error;
}

/** Shown as not in To Do; trying again makes a new task. */
async function noteDeleted(deps: Deps, organizationId: string, followUpId: string): Promise<void> {
  await change(deps, organizationId, followUpId, {
    to_do_state: 'failed',
    to_do_problem: 'deleted_in_to_do',
    to_do_list_id: null,
    to_do_task_id: null,
  });
}

/** The job was given up: the screens offer another try. */
export async function giveUpToDo(
  deps: Deps,
  { organizationId, followUpId }: Which,
  error: unknown,
): Promise<void> {
  const to_do_problem = error instanceof AppError ? error.code : 'internal';
  const failed = { to_do_state: 'failed', to_do_problem, to_do_next_attempt_at: null } as const;
  await change(deps, organizationId, followUpId, failed);
}

async function change(
  deps: Deps,
  organizationId: string,
  id: string,
  columns: Parameters<typeof store.changeToDo>[3],
): Promise<void> {
  await deps.db.transaction({ organizationId }, (trx) => store.changeToDo(trx, organizationId, id, columns));
}

export interface Removed {
  readonly organizationId: string;
  readonly ownerId: string;
  readonly followUpId: string;
  readonly listId: string | null;
  readonly taskId: string | null;
  readonly createdAt: string;
}

/** Deletes the task of a follow-up that is no more; without the owner's token it asks again later. */
export async function removeFromToDo(deps: Deps, removed: Removed): Promise<void> {
  const owner = { organizationId: removed.organizationId, userId: removed.ownerId };
  const { listId, taskId, followUpId } = removed;
  const since = sinceOf({ created_at: new Date(removed.createdAt) });
  try {
    const known = listId !== null && taskId !== null ? { listId, taskId } : null;
    const at = known ?? (await deps.graph.findToDoTask(owner, { followUpId, since }));
    if (at !== null) await deps.graph.deleteToDoTask(owner, at);
  } catch (error) {
    const isWaiting = error instanceof AppError && error.code === 'token_expired';
    if (isWaiting)
      throw new RetryAt(new Date(deps.clock.now().getTime() + askAgainMs), 'waiting for sign-in');
    throw error;
  }
}
