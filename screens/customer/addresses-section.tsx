// "Anschriften und Standorte" in the rail: the main address, the first others, and the way to all of them.
import { Link, makeStyles, typographyStyles } from '@fluentui/react-components';
import { listAddresses, type Address } from '#contract/address.ts';
import type { Customer } from '#contract/customer.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { LoadProblem } from '../ui/load-problem.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../use-format.ts';
import { useRights } from '../use-me.ts';
import { useReply } from '../use-reply.ts';
import { placeText } from './address-words.ts';

const shownAtFirst = 3;

type AddressesSectionProps = { customer: Customer; onOpen: () => void };

export function AddressesSection({ customer, onOpen }: AddressesSectionProps) {
  const styles = useStyles();
  const format = useFormat();
  const { may } = useRights();
  const { addresses: words } = useCustomerDataMessages();
  const { reply, error, reload } = useReply(listAddresses, {
    customerId: customer.id,
    limit: shownAtFirst,
  });
  const count = reply?.count ?? 0;
  const hasMore = count > shownAtFirst;
  const way = (hasMore || may('customer.edit')) && (
    <Link as="button" className={styles.link} onClick={onOpen}>
      {hasMore ? words.all(format.number(count)) : words.add}
    </Link>
  );
  return (
    <Section title={words.title} aside={way}>
      <p className={styles.main}>{placeText(customer) || words.none}</p>
      {error && !reply && <LoadProblem error={error} onRetry={reload} />}
      {reply && <AddressRows items={reply.items} />}
    </Section>
  );
}

/** Kind and place of each; also without a name of its own. */
function AddressRows({ items }: { items: Address[] }) {
  const { addresses: words, addressKinds } = useCustomerDataMessages();
  return (
    <Rows label={words.title}>
      {items.map((address) => (
        <Row
          key={address.id}
          title={address.label || addressKinds[address.kind]}
          detail={`${addressKinds[address.kind]} · ${placeText(address)}`}
          wrapsDetail
        />
      ))}
    </Rows>
  );
}

const useStyles = makeStyles({
  link: { ...typographyStyles.caption1, minHeight: '24px' },
  main: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
});
