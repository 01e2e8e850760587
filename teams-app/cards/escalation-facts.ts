// The facts of the escalation card: why, since when, whose turn, what it is worth, what was proposed or decided.
import type { Complaint, ComplaintEvent } from '#contract/complaint.ts';
import type { Json } from './elements.ts';
import { facts } from './elements.ts';
import type { View } from './escalation-record.ts';
import type { Format } from './format.ts';
import { plainText } from './plain-text.ts';
import type { Words } from './words.ts';

/** The fact set for this state: what is asked while it runs, what came out of it afterwards. */
export function buildFacts(view: View): Json {
  const { escalation, format } = view;
  const { words } = format;
  const why = [words.facts.why, whyText(view)] as const;
  if (escalation.state === 'decided') {
    return facts([
      [words.facts.result, resultText(view)],
      [words.facts.turn, answerTurn(view)],
      why,
      [words.facts.story, storyText(view)],
    ]);
  }
  if (escalation.state === 'stopped') {
    return facts([
      [words.facts.reason, plainText(escalation.decision?.text ?? '')],
      [words.facts.turn, answerTurn(view)],
      why,
      [words.facts.story, storyText(view)],
    ]);
  }
  return facts([
    why,
    [words.facts.since, sinceText(view)],
    [words.facts.turn, turnText(view)],
    [words.facts.value, valueText(view)],
    [words.facts.proposal, proposalText(view)],
    ...questionFacts(view),
  ]);
}

function whyText({ record, escalation, format }: View): string {
  const { complaint, story } = record;
  const { words } = format;
  if (escalation.reason === 'deadline_missed') {
    const at = missedAt(complaint);
    return at === null ? words.missedSome : words.missed(format.moment(at));
  }
  const { rating } = complaint;
  const severity = words.severity[complaint.severity];
  const severe = rating
    ? words.severeAt(severity, `${rating.letter}${rating.digit}`)
    : words.severe(severity);
  const because = story.findLast((event) => event.kind === 'escalated')?.text ?? '';
  return [severe, plainText(because, 200)].filter(Boolean).join(', ');
}

/** The deadline that is over: the first answer's as long as nobody answered, else the resolution's. */
function missedAt({ firstAnswer, resolution }: Complaint): string | null {
  if (firstAnswer?.missed) return firstAnswer.at;
  return resolution?.missed ? resolution.at : null;
}

function sinceText({ escalation, format }: View): string {
  const since = format.moment(escalation.raisedAt);
  const { raisedBy } = escalation;
  return raisedBy ? format.words.reportedBy(since, plainText(raisedBy.name, 80)) : since;
}

function turnText({ escalation, format }: View): string {
  if (escalation.turn === null) return format.words.nobody;
  const title = escalation.turnTitle ? `, ${plainText(escalation.turnTitle, 80)}` : '';
  return `**${plainText(escalation.turn.name, 80)}**${title}`;
}

/** After the decision it is the owner who answers the customer. */
function answerTurn({ record, format }: View): string {
  const { owner, firstAnswer, resolution } = record.complaint;
  const next = firstAnswer ?? resolution;
  const what = firstAnswer && next ? format.words.answerUntil(format.until(next.at)) : format.words.answered;
  return `**${plainText(owner.name, 80)}**, ${what}`;
}

function valueText({ record, format }: View): string {
  const { order, rating } = record.complaint;
  const parts = [
    order ? format.words.order(format.euro(order.totalCents)) : '',
    rating?.letterReason.by === 'revenue' ? format.words.perYear(format.euro(rating.letterReason.cents)) : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function proposalText({ escalation, format }: View): string {
  return withGoodwill(format, escalation.proposal ?? '', escalation.proposedGoodwillCents);
}

function resultText({ escalation, format }: View): string {
  return withGoodwill(format, escalation.decision?.text ?? '', escalation.decision?.goodwillCents ?? null);
}

function withGoodwill(format: Format, sentence: string, cents: number | null): string {
  const goodwill = cents !== null && cents > 0 ? format.words.goodwill(format.euro(cents)) : '';
  const what = plainText(sentence);
  // The sentence goes on, so its own full stop goes.
  return goodwill === '' ? what : [what.replace(/[.\s]+$/, ''), goodwill].filter(Boolean).join(', ');
}

function questionFacts({ record, escalation, format }: View): [string, string][] {
  const reply = record.story.findLast((event) => event.kind === 'escalation_replied');
  if (!escalation.question || escalation.state === 'asked_back' || !reply) return [];
  const { facts: titles } = format.words;
  const name = reply.by ? ` (${plainText(reply.by.name, 80)})` : '';
  return [
    [titles.question, plainText(escalation.question, 200)],
    [titles.reply, `${plainText(reply.text)}${name}`],
  ];
}

const mostSteps = 6;

/** "Eskaliert 13:20, entschieden 14:26": the last steps of this escalation. */
function storyText({ record, escalation, format }: View): string {
  const { story } = format.words;
  const steps = record.story
    .filter((event) => new Date(event.at) >= new Date(escalation.raisedAt))
    .filter((event): event is ComplaintEvent & { kind: keyof Words['story'] } => event.kind in story)
    .map((event) => `${story[event.kind]} ${format.short(event.at)}`)
    .slice(-mostSteps)
    .join(', ');
  return steps.charAt(0).toUpperCase() + steps.slice(1);
}
