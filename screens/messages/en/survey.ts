// Satisfaction and the closing mail in English.
import type { survey as germanSurvey } from '../de/survey.ts';

export const survey: typeof germanSurvey = {
  title: 'Satisfaction',
  scores: {
    1: 'Very dissatisfied',
    2: 'Dissatisfied',
    3: 'Partly satisfied',
    4: 'Satisfied',
    5: 'Very satisfied',
  },
  score: (score, label) => `${score} of 5: ${label}`,
  none: 'The customer has not answered yet.',
  changed: 'changed',
  prepare: 'Write closing email',
  failed: 'Draft not made',
  draft: 'Draft of the closing email',
  to: (name, address) => (address === '' ? `To ${name}` : `To ${name}, ${address}`),
  objected: (name) => `${name} objected to emails. The draft therefore does not ask about satisfaction.`,
  notSent: 'Nothing is sent until you press Send in Outlook.',
  holdsUntil: (day) => `The survey link is valid until ${day}.`,
  reply: 'Open as reply',
  replyOpened: 'Reply draft opened',
  replyFailed: 'Reply draft not opened. Please copy the text.',
  open: 'Open in email',
  copy: 'Copy text',
  copied: 'Text copied',
  copyFailed: 'Not copied. Please select the text yourself.',
  mail: {
    subject: (number) => `Your complaint ${number}`,
    greeting: (name) => `Dear ${name},`,
    greetingAll: 'Hello,',
    closed: (title, number) => `Your complaint "${title}" (${number}) is closed.`,
    answered: (title, number) => `We have answered your complaint "${title}" (${number}).`,
    ask: 'How satisfied are you with the solution? One click is enough:',
    farewell: 'Kind regards',
  },
};
