// Complaints of the customer that are open already, above the form: perhaps this mail belongs to one of them.
import { CommentError20Regular } from '@fluentui/react-icons';
import type { ComplaintDraft } from '#contract/complaint.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Row, Rows } from '../ui/row.tsx';

type OpenComplaintsProps = {
  complaints: ComplaintDraft['openComplaints'];
  onOpen: (complaintId: string) => void;
};

export function OpenComplaints({ complaints, onOpen }: OpenComplaintsProps) {
  const messages = useMessages();
  return (
    <Rows label={complaintWords(messages).intake.alreadyOpen}>
      {complaints.map((complaint) => (
        <Row
          key={complaint.id}
          icon={<CommentError20Regular />}
          title={complaint.title}
          detail={`${complaintWords(messages).intake.alreadyOpen}, ${complaint.number}`}
          onOpen={() => onOpen(complaint.id)}
        />
      ))}
    </Rows>
  );
}
