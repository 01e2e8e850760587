// Merging two customers: preview, choices, merge, and the way back.
import { useState } from 'react';
import type { DuplicatePair } from '#contract/duplicate.ts';
import { mergeCustomers, previewMerge, type CustomerMergeField, type Merge } from '#contract/merge.ts';
import { useDuplicateMessages } from '../messages/duplicate-messages.ts';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import { MergeDone } from './merge-done.tsx';
import { MergeForm } from './merge-form.tsx';
import { NoPreview } from './no-preview.tsx';
import { useSides } from './use-sides.ts';

type MergeViewProps = { pair: Pick<DuplicatePair, 'one' | 'other'>; onClose: () => void };

export function MergeView(props: MergeViewProps) {
  const [done, setDone] = useState<Merge | null>(null);
  if (done !== null) return <MergeDone merge={done} onClose={props.onClose} />;
  return <MergePreview {...props} onDone={setDone} />;
}

type MergePreviewProps = MergeViewProps & { onDone: (merge: Merge) => void };

function MergePreview({ pair, onDone, onClose }: MergePreviewProps) {
  const { merge: words } = useDuplicateMessages();
  const { ids, choices, choose, turn } = useSides<CustomerMergeField>(firstSides(pair));
  const { reply, error, reload } = useReply(previewMerge, ids);
  // a step: of two that are one by now no preview is to be asked for again
  const sending = useSend(mergeCustomers, { isStep: true, onDone: ({ merge }) => onDone(merge) });
  if (reply === null) {
    return error ? (
      <NoPreview title={words.title} error={error} onReload={reload} onClose={onClose} />
    ) : (
      <ViewSkeleton label={words.loading} />
    );
  }
  const { winner, loser } = reply;
  return (
    <MergeForm<CustomerMergeField>
      {...reply}
      title={words.title}
      winner={winner.name}
      loser={loser.name}
      choices={choices}
      onChoose={choose}
      isSending={sending.isSending}
      error={sending.error}
      onSubmit={() =>
        sending.send({ ...ids, winnerVersion: winner.version, loserVersion: loser.version, choices })
      }
      onSwap={() => {
        sending.reset();
        turn();
      }}
      onReload={() => {
        sending.reset();
        reload();
      }}
      onClose={onClose}
    />
  );
}

/** The one that the ERP knows stays unless somebody turns it round. */
function firstSides({ one, other }: MergeViewProps['pair']): { winnerId: string; loserId: string } {
  const isTurned = one.number === null && other.number !== null;
  return isTurned ? { winnerId: other.id, loserId: one.id } : { winnerId: one.id, loserId: other.id };
}
