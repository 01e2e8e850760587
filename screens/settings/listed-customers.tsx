// Customers that belong to a territory whatever their postcode and sector say.
import { Button } from '@fluentui/react-components';
import { Building20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { listCustomerInTerritory, listTerritoryCustomers } from '#contract/territory.ts';
import { CustomerSearch } from '../customer/customer-search.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { useTerritoryMessages } from '../messages/territory-messages.ts';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useReply } from '../use-reply.ts';
import { useSend } from '../use-send.ts';

export function ListedCustomers({ territoryId }: { territoryId: string }) {
  const messages = useMessages();
  const { territories: words } = useTerritoryMessages();
  const [isAdding, setAdding] = useState(false);
  const state = useReply(listTerritoryCustomers, { id: territoryId, limit: 100 });
  const { send, isSending, error } = useSend(listCustomerInTerritory, { onDone: () => setAdding(false) });
  return (
    <Section
      title={words.listed}
      aside={
        <Button size="small" onClick={() => setAdding(!isAdding)}>
          {isAdding ? messages.common.cancel : words.listAdd}
        </Button>
      }
    >
      {error && !isSending && <ErrorNote error={error} title={words.failed} />}
      {isAdding && <CustomerSearch onChoose={({ id }) => send({ id, territoryId })} />}
      <Loaded state={state} waiting={<RowsSkeleton label={words.listedLoading} count={2} />}>
        {({ items }) => (
          <>
            {items.length === 0 && <p>{words.listedNone}</p>}
            <Rows label={words.listed}>
              {items.map(({ id, name, city, ...customer }) => (
                <Row
                  key={id}
                  icon={<Building20Regular />}
                  title={name}
                  marks={<CustomerMarks customer={customer} />}
                  detail={city ?? ''}
                  actions={
                    <Button
                      size="small"
                      aria-label={words.listRemove(name)}
                      disabledFocusable={isSending}
                      onClick={() => send({ id, territoryId: null })}
                    >
                      {words.free}
                    </Button>
                  }
                />
              ))}
            </Rows>
          </>
        )}
      </Loaded>
    </Section>
  );
}
