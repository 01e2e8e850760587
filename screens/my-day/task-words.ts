// What a task of "Mein Tag" says: what to do, why, and until when. Pure; the order comes from the server.
import type { DayTask } from '#contract/day.ts';
import type { Rating } from '#contract/customer.ts';
import type { Format } from '../format.ts';
import type { WideMessages } from '../messages/wide-messages.ts';

export interface TaskWords {
  title: string;
  reason: string;
  when: string;
  whenDetail: string;
  /** A deadline or money is being lost. */
  isUrgent: boolean;
}
type Of<K extends DayTask['kind']> = Extract<DayTask, { kind: K }>;
type Words = WideMessages['myDay'];

const daysShownAsWeeks = 21;

/** The words of one task in the reader's language. */
export function taskWords(task: DayTask, words: Words, format: Format): TaskWords {
  switch (task.kind) {
    case 'escalation':
      return {
        title: words.titles.escalation(task.complaint.title),
        reason: withRating(words.reasons.complaintNumber(task.complaint.number), task.rating, words),
        ...momentOf(task.dueAt, words, format),
      };
    case 'goodwill':
      return {
        title: words.titles.goodwill(format.euro(task.cents)),
        reason: withRating(words.reasons.goodwill(task.askedBy, task.complaint.number), task.rating, words),
        ...momentOf(task.dueAt, words, format),
      };
    case 'complaint':
      return complaintWords(task, words, format);
    case 'follow_up':
      return followUpWords(task, words, format);
    case 'quote':
      return quoteWords(task, words, format);
    case 'dormant':
      return {
        title: words.titles.dormant,
        reason: words.reasons.dormant(
          span(task.usualDays, words, format),
          span(task.silentDays, words, format),
        ),
        ...dayOfTask(task.dueAt, words, format),
        isUrgent: false,
      };
    case 'payment':
      return {
        title: words.titles.payment,
        reason:
          task.days === 1
            ? words.reasons.paymentOneDay(format.euro(task.overdueCents))
            : words.reasons.payment(format.euro(task.overdueCents), format.number(task.days)),
        ...dayOfTask(task.dueAt, words, format),
        isUrgent: false,
      };
  }
}

function complaintWords(
  { complaint, rating, dueAt }: Of<'complaint'>,
  words: Words,
  format: Format,
): TaskWords {
  const isFirstAnswer = complaint.answeredAt === null && complaint.firstAnswer !== null;
  const deadline = isFirstAnswer ? complaint.firstAnswer : complaint.resolution;
  const title = isFirstAnswer ? words.titles.firstAnswer : words.titles.resolution(complaint.title);
  if (deadline === null) {
    const reason = withRating(words.reasons.complaintNumber(complaint.number), rating, words);
    return { title, reason, ...dayOfTask(dueAt, words, format), isUrgent: false };
  }
  if (complaint.pause !== null) {
    const reason = withRating(words.reasons.waiting, rating, words);
    return { title, reason, ...dayOfTask(complaint.pause.untilOn, words, format), isUrgent: false };
  }
  const rest = format.workingTime(deadline.workingMinutesLeft);
  const reason = lackOf(complaint, words, format) ?? dueReason(deadline, rest, words);
  return {
    title,
    reason: withRating(reason, rating, words),
    ...momentOf(deadline.at, words, format),
    ...(deadline.missed || format.daysFromToday(deadline.at) !== 0 ? {} : { whenDetail: words.left(rest) }),
    isUrgent: deadline.missed || format.daysFromToday(deadline.at) === 0,
  };
}

function dueReason({ missed }: { missed: boolean }, rest: string, { reasons }: Words): string {
  return missed ? reasons.missed : reasons.deadline(rest);
}

/** What an open complaint must never lack: somebody who works on it, and a day. */
function lackOf(complaint: Of<'complaint'>['complaint'], words: Words, format: Format): string | null {
  if (complaint.ownerIsGone) return words.reasons.ownerGone(complaint.owner.name);
  const { nextOn } = complaint;
  return nextOn === null || nextOn < format.today() ? words.reasons.noNextDay : null;
}

function followUpWords({ followUp, source }: Of<'follow_up'>, words: Words, format: Format): TaskWords {
  const { reasons } = words;
  const reason =
    followUp.complaintId !== null
      ? reasons.followUpOfComplaint
      : source !== null
        ? reasons.followUpOf(source.kind, format.shortDate(source.occurredAt))
        : followUp.mailLink !== null
          ? reasons.followUpOfMail
          : reasons.followUp;
  return { title: followUp.title, reason, ...dayOfTask(followUp.dueOn, words, format) };
}

function quoteWords({ quote }: Of<'quote'>, words: Words, format: Format): TaskWords {
  const euro = format.euro(quote.totalCents);
  const reason = quoteReason(quote.validUntil, euro, words, format);
  return {
    title: words.titles.quote(quote.title),
    reason:
      quote.chancePercent === null
        ? reason
        : words.reasons.chance(reason, format.percent(quote.chancePercent)),
    when: quote.validUntil === null ? '' : format.relativeDay(quote.validUntil),
    whenDetail: quote.validUntil === null ? '' : words.expiry,
    isUrgent: false,
  };
}

function quoteReason(validUntil: string | null, euro: string, words: Words, format: Format): string {
  if (validUntil === null) return words.reasons.quoteOpen(euro);
  if (format.daysFromToday(validUntil) < 0) return words.reasons.quoteExpired(euro);
  return words.reasons.quoteExpires(lowerFirst(format.relativeDay(validUntil)), euro);
}

/** "heute" and "morgen" in the middle of a sentence; dates such as "Fr 04.09." stay as they are. */
function lowerFirst(day: string): string {
  return /\d/.test(day) ? day : day.toLowerCase();
}

/** A point in time: today with the time, another day by its name. */
function momentOf(at: string, words: Words, format: Format): Omit<TaskWords, 'title' | 'reason'> {
  const days = format.daysFromToday(at);
  if (days === 0)
    return { when: format.time(at), whenDetail: lowerFirst(format.relativeDay(at)), isUrgent: true };
  if (days < 0) return { when: format.weekdayDate(at), whenDetail: words.overdue, isUrgent: true };
  return { when: format.relativeDay(at), whenDetail: format.time(at), isUrgent: false };
}

/** A day: the relative word first, the date second. */
function dayOfTask(at: string, words: Words, format: Format): Omit<TaskWords, 'title' | 'reason'> {
  const days = format.daysFromToday(at);
  if (days < 0) return { when: format.weekdayDate(at), whenDetail: words.overdue, isUrgent: true };
  const relative = format.relativeDay(at);
  const date = format.weekdayDate(at);
  return { when: relative, whenDetail: relative === date ? '' : date, isUrgent: false };
}

function withRating(reason: string, rating: Rating | null, words: Words): string {
  return rating === null ? reason : words.reasons.rated(reason, `${rating.letter}${rating.digit}`);
}

function span(days: number, words: Words, format: Format): string {
  return days < daysShownAsWeeks
    ? words.reasons.days(format.number(days))
    : words.reasons.weeks(format.number(Math.round(days / 7)));
}
