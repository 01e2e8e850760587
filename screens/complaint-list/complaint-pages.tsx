// Complaints as rows by deadline, page by page.
import { Button } from '@fluentui/react-components';
import { CommentError20Regular } from '@fluentui/react-icons';
import { useState, type ReactElement } from 'react';
import { listComplaints, type Complaint } from '#contract/complaint.ts';
import type { Input } from '#contract/endpoint.ts';
import { dueOf } from '../cockpit/open-rows.ts';
import type { Format } from '../format.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { useWideMessages, type WideMessages } from '../messages/wide-messages.ts';
import { markedName } from '../ui/customer-marks.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';

type ComplaintPagesProps = {
  query: Input<typeof listComplaints>;
  showsCustomer: boolean;
  onOpen: (complaintId: string) => void;
  /** What stands there when there is none. */
  empty: ReactElement;
};

export function ComplaintPages({ query, showsCustomer, onOpen, empty }: ComplaintPagesProps) {
  const words = useWideMessages().customerPage.complaintList;
  const state = useReply(listComplaints, query);
  const [showsNext, setShowsNext] = useState(false);
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={5} />}>
      {({ items, nextCursor }) => (
        <>
          {items.length === 0 && query.cursor === undefined && empty}
          <Rows>
            {items.map((complaint) => (
              <ComplaintRow
                key={complaint.id}
                complaint={complaint}
                showsCustomer={showsCustomer}
                onOpen={() => onOpen(complaint.id)}
              />
            ))}
          </Rows>
          {nextCursor !== null && !showsNext && (
            <Button appearance="subtle" onClick={() => setShowsNext(true)}>
              {words.more}
            </Button>
          )}
          {nextCursor !== null && showsNext && (
            <ComplaintPages
              query={{ ...query, cursor: nextCursor }}
              showsCustomer={showsCustomer}
              onOpen={onOpen}
              empty={empty}
            />
          )}
        </>
      )}
    </Loaded>
  );
}

type ComplaintRowProps = { complaint: Complaint; showsCustomer: boolean; onOpen: () => void };

function ComplaintRow({ complaint, showsCustomer, onOpen }: ComplaintRowProps) {
  const messages = useMessages();
  const format = useFormat();
  const words = useWideMessages().customerPage.complaintList;
  const detail = [
    complaint.number,
    showsCustomer ? markedName(complaint.customer, messages) : null,
    complaintWords(messages).states[complaint.state],
    complaint.escalation?.turn
      ? words.escalated(complaint.escalation.turn.name)
      : words.owner(complaint.owner.name),
    complaint.satisfaction &&
      complaintWords(messages).detail.satisfied(format.number(complaint.satisfaction.score)),
  ];
  return (
    <Row
      icon={<CommentError20Regular />}
      title={complaint.title}
      detail={detail.filter(Boolean).join(' · ')}
      {...rightSide(complaint, words, messages, format)}
      onOpen={onOpen}
    />
  );
}

function rightSide(
  complaint: Complaint,
  words: WideMessages['customerPage']['complaintList'],
  messages: Messages,
  format: Format,
) {
  if (complaint.closedAt !== null) return { right: format.date(complaint.closedAt), isRightQuiet: true };
  const due = dueOf(complaint);
  if (due === null) return { right: words.noDeadline, isRightQuiet: true };
  if (complaint.pause !== null) {
    const { untilOn } = complaint.pause;
    return {
      right: format.relativeDay(untilOn),
      rightDetail: messages.cockpit.open.waiting,
      isRightQuiet: true,
    };
  }
  const tone = complaint.warning === null ? ('neutral' as const) : ('warning' as const);
  return {
    right: format.relativeDay(due.at),
    rightDetail: due.missed ? messages.cockpit.open.missed : format.time(due.at),
    rightTone: due.missed ? ('danger' as const) : tone,
  };
}
