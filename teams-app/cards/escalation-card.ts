// The escalation card: a complaint's record in, Adaptive Card 1.5 out. One builder for posting, editing in place and refreshing.
import type { Escalation } from '#contract/complaint.ts';
import { buildActions } from './escalation-actions.ts';
import { buildFacts } from './escalation-facts.ts';
import type { Json } from './elements.ts';
import { banner, buttonRows, headLine, openUrl, text } from './elements.ts';
import type { Format } from './format.ts';
import type { EscalationCardRecord, View } from './escalation-record.ts';
import { isOver } from './escalation-record.ts';
import { createFormat } from './format.ts';
import { plainText } from './plain-text.ts';
import { english, german } from './words.ts';

export const showVerb = 'complaint.escalation.show';

/** The card for one viewer; throws when the complaint has no escalation. */
export function escalationCard(record: EscalationCardRecord): Json {
  const { complaint, language } = record;
  const { escalation } = complaint;
  if (escalation === null) throw new Error('A complaint without an escalation has no card.');
  const words = language === 'de' ? german : english;
  const format = createFormat({ words, timeZone: record.timeZone, now: record.now });
  const view: View = { record, escalation, format, isTurn: escalation.turn?.id === record.viewerId };
  const lines = bannerLines(view);
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: language,
    fallbackText: summary(view, lines),
    speak: summary(view, lines),
    msteams: { width: 'Full' },
    ...refreshOf(view),
    body: [
      ...head(view),
      banner(bannerStyles[escalation.state], lines),
      buildFacts(view),
      ...buttonRows(buildActions(view)),
      ...buttonRows([openUrl(words.buttons.openCustomer, record.customerUrl)]),
    ],
  };
}

const bannerStyles = {
  open: 'attention',
  taken_over: 'accent',
  asked_back: 'warning',
  decided: 'good',
  stopped: 'emphasis',
} as const;
const statusColours = {
  open: 'Attention',
  taken_over: 'Accent',
  asked_back: 'Warning',
  decided: 'Good',
  stopped: 'Default',
} as const;

function head({ record, escalation, format }: View): Json[] {
  const { complaint } = record;
  const { words } = format;
  const rating = complaint.rating && `${complaint.rating.letter}${complaint.rating.digit}`;
  const about = [plainText(complaint.customer.name, 120), rating, complaint.number].filter(Boolean);
  return [
    headLine(
      text(words.escalation(escalation.level, escalation.levels), { size: 'Small', isSubtle: true }),
      text(words.status[escalation.state], {
        size: 'Small',
        weight: 'Bolder',
        color: statusColours[escalation.state],
        wrap: false,
      }),
    ),
    text(plainText(complaint.title, 150), {
      size: 'Large',
      weight: 'Bolder',
      spacing: 'Small',
      style: 'heading',
    }),
    text(about.join(', '), { spacing: 'None', isSubtle: true }),
  ];
}

function bannerLines(view: View): string[] {
  const { escalation } = view;
  if (isOver(escalation)) return endLines(view);
  if (escalation.state === 'taken_over') return takenOverLines(view);
  return escalation.state === 'asked_back' ? questionLines(view) : openLines(view);
}

function openLines({ record, escalation, format, isTurn }: View): string[] {
  const { words } = format;
  const { decideBy, minutesLeft } = record;
  if (decideBy === null) return [words.decisionMissing];
  const until = format.until(decideBy);
  const isLate = new Date(decideBy) < new Date(record.now);
  const left =
    minutesLeft === null ? '' : words.timeLeft(format.duration(Math.max(0, minutesLeft), 'coarse'));
  const time = isLate ? words.overdueSince(until) : left;
  const hasDeputy = escalation.deputy !== null && escalation.deputyAt !== null && !isLate;
  const next = isTurn ? words.thenYourDeputy : words.thenDeputy;
  const deputy = hasDeputy && escalation.deputy ? next(plainText(escalation.deputy.name, 80)) : '';
  return [isTurn ? words.yourDecision(until) : words.theDecision(until), `${time} ${deputy}`.trim()];
}

function takenOverLines({ record, escalation, format, isTurn }: View): string[] {
  const { words } = format;
  const first = isTurn ? words.youTookOver : words.takenOverBy(nameOf(escalation, words.nobody));
  const { firstAnswer } = record.complaint;
  return [first, firstAnswer ? capital(words.answerUntil(format.until(firstAnswer.at))) : ''];
}

function questionLines({ escalation, format, isTurn }: View): string[] {
  const { words } = format;
  const first = isTurn ? words.questionToYou : words.questionTo(nameOf(escalation, words.nobody));
  return [first, plainText(escalation.question ?? '')];
}

function endLines({ record, escalation, format }: View): string[] {
  const { words } = format;
  const { decision } = escalation;
  if (decision === null) return [words.status[escalation.state]];
  const by = plainText(decision.by.name, 80);
  const first = escalation.state === 'decided' ? words.decidedBy(by) : words.stoppedBy(by);
  return [first, [format.moment(decision.at), distance(record, format)].filter(Boolean).join(', ')];
}

function distance({ minutesBeforeDeadline: minutes }: EscalationCardRecord, format: Format): string {
  if (minutes === null) return '';
  const time = format.duration(Math.abs(minutes));
  return minutes < 0 ? format.words.afterDeadline(time) : format.words.beforeDeadline(time);
}

function refreshOf({ record, escalation }: View): Json {
  if (isOver(escalation)) return {};
  const data = { complaintId: record.complaint.id };
  const action = { type: 'Action.Execute', verb: showVerb, data };
  const { viewerTeamsIds } = record;
  return { refresh: { action, ...(viewerTeamsIds.length > 0 ? { userIds: [...viewerTeamsIds] } : {}) } };
}

/** For clients without cards, and read aloud. */
function summary({ record, escalation, format }: View, lines: readonly string[]): string {
  const { complaint } = record;
  const state = lines.filter(Boolean).join('. ');
  const turn = escalation.turn ? ` ${format.words.turnIs(plainText(escalation.turn.name, 80))}` : '';
  const sentence = `${format.words.fallback(complaint.number, plainText(complaint.customer.name, 120), state)}`;
  return `${sentence.replace(/\.?$/, '.')}${turn}`;
}

function nameOf(escalation: Escalation, otherwise: string): string {
  return escalation.turn ? plainText(escalation.turn.name, 80) : otherwise;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
