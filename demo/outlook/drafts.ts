// Drafts that the pane or the reading view ask for.
import { createDraftNotes } from './draft-notes.ts';
import { nameOf } from './graph/mail-wire.ts';
import type { DraftItem, HostUser, MessageItem } from './office/item.ts';
import type { OpenRequest } from './office/methods.ts';
import type { OutlookWords } from './words.ts';

interface DraftContext {
  readonly mail: MessageItem | null;
  readonly person: HostUser;
  readonly words: OutlookWords;
  /** The time of the mail, written for people. */
  readonly at: string;
}

/** The draft for a request; null for requests that open none. */
export function draftFor(request: OpenRequest, context: DraftContext): DraftItem | null {
  const { mail, person } = context;
  if (request.kind === 'new-message') {
    const to = request.to.map((address) => ({ name: '', address }));
    return { ...newDraft(person), subject: request.subject, to, bodyHtml: request.html };
  }
  if (request.kind !== 'reply' || mail === null) return null;
  return {
    ...newDraft(person),
    subject: /^(aw|re):/i.test(mail.subject) ? mail.subject : `AW: ${mail.subject}`,
    to: mail.from === null ? [] : [mail.from],
    cc: request.toAll ? mail.cc : [],
    bodyHtml: `${request.html}${signature(person)}<br>${quote(mail, context)}`,
  };
}

function newDraft(from: HostUser): DraftItem {
  return {
    kind: 'draft',
    subject: '',
    from,
    to: [],
    cc: [],
    bodyHtml: '',
    kept: new Map(),
    notes: createDraftNotes(),
  };
}

/** Outlook adds the writer's own signature to every reply. */
function signature({ name }: HostUser): string {
  return `<p>${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
}

function quote(mail: MessageItem, { words, at }: DraftContext): string {
  const text = mail.bodyText.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
  const sender = mail.from === null ? words.noSender : nameOf(mail.from);
  return `<p>${words.quoted(sender, at)}</p><blockquote>${mail.bodyHtml || text}</blockquote>`;
}
