// All further addresses of a customer in the panel, page by page; a press on one changes it.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Building20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { addressKinds, listAddresses, type Address } from '#contract/address.ts';
import type { CustomerRef } from '#contract/customer.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { View } from '../ui/view.tsx';
import { useRights } from '../use-me.ts';
import { useReply } from '../use-reply.ts';
import { AddressForm } from './address-form.tsx';
import { placeText } from './address-words.ts';

type AddressesViewProps = { customer: CustomerRef; onClose: () => void };
type Kind = Address['kind'] | 'all';

export function AddressesView({ customer, onClose }: AddressesViewProps) {
  const styles = useStyles();
  const { may } = useRights();
  const { addresses: words, addressKinds: names } = useCustomerDataMessages();
  const [kind, setKind] = useState<Kind>('all');
  const [open, setOpen] = useState<Address | 'new' | null>(null);
  if (open !== null) {
    return (
      <AddressForm customer={customer} address={open === 'new' ? null : open} onBack={() => setOpen(null)} />
    );
  }
  const mayEdit = may('customer.edit');
  const options = [
    { value: 'all' as const, label: words.filterAll },
    ...addressKinds.map((one) => ({ value: one, label: names[one] })),
  ];
  return (
    <View
      title={words.allTitle}
      onBack={onClose}
      foot={
        mayEdit && (
          <ActionBar
            label={words.allTitle}
            isForm
            primary={{ id: 'add-address', label: words.add, onPress: () => setOpen('new') }}
          />
        )
      }
    >
      <div className={styles.body}>
        <ChoiceField label={words.filter} options={options} value={kind} onChange={setKind} />
        <Pages
          key={kind}
          customerId={customer.id}
          kind={kind}
          onOpen={mayEdit ? (address) => setOpen(address) : undefined}
        />
      </div>
    </View>
  );
}

type PagesProps = {
  customerId: string;
  kind: Kind;
  cursor?: string;
  onOpen: ((address: Address) => void) | undefined;
};

function Pages({ customerId, kind, cursor, onOpen }: PagesProps) {
  const { addresses: words, addressKinds: names } = useCustomerDataMessages();
  const [showsNext, setShowsNext] = useState(false);
  const state = useReply(listAddresses, {
    customerId,
    limit: 50,
    ...(kind === 'all' ? {} : { kind }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={4} />}>
      {({ items, nextCursor }) => (
        <>
          {items.length === 0 && cursor === undefined && (
            <StateBlock icon={<Building20Regular />} title={words.empty} text={words.emptyText} />
          )}
          <Rows label={words.allTitle}>
            {items.map((address) => (
              <Row
                key={address.id}
                title={address.label === '' ? names[address.kind] : address.label}
                detail={`${names[address.kind]} · ${placeText(address)}`}
                wrapsDetail
                onOpen={onOpen && (() => onOpen(address))}
              />
            ))}
          </Rows>
          {nextCursor !== null && !showsNext && (
            <Button appearance="subtle" onClick={() => setShowsNext(true)}>
              {words.more}
            </Button>
          )}
          {nextCursor !== null && showsNext && (
            <Pages customerId={customerId} kind={kind} cursor={nextCursor} onOpen={onOpen} />
          )}
        </>
      )}
    </Loaded>
  );
}

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
  },
});
