// The message extension's invokes on Microsoft's SDK: who asks is read from the envelope, never from what was typed.
import type { App } from '@microsoft/teams.apps';
import type { Json } from '#teams-app/cards/elements.ts';
import { sentenceCard } from '#teams-app/cards/message-form.ts';
import { messageWords } from '#teams-app/cards/message-words.ts';
import type { ActedMessage, ExtensionUseCases } from './extension-use-cases.ts';
import type { BotLog } from './log.ts';
import type { DialogReply } from './message-actions.ts';
import { openAction, readAction, submitAction } from './message-actions.ts';
import type { Offer } from './message-extension.ts';
import { answerLink, answerQuery, readQuery } from './message-extension.ts';
import type { MessagePayload } from './message-payload.ts';
import { field, readMessage, textOf } from './message-payload.ts';
import type { BotPerson, Viewer } from './use-cases.ts';
import { languageOf, wordsFor } from './words.ts';

export type Member = ActedMessage['members'][number];

export interface ExtensionParts<P extends BotPerson, A> {
  readonly useCases: ExtensionUseCases<P>;
  readonly findViewer: (activity: A) => Promise<Viewer<P> | null>;
  /** Who is in the chat; Teams tells only where the bot is a member. */
  readonly listMembers: (conversationId: string) => Promise<readonly Member[]>;
  readonly log: BotLog;
}

/** What all invokes have of the envelope. */
interface Envelope {
  readonly locale?: string | undefined;
  readonly conversation: { readonly id: string };
  readonly value: unknown;
}

const cardType = 'application/vnd.microsoft.card.adaptive';
const previewType = 'application/vnd.microsoft.card.thumbnail';
const membersMs = 1_500;

/** Answers query, queryLink, fetchTask and submitAction. */
export function listenToExtension<P extends BotPerson, A extends Envelope>(
  app: App,
  parts: ExtensionParts<P, A>,
): void {
  // the SDK's activities are wider than what is read of them, and its card types list every element
  const asked = (activity: unknown) => activity as A;
  app.on('message.ext.query', async ({ activity }) => {
    const offers = await offering(parts, asked(activity), (viewer, { value }) =>
      answerQuery(parts.useCases, viewer, readQuery(value)),
    );
    return offers as never;
  });
  app.on('message.ext.query-link', async ({ activity }) => {
    const offers = await offering(parts, asked(activity), (viewer, { value }) =>
      answerLink(parts.useCases, viewer, textOf(field(value, 'url'))),
    );
    return offers as never;
  });
  app.on('message.ext.open', async ({ activity }) => (await act(parts, asked(activity), 'open')) as never);
  app.on(
    'message.ext.submit',
    async ({ activity }) => (await act(parts, asked(activity), 'submit')) as never,
  );
}

async function offering<P extends BotPerson, A extends Envelope>(
  { findViewer, log }: ExtensionParts<P, A>,
  activity: A,
  answer: (viewer: Viewer<P>, activity: A) => Promise<Offer[]>,
): Promise<Json> {
  const words = wordsFor(languageOf(activity.locale));
  const viewer = await findViewer(activity);
  if (viewer === null) return toSentence(words.unknownPerson);
  try {
    return toList(await answer(viewer, activity));
  } catch (error) {
    log.error({ err: error }, 'the message extension could not answer');
    return toSentence(words.failed);
  }
}

async function act<P extends BotPerson, A extends Envelope>(
  parts: ExtensionParts<P, A>,
  activity: A,
  step: 'open' | 'submit',
): Promise<Json> {
  const language = languageOf(activity.locale);
  const viewer = await parts.findViewer(activity);
  const action = readAction(textOf(field(activity.value, 'commandId')));
  if (viewer === null) return toDialogSentence(wordsFor(language).unknownPerson);
  try {
    const message = await readActed(parts, viewer, activity);
    if (message === null || action === null) return toDialogSentence(messageWords(language).unreadable);
    const call = { useCases: parts.useCases, viewer, action, message };
    const data = dataOf(field(activity.value, 'data'));
    return toReply(step === 'open' ? await openAction(call) : await submitAction(call, data));
  } catch (error) {
    parts.log.error({ err: error }, 'a message action failed');
    return toDialogSentence(wordsFor(language).failed);
  }
}

async function readActed<P extends BotPerson, A extends Envelope>(
  { useCases, listMembers }: ExtensionParts<P, A>,
  viewer: Viewer<P>,
  activity: A,
): Promise<ActedMessage | null> {
  const { now } = await useCases.moment(viewer);
  const { id: conversationId } = activity.conversation;
  const payload = field(activity.value, 'messagePayload') as MessagePayload | undefined; // every part is checked
  const message = readMessage(payload, { conversationId, now });
  return message && { ...message, members: await inTime(listMembers(conversationId)) };
}

/** Teams waits five seconds for everything together; without the members the text has to do. */
async function inTime(asking: Promise<readonly Member[]>): Promise<readonly Member[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly Member[]>((resolve) => {
    timer = setTimeout(() => resolve([]), membersMs);
  });
  const members = await Promise.race([asking.catch(() => []), late]);
  clearTimeout(timer);
  return members;
}

function dataOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

function toAttachment({ card, title, text }: Offer): Json {
  const preview = { contentType: previewType, content: { title, text } };
  return { contentType: cardType, content: card, preview };
}

function toList(offers: readonly Offer[]): Json {
  const attachments = offers.map(toAttachment);
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

function toSentence(text: string): Json {
  return { composeExtension: { type: 'message', text } };
}

/** A dialog with nothing but the sentence; not every client shows a bare one. */
function toDialogSentence(sentence: string): Json {
  return toReply({ kind: 'dialog', title: 'Kundencockpit', card: sentenceCard(sentence) });
}

function toReply(reply: DialogReply): Json {
  if (reply.kind === 'insert') return toList([reply.offer]);
  const card = { contentType: cardType, content: reply.card };
  return {
    task: { type: 'continue', value: { title: reply.title, width: 'medium', height: 'large', card } },
  };
}
