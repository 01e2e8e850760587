// People who are no longer there: kept, out of sight, brought back from here.
import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { listContacts, type Contact } from '#contract/customer.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';

type ArchivedContactsProps = { customerId: string; onOpenContact: (contact: Contact) => void };

export function ArchivedContacts({ customerId, onOpenContact }: ArchivedContactsProps) {
  const styles = useStyles();
  const format = useFormat();
  const { contact: words } = useCustomerDataMessages();
  const [isOpen, setOpen] = useState(false);
  const state = useReply(listContacts, isOpen ? { customerId, archived: 'only', limit: 100 } : null);
  if (!isOpen) {
    return (
      <Link as="button" className={styles.link} onClick={() => setOpen(true)}>
        {words.showArchived}
      </Link>
    );
  }
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={1} />}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={styles.none}>{words.noneArchived}</p>
        ) : (
          <Rows label={words.showArchived}>
            {items.map((contact) => (
              <Row
                key={contact.id}
                title={contact.name}
                detail={contact.archivedAt === null ? '' : words.archived(format.date(contact.archivedAt))}
                onOpen={() => onOpenContact(contact)}
              />
            ))}
          </Rows>
        )
      }
    </Loaded>
  );
}

const useStyles = makeStyles({
  link: { ...typographyStyles.caption1, minHeight: '24px' },
  none: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
