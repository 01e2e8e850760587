// The way from the customers to the likely pairs, for everybody who may merge; quiet while there is none.
import { Button } from '@fluentui/react-components';
import { People20Regular } from '@fluentui/react-icons';
import { listDuplicates } from '#contract/duplicate.ts';
import { useDuplicateMessages } from '../messages/duplicate-messages.ts';
import { useFormat } from '../use-format.ts';
import { useRights } from '../use-me.ts';
import { useReply } from '../use-reply.ts';

const freshMs = 60_000;

export function DuplicatesEntry({ onOpen }: { onOpen: () => void }) {
  const { list: words } = useDuplicateMessages();
  const format = useFormat();
  const { may } = useRights();
  const isAsked = may('customer.edit');
  const total = useReply(listDuplicates, isAsked ? { limit: 1 } : null, { freshMs }).reply?.total ?? 0;
  if (total === 0) return null;
  return (
    <Button appearance="subtle" icon={<People20Regular />} onClick={onOpen}>
      {words.entry(format.number(total))}
    </Button>
  );
}
