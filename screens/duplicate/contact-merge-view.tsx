// Merging two contacts of one customer in the panel at the side: preview, choices, merge, and the way back.
import { useState } from 'react';
import { mergeContacts, previewContactMerge, type ContactMergeField, type Merge } from '#contract/merge.ts';
import { useDuplicateMessages } from '../messages/duplicate-messages.ts';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import { MergeDone } from './merge-done.tsx';
import { MergeForm } from './merge-form.tsx';
import { NoPreview } from './no-preview.tsx';
import { useSides } from './use-sides.ts';

type ContactMergeViewProps = { one: string; other: string; onClose: () => void };

export function ContactMergeView(props: ContactMergeViewProps) {
  const [done, setDone] = useState<Merge | null>(null);
  if (done !== null) return <MergeDone merge={done} onClose={props.onClose} />;
  return <ContactMergePreview {...props} onDone={setDone} />;
}

type PreviewProps = ContactMergeViewProps & { onDone: (merge: Merge) => void };

function ContactMergePreview({ one, other, onDone, onClose }: PreviewProps) {
  const { contacts: words, merge: common } = useDuplicateMessages();
  const sides = useSides<ContactMergeField>({ winnerId: one, loserId: other });
  const { reply, error, reload } = useReply(previewContactMerge, sides.ids);
  // a step: of two that are one by now no preview is to be asked for again
  const { send, reset, ...sending } = useSend(mergeContacts, {
    isStep: true,
    onDone: ({ merge }) => onDone(merge),
  });
  if (reply === null && error) {
    return <NoPreview title={words.title} error={error} onReload={reload} onClose={onClose} />;
  }
  if (reply === null) return <ViewSkeleton label={common.loading} />;
  const versions = { winnerVersion: reply.winner.version, loserVersion: reply.loser.version };
  const handleTurn = () => {
    sides.turn();
    reset();
  };
  return (
    <MergeForm<ContactMergeField>
      title={words.title}
      winner={reply.winner.name}
      loser={reply.loser.name}
      fields={reply.fields}
      moved={reply.moved}
      warnings={[]}
      choices={sides.choices}
      onChoose={sides.choose}
      isSending={sending.isSending}
      error={sending.error}
      onSubmit={() => send({ ...sides.ids, ...versions, choices: sides.choices })}
      onSwap={handleTurn}
      onReload={() => {
        reset();
        reload();
      }}
      onClose={onClose}
    />
  );
}
