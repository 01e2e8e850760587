// After a merge: what went over, and the way back while one still looks at it.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Reply } from '#contract/endpoint.ts';
import { undoMerge, type Merge } from '#contract/merge.ts';
import { useDuplicateMessages } from '../messages/duplicate-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { View } from '../ui/view.tsx';
import { useSend } from '../use-send.ts';
import { MovedList } from './merge-form.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { UndoneNote, hasLeftovers } from './undone-note.tsx';

export function MergeDone({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const messages = useMessages();
  const notify = useNotify();
  const queries = useQueryClient();
  useEffect(() => void queries.invalidateQueries(), [queries]); // the preview is gone by now
  const { merge: words, contacts } = useDuplicateMessages();
  const [undone, setUndone] = useState<Reply<typeof undoMerge> | null>(null);
  const { send, isSending, error } = useSend(undoMerge, {
    onDone: (reply) => {
      notify({ title: words.undone });
      if (hasLeftovers(reply)) setUndone(reply);
      else onClose();
    },
  });
  const undo = {
    id: 'undo-merge',
    label: words.undo,
    isBusy: isSending,
    onPress: () => send({ id: merge.id }),
  };
  return (
    <View
      title={undone === null ? words.done(merge.winner.name) : words.undone}
      onBack={onClose}
      foot={
        <ActionBar
          label={merge.kind === 'contact' ? contacts.title : words.title}
          isForm
          problem={error && !isSending && <RefusalNote error={error} title={words.undoFailed} />}
          primary={{ id: 'merge-done', label: messages.common.back, onPress: onClose }}
          secondary={undone === null ? [undo] : []}
        />
      }
    >
      {undone === null ? <MovedList moved={merge.moved} isDone /> : <UndoneNote undone={undone} />}
    </View>
  );
}
