// What burns, as a title and a line of reason, in the reader's language.
import type { Warning } from '#contract/cockpit.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages/use-messages.ts';

export interface WarningText {
  title: string;
  text: string;
}
type Of<K extends Warning['kind']> = Extract<Warning, { kind: K }>;

/** The sentence pair of one warning. */
export function warningText(warning: Warning, messages: Messages, format: Format): WarningText {
  switch (warning.kind) {
    case 'complaint_deadline':
      return deadlineText(warning, messages, format);
    case 'overdue_payment':
      return paymentText(warning, messages, format);
    case 'quote_expiring':
      return {
        title: messages.cockpit.warnings.quoteExpiring(format.relativeDay(warning.validUntil)),
        text: `${warning.title}, ${format.wholeEuro(warning.totalCents)}`,
      };
    case 'dormant':
      return {
        title: messages.cockpit.warnings.dormant(format.number(warning.silentDays)),
        text: messages.cockpit.warnings.dormantReason(
          format.number(warning.usualDays),
          format.date(warning.lastOrderOn),
        ),
      };
    case 'blocked':
      return {
        title: messages.cockpit.warnings.blocked,
        text:
          warning.reason === null
            ? messages.cockpit.warnings.blockedSince(format.date(warning.since))
            : messages.cockpit.warnings.blockedReason(warning.reason, format.date(warning.since)),
      };
    case 'objection':
      return {
        title: messages.cockpit.warnings.objection(messages.cockpit.channels[warning.channel]),
        text: messages.cockpit.warnings.objectionReason(warning.contactName, format.date(warning.since)),
      };
  }
}

function deadlineText(warning: Of<'complaint_deadline'>, messages: Messages, format: Format): WarningText {
  const words = messages.cockpit.warnings;
  const moment = format.moment(warning.at);
  const isAnswer = warning.step === 'first_answer';
  if (warning.missed) {
    return {
      title: isAnswer ? words.firstAnswerMissed(moment) : words.resolutionMissed(moment),
      text: words.missed(warning.number),
    };
  }
  return {
    title: isAnswer ? words.firstAnswerBy(moment) : words.resolutionBy(moment),
    text: words.workingTimeLeft(warning.number, format.workingTime(warning.workingMinutesLeft)),
  };
}

function paymentText(warning: Of<'overdue_payment'>, messages: Messages, format: Format): WarningText {
  const words = messages.cockpit.warnings;
  const euro = format.wholeEuro(warning.overdueCents);
  return {
    title: warning.days === 1 ? words.overdueOneDay(euro) : words.overdue(euro, format.number(warning.days)),
    text:
      warning.reminderOn === null
        ? words.invoice(warning.invoiceNumber)
        : words.invoiceReminder(warning.invoiceNumber, format.shortDate(warning.reminderOn)),
  };
}
