// What people write to the bot, in German or English; nonsense is answered with a way on.
import type { Json } from '#teams-app/cards/elements.ts';
import { followUpsCard } from '#teams-app/cards/follow-ups-card.ts';
import { listCard } from '#teams-app/cards/list-card.ts';
import { plainText } from '#teams-app/cards/plain-text.ts';
import { recordCard } from '#teams-app/cards/record-card.ts';
import type { BotPerson, BotUseCases, Viewer } from './use-cases.ts';
import { wordsFor } from './words.ts';

export interface CommandReply {
  readonly text: string | null;
  readonly card: Json | null;
}

type Command =
  | { readonly kind: 'greet' | 'help' | 'follow_ups' | 'unknown' }
  | { readonly kind: 'customer'; readonly text: string };

const greetings =
  /^(hallo|hi|hey|hello|moin|servus|grüß gott|grüezi|guten (morgen|tag|abend)|good (morning|day))\b/iu;
const helps = /^(hilfe|help|\?|was kannst du|what can you do)/iu;
const followUps = /^(meine |offene |my |open )?(wiedervorlagen?|follow[- ]?ups?|aufgaben|tasks)[?!.]*$/iu;
const customers = /^(?:kunden?|kundin|customers?|suche|such|finde|search|find)\s*:?\s+(.+)$/iu;
const longestSearch = 200;

/** Reads a message: which command it is. Mentions of the bot are not part of it. */
export function readCommand(message: string): Command {
  const line = message
    .replace(/<at>[^<]*<\/at>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const search = customers.exec(line)?.[1]?.trim();
  if (search) return { kind: 'customer', text: search.slice(0, longestSearch) };
  if (followUps.test(line)) return { kind: 'follow_ups' };
  if (helps.test(line)) return { kind: 'help' };
  return { kind: greetings.test(line) ? 'greet' : 'unknown' };
}

/** The answer to a message of somebody the product knows. */
export async function answerCommand<P extends BotPerson>(
  useCases: BotUseCases<P>,
  viewer: Viewer<P>,
  message: string,
): Promise<CommandReply> {
  const words = wordsFor(viewer.language);
  const command = readCommand(message);
  if (command.kind === 'customer') return answerSearch(useCases, viewer, command.text);
  if (command.kind === 'follow_ups') return answerFollowUps(useCases, viewer);
  const { greeting, help, notUnderstood } = words;
  if (command.kind === 'greet') return { text: greeting(plainText(viewer.person.name, 80)), card: null };
  return { text: command.kind === 'help' ? help : notUnderstood, card: null };
}

/** One customer is shown at once, several are listed. */
async function answerSearch<P extends BotPerson>(
  useCases: BotUseCases<P>,
  viewer: Viewer<P>,
  text: string,
): Promise<CommandReply> {
  const words = wordsFor(viewer.language);
  const { rows, only, hasMore } = await useCases.searchCustomers(viewer, text);
  if (rows.length === 0) return { text: words.noCustomers(plainText(text, 80)), card: null };
  const record = only === null ? null : await useCases.showCustomer(viewer, only);
  if (record !== null) return { text: null, card: recordCard(record, viewer.language) };
  const note = hasMore ? words.moreHint : words.openHint;
  const { language } = viewer;
  return {
    text: null,
    card: listCard({ title: words.customersFound(plainText(text, 80)), rows, note, language }),
  };
}

async function answerFollowUps<P extends BotPerson>(
  useCases: BotUseCases<P>,
  viewer: Viewer<P>,
): Promise<CommandReply> {
  const view = await useCases.viewFollowUps(viewer);
  if (view.lines.length === 0) return { text: wordsFor(viewer.language).noFollowUps, card: null };
  return { text: null, card: followUpsCard(view, null, viewer.language) };
}
