// What the product asks of Microsoft Graph, as plain data. createGraph() (below) is the only caller of microsoft-graph-client.
export interface GraphUser {
  /** Entra object id of the person whose own (delegated) token is used. */
  readonly organizationId: string;
  readonly userId: string;
}

export interface ToDoTask {
  readonly id: string;
  readonly listId: string;
  readonly title: string;
  readonly completed: boolean;
  /** Calendar day, `2026-09-04`, or null. */
  readonly dueOn: string | null;
  /** Our follow-up id, from linkedResources.externalId; null for tasks that are not ours. */
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
}

/** Calls go out with the user's own token; failures are AppError outside_unavailable (retry), consent_required or token_expired. */
export interface Graph {
  /** Looks for a task that carries our id before creating one, so that a lost answer makes no second task. */
  saveToDoTask(user: GraphUser, task: NewToDoTask): Promise<{ listId: string; taskId: string }>;
  updateToDoTask(
    user: GraphUser,
    at: { listId: string; taskId: string },
    change: { title?: string; dueOn?: string; completed?: boolean },
  ): Promise<void>;
  deleteToDoTask(user: GraphUser, at: { listId: string; taskId: string }): Promise<void>;
  /** Changes in the Kundencockpit list since the delta link (all when null). */
  listToDoChanges(
    user: GraphUser,
    deltaLink: string | null,
  ): Promise<{ tasks: ToDoTask[]; deltaLink: string }>;
  readAttachment(
    user: GraphUser,
    at: { mailbox: string | null; messageId: string; attachmentId: string },
  ): Promise<Uint8Array>;
  sendMail(user: GraphUser, mail: { to: string; subject: string; text: string }): Promise<void>;
}
