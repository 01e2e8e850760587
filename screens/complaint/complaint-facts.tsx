// Deadlines and details of a complaint.
import type { Complaint, Deadline } from '#contract/complaint.ts';
import type { Format } from '../format.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { Facts, type Fact } from '../ui/facts.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';

export function ComplaintFacts({ complaint }: { complaint: Complaint }) {
  const messages = useMessages();
  const format = useFormat();
  const words = messages.complaint.detail;
  const answered = complaint.answeredAt && words.answeredAt(format.moment(complaint.answeredAt));
  const closed = complaint.closedAt && words.closedAt(format.moment(complaint.closedAt));
  return (
    <>
      <Section title={words.deadlines}>
        <Facts
          facts={[
            ...deadlineFact(words.firstAnswer, complaint.firstAnswer, answered, { messages, format }),
            ...deadlineFact(words.resolution, complaint.resolution, closed, { messages, format }),
          ]}
        />
      </Section>
      <Section title={words.facts}>
        <Facts facts={detailFacts(complaint, messages, format)} />
      </Section>
    </>
  );
}

type Reader = { messages: Messages; format: Format };

function deadlineFact(
  name: string,
  deadline: Deadline | null,
  met: string | null,
  { messages, format }: Reader,
): Fact[] {
  if (deadline === null) return [];
  const words = messages.complaint.detail;
  if (met !== null) return [{ name, value: format.moment(deadline.at), detail: met }];
  return [
    {
      name,
      value: format.moment(deadline.at),
      detail: deadline.missed ? words.missed : words.left(format.workingTime(deadline.workingMinutesLeft)),
      isDanger: deadline.missed,
    },
  ];
}

function detailFacts(complaint: Complaint, messages: Messages, format: Format): Fact[] {
  const words = messages.complaint;
  const { order, proposal, proposedGoodwillCents, outcome } = complaint;
  return [
    { name: words.intake.severity, value: words.severities[complaint.severity] },
    { name: words.intake.category, value: words.categories[complaint.category] },
    ...(order ? [{ name: words.detail.order, value: order.number, detail: order.summary }] : []),
    { name: words.intake.owner, value: complaint.owner.name },
    { name: words.detail.received, value: format.moment(complaint.receivedAt) },
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
