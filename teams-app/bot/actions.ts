// Pressed buttons: the verb says what is meant, Teams says who pressed. Answers the card as it then is for that person, or a sentence.
import { escalationCard, showVerb } from '#teams-app/cards/escalation-card.ts';
import { verbPrefix } from '#teams-app/cards/escalation-actions.ts';
import type { EscalationCardRecord } from '#teams-app/cards/escalation-record.ts';
import { plainText } from '#teams-app/cards/plain-text.ts';
import type { BotPerson, BotUseCases, EscalationPress, PressOutcome, Viewer } from './use-cases.ts';
import { wordsFor } from './words.ts';

export interface PressedAction {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What Teams shows: a card in place of the pressed one, or a sentence beside it. */
export type ActionReply =
  | { readonly kind: 'card'; readonly card: Readonly<Record<string, unknown>> }
  | { readonly kind: 'message'; readonly text: string };

/** Does what the button means, at most once, in the name of whoever pressed it. */
export async function answerAction<P extends BotPerson>(
  useCases: BotUseCases<P>,
  viewer: Viewer<P>,
  { verb, data }: PressedAction,
): Promise<ActionReply> {
  const words = wordsFor(viewer.language);
  const complaintId = textOf(data['complaintId']);
  if (verb === showVerb) {
    const record = await useCases.showEscalation(viewer, complaintId);
    return record === null ? { kind: 'message', text: words.notFound } : toCard(record, viewer);
  }
  const press = readPress(verb, data);
  if (press === null) return { kind: 'message', text: words.unknownButton };
  const { outcome, record } = await useCases.pressEscalation(viewer, press);
  return replyTo(outcome, record, viewer);
}

function replyTo<P extends BotPerson>(
  outcome: PressOutcome,
  record: EscalationCardRecord | null,
  viewer: Viewer<P>,
): ActionReply {
  const words = wordsFor(viewer.language);
  const isShown = outcome === 'acted' || outcome === 'repeated' || outcome === 'already_decided';
  if (isShown && record !== null) return toCard(record, viewer);
  const turn = record?.complaint.escalation?.turn?.name ?? null;
  const sentences: Readonly<Record<PressOutcome, string>> = {
    acted: words.notFound,
    repeated: words.notFound,
    already_decided: words.notPossible,
    not_your_turn: words.notYourTurn(turn === null ? null : plainText(turn, 80)),
    not_possible: words.notPossible,
    incomplete: words.incomplete,
    not_found: words.notFound,
  };
  return { kind: 'message', text: sentences[outcome] };
}

function toCard<P extends BotPerson>(record: EscalationCardRecord, viewer: Viewer<P>): ActionReply {
  return { kind: 'card', card: escalationCard({ ...record, language: viewer.language }) };
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads what the card's inputs say; the person is never among it. */
function readPress(verb: string, data: PressedAction['data']): EscalationPress | null {
  if (!verb.startsWith(verbPrefix)) return null;
  const [move = '', chosenId] = stepOf(verb.slice(verbPrefix.length), data);
  const complaintId = textOf(data['complaintId']);
  const dedupeKey = textOf(data['dedupeKey']);
  if (!idPattern.test(complaintId) || dedupeKey === '') return null;
  return {
    complaintId,
    move,
    // one card offers several steps behind one button, so the step is part of the key
    dedupeKey: `${dedupeKey}:${move}`.slice(0, 200),
    text: textOf(data['text']).slice(0, 2000),
    goodwillCents: move === 'decide' ? centsOf(data['goodwillEuro']) : null,
    assigneeId: chosenId !== undefined && idPattern.test(chosenId) ? chosenId : null,
    extraHours: chosenId !== undefined && /^[1-8]?\d$/.test(chosenId) ? Number(chosenId) : null,
  };
}

/** `decide`, or what was chosen in its place: `ask_back:<id>`, `take_over`, `assign:<id>`, `extend:<hours>`. */
function stepOf(move: string, data: PressedAction['data']): string[] {
  const step = textOf(data['step']);
  return move === 'decide' && step !== '' ? step.split(':') : [move];
}

function centsOf(value: unknown): number | null {
  const euro = typeof value === 'number' ? value : Number.parseFloat(textOf(value).replace(',', '.'));
  return Number.isFinite(euro) && euro >= 0 ? Math.round(euro * 100) : null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
