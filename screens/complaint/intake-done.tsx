// The complaint is recorded: its number, who does what until when, and the reply draft.
import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { Alert20Regular, Clock20Regular, Mail20Regular, MailCheckmark20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { Complaint } from '#contract/complaint.ts';
import type { GoTo } from '../cockpit/place.ts';
import { createFormat } from '../format.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import { messagesOf, useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { View } from '../ui/view.tsx';
import { useFormat } from '../use-format.ts';
import { useFrame } from '../use-frame.ts';
import { confirmationHtml } from './confirmation.ts';
import type { IntakeTarget } from './intake-screen.tsx';

type IntakeDoneProps = IntakeTarget & {
  complaint: Complaint;
  isConfirmed: boolean;
  onBack: () => void;
  onGoTo: GoTo;
  onReplyWith?: ((html: string) => Promise<void>) | undefined;
};

export function IntakeDone(props: IntakeDoneProps) {
  const { complaint, onBack, onGoTo } = props;
  const styles = useStyles();
  const messages = useMessages();
  const words = complaintWords(messages).done;
  const reply = useConfirmation(props);
  return (
    <View
      title={complaint.number}
      onBack={onBack}
      foot={
        <ActionBar
          label={words.nextSteps}
          isForm
          primary={{
            id: 'open-complaint',
            label: words.open,
            onPress: () => onGoTo({ kind: 'complaint', complaintId: complaint.id }),
          }}
          secondary={[{ id: 'to-customer', label: words.toCustomer, onPress: onBack }]}
        />
      }
    >
      <div className={styles.bar}>
        <MessageBar intent="success" layout="multiline" politeness="assertive">
          <MessageBarBody>
            <MessageBarTitle className={styles.title}>{words.title(complaint.number)}</MessageBarTitle>
            {complaint.title}
          </MessageBarBody>
        </MessageBar>
      </div>
      <NextSteps complaint={complaint} reply={reply} />
    </View>
  );
}

type ReplyState = 'none' | 'opening' | 'opened' | 'failed';

/** Opens the draft once; the complaint stands whether or not it worked. */
function useConfirmation(props: IntakeDoneProps): ReplyState {
  const { complaint, isConfirmed, contact, onReplyWith } = props;
  const { language: own, clock } = useFrame();
  const [state, setState] = useState<ReplyState>(isConfirmed && onReplyWith ? 'opening' : 'none');
  const isAsked = useRef(false);
  const language = contact?.language ?? own;
  const recipientName = recipientOf(props);
  useEffect(() => {
    if (!isConfirmed || !onReplyWith || isAsked.current) return;
    isAsked.current = true;
    const format = createFormat(language, clock.now());
    onReplyWith(confirmationHtml({ complaint, recipientName, messages: messagesOf(language), format })).then(
      () => setState('opened'),
      () => setState('failed'),
    );
  }, [clock, complaint, isConfirmed, language, onReplyWith, recipientName]);
  return state;
}

function recipientOf({ contact, mail }: IntakeDoneProps): string {
  return contact?.name ?? (mail?.from.name || (mail?.from.address ?? ''));
}

function NextSteps({ complaint, reply }: { complaint: Complaint; reply: ReplyState }) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const words = complaintWords(messages).done;
  const { firstAnswer, escalation } = complaint;
  return (
    <Section title={words.nextSteps}>
      <Rows>
        <Row
          icon={<Clock20Regular />}
          title={words.answer(complaint.owner.name)}
          detail={
            firstAnswer ? complaintWords(messages).deadline.firstAnswerBy(format.moment(firstAnswer.at)) : ''
          }
        />
        {escalation?.turn && (
          <Row
            icon={<Alert20Regular />}
            title={words.escalated(escalation.turn.name)}
            detail={complaintWords(messages).cards[escalation.card]}
          />
        )}
        {complaint.activityId !== null && <Row icon={<MailCheckmark20Regular />} title={words.logged} />}
        {reply === 'opened' && <Row icon={<Mail20Regular />} title={words.draftOpened} />}
      </Rows>
      {reply === 'failed' && (
        <p role="alert" className={styles.failed}>
          {words.draftFailed}
        </p>
      )}
    </Section>
  );
}

const useStyles = makeStyles({
  bar: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  title: { display: 'block' },
  failed: { margin: 0, color: tokens.colorStatusDangerForeground3 },
});
