// "Kunden": the search over everything, and below it the customers one looks after, by name.
import { Button, Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Building20Regular, Person20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { listCustomers, type Customer } from '#contract/customer.ts';
import type { SearchHit } from '#contract/search.ts';
import { NewCustomerPanel } from '../customer/new-customer-panel.tsx';
import { DuplicatesEntry } from '../duplicate/duplicates-entry.tsx';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { RecordSearch } from '../search/record-search.tsx';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { RatingMark } from '../ui/rating-badge.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useMe } from '../use-me.ts';
import { useReply } from '../use-reply.ts';

type CustomerListProps = {
  onOpenCustomer: (id: string) => void;
  onOpenComplaint: (id: string) => void;
  onOpenDuplicates: () => void;
};
type Whose = 'mine' | 'all';

export function CustomerList({ onOpenCustomer, onOpenComplaint, onOpenDuplicates }: CustomerListProps) {
  const styles = useStyles();
  const words = useWideMessages().customerPage.customerList;
  const me = useMe().reply;
  const [chosen, setChosen] = useState<Whose | null>(null);
  // Who leads or administers looks after no customers, or few: all of them come first.
  const whose = chosen ?? (me && me.role !== 'sales' ? 'all' : 'mine');
  const { list: data } = useCustomerDataMessages();
  const [showsArchived, setShowsArchived] = useState(false);
  const [isSearching, setSearching] = useState(false);
  const handleChoose = (hit: SearchHit) => {
    if (hit.kind === 'complaint') onOpenComplaint(hit.id);
    else onOpenCustomer(hit.customer.id);
  };
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{words.title}</h1>
        <ChoiceButtons<Whose>
          label={words.filter}
          columns="row"
          choices={[
            { value: 'mine', label: words.mine },
            { value: 'all', label: words.all },
          ]}
          value={whose}
          onChange={(next) => setChosen(next ?? whose)}
        />
        <Checkbox
          label={data.show}
          checked={showsArchived}
          onChange={(_event, { checked }) => setShowsArchived(checked === true)}
        />
        <DuplicatesEntry onOpen={onOpenDuplicates} />
        <NewCustomerPanel onOpenCustomer={onOpenCustomer} />
      </div>
      <div className={styles.list}>
        <RecordSearch takesFocus onChoose={handleChoose} onSearching={setSearching} />
        {!isSearching && me && (
          <CustomerPages
            key={`${whose} ${showsArchived}`}
            isMine={whose === 'mine'}
            showsArchived={showsArchived}
            onOpen={onOpenCustomer}
          />
        )}
      </div>
    </main>
  );
}

type CustomerPagesProps = {
  isMine: boolean;
  showsArchived: boolean;
  cursor?: string;
  onOpen: (id: string) => void;
};

function CustomerPages({ isMine, showsArchived, cursor, onOpen }: CustomerPagesProps) {
  const messages = useMessages();
  const words = useWideMessages().customerPage.customerList;
  const [showsNext, setShowsNext] = useState(false);
  const state = useReply(listCustomers, {
    limit: 50,
    ...(isMine ? { mine: 'true' } : {}),
    ...(showsArchived ? { archived: 'with' as const } : {}),
    ...(cursor === undefined ? {} : { cursor }),
  });
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={8} />}>
      {({ items, nextCursor }) => (
        <>
          {items.length === 0 && cursor === undefined && (
            <StateBlock
              icon={<Building20Regular />}
              title={isMine ? words.emptyTitle : words.emptyAllTitle}
              text={isMine ? words.emptyText : words.emptyAllText}
            />
          )}
          <Rows>
            {items.map((customer) => (
              <Row
                key={customer.id}
                icon={customer.kind === 'private' ? <Person20Regular /> : <Building20Regular />}
                title={customer.name}
                marks={<CustomerMarks customer={customer} />}
                detail={detailOf(customer, messages)}
                {...(customer.rating ? { right: <RatingMark rating={customer.rating} /> } : {})}
                onOpen={() => onOpen(customer.id)}
              />
            ))}
          </Rows>
          {nextCursor !== null && !showsNext && (
            <Button appearance="subtle" onClick={() => setShowsNext(true)}>
              {words.more}
            </Button>
          )}
          {nextCursor !== null && showsNext && (
            <CustomerPages {...{ isMine, showsArchived, onOpen }} cursor={nextCursor} />
          )}
        </>
      )}
    </Loaded>
  );
}

function detailOf(customer: Customer, messages: Messages): string {
  return [
    customer.number === null ? null : messages.common.customerNumber(customer.number),
    [customer.postcode, customer.city].filter(Boolean).join(' '),
    customer.owner?.name,
  ]
    .filter(Boolean)
    .join(' · ');
}

const phone = '@media (max-width: 599px)';
const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { paddingInline: tokens.spacingHorizontalL },
  },
  title: { ...typographyStyles.subtitle1, margin: 0, marginInlineEnd: 'auto' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    maxWidth: '960px',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    [phone]: { paddingInline: tokens.spacingHorizontalL },
  },
});
