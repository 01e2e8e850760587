// What logging a mail would store: its own words, which attachments, which documents it belongs to.
import type { MailPreview, previewMail } from '#contract/activity.ts';
import type { Parsed, Reply } from '#contract/endpoint.ts';
import type { Mail } from '#contract/mail.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { findNumbers } from '#api/mails/numbers.ts';
import type { SignedInUser } from '#api/rights/user.ts';
import { judgeAttachment } from './attachment-rules.ts';
import { listLikelyDocuments } from './link-store.ts';
import { splitMail } from './mail-text.ts';
import { followUpTitle } from './rules.ts';
import { findSurroundings } from './store.ts';

/** Reads only; not_found for a customer the user may not see. */
export function preview(
  deps: Deps,
  user: SignedInUser,
  { mail, customerId }: Parsed<typeof previewMail>,
): Promise<Reply<typeof previewMail>> {
  return deps.db.read(user, async (trx) => {
    const around = await findSurroundings(trx, user, { customerId, contactId: null, addresses: [] });
    if (around === null) throw new AppError('not_found');
    const inSubject = numbersIn({ subject: mail.subject, bodyText: '' });
    const inMail = numbersIn(mail);
    const of = { organizationId: user.organizationId, customerId };
    const documents = await listLikelyDocuments(trx, of, [...inMail]);
    return {
      ...splitMail(mail.bodyText, mail.subject),
      attachments: mail.attachments.map(describeAttachment),
      links: documents.map((document) => describeLink(document, inSubject, inMail)),
      followUpTitle: followUpTitle(mail.subject, around.customer_name),
    };
  });
}

function numbersIn(mail: Pick<Mail, 'subject' | 'bodyText'>): ReadonlySet<string> {
  return new Set(findNumbers(mail).documentNumbers);
}

function describeAttachment(attachment: Mail['attachments'][number]): MailPreview['attachments'][number] {
  const { id, name, sizeBytes } = attachment;
  const note = judgeAttachment(attachment);
  return { id, name, sizeBytes, suggested: note === null, note };
}

function describeLink(
  { kind, id, label }: Pick<MailPreview['links'][number], 'kind' | 'id' | 'label'>,
  inSubject: ReadonlySet<string>,
  inMail: ReadonlySet<string>,
): MailPreview['links'][number] {
  const number = label.toUpperCase();
  const reason = inSubject.has(number) ? 'in_subject' : inMail.has(number) ? 'in_text' : 'still_open';
  return { kind, id, label, reason, suggested: reason !== 'still_open' };
}
