// What is open at a customer, as rows in order of time: complaints, follow-ups, quotes, then open items. Pure.
import type { Cockpit, Quote } from '#contract/cockpit.ts';
import type { Complaint, Deadline } from '#contract/complaint.ts';
import type { FollowUp } from '#contract/follow-up.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages/use-messages.ts';
import type { RowTone } from '../ui/row.tsx';

export interface OpenRow {
  key: string;
  kind: 'complaint' | 'follow_up' | 'quote' | 'open_items';
  title: string;
  detail: string;
  right: string;
  rightDetail?: string;
  rightTone?: RowTone;
  complaint?: Complaint;
  followUp?: FollowUp;
  sortBy: string;
}

/** How soon a quote's end is shown as days left instead of a date. */
const soonDays = 14;
const atTheEnd = '9999-12-31';

/** The deadline that counts now: the first answer until it was given, then the resolution. */
export function dueOf(complaint: Complaint): Deadline | null {
  return complaint.answeredAt === null
    ? (complaint.firstAnswer ?? complaint.resolution)
    : complaint.resolution;
}

/** Every open thing, soonest first; open items only for those who see figures. */
export function openRows(
  cockpit: Cockpit,
  userId: string | null,
  messages: Messages,
  format: Format,
): OpenRow[] {
  const rows = [
    ...cockpit.complaints
      .filter((complaint) => complaint.state !== 'closed')
      .map((complaint) => complaintRow(complaint, messages, format)),
    ...cockpit.followUps
      .filter((followUp) => followUp.completedAt === null)
      .map((followUp) => followUpRow(followUp, userId, messages, format)),
    ...cockpit.quotes
      .filter((quote) => quote.state === 'open')
      .map((quote) => quoteRow(quote, messages, format)),
    ...openItemsRow(cockpit, messages, format),
  ];
  return rows.sort((a, b) => a.sortBy.localeCompare(b.sortBy));
}

function complaintRow(complaint: Complaint, messages: Messages, format: Format): OpenRow {
  const words = messages.cockpit.open;
  const due = dueOf(complaint);
  const base = {
    key: complaint.id,
    kind: 'complaint' as const,
    title: complaint.title,
    detail: complaint.escalation?.decision
      ? words.decided(complaint.escalation.decision.by.name)
      : words.complaint(complaint.owner.name),
    complaint,
  };
  if (due === null) return { ...base, right: '', sortBy: format.today() };
  if (complaint.pause !== null) {
    const { untilOn } = complaint.pause;
    const rightDetail = words.waiting;
    return { ...base, right: format.relativeDay(untilOn), rightDetail, sortBy: untilOn };
  }
  return {
    ...base,
    right: format.relativeDay(due.at),
    rightDetail: due.missed ? words.missed : format.time(due.at),
    rightTone: due.missed ? 'danger' : complaint.warning === null ? 'neutral' : 'warning',
    sortBy: due.at,
  };
}

function followUpRow(followUp: FollowUp, userId: string | null, messages: Messages, format: Format): OpenRow {
  const words = messages.cockpit.open;
  const isMine = followUp.owner.id === userId;
  const relative = format.relativeDay(followUp.dueOn);
  const isOverdue = format.daysFromToday(followUp.dueOn) < 0;
  const plain = format.weekdayDate(followUp.dueOn);
  const rightDetail = isOverdue ? words.missed : relative === plain ? null : plain;
  return {
    key: followUp.id,
    kind: 'follow_up',
    title: followUp.title,
    detail: isMine
      ? words.followUp(messages.followUp.transferShort[followUp.toDo.state])
      : words.followUpOf(followUp.owner.name),
    right: relative,
    ...(rightDetail === null ? {} : { rightDetail }),
    rightTone: isOverdue ? 'danger' : 'neutral',
    followUp,
    sortBy: `${followUp.dueOn}T23:59`,
  };
}

function quoteRow(quote: Quote, messages: Messages, format: Format): OpenRow {
  const words = messages.cockpit.open;
  return {
    key: quote.id,
    kind: 'quote',
    title: quote.title,
    detail:
      quote.chancePercent === null ? words.quote : words.quoteChance(format.percent(quote.chancePercent)),
    right: format.wholeEuro(quote.totalCents),
    ...(quote.validUntil === null ? {} : { rightDetail: validityOf(quote.validUntil, messages, format) }),
    sortBy: `${quote.validUntil ?? atTheEnd}T23:59:30`,
  };
}

function validityOf(day: string, messages: Messages, format: Format): string {
  const words = messages.cockpit.open;
  const left = format.daysFromToday(day);
  if (left < 0) return words.expired;
  if (left === 0) return words.expiresToday;
  if (left === 1) return words.oneDayLeft;
  return left <= soonDays ? words.daysLeft(format.number(left)) : words.until(format.shortDate(day));
}

function openItemsRow({ openItems, revenue }: Cockpit, messages: Messages, format: Format): OpenRow[] {
  if (revenue === null || openItems.count === 0) return [];
  const words = messages.cockpit.open;
  const isOverdue = openItems.overdueCents > 0;
  return [
    {
      key: 'open-items',
      kind: 'open_items',
      title: words.openItems,
      detail: openItems.termDays === null ? '' : words.terms(format.number(openItems.termDays)),
      right: format.wholeEuro(openItems.totalCents),
      rightDetail: isOverdue ? words.overdue(format.wholeEuro(openItems.overdueCents)) : words.nothingOverdue,
      rightTone: isOverdue ? 'danger' : 'neutral',
      sortBy: `${atTheEnd}Z`,
    },
  ];
}
