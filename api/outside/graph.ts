// What the product asks of Microsoft Graph, as plain data. create-graph.ts makes it real.
import type { Logger } from 'pino';
import type { MailAddress, MailAttachment } from '#contract/mail.ts';
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

/** An appointment as the calendar has it; of a series each occurrence by itself. */
export interface CalendarEvent {
  readonly id: string;
  readonly subject: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isAllDay: boolean;
  /** Shown as free: it takes no time. */
  readonly isFree: boolean;
  readonly isCancelled: boolean;
  readonly seriesId: string | null;
  /** What we gave it when we made it: the visit's id. */
  readonly transactionId: string | null;
  /** Opens it in Outlook on the web. */
  readonly link: string | null;
}

export interface EventTimes {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface NewCalendarEvent extends EventTimes {
  readonly transactionId: string;
  readonly subject: string;
  readonly place: string;
  readonly note: string;
}

export interface GraphCalendar {
  /** All appointments that touch this time, series unfolded. */
  listEvents(user: GraphUser, between: { from: Date; to: Date }): Promise<CalendarEvent[]>;
  /** Null when there is none of that id (any more). */
  findEvent(user: GraphUser, eventId: string): Promise<CalendarEvent | null>;
  /** Looks for one that carries our id before making one, so that a lost answer makes no second appointment. */
  saveEvent(user: GraphUser, event: NewCalendarEvent): Promise<CalendarEvent>;
  /** The one that carries our id, looked for around that time. */
  findEventOf(user: GraphUser, wanted: { transactionId: string } & EventTimes): Promise<CalendarEvent | null>;
  updateEvent(
    user: GraphUser,
    eventId: string,
    change: Omit<NewCalendarEvent, 'transactionId'>,
  ): Promise<void>;
  /** One that is gone already counts as deleted. */
  deleteEvent(user: GraphUser, eventId: string): Promise<void>;
}

export type MailboxFolder = 'sentitems' | 'inbox';

/** What is asked of a mail before anybody knows whether it will be logged: who and when, no text. */
export interface MailHead {
  readonly id: string;
  readonly messageId: string;
  readonly conversationId: string | null;
  readonly subject: string;
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly bcc: readonly MailAddress[];
  readonly sentAt: Date;
}

export interface MailContent {
  readonly bodyText: string;
  readonly attachments: readonly MailAttachment[];
}

export interface MailChanges {
  /** New and changed mails; drafts and what is gone are left out. */
  readonly mails: readonly MailHead[];
  readonly deltaLink: string;
}

export interface GraphMailbox {
  /** The newest fifty in Sent Items since then. */
  listSentMails(user: GraphUser, since: Date): Promise<MailHead[]>;
  /** Changes in a folder since the delta link; null: Graph has forgotten it (410), a new start is needed. */
  listMailChanges(
    user: GraphUser,
    folder: MailboxFolder,
    from: { deltaLink: string } | { since: Date },
  ): Promise<MailChanges | null>;
  /** Whether its sender marked it as private. */
  isMailPrivate(user: GraphUser, mailId: string): Promise<boolean>;
  /** Text and attachments (without their bytes) of a mail that is logged. */
  readMailContent(user: GraphUser, mailId: string): Promise<MailContent>;
}

/**
 * Calls go out with the user's own token. Failures are AppError: outside_unavailable (retry, with retryAt when Graph
 * asked to wait longer than a call may take), token_expired, consent_required, not_found, too_large.
 */
export interface Graph extends GraphCalendar, GraphMailbox {
  /** Whether calls can be made for this person now; false where the sign-in has run out or Microsoft cannot be asked. */
  hasToken(user: GraphUser): Promise<boolean>;
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
