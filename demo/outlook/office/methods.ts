// What the demo's Outlook answers when the pane calls a method of the mailbox or the item. Numbers are Office's own.
import { saveRoaming } from './roaming.ts';
import type { DraftItem, HostUser, ItemPerson, OutlookItem } from './item.ts';

/** What the pane asked Outlook to open. */
export type OpenRequest =
  | { kind: 'reply'; toAll: boolean; html: string }
  | { kind: 'new-message'; to: string[]; subject: string; html: string }
  | { kind: 'message'; id: string }
  | { kind: 'close' };

export interface MethodContext {
  readonly item: OutlookItem | null;
  readonly user: HostUser;
  /** What handlers keep with the draft. */
  readonly session: Map<string, string>;
  open(request: OpenRequest): void;
}

/** Wrong number of arguments, no such item, not available: codes that Office.js turns into errors with a name. */
export class OfficeFailure extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`Office error ${code}`);
    this.code = code;
  }
}

const codes = { invalidItem: 9045, notSupported: 9020 } as const;
const coercionHtml = 3;
type Parameters = Readonly<Record<string, unknown>>;
type Method = (parameters: Parameters, context: MethodContext) => unknown;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function readBody(parameters: Parameters, { item }: MethodContext): string {
  if (item === null || item.kind === 'appointment') return '';
  const html = item.bodyHtml;
  if (parameters['coercionType'] === coercionHtml) return html;
  return item.kind === 'message' ? item.bodyText : html.replace(/<[^>]+>/g, ' ');
}

function draftOf({ item }: MethodContext): DraftItem {
  if (item?.kind !== 'draft') throw new OfficeFailure(codes.invalidItem);
  return item;
}

const toDetails = ({ name, address }: ItemPerson) => ({ name, address, recipientType: 3 });

function readRecipients(parameters: Parameters, context: MethodContext) {
  const { to, cc } = draftOf(context);
  const fields = [to, cc, []];
  return (fields[Number(parameters['recipientField'])] ?? []).map(toDetails);
}

function readSharedProperties(_parameters: Parameters, { item }: MethodContext) {
  if (item?.kind !== 'message' || item.sharedMailbox === null) throw new OfficeFailure(codes.invalidItem);
  return {
    owner: item.sharedMailbox,
    delegatePermissions: 1,
    targetRestUrl: '',
    targetMailbox: item.sharedMailbox,
  };
}

const reply =
  (toAll: boolean): Method =>
  (parameters, { open }) =>
    open({ kind: 'reply', toAll, html: textOf(parameters['htmlBody']) });

const openMessage: Method = (parameters, { open }) =>
  open({ kind: 'message', id: textOf(parameters['itemId']) });

const openNewMessage: Method = (parameters, { open }) => {
  const to = Array.isArray(parameters['toRecipients']) ? parameters['toRecipients'].map(String) : [];
  open({
    kind: 'new-message',
    to,
    subject: textOf(parameters['subject']),
    html: textOf(parameters['htmlBody']),
  });
};

const showNote: Method = ({ key, message }, context) =>
  draftOf(context).notes?.show(textOf(key), textOf(message));

const closePane: Method = (_parameters, { open }) => open({ kind: 'close' });

const methods: Readonly<Record<number, Method>> = {
  8: openMessage,
  179: openMessage,
  10: reply(false),
  30: reply(false),
  181: reply(false),
  183: reply(false),
  11: reply(true),
  31: reply(true),
  182: reply(true),
  184: reply(true),
  14: () => coercionHtml,
  15: readRecipients,
  18: (_parameters, context) => draftOf(context).subject,
  37: readBody,
  42: closePane,
  44: openNewMessage,
  178: openNewMessage,
  107: (_parameters, context) => toDetails(draftOf(context).from),
  108: readSharedProperties,
  168: (_parameters, { item }) => (item?.kind === 'message' ? (item.headers ?? '') : ''),
  149: (_parameters, { item }) =>
    item === null || item.kind === 'appointment' ? [] : (item.attachments ?? []),
  185: ({ name, value }, { session }) => void session.set(textOf(name), textOf(value)),
  186: ({ name }, { session }) => session.get(textOf(name)) ?? '',
  33: showNote,
  35: showNote,
  36: ({ key }, context) => draftOf(context).notes?.show(textOf(key), null),
  404: (settings, { user }) => saveRoaming(user, settings[0]),
};

/** Answers one method call; throws OfficeFailure for what this Outlook does not know. */
export function answerMethod(dispatchId: number, parameters: Parameters, context: MethodContext): unknown {
  const method = methods[dispatchId];
  if (method === undefined) throw new OfficeFailure(codes.notSupported);
  return method(parameters, context);
}
