// The fields of the log form, what the server suggests for them, and the input made from them. Pure.
import type { Activity, logActivity, MailPreview, RecordLink } from '#contract/activity.ts';
import type { Input } from '#contract/endpoint.ts';
import type { Mail } from '#contract/mail.ts';

export interface LogFields {
  /** Null keeps the mail's own text. */
  editedText: string | null;
  keepQuotedHistory: boolean;
  attachmentIds: string[];
  linkIds: string[];
  /** Documents the reader searched for. */
  addedLinks: RecordLink[];
  dueOn: string | null;
  followUpTitle: string;
  visibility: Activity['visibility'];
}

/** Quoted history off, signature pictures off, follow-up off: nothing is stored that was not meant. */
export function suggestedFields(preview: MailPreview): LogFields {
  return {
    editedText: null,
    keepQuotedHistory: false,
    attachmentIds: preview.attachments.filter((each) => each.suggested).map((each) => each.id),
    linkIds: preview.links.filter((link) => link.suggested).map((link) => link.id),
    addedLinks: [],
    dueOn: null,
    followUpTitle: preview.followUpTitle,
    visibility: 'team',
  };
}

interface LogTarget {
  mail: Mail;
  preview: MailPreview;
  customerId: string;
  contactId: string | null;
  /** The mail is on the never-log list and the reader wants it logged all the same. */
  isException?: boolean;
}

/** What is sent; a follow-up needs both a day and a title. */
export function toLogInput(fields: LogFields, target: LogTarget): Input<typeof logActivity> {
  const title = fields.followUpTitle.trim() || target.mail.subject.trim() || target.preview.followUpTitle;
  return {
    customerId: target.customerId,
    contactId: target.contactId,
    mail: target.mail,
    editedText: fields.editedText,
    keepQuotedHistory: fields.keepQuotedHistory,
    attachmentIds: fields.attachmentIds,
    links: [...target.preview.links, ...fields.addedLinks]
      .filter((link) => fields.linkIds.includes(link.id))
      .map(({ kind, id }) => ({ kind, id })),
    visibility: fields.visibility,
    exception: target.isException ?? false,
    followUp: fields.dueOn === null || title === '' ? null : { title, dueOn: fields.dueOn },
  };
}

/** Adds or removes one id. */
export function toggled(ids: string[], id: string, isChosen: boolean): string[] {
  return isChosen ? [...ids.filter((each) => each !== id), id] : ids.filter((each) => each !== id);
}
