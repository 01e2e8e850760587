// An old link to a customer that another one has taken over: says with whom, when and by whom, and leads there.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import { ArrowForward20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Reply } from '#contract/endpoint.ts';
import { followMergedCustomer } from '#contract/merge.ts';
import { useDuplicateMessages } from '../messages/duplicate-messages.ts';
import { ViewSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';

type FollowedProps = { customerId: string; onOpenCustomer: (customerId: string) => void };

/** On the page of the one that is gone, for those who still see it. */
export function MergedNote({ customerId, onOpenCustomer }: FollowedProps) {
  const styles = useStyles();
  const { followed: words } = useDuplicateMessages();
  const merged = useReply(followMergedCustomer, { customerId }).reply?.merged ?? null;
  const sentence = useSentence(merged);
  if (merged === null) return null;
  return (
    <MessageBar intent="info" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>{sentence}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => onOpenCustomer(merged.into.id)}>{words.open(merged.into.name)}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Instead of "not found", for those who see only the one that stayed; `otherwise` when there is none. */
export function MergedAway({
  customerId,
  onOpenCustomer,
  otherwise,
}: FollowedProps & { otherwise: ReactElement }) {
  const { followed: words } = useDuplicateMessages();
  const { reply, isWaiting } = useReply(followMergedCustomer, { customerId });
  const merged = reply?.merged ?? null;
  const sentence = useSentence(merged);
  if (merged !== null) {
    return (
      <StateBlock
        isPage
        isProblem
        icon={<ArrowForward20Regular />}
        title={words.title}
        text={sentence}
        action={{ label: words.open(merged.into.name), onPress: () => onOpenCustomer(merged.into.id) }}
      />
    );
  }
  return isWaiting ? <ViewSkeleton label={words.loading} /> : otherwise;
}

function useSentence(merged: Reply<typeof followMergedCustomer>['merged']): string {
  const format = useFormat();
  const { followed: words } = useDuplicateMessages();
  return merged === null
    ? ''
    : words.sentence(merged.into.name, format.date(merged.at), merged.by?.name ?? null);
}

const useStyles = makeStyles({ bar: { flexShrink: 0 }, body: { whiteSpace: 'normal' } });
