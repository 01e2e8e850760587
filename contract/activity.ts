// Activities (Kontakt, Kontaktbericht): one touch with a customer, and logging a mail as one.
import { z } from 'zod';
import { Day, endpoint, Id, pageInput, pageOf, Timestamp } from './endpoint.ts';
import { Mail } from './mail.ts';
import { Person } from './user.ts';

export const activityKinds = [
  'email',
  'call',
  'visit',
  'chat',
  'meeting',
  'letter',
  'fax',
  'sms',
  'web',
  'order',
  'quote',
  'complaint',
] as const;
export const directions = ['inbound', 'outbound'] as const;
export const visibilities = ['me', 'team', 'all'] as const;
/** What can be corrected of an entry; see `editable`. */
export const activityFields = [
  'kind',
  'direction',
  'contactId',
  'subject',
  'bodyText',
  'occurredAt',
  'durationMinutes',
  'visibility',
  'links',
] as const;
export type ActivityField = (typeof activityFields)[number];
/** Written by hand, logged from a mail, or written by the report of a visit. */
export const activityOrigins = ['hand', 'mail', 'report'] as const;
/** What logs a mail without a press on "Ablegen": a followed conversation, the sending of a mail. */
export const logRules = ['reply', 'sent'] as const;
export const linkKinds = ['complaint', 'quote', 'order', 'invoice', 'project'] as const;

/** A document the activity belongs to; `label` is its number. */
export const RecordLink = z.object({ kind: z.enum(linkKinds), id: Id, label: z.string() });
export type RecordLink = z.infer<typeof RecordLink>;

export const attachmentStates = ['pending', 'stored', 'waiting_for_sign_in', 'failed', 'refused'] as const;
export const StoredAttachment = z.object({
  id: Id,
  name: z.string(),
  contentType: z.string(),
  sizeBytes: z.int(),
  state: z.enum(attachmentStates),
});
export type StoredAttachment = z.infer<typeof StoredAttachment>;

export const Activity = z.object({
  id: Id,
  version: z.int(),
  customerId: Id,
  contact: z.object({ id: Id, name: z.string() }).nullable(),
  kind: z.enum(activityKinds),
  direction: z.enum(directions),
  subject: z.string(),
  bodyText: z.string(),
  occurredAt: Timestamp,
  durationMinutes: z.int().nullable(),
  loggedBy: Person.nullable(),
  loggedAt: Timestamp,
  visibility: z.enum(visibilities),
  hasQuotedHistory: z.boolean(),
  attachments: z.array(StoredAttachment),
  links: z.array(RecordLink),
  /** Whether this user may take the entry back. */
  canUndo: z.boolean(),
  /** Whether this user may correct anything of it, and which fields (the rule: api/activities/edit-rules.ts). */
  canEdit: z.boolean(),
  editable: z.array(z.enum(activityFields)),
  origin: z.enum(activityOrigins),
  /** Leads back to the message in Teams that it was logged from. */
  messageLink: z.string().nullable(),
  /** Who corrected it last. */
  updatedBy: Person.nullable(),
});
export type Activity = z.infer<typeof Activity>;

/** Where the follow-up stands on its way to Microsoft To Do; see contract/follow-up.ts. */
const followUpInput = z.strictObject({ title: z.string().trim().min(1).max(255), dueOn: Day });

