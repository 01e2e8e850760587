// What the product asks of Microsoft Graph, as plain data. create-graph.ts makes it real.
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';

export interface GraphUser {
  readonly organizationId: string;
  /** Our own id of the person whose (delegated) token is used. */
  readonly userId: string;
}

export interface ToDoTask {
  readonly id: string;
  readonly listId: string;
  readonly title: string;
  readonly completed: boolean;
  /** Calendar day, `2026-09-04`, or null. */
  readonly dueOn: string | null;
  /** Our follow-up id, from linkedResources.externalId; null for tasks that are not ours, and in a delta, which leaves it out. */
  readonly followUpId: string | null;
  readonly deleted: boolean;
}

export interface NewToDoTask {
  readonly followUpId: string;
  readonly title: string;
  readonly dueOn: string;
  /** Where the linked resource leads: the mail or the cockpit. */
  readonly link: string;
  readonly linkLabel: string;
  readonly note: string;
  /** No task of this follow-up can be older; narrows the look before creating. */
  readonly since: Date;
}

export interface ToDoPlace {
  readonly listId: string;
  readonly taskId: string;
}

export interface ToDoChanges {
  readonly tasks: ToDoTask[];
  readonly deltaLink: string;
  /** All tasks there are, not only the changed ones: what is missing is gone. */
  readonly isFull: boolean;
}

/**
 * Calls go out with the user's own token. Failures are AppError: outside_unavailable (retry, with retryAt when Graph
 * asked to wait longer than a call may take), token_expired, consent_required, not_found, too_large.
 */
export interface Graph {
  /**
   * Looks for a task that carries our id before creating one, so that a lost answer makes no second task.
   * `completed`: it was there already and its owner has ticked it off meanwhile.
   */
  saveToDoTask(user: GraphUser, task: NewToDoTask): Promise<ToDoPlace & { readonly completed: boolean }>;
  updateToDoTask(
    user: GraphUser,
    at: ToDoPlace,
    change: { title?: string; dueOn?: string; completed?: boolean },
  ): Promise<void>;
  /** A task that is gone already counts as deleted. */
  deleteToDoTask(user: GraphUser, at: ToDoPlace): Promise<void>;
  /** The task that carries our id, when there is one. */
  findToDoTask(user: GraphUser, task: { followUpId: string; since: Date }): Promise<ToDoPlace | null>;
  /** Changes in the Kundencockpit list since the delta link (all when null, or when Graph has forgotten it). */
  listToDoChanges(user: GraphUser, deltaLink: string | null): Promise<ToDoChanges>;
  /** At most 25 MB; more is AppError too_large. */
  readAttachment(
    user: GraphUser,
    at: { mailbox: string | null; messageId: string; attachmentId: string },
  ): Promise<Uint8Array>;
  sendMail(user: GraphUser, mail: { to: string; subject: string; text: string }): Promise<void>;
}

export interface GraphOptions {
  /** Without the version: `https://graph.microsoft.com`. */
  readonly baseUrl: string;
  /** The user's own token for Graph; throws AppError token_expired or consent_required. */
  readonly getToken: (user: GraphUser) => Promise<string>;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
  readonly fetch?: typeof globalThis.fetch;
  /** How long one call may take; default 10,000. */
  readonly timeoutMs?: number;
}
