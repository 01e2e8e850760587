// Past merges, the latest first: taken back with one press while that is possible, else the reason why not.
import { Button } from '@fluentui/react-components';
import { Merge20Regular, People20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Reply } from '#contract/endpoint.ts';
import { listMerges, undoMerge, type Merge } from '#contract/merge.ts';
import { useDuplicateMessages } from '../messages/duplicate-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';
import { RefusalNote } from './refusal-note.tsx';
import { hasLeftovers, UndoneNote } from './undone-note.tsx';

/** A page of them; the next one follows on demand. */
export function PastMerges({ cursor }: { cursor?: string }) {
  const { past: words, list } = useDuplicateMessages();
  const [showsNext, setShowsNext] = useState(false);
  const state = useReply(listMerges, cursor === undefined ? {} : { cursor });
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={4} />}>
      {({ items, nextCursor }) => (
        <>
          {items.length === 0 && cursor === undefined && (
            <StateBlock icon={<People20Regular />} title={words.empty} text={words.emptyText} />
          )}
          <Rows label={words.title}>
            {items.map((merge) => (
              <PastMerge key={merge.id} merge={merge} />
            ))}
          </Rows>
          {nextCursor !== null && !showsNext && (
            <Button appearance="subtle" onClick={() => setShowsNext(true)}>
              {list.more}
            </Button>
          )}
          {nextCursor !== null && showsNext && <PastMerges cursor={nextCursor} />}
        </>
      )}
    </Loaded>
  );
}

function PastMerge({ merge }: { merge: Merge }) {
  const { past: words, merge: common } = useDuplicateMessages();
  const notify = useNotify();
  const [undone, setUndone] = useState<Reply<typeof undoMerge> | null>(null);
  const { send, isSending, error } = useSend(undoMerge, {
    onDone: (reply) => {
      notify({ title: common.undone });
      setUndone(hasLeftovers(reply) ? reply : null);
    },
  });
  const undo = merge.undoProblem === null && (
    <Button
      size="small"
      aria-label={words.undoOf(merge.loser.name, merge.winner.name)}
      disabledFocusable={isSending}
      onClick={() => send({ id: merge.id })}
    >
      {common.undo}
    </Button>
  );
  return (
    <>
      <Row
        icon={<Merge20Regular />}
        title={words.pair(merge.loser.name, merge.winner.name)}
        wrapsTitle
        detail={useDetail(merge)}
        wrapsDetail
        actions={undo}
      />
      {(error !== null || undone !== null) && (
        <li>
          {error && !isSending && <RefusalNote error={error} title={common.undoFailed} />}
          {undone && <UndoneNote undone={undone} />}
        </li>
      )}
    </>
  );
}

/** Who and when; then who took it back, or why nobody can. */
function useDetail({ kind, at, by, undone, undoProblem }: Merge): string {
  const format = useFormat();
  const { past: words, undoProblems } = useDuplicateMessages();
  const isStanding = undone === null && undoProblem !== null;
  const parts = [
    kind === 'contact' && words.contact,
    words.made(format.date(at), by?.name ?? null),
    undone && words.takenBack(format.date(undone.at), undone.by?.name ?? null),
    isStanding && undoProblems[undoProblem],
  ];
  return parts.filter(Boolean).join(' · ');
}
