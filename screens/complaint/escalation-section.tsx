// The escalation of a complaint: why, since when, whose turn; and the moves of the person whose turn it is.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { moveEscalation, type Complaint, type Escalation } from '#contract/complaint.ts';
import type { Format } from '../format.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Section } from '../ui/section.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { useFormat } from '../use-format.ts';
import { useSend } from '../use-send.ts';
import { MoveForm, type MoveAnswers, type MoveNeeds } from './move-form.tsx';

type EscalationSectionProps = { complaint: Complaint; escalation: Escalation };
type Move = Escalation['moves'][number];

export function EscalationSection({ complaint, escalation }: EscalationSectionProps) {
  const styles = useStyles();
  const messages = useMessages();
  const format = useFormat();
  const words = complaintWords(messages);
  return (
    <Section title={words.detail.escalation} aside={words.escalationStates[escalation.state]}>
      {escalationLines(escalation, messages, format).map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
      <EscalationMoves key={escalation.state} complaint={complaint} escalation={escalation} />
    </Section>
  );
}

/** Why, since when, whose turn, what is asked or decided. */
function escalationLines(escalation: Escalation, messages: Messages, format: Format): string[] {
  const words = complaintWords(messages);
  const { turn, deputy, deputyAt, decision, question } = escalation;
  const raised = format.moment(escalation.raisedAt);
  return [
    `${words.escalationReasons[escalation.reason]}, ${raised}`,
    turn === null
      ? null
      : `${words.detail.turn(turn.name)} (${words.detail.level(format.number(escalation.level), format.number(escalation.levels))})`,
    deputy === null || deputyAt === null ? null : words.detail.deputy(deputy.name, format.moment(deputyAt)),
    question === null || escalation.state !== 'asked_back' ? null : words.detail.question(question),
    decision === null ? null : words.detail.decidedBy(decision.by.name, format.moment(decision.at)),
    ...(decision === null ? [] : decisionLines(decision, messages, format)),
    turn === null ? null : words.cards[escalation.card],
  ].filter((line): line is string => line !== null && line !== '');
}

function decisionLines(
  { text, goodwillCents }: NonNullable<Escalation['decision']>,
  messages: Messages,
  format: Format,
): string[] {
  if (goodwillCents === null) return [text];
  return [text, complaintWords(messages).detail.goodwill(format.euro(goodwillCents))];
}

function needsOf(messages: Messages): Record<Move, MoveNeeds | null> {
  const words = complaintWords(messages).move;
  return {
    take_over: null,
    approve: null,
    delegate: null,
    assign: { asksPerson: true },
    ask_back: { text: { label: words.question, isRequired: true } },
    reply: { text: { label: words.reply, isRequired: true } },
    decide: { text: { label: words.decision, isRequired: true }, asksGoodwill: true },
    extend: { text: { label: words.reason, isRequired: true }, asksHours: true },
    stop: { text: { label: words.reason, isRequired: false } },
  };
}

/** The same button twice acts once: one key per attempt, kept until it succeeded. */
function EscalationMoves({ complaint, escalation }: EscalationSectionProps) {
  const styles = useStyles();
  const messages = useMessages();
  const notify = useNotify();
  const words = complaintWords(messages);
  const [asked, setAsked] = useState<Move | null>(null);
  const dedupeKey = useRef<string | null>(null);
  const { send, isSending, error } = useSend(moveEscalation, {
    onDone: ({ acted }) => {
      dedupeKey.current = null;
      setAsked(null);
      if (!acted) notify({ title: words.detail.alreadyActed, intent: 'info' });
    },
  });
  const needs = needsOf(messages);
  const go = (move: Move, answers: Partial<MoveAnswers> = {}) => {
    dedupeKey.current ??= crypto.randomUUID();
    send({ id: complaint.id, move, dedupeKey: dedupeKey.current, ...answers });
  };
  if (escalation.moves.length === 0) return null;
  return (
    <>
      {error && !isSending && <ErrorNote error={error} title={words.detail.moveFailed} />}
      {asked === null ? (
        <div className={styles.moves}>
          {escalation.moves.map((move) => (
            <Button
              key={move}
              size="small"
              disabledFocusable={isSending}
              onClick={() => (needs[move] === null ? go(move) : setAsked(move))}
            >
              {words.escalationMoves[move]}
            </Button>
          ))}
        </div>
      ) : (
        <MoveForm
          title={words.escalationMoves[asked]}
          needs={needs[asked] ?? {}}
          isSending={isSending}
          onSubmit={({ untilOn: _day, ...answers }) => go(asked, answers)}
          onCancel={() => setAsked(null)}
        />
      )}
    </>
  );
}

const useStyles = makeStyles({
  line: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  moves: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    paddingTop: tokens.spacingVerticalS,
  },
});
