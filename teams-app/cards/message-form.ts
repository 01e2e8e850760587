// The dialogs of a message action as cards: the form with its proposal, and what was done. What was typed comes back on a refusal.
import { complaintCategories, severities } from '#contract/complaint.ts';
import type { Json } from './elements.ts';
import { banner, buttonRows, openUrl, text } from './elements.ts';
import { createFormat } from './format.ts';
import type { MessageWords } from './message-words.ts';
import { messageWords } from './message-words.ts';
import { plainText } from './plain-text.ts';
import { english, german } from './words.ts';

export const messageActions = ['log', 'complaint', 'follow_up'] as const;
export type MessageAction = (typeof messageActions)[number];

export interface ProposedCustomer {
  readonly customerId: string;
  readonly name: string;
  readonly detail: string;
  readonly reason: keyof MessageWords['reasons'];
  readonly evidence: string;
}

/** The inputs as they stand; every one is text, as cards send them. */
export interface MessageValues {
  readonly customerId: string;
  readonly search: string;
  readonly subject: string;
  readonly note: string;
  readonly category: string;
  readonly severity: string;
  readonly dueOn: string;
}

export interface MessageForm {
  readonly action: MessageAction;
  readonly dedupeKey: string;
  readonly author: string;
  readonly at: string;
  readonly text: string;
  readonly customers: readonly ProposedCustomer[];
  readonly values: MessageValues;
  /** Why it was not stored. */
  readonly problem: string | null;
  readonly language: 'de' | 'en';
  readonly timeZone: string;
  readonly now: string;
}

const longestShown = 240;
const longestNote = 1000;

/** The form; nothing in it is required by the client, so that searching asks for nothing else. */
export function messageForm(form: MessageForm): Json {
  const words = messageWords(form.language);
  return {
    ...frame(form.language, words.titles[form.action]),
    body: [
      ...(form.problem === null ? [] : [banner('attention', [form.problem])]),
      quote(form, words),
      ...customerInputs(form, words),
      ...actionInputs(form, words),
      text(words.linkKept, { size: 'Small', isSubtle: true }),
      ...buttonRows([
        submit(words.save[form.action], { step: 'save', ...carried(form) }, { style: 'positive' }),
      ]),
    ],
  };
}

function frame(language: 'de' | 'en', fallbackText: string): Json {
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: language,
    fallbackText,
  };
}

/** A sentence of ours in place of a form. */
export function sentenceCard(sentence: string): Json {
  const body = [text(sentence)];
  return { type: 'AdaptiveCard', version: '1.5', fallbackText: sentence, body };
}

function submit(title: string, data: Json, more: Json = {}): Json {
  return { type: 'Action.Submit', title, data, ...more };
}

/** Both buttons carry the key of this dialog: pressed or sent twice it acts once. */
function carried({ dedupeKey }: MessageForm): Json {
  return { dedupeKey };
}

function quote({ author, at, text: said, ...form }: MessageForm, words: MessageWords): Json {
  const format = formatOf(form);
  return {
    type: 'Container',
    style: 'emphasis',
    bleed: true,
    items: [
      text(words.message(plainText(author, 80), format.moment(at)), { size: 'Small', isSubtle: true }),
      text(plainText(said, longestShown), { spacing: 'None' }),
    ],
  };
}

function formatOf({ language, timeZone, now }: Pick<MessageForm, 'language' | 'timeZone' | 'now'>) {
  return createFormat({ words: language === 'de' ? german : english, timeZone, now });
}

function customerInputs(form: MessageForm, words: MessageWords): Json[] {
  const { customers, values } = form;
  const choices = customers.map((one) => ({
    title: `${plainText(one.name, 100)}\u00a0– ${words.reasons[one.reason](plainText(one.evidence, 60))}`,
    value: one.customerId,
  }));
  const chosen = customers.some(({ customerId }) => customerId === values.customerId)
    ? values.customerId
    : '';
  const choice = {
    type: 'Input.ChoiceSet',
    id: 'customerId',
    label: words.customer,
    style: 'expanded',
    wrap: true,
    choices,
    ...(chosen === '' ? {} : { value: chosen }),
  };
  return [
    customers.length === 0 ? text(words.noCustomer, { color: 'Warning' }) : choice,
    line('search', words.search, values.search, { placeholder: words.searchHint, maxLength: 200 }),
    ...buttonRows([submit(words.searchButton, { step: 'search', ...carried(form) })]),
  ];
}

function actionInputs({ action, values }: MessageForm, words: MessageWords): Json[] {
  const subject = { log: words.subject, complaint: words.title, follow_up: words.toDo }[action];
  const note = line('note', words.note, values.note, { isMultiline: true, maxLength: longestNote });
  const due = { type: 'Input.Date', id: 'dueOn', label: words.dueOn, value: values.dueOn };
  const kind = [
    choose('category', words.category, values.category, optionsOf(complaintCategories, words.categories)),
    choose('severity', words.severity, values.severity, optionsOf(severities, words.severities)),
  ];
  return [
    line('subject', subject, values.subject, { maxLength: 200 }),
    ...(action === 'follow_up' ? [due] : []),
    ...(action === 'complaint' ? kind : []),
    note,
  ];
}

function line(id: string, label: string, value: string, more: Json): Json {
  return { type: 'Input.Text', id, label, value, ...more };
}

function choose(id: string, label: string, value: string, choices: readonly Json[]): Json {
  return { type: 'Input.ChoiceSet', id, label, style: 'compact', value, choices };
}

function optionsOf<K extends string>(options: readonly K[], names: Readonly<Record<K, string>>): Json[] {
  return options.map((option) => ({ title: names[option], value: option }));
}

export interface MessageResult {
  readonly action: MessageAction;
  readonly outcome: 'done' | 'already';
  readonly activityId: string | null;
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly complaint: string | null;
  readonly dueOn: string | null;
  readonly by: string | null;
  readonly at: string;
  /** Opens the customer; null where it may not be seen. */
  readonly url: string | null;
  readonly dedupeKey: string;
  readonly language: 'de' | 'en';
  readonly timeZone: string;
  readonly now: string;
}

/** What was done, or had been done before; from here a confirmation can go into the chat. */
export function messageResult(result: MessageResult): Json {
  const words = messageWords(result.language);
  const { head, detail } = tell(result, words);
  const { url, activityId, dedupeKey } = result;
  const share = { step: 'share', kind: 'message', id: activityId, dedupeKey };
  return {
    ...frame(result.language, head),
    body: [
      banner(result.outcome === 'done' ? 'good' : 'accent', [head, detail]),
      ...buttonRows([
        ...(url === null ? [] : [openUrl(words.openCustomer, url)]),
        ...(activityId === null ? [] : [submit(words.share, share)]),
      ]),
    ],
  };
}

function tell(result: MessageResult, words: MessageWords): { head: string; detail: string } {
  const { customer, action, complaint, dueOn, by, at } = result;
  const name = plainText(customer?.name ?? '', 120);
  const format = formatOf(result);
  if (result.outcome === 'already') {
    const known = customer !== null && by !== null;
    return {
      head: words.already,
      detail: known ? words.alreadyBy(name, plainText(by, 80), format.moment(at)) : words.alreadyHidden,
    };
  }
  const day = dueOn === null ? '' : (format.moment(`${dueOn}T12:00:00Z`).split(',')[0] ?? dueOn);
  const heads = {
    log: words.done.log(name),
    complaint: words.done.complaint(complaint ?? ''),
    follow_up: words.done.follow_up(day),
  };
  return { head: heads[action], detail: words.atCustomer(name) };
}
