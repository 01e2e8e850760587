// Deadlines and details of a complaint.
import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import type { Complaint, ComplaintPause, Deadline } from '#contract/complaint.ts';
import type { Format } from '../format.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import type { ComplaintWords } from '../messages/complaint-words.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { Facts, type Fact } from '../ui/facts.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';

export function ComplaintFacts({ complaint }: { complaint: Complaint }) {
  const messages = useMessages();
  const format = useFormat();
  const words = complaintWords(messages).detail;
  const deadlines = deadlineFacts(complaint, messages, format);
  return (
    <>
      {complaint.pause && <PauseNote pause={complaint.pause} />}
      {deadlines.length > 0 && (
        <Section title={words.deadlines}>
          <Facts facts={deadlines} />
        </Section>
      )}
      <Section title={words.facts}>
        <Facts facts={detailFacts(complaint, messages, format)} />
      </Section>
    </>
  );
}

/** None once it is closed, unless it was paused. */
function deadlineFacts(complaint: Complaint, messages: Messages, format: Format): Fact[] {
  const words = complaintWords(messages).detail;
  const answered = complaint.answeredAt && words.answeredAt(format.moment(complaint.answeredAt));
  const closed = complaint.closedAt && words.closedAt(format.moment(complaint.closedAt));
  const reader = { messages, format, isPaused: complaint.pause !== null };
  return [
    ...deadlineFact(words.firstAnswer, complaint.firstAnswer, answered, {
      ...reader,
      isNear: complaint.warning === 'first_answer',
    }),
    ...deadlineFact(words.resolution, complaint.resolution, closed, {
      ...reader,
      isNear: complaint.warning === 'resolution',
    }),
    ...pausedFact(complaint, complaintWords(messages), format),
  ];
}

/** What one waits for, and until when at the latest. */
function PauseNote({ pause }: { pause: ComplaintPause }) {
  const styles = useStyles();
  const format = useFormat();
  const words = complaintWords(useMessages()).detail;
  const since = format.moment(pause.since);
  const day = format.date(pause.untilOn);
  const when = pause.by ? words.waitsSinceBy(since, pause.by.name, day) : words.waitsSince(since, day);
  return (
    <div className={styles.note}>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.waits}</MessageBarTitle>
          {pause.reason === '' ? when : `${words.waitsFor(pause.reason)}. ${when}`}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}

/** How long the deadlines have stood still so far. */
function pausedFact({ pausedMinutes }: Complaint, words: ComplaintWords, format: Format): Fact[] {
  if (pausedMinutes === 0) return [];
  const { paused, pausedFor } = words.detail;
  return [{ name: paused, value: pausedFor(format.workingTime(pausedMinutes)) }];
}

function ownerFact({ owner, ownerIsGone }: Complaint, words: ComplaintWords): Fact {
  const fact = { name: words.intake.owner, value: owner.name };
  return ownerIsGone ? { ...fact, detail: words.detail.ownerGone, isDanger: true } : fact;
}

/** When somebody looks at it again; what passed or is missing stands out. */
function nextDayFact({ state, nextOn }: Complaint, words: ComplaintWords, format: Format): Fact[] {
  if (state === 'closed') return [];
  const name = words.detail.nextOn;
  if (nextOn === null) return [{ name, value: words.detail.noNextOn, isDanger: true }];
  const fact = { name, value: format.date(nextOn) };
  return [nextOn < format.today() ? { ...fact, detail: words.detail.nextOnPassed, isDanger: true } : fact];
}

/** One that came back deserves more care. */
function reopenedFact({ reopenedCount }: Complaint, words: ComplaintWords, format: Format): Fact[] {
  if (reopenedCount === 0) return [];
  return [{ name: words.detail.reopened, value: words.detail.times(format.number(reopenedCount)) }];
}

type Reader = { messages: Messages; format: Format; isPaused: boolean; isNear: boolean };

function deadlineFact(
  name: string,
  deadline: Deadline | null,
  met: string | null,
  { messages, format, isPaused, isNear }: Reader,
): Fact[] {
  if (deadline === null) return [];
  const words = complaintWords(messages).detail;
  if (met !== null) return [{ name, value: format.moment(deadline.at), detail: met }];
  const rest = format.workingTime(deadline.workingMinutesLeft);
  const running = isNear ? words.leftSoon(rest) : words.left(rest);
  const left = isPaused ? words.rests(rest) : running;
  return [
    {
      name,
      value: format.moment(deadline.at),
      detail: deadline.missed ? words.missed : left,
      isDanger: deadline.missed,
    },
  ];
}

function detailFacts(complaint: Complaint, messages: Messages, format: Format): Fact[] {
  const words = complaintWords(messages);
  const { order, proposal, proposedGoodwillCents, outcome } = complaint;
  return [
    { name: words.intake.severity, value: words.severities[complaint.severity] },
    { name: words.intake.category, value: words.categories[complaint.category] },
    ...(order ? [{ name: words.detail.order, value: order.number, detail: order.summary }] : []),
    ownerFact(complaint, words),
    ...nextDayFact(complaint, words, format),
    ...(complaint.location ? [{ name: words.detail.location, value: complaint.location.name }] : []),
    { name: words.detail.received, value: format.moment(complaint.receivedAt) },
    ...reopenedFact(complaint, words, format),
    ...(proposal === null
      ? []
      : [
          {
            name: words.detail.proposal,
            value: proposal,
            ...(proposedGoodwillCents === null
              ? {}
              : { detail: words.detail.goodwill(format.euro(proposedGoodwillCents)) }),
          },
        ]),
    ...(outcome === null || outcome === '' ? [] : [{ name: words.detail.outcome, value: outcome }]),
  ];
}

const useStyles = makeStyles({
  note: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}` },
});
