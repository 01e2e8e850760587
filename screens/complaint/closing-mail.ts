// The closing mail as a draft, in the customer's language: as text to copy, as HTML for a reply. Never sent by itself.
import { satisfactionScores, type ClosingMail } from '#contract/complaint-survey.ts';
import type { Complaint } from '#contract/complaint.ts';
import { surveyMessagesOf } from '../messages/survey-messages.ts';
import { escapeHtml } from './confirmation.ts';

export interface ClosingDraft {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

type Told = Pick<Complaint, 'title' | 'number' | 'outcome' | 'state'>;

const faces: Readonly<Record<(typeof satisfactionScores)[number], string>> = {
  1: '😞',
  2: '🙁',
  3: '😐',
  4: '🙂',
  5: '😀',
};

/** Subject and text; the faces lead to the survey page, which asks once more before it keeps anything. */
export function closingDraft(complaint: Told, mail: ClosingMail): ClosingDraft {
  const words = surveyMessagesOf(mail.language).mail;
  const before = [
    greeting(mail),
    words[stateOf(complaint)](complaint.title, complaint.number),
    outcomeOf(complaint),
  ];
  const after = [words.farewell, mail.companyName];
  const { survey } = mail;
  const paragraphs = [...before, ...(survey ? [`${words.ask}\n${survey.url}`] : []), after.join('\n')];
  return {
    subject: words.subject(complaint.number),
    text: paragraphs.filter((one) => one !== '').join('\n\n'),
    html: [
      ...before.filter((one) => one !== '').map(paragraph),
      ...(survey ? [paragraph(words.ask), faceLinks(mail.language, survey.url)] : []),
      `<p>${after.map(escapeHtml).join('<br>')}</p>`,
    ].join(''),
  };
}

/** An address that opens the mail program with this draft. */
export function mailAddress(address: string, { subject, text }: ClosingDraft): string {
  const parts = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}?${parts}`;
}

function greeting({ language, recipient }: ClosingMail): string {
  const words = surveyMessagesOf(language).mail;
  return recipient === null ? words.greetingAll : words.greeting(recipient.name);
}

function stateOf({ state }: Told): 'closed' | 'answered' {
  return state === 'closed' ? 'closed' : 'answered';
}

/** What was done, when it is over; before that the answer itself has said it. */
function outcomeOf({ state, outcome }: Told): string {
  return state === 'closed' ? (outcome ?? '').trim() : '';
}

function faceLinks(language: ClosingMail['language'], url: string): string {
  const { scores } = surveyMessagesOf(language);
  const bestFirst = [...satisfactionScores].reverse();
  const links = bestFirst.map(
    (score) => `<a href="${escapeHtml(url)}?score=${score}">${faces[score]} ${escapeHtml(scores[score])}</a>`,
  );
  return `<p>${links.join('<br>')}</p>`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;
}
