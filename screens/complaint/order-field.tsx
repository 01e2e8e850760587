// Which order a complaint is about: those of the customer, the one named in the mail first.
import { Dropdown, Option } from '@fluentui/react-components';
import type { ComplaintDraft } from '#contract/complaint.ts';
import { complaintWords } from '../messages/complaint-words.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Labelled } from '../ui/labelled.tsx';
import { useFormat } from '../use-format.ts';

type OrderFieldProps = {
  orders: ComplaintDraft['orders'];
  value: string | null;
  onChange: (orderId: string | null) => void;
};

const noOrder = 'none';

/** Nothing at all for a customer without orders. */
export function OrderField({ orders, value, onChange }: OrderFieldProps) {
  const messages = useMessages();
  const format = useFormat();
  const words = complaintWords(messages).intake;
  if (orders.length === 0) return null;
  const chosen = orders.find((order) => order.id === value);
  const hint =
    chosen &&
    [format.date(chosen.orderedOn), chosen.summary, format.wholeEuro(chosen.totalCents)]
      .filter(Boolean)
      .join(', ');
  return (
    <Labelled label={words.order} hint={hint}>
      <Dropdown
        value={chosen?.number ?? words.noOrder}
        selectedOptions={[value ?? noOrder]}
        onOptionSelect={(_, data) =>
          onChange(data.optionValue === undefined || data.optionValue === noOrder ? null : data.optionValue)
        }
      >
        <Option value={noOrder}>{words.noOrder}</Option>
        {orders.map((order) => (
          <Option key={order.id} value={order.id} text={order.number}>
            {order.inText ? `${order.number}, ${words.orderInText}` : `${order.number}, ${order.summary}`}
          </Option>
        ))}
      </Dropdown>
    </Labelled>
  );
}
