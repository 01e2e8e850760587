// The moves open to the reader at the foot of a complaint; the server says which those are.
import { useState } from 'react';
import { moveComplaint, type Complaint } from '#contract/complaint.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useSend } from '../use-send.ts';
import { MoveForm, type MoveNeeds } from './move-form.tsx';

type Move = Complaint['moves'][number];
type ComplaintMovesProps = { complaint: Complaint; onReload: () => void };

/** The step that brings the complaint forward stands first. */
const order: readonly Move[] = ['resume', 'answer', 'close', 'start', 'pause', 'reopen'];

export function ComplaintMoves({ complaint, onReload }: ComplaintMovesProps) {
  const messages = useMessages();
  const words = complaintWords(messages);
  const [asked, setAsked] = useState<Move | null>(null);
  const { send, isSending, error, reset } = useSend(moveComplaint, { onDone: () => setAsked(null) });
  const moves = order.filter((move) => complaint.moves.includes(move));
  const needs: Partial<Record<Move, MoveNeeds>> = {
    answer: { text: { label: words.move.answerText, isRequired: false } },
    close: { text: { label: words.move.closeText, isRequired: true } },
    reopen: { text: { label: words.move.reopenText, isRequired: true } },
    pause: { text: { label: words.move.pauseText, isRequired: true }, asksDay: true },
  };
  const go = (move: Move, text = '', untilOn: string | null = null) =>
    send({ id: complaint.id, move, text, untilOn }, { ifMatch: complaint.version });
  const actions = moves.map((move) => ({
    id: `move-${move}`,
    label: words.moves[move],
    isBusy: isSending,
    onPress: () => (needs[move] ? setAsked(move) : go(move)),
  }));
  const problem = error && !isSending && (
    <ErrorNote
      error={error}
      title={words.detail.moveFailed}
      onRetry={() => {
        reset();
        onReload();
      }}
    />
  );
  if (asked !== null) {
    return (
      <>
        {problem}
        <MoveForm
          title={words.moves[asked]}
          needs={needs[asked] ?? {}}
          isSending={isSending}
          onSubmit={({ text, untilOn }) => go(asked, text, untilOn)}
          onCancel={() => setAsked(null)}
        />
      </>
    );
  }
  if (actions.length === 0 && !problem) return null;
  // what is closed is not meant to come back: that button is there, but not the one to press
  const isOver = moves[0] === 'reopen';
  const others = isOver ? actions : actions.slice(1);
  return (
    <ActionBar
      label={words.detail.facts}
      problem={problem}
      primary={isOver ? null : (actions[0] ?? null)}
      secondary={others.slice(0, 1)}
      menu={others.slice(1)}
    />
  );
}
