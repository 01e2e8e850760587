// The message extension: records searched and shared, our links unfurled. Message actions: message-actions.ts.
import type { Json } from '#teams-app/cards/elements.ts';
import type { RecordKind, RecordName, SearchableKind } from '#teams-app/cards/record-card.ts';
import {
  noRightsCard,
  recordCard,
  recordKinds,
  searchableKinds,
  sharedCard,
  titleOf,
} from '#teams-app/cards/record-card.ts';
import { recordWords } from '#teams-app/cards/record-words.ts';
import type { ExtensionUseCases } from './extension-use-cases.ts';
import { field, textOf } from './message-payload.ts';
import type { BotPerson, Viewer } from './use-cases.ts';

/** A hit: what goes into the message when it is chosen, and what the list shows of it. */
export interface Offer {
  readonly card: Json;
  readonly title: string;
  readonly text: string;
}

export interface Query {
  readonly commandId: string;
  readonly text: string;
  readonly skip: number;
  readonly count: number;
}

const mostPerPage = 25;
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads what was typed; which parameter carries it is left to the client. */
export function readQuery(value: unknown): Query {
  const parameters = field(value, 'parameters');
  const typed = Array.isArray(parameters)
    ? parameters
        .filter((one) => field(one, 'name') !== 'initialRun')
        .map((one) => textOf(field(one, 'value')))
    : [];
  const options = field(value, 'queryOptions');
  return {
    commandId: textOf(field(value, 'commandId')),
    text: typed.join(' ').trim().slice(0, 200),
    skip: numberOf(field(options, 'skip'), 0),
    count: Math.min(numberOf(field(options, 'count'), mostPerPage) || mostPerPage, mostPerPage),
  };
}

function numberOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : otherwise;
}

/** The hits of this page; commands are named after what they search, anything else searches customers. */
export async function answerQuery<P extends BotPerson>(
  useCases: ExtensionUseCases<P>,
  viewer: Viewer<P>,
  { commandId, ...page }: Query,
): Promise<Offer[]> {
  const kind: SearchableKind = searchableKinds.find((one) => commandId === `${one}s`) ?? 'customer';
  const found = await useCases.searchRecords(viewer, { kind, ...page });
  return found.map(({ title, detail, url, ...name }) => ({
    card: sharedCard({ kind: name.kind, id: name.id }, title, url, viewer.language),
    title,
    text: detail,
  }));
}

/** A link of ours: the list shows who pastes it what they may see, the chat gets a card that says nothing until refreshed. */
export async function answerLink<P extends BotPerson>(
  useCases: ExtensionUseCases<P>,
  viewer: Viewer<P>,
  url: string,
): Promise<Offer[]> {
  const name = useCases.readLink(url);
  if (name === null) return [];
  const words = recordWords(viewer.language);
  const record = await useCases.showRecord(viewer, name);
  if (record === null) {
    return [{ card: noRightsCard(viewer.language, name), title: words.noRightsTitle, text: words.noRights }];
  }
  const card = sharedCard(name, null, useCases.urlOf(name), viewer.language);
  return [{ card, title: titleOf(record), text: words.kinds[record.kind] }];
}

/** The viewer's own form of a shared card. */
export async function refreshRecord<P extends BotPerson>(
  useCases: ExtensionUseCases<P>,
  viewer: Viewer<P>,
  data: Readonly<Record<string, unknown>>,
): Promise<Json> {
  const name = readName(data);
  const record = name && (await useCases.showRecord(viewer, name));
  return record === null ? noRightsCard(viewer.language, name) : recordCard(record, viewer.language);
}

/** Which record the data of a card name; null for anything that is none. */
export function readName(data: Readonly<Record<string, unknown>>): RecordName | null {
  const kind: RecordKind | undefined = recordKinds.find((one) => one === data['kind']);
  const id = textOf(data['id']);
  return kind === undefined || !idPattern.test(id) ? null : { kind, id };
}
