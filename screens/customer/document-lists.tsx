// The tabs with the customer's documents: quotes, orders, projects, complaints; one row each.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  BuildingFactory20Regular,
  Cart20Regular,
  CommentError20Regular,
  DocumentText20Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Order, Quote } from '#contract/cockpit.ts';
import type { Format } from '../format.ts';
import { ComplaintPages } from '../complaint-list/complaint-pages.tsx';
import { useWideMessages, type WideMessages } from '../messages/wide-messages.ts';
import { Row, Rows } from '../ui/row.tsx';
import { StateBlock } from '../ui/state-block.tsx';
import { useFormat } from '../use-format.ts';
import { useRights } from '../use-me.ts';
import type { CustomerParts } from './customer-page.tsx';

type Words = WideMessages['customerPage'];

export function QuoteList({ cockpit: { quotes } }: CustomerParts) {
  const { customerPage: words } = useWideMessages();
  const format = useFormat();
  if (quotes.length === 0)
    return (
      <StateBlock icon={<DocumentText20Regular />} title={words.quotes.none} text={words.documentsFrom} />
    );
  return (
    <Gutter>
      <Rows>
        {quotes.map((quote) => (
          <Row
            key={quote.id}
            icon={<DocumentText20Regular />}
            title={quote.title}
            detail={quoteDetail(quote, words, format)}
            right={format.euro(quote.totalCents)}
            rightDetail={words.quoteStates[quote.state]}
          />
        ))}
      </Rows>
    </Gutter>
  );
}

function quoteDetail(quote: Quote, words: Words, format: Format): string {
  const isOpen = quote.state === 'open';
  return [
    quote.number,
    words.quotes.sent(format.date(quote.sentOn)),
    isOpen && quote.validUntil !== null ? words.quotes.until(format.date(quote.validUntil)) : null,
    isOpen && quote.chancePercent !== null ? words.quotes.chance(format.percent(quote.chancePercent)) : null,
  ]
    .filter(Boolean)
    .join(', ');
}

export function OrderList({ cockpit: { orders } }: CustomerParts) {
  const { customerPage: words } = useWideMessages();
  const format = useFormat();
  if (orders.length === 0)
    return <StateBlock icon={<Cart20Regular />} title={words.orders.none} text={words.documentsFrom} />;
  return (
    <Gutter>
      <Rows>
        {orders.map((order) => (
          <Row
            key={order.id}
            icon={<Cart20Regular />}
            title={order.summary === '' ? order.number : order.summary}
            detail={orderDetail(order, words, format)}
            right={format.euro(order.totalCents)}
            rightDetail={format.date(order.orderedOn)}
          />
        ))}
      </Rows>
    </Gutter>
  );
}

function orderDetail(order: Order, { orders }: Words, format: Format): string {
  return [
    order.number,
    order.lineCount === 1 ? orders.oneLine : orders.lines(format.number(order.lineCount)),
    order.deliveredOn === null ? orders.notDelivered : orders.delivered(format.date(order.deliveredOn)),
  ].join(', ');
}

export function ProjectList({ cockpit: { projects } }: CustomerParts) {
  const { customerPage: words } = useWideMessages();
  const format = useFormat();
  if (projects.length === 0) {
    return (
      <StateBlock
        icon={<BuildingFactory20Regular />}
        title={words.projects.none}
        text={words.documentsFrom}
      />
    );
  }
  return (
    <Gutter>
      <Rows>
        {projects.map((project) => (
          <Row
            key={project.id}
            icon={<BuildingFactory20Regular />}
            title={project.name}
            detail={project.phase}
            right={project.sumCents === null ? words.projects.noSum : format.euro(project.sumCents)}
          />
        ))}
      </Rows>
    </Gutter>
  );
}

/** Open ones first, then the closed ones. */
export function ComplaintsOfCustomer({ cockpit, onErrand, onOpenComplaint }: CustomerParts) {
  const { customerPage: words } = useWideMessages();
  const { may } = useRights();
  const customerId = cockpit.customer.id;
  const record = may('complaint.create')
    ? { label: words.complaints.record, onPress: () => onErrand('complaint') }
    : undefined;
  return (
    <Gutter>
      <ComplaintPages
        query={{ customerId, state: 'open' }}
        showsCustomer={false}
        onOpen={onOpenComplaint}
        empty={
          <StateBlock
            icon={<CommentError20Regular />}
            title={words.complaintList.emptyAll}
            text={words.complaints.noneNext}
            {...(record ? { action: record } : {})}
          />
        }
      />
      <ComplaintPages
        query={{ customerId, state: 'closed' }}
        showsCustomer={false}
        onOpen={onOpenComplaint}
        empty={<></>}
      />
      {record && cockpit.complaints.length > 0 && <Button onClick={record.onPress}>{record.label}</Button>}
    </Gutter>
  );
}

function Gutter({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return <div className={styles.gutter}>{children}</div>;
}

const useStyles = makeStyles({
  gutter: {
    maxWidth: '880px',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    '@media (max-width: 599px)': { paddingInline: tokens.spacingHorizontalL },
  },
});
