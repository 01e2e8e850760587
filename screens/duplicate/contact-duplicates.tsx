// Beneath a customer's people: two entries that are probably one person, each to be checked in the panel.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { People20Regular } from '@fluentui/react-icons';
import { listDuplicateContacts } from '#contract/duplicate.ts';
import { useDuplicateMessages } from '../messages/duplicate-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Row, Rows } from '../ui/row.tsx';
import { useReply } from '../use-reply.ts';

export interface ContactPair {
  one: string;
  other: string;
}
type ContactDuplicatesProps = { customerId: string; onCheck: (pair: ContactPair) => void };

/** Nothing while there is none, nor when it cannot be known: it is only an offer. */
export function ContactDuplicates({ customerId, onCheck }: ContactDuplicatesProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { contacts: words, list } = useDuplicateMessages();
  const items = useReply(listDuplicateContacts, { customerId }).reply?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div className={styles.offer}>
      <Rows label={words.offer}>
        {items.map(({ one, other, reasons }) => (
          <Row
            key={`${one.id} ${other.id}`}
            icon={<People20Regular />}
            iconTone="warning"
            title={words.pair(one.name, other.name)}
            wrapsTitle
            detail={reasons.map((reason) => messages.customer.suggestionReasons[reason]).join(' · ')}
            wrapsDetail
            actions={
              <Button
                size="small"
                aria-label={list.mergeOf(one.name, other.name)}
                onClick={() => onCheck({ one: one.id, other: other.id })}
              >
                {list.merge}
              </Button>
            }
          />
        ))}
      </Rows>
    </div>
  );
}

const useStyles = makeStyles({ offer: { marginBlock: tokens.spacingVerticalXS } });
