// Message actions: "Zum Kunden ablegen", "Beschwerde daraus", "Wiedervorlage daraus". A dialog, a press, a confirmation.
import { randomUUID } from 'node:crypto';
import type { Json } from '#teams-app/cards/elements.ts';
import type { MessageAction, MessageValues, ProposedCustomer } from '#teams-app/cards/message-form.ts';
import { messageActions, messageForm, messageResult } from '#teams-app/cards/message-form.ts';
import { messageWords } from '#teams-app/cards/message-words.ts';
import { noRightsCard, sharedCard } from '#teams-app/cards/record-card.ts';
import { recordWords } from '#teams-app/cards/record-words.ts';
import type { ActedMessage, ExtensionUseCases, Filed } from './extension-use-cases.ts';
import type { Offer } from './message-extension.ts';
import { readName } from './message-extension.ts';
import { subjectOf, textOf } from './message-payload.ts';
import type { BotPerson, Viewer } from './use-cases.ts';

/** What the client shows next: a dialog, or a card on its way into the chat. */
export type DialogReply =
  | { readonly kind: 'dialog'; readonly title: string; readonly card: Json }
  | { readonly kind: 'insert'; readonly offer: Offer };

export interface ActionCall<P extends BotPerson> {
  readonly useCases: ExtensionUseCases<P>;
  readonly viewer: Viewer<P>;
  readonly action: MessageAction;
  readonly message: ActedMessage;
}

type Data = Readonly<Record<string, unknown>>;

/** Which message action a command is; null for none of ours. */
export function readAction(commandId: string): MessageAction | null {
  return messageActions.find((one) => commandId === `message_${one}`) ?? null;
}

const longestNote = 500;

/** The form, with the customer proposed and the text cut to what is worth keeping. */
export async function openAction<P extends BotPerson>(call: ActionCall<P>): Promise<DialogReply> {
  const { useCases, viewer, message } = call;
  const customers = await useCases.proposeCustomers(viewer, message);
  const read = useCases.readComplaint(message.text);
  const { nextDay } = await useCases.moment(viewer);
  const values = {
    customerId: customers.length === 1 ? (customers[0]?.customerId ?? '') : '',
    search: '',
    subject: subjectOf(message.text),
    note: cut(message.text, longestNote),
    category: read.category,
    severity: read.severity,
    dueOn: nextDay,
  };
  return showForm(call, { dedupeKey: randomUUID(), customers, values, problem: null });
}

/** Answers a button of the dialog: searched, stored once, or the confirmation put into the chat. */
export async function submitAction<P extends BotPerson>(
  call: ActionCall<P>,
  data: Data,
): Promise<DialogReply> {
  const step = textOf(data['step']);
  if (step === 'share') return share(call, data);
  const values = readValues(data);
  const dedupeKey = textOf(data['dedupeKey']).slice(0, 100);
  const customers = await listCustomers(call, values);
  if (step === 'search') {
    const [found] = customers;
    const isFound = found?.reason === 'search';
    const chosen = isFound ? found.customerId : values.customerId;
    const words = messageWords(call.viewer.language);
    const problem = isFound || values.search === '' ? null : words.noneFound(values.search);
    return showForm(call, { dedupeKey, customers, values: { ...values, customerId: chosen }, problem });
  }
  return save(call, { dedupeKey, customers, values });
}

interface Typed {
  readonly dedupeKey: string;
  readonly customers: readonly ProposedCustomer[];
  readonly values: MessageValues;
}

async function save<P extends BotPerson>(call: ActionCall<P>, typed: Typed): Promise<DialogReply> {
  const { useCases, viewer, action, message } = call;
  const words = messageWords(viewer.language);
  const { values, dedupeKey } = typed;
  const { today, ...moment } = await useCases.moment(viewer);
  const problem = findProblem(action, values, today);
  if (problem !== null) return showForm(call, { ...typed, problem: words.problems[problem] });
  const filed = await useCases.fileMessage(viewer, {
    key: `${dedupeKey === '' ? message.key : dedupeKey}:${action}`.slice(0, 180),
    message,
    plan: { ...values, action },
  });
  if (!isFiled(filed)) return showForm(call, { ...typed, problem: words.problems[filed.outcome] });
  const { customer } = filed;
  const card = messageResult({
    ...filed,
    ...moment,
    action,
    dueOn: action === 'follow_up' ? values.dueOn : null,
    url: customer === null ? null : useCases.urlOf({ kind: 'customer', id: customer.id }),
    dedupeKey,
    language: viewer.language,
  });
  return { kind: 'dialog', title: words.titles[action], card };
}

function isFiled(filed: Filed): filed is Extract<Filed, { activityId: string | null }> {
  return filed.outcome === 'done' || filed.outcome === 'already';
}

function findProblem(
  action: MessageAction,
  values: MessageValues,
  today: string,
): 'customer' | 'subject' | 'due' | null {
  if (values.customerId === '') return 'customer';
  if (values.subject === '') return 'subject';
  const isDay = /^\d{4}-\d\d-\d\d$/.test(values.dueOn) && !Number.isNaN(Date.parse(values.dueOn));
  return action === 'follow_up' && (!isDay || values.dueOn < today) ? 'due' : null;
}

/** Those searched for first, then those proposed. */
async function listCustomers<P extends BotPerson>(
  { useCases, viewer, message }: ActionCall<P>,
  { search }: MessageValues,
): Promise<ProposedCustomer[]> {
  const found = search === '' ? [] : await useCases.findCustomers(viewer, search);
  const proposed = await useCases.proposeCustomers(viewer, message);
  const others = proposed.filter((one) => !found.some(({ customerId }) => customerId === one.customerId));
  return [...found, ...others];
}

async function showForm<P extends BotPerson>(
  { useCases, viewer, action, message }: ActionCall<P>,
  shown: Typed & { readonly problem: string | null },
): Promise<DialogReply> {
  const { now, timeZone } = await useCases.moment(viewer);
  const { language } = viewer;
  const { author, at, text } = message;
  const form = { ...shown, action, author: author.name, at, text, language, now, timeZone };
  return { kind: 'dialog', title: messageWords(language).titles[action], card: messageForm(form) };
}

/** A card that tells the chat no more than that the message is kept; who may see more gets it by refreshing. */
async function share<P extends BotPerson>(
  { useCases, viewer }: ActionCall<P>,
  data: Data,
): Promise<DialogReply> {
  const { language } = viewer;
  const words = recordWords(language);
  const name = readName(data);
  const record = name && (await useCases.showRecord(viewer, name));
  if (name === null || record === null) {
    return { kind: 'dialog', title: words.noRightsTitle, card: noRightsCard(language) };
  }
  const card = sharedCard(name, null, record.url, language);
  return { kind: 'insert', offer: { card, title: words.filed, text: words.linkHint } };
}

function readValues(data: Data): MessageValues {
  const read = (name: keyof MessageValues, longest: number) => textOf(data[name]).slice(0, longest);
  return {
    customerId: readId(textOf(data['customerId'])),
    search: read('search', 200),
    subject: read('subject', 200),
    note: read('note', 1000),
    category: read('category', 50),
    severity: read('severity', 50),
    dueOn: read('dueOn', 10),
  };
}

function readId(text: string): string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : '';
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}
