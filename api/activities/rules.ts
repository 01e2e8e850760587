// Pure decisions about logging: whose turn the mail was, what text is kept, what a follow-up could be called.
import type { Mail } from '#contract/mail.ts';
import { bareSubject } from '#contract/subject.ts';
import { isInternalAddress } from '#api/customers/domain.ts';
import { splitMail } from './mail-text.ts';

/** A mail from our own people went out, every other came in. */
export function directionOf(
  mail: Pick<Mail, 'from'>,
  internalDomains: readonly string[],
): 'inbound' | 'outbound' {
  return isInternalAddress(mail.from.address, internalDomains) ? 'outbound' : 'inbound';
}

/** All addresses in which a contact may be found, the sender first; in lower case. */
export function addressesOf(mail: Pick<Mail, 'from' | 'to' | 'cc'>): string[] {
  const all = [mail.from, ...mail.to, ...mail.cc].map(({ address }) => address.trim().toLowerCase());
  return [...new Set(all)].filter((address) => address !== '');
}

/** The text that is stored: what the user edited, else the mail's own words, with the history when it is wanted. */
export function keptText(
  mail: Pick<Mail, 'bodyText' | 'subject'>,
  { editedText, keepQuotedHistory }: { editedText: string | null; keepQuotedHistory: boolean },
): { text: string; hasQuotedHistory: boolean } {
  if (editedText !== null && !keepQuotedHistory) return { text: editedText, hasQuotedHistory: false };
  const { text, quotedText } = splitMail(mail.bodyText, mail.subject);
  const own = editedText ?? text;
  if (!keepQuotedHistory || quotedText === '') return { text: own, hasQuotedHistory: false };
  return { text: `${own}\n\n${quotedText}`, hasQuotedHistory: true };
}

/** What the mail is about, or the fallback when its subject does not say. */
export function followUpTitle(subject: string, fallback: string): string {
  return (bareSubject(subject) || fallback).slice(0, 255);
}
