// "Anrufen": the numbers of the customer and its people, asked for when the menu opens; a press dials.
import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { useState } from 'react';
import { getCustomer, listContacts, type CustomerRef } from '#contract/customer.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { useReply } from '../use-reply.ts';

type CallMenuProps = {
  customer: CustomerRef;
  appearance: 'primary' | 'secondary';
  onOpenCustomer: (customerId: string) => void;
};

export function CallMenu({ customer, appearance, onOpenCustomer }: CallMenuProps) {
  const styles = useStyles();
  const { myDay } = useWideMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <Menu open={isOpen} onOpenChange={(_event, data) => setOpen(data.open)}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance={appearance} className={styles.main} aria-description={customer.name}>
          {myDay.call}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={myDay.phones.label(customer.name)}>
          {isOpen && <Numbers customer={customer} onOpenCustomer={onOpenCustomer} />}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function Numbers({ customer, onOpenCustomer }: Pick<CallMenuProps, 'customer' | 'onOpenCustomer'>) {
  const { myDay } = useWideMessages();
  const company = useReply(getCustomer, { id: customer.id });
  const contacts = useReply(listContacts, { customerId: customer.id, limit: 20 });
  if (company.isWaiting || contacts.isWaiting) return <MenuItem disabled>{myDay.phones.loading}</MenuItem>;
  const numbers = [
    ...(contacts.reply?.items ?? []).flatMap((contact) =>
      contact.phones.map((phone) => ({ name: contact.name, phone })),
    ),
    ...(company.reply?.phone ? [{ name: myDay.phones.company, phone: company.reply.phone }] : []),
  ];
  if (numbers.length === 0) {
    return <MenuItem onClick={() => onOpenCustomer(customer.id)}>{myDay.phones.none}</MenuItem>;
  }
  return numbers.map(({ name, phone }) => (
    <MenuItemLink key={`${name} ${phone}`} href={telephoneLink(phone)} secondaryContent={phone}>
      {name}
    </MenuItemLink>
  ));
}

/** `tel:` wants digits only, with a leading plus. */
export function telephoneLink(phone: string): string {
  return `tel:${phone.replaceAll(/\(0\)|[^\d+]/g, '')}`;
}

const useStyles = makeStyles({
  main: {
    width: '120px',
    minWidth: 0,
    whiteSpace: 'nowrap',
    '@media (max-width: 599px)': { width: '112px', height: '40px' },
  },
});
