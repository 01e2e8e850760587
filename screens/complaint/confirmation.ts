// The reply draft that confirms a complaint, in the customer's language. Text only; the host opens it.
import type { Complaint } from '#contract/complaint.ts';
import type { Format } from '../format.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import type { Messages } from '../messages/use-messages.ts';

interface ConfirmationParts {
  complaint: Pick<Complaint, 'title' | 'number' | 'firstAnswer'>;
  recipientName: string;
  messages: Messages;
  format: Format;
}

/** HTML of a few paragraphs with absolute times, since it is read later; everything that came from people is escaped. */
export function confirmationHtml({ complaint, recipientName, messages, format }: ConfirmationParts): string {
  const words = complaintWords(messages).confirmation;
  const due = complaint.firstAnswer;
  const paragraphs = [
    words.greeting(recipientName),
    words.body(complaint.title, complaint.number),
    ...(due === null ? [] : [words.deadline(format.dateTime(due.at))]),
    words.closing,
  ];
  return paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
}

/** Text as it may stand in HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
