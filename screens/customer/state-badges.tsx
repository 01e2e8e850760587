// "Gesperrt" and "Archiviert" beside a name: seen before anything else is read.
import { Badge } from '@fluentui/react-components';
import type { Customer } from '#contract/customer.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useFormat } from '../use-format.ts';

export function StateBadges({ customer }: { customer: Pick<Customer, 'blocked' | 'archivedAt'> }) {
  const format = useFormat();
  const { state: words } = useCustomerDataMessages();
  return (
    <>
      {customer.blocked && (
        <Badge appearance="outline" color="danger" title={customer.blocked.reason ?? undefined}>
          {words.blocked}
        </Badge>
      )}
      {customer.archivedAt !== null && (
        <Badge
          appearance="outline"
          color="informative"
          title={words.archivedNote(format.date(customer.archivedAt))}
        >
          {words.archived}
        </Badge>
      )}
    </>
  );
}