/** Logs a mail (with `mail`) or a touch by hand (with `touch`). The same mail logged twice answers the first entry with `created: false`. */
export const logActivity = endpoint({
  name: 'logActivity',
  method: 'POST',
  path: '/api/activities',
  summary: 'Logs a mail or another touch to a customer.',
  idempotent: true,
  input: z
    .strictObject({
      customerId: Id,
      contactId: Id.nullable().default(null),
      mail: Mail.nullable().default(null),
      touch: z
        .strictObject({
          kind: z.enum(activityKinds),
          direction: z.enum(directions),
          subject: z.string().trim().min(1).max(500),
          bodyText: z.string().max(100_000).default(''),
          occurredAt: Timestamp,
          durationMinutes: z.int().min(0).max(1440).nullable().default(null),
        })
        .nullable()
        .default(null),
      /** The text to keep when the user edited it; null keeps the mail's own text. */
      editedText: z.string().max(500_000).nullable().default(null),
      keepQuotedHistory: z.boolean().default(false),
      attachmentIds: z.array(z.string().max(1000)).max(200).default([]),
      links: z
        .array(z.strictObject({ kind: z.enum(linkKinds), id: Id }))
        .max(20)
        .default([]),
      visibility: z.enum(visibilities).default('team'),
      followUp: followUpInput.nullable().default(null),
      /** Logs a mail although it is on the never-log list, private or internal; without it such a mail answers `never_log`. */
      exception: z.boolean().default(false),
    })
    .refine((value) => (value.mail === null) !== (value.touch === null), { message: 'mail_or_touch' }),
  reply: z.object({ activity: Activity, created: z.boolean(), followUpId: Id.nullable() }),
});
export const listActivities = endpoint({
  name: 'listActivities',
  method: 'GET',
  path: '/api/activities',
  summary: 'The history of a customer, newest first.',
  input: z.strictObject({
    customerId: Id,
    kind: z.enum(activityKinds).optional(),
    direction: z.enum(directions).optional(),
    /** The contact spoken to, or the colleague who logged it. */
    personId: Id.optional(),
    /** First and last day, in the company's time zone. */
    from: Day.optional(),
    to: Day.optional(),
    /** In subject, text, names of people and numbers of documents. */
    text: z.string().max(200).optional(),
    ...pageInput,
  }),
  reply: pageOf(Activity),
});
/** The cockpit shows no more of a text than so many characters. */
export const cockpitTextCharacters = 1200;
/** The cockpit and lists may cut long texts; this is the whole entry, with its version. */
export const getActivity = endpoint({
  name: 'getActivity',
  method: 'GET',
  path: '/api/activities/:id',
  summary: 'One entry of the history, whole.',
  input: z.strictObject({ id: Id }),
  reply: Activity,
});
/** Corrects an entry; what a logged mail says itself (kind, direction, subject, text, time) stays (`of_mail`). */
export const updateActivity = endpoint({
  name: 'updateActivity',
  method: 'PATCH',
  path: '/api/activities/:id',
  summary: 'Corrects an entry: one’s own, and of others to whom it belongs.',
  versioned: true,
  input: z.strictObject({
    id: Id,
    contactId: Id.nullable().optional(),
    kind: z.enum(activityKinds).optional(),
    direction: z.enum(directions).optional(),
    subject: z.string().trim().min(1).max(500).optional(),
    bodyText: z.string().max(500_000).optional(),
    occurredAt: Timestamp.optional(),
    durationMinutes: z.int().min(0).max(1440).nullable().optional(),
    visibility: z.enum(visibilities).optional(),
    links: z
      .array(z.strictObject({ kind: z.enum(linkKinds), id: Id }))
      .max(20)
      .optional(),
  }),
  reply: Activity,
});
/** Undo: takes the entry out of every view; the row stays in the audit. */
export const undoActivity = endpoint({
  name: 'undoActivity',
  method: 'DELETE',
  path: '/api/activities/:id',
  summary: 'Takes a logged activity back.',
  input: z.strictObject({ id: Id }),
  reply: z.object({ undone: z.literal(true) }),
});
/**
 * Hangs a file on an entry of one's own; the body is the file (application/octet-stream, up to 25 MB, 20 per entry).
 * What it holds must fit its name: unsupported_media_type names the reason (attachmentProblems) as the problem of `name`.
 */
export const attachmentProblems = [
  'refused_type',
  'executable',
  'content_mismatch',
  'mixed_content',
  'empty',
] as const;
export type AttachmentProblem = (typeof attachmentProblems)[number];
export const addAttachment = endpoint({
  name: 'addAttachment',
  method: 'POST',
  path: '/api/activities/:id/attachments/:name',
  summary: 'Adds a file to an entry; the body is the file (application/octet-stream).',
  input: z.strictObject({ id: Id, name: z.string().trim().min(1).max(255) }),
  reply: StoredAttachment,
});
/** For those who may take the entry back; a mail keeps its own copy in the mailbox. */
export const removeAttachment = endpoint({
  name: 'removeAttachment',
  method: 'DELETE',
  path: '/api/attachments/:id',
  summary: 'Takes a file off an entry and deletes it.',
  input: z.strictObject({ id: Id }),
  reply: z.object({ removed: z.literal(true) }),
});
/** The bytes of a stored attachment; not JSON, so it is served beside the records (see api/activities/routes.ts). */
export const attachmentPath = '/api/attachments/:id';
export const getAttachment = endpoint({
  name: 'getAttachment',
  method: 'GET',
  path: attachmentPath,
  summary: 'The bytes of a stored attachment, as a download.',
  input: z.strictObject({ id: Id }),
  reply: z.unknown(),
});
export const retryAttachment = endpoint({
  name: 'retryAttachment',
  method: 'POST',
  path: '/api/attachments/:id/retry',
  summary: 'Tries again to fetch an attachment from the mailbox.',
  input: z.strictObject({ id: Id }),
  reply: StoredAttachment,
});

/** What the server would store of this mail: text without quoted history and the attachments it would keep. */
export const MailPreview = z.object({
  text: z.string(),
  quotedText: z.string(),
  quotedMailCount: z.int(),
  signature: z.string(),
  attachments: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      sizeBytes: z.int(),
      suggested: z.boolean(),
      note: z.enum(['signature_picture', 'too_large', 'refused_type']).nullable(),
    }),
  ),
  links: z.array(
    z.object({
      ...RecordLink.shape,
      suggested: z.boolean(),
      reason: z.enum(['in_subject', 'in_text', 'still_open']),
    }),
  ),
  followUpTitle: z.string(),
});
export type MailPreview = z.infer<typeof MailPreview>;
export const previewMail = endpoint({
  name: 'previewMail',
  method: 'POST',
  path: '/api/mails/preview',
  summary: 'What logging this mail would store.',
  input: z.strictObject({ mail: Mail, customerId: Id }),
  reply: MailPreview,
});
