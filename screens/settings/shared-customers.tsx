// The customers a partner sees: shared one by one, taken away one by one.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import type { CustomerRef } from '#contract/customer.ts';
import { CustomerSearch } from '../customer/customer-search.tsx';
import { usePeopleMessages } from '../messages/people-messages.ts';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';

type SharedCustomersProps = { customers: CustomerRef[]; onChange: (customers: CustomerRef[]) => void };

export function SharedCustomers({ customers, onChange }: SharedCustomersProps) {
  const styles = useStyles();
  const words = usePeopleMessages();
  const handleAdd = (added: CustomerRef) => {
    if (!customers.some((customer) => customer.id === added.id)) onChange([...customers, added]);
  };
  return (
    <Section title={words.shared} isPlain>
      <p className={styles.hint}>{words.sharedHint}</p>
      {customers.length === 0 && <p className={styles.hint}>{words.noShared}</p>}
      <Rows label={words.shared}>
        {customers.map((customer) => (
          <Row
            key={customer.id}
            title={customer.name}
            marks={<CustomerMarks customer={customer} />}
            detail={customer.number}
            actions={
              <Button
                appearance="subtle"
                icon={<Dismiss16Regular />}
                aria-label={words.unshare(customer.name)}
                onClick={() => onChange(customers.filter(({ id }) => id !== customer.id))}
              />
            }
          />
        ))}
      </Rows>
      <p className={styles.hint}>{words.share}</p>
      <CustomerSearch onChoose={handleAdd} />
    </Section>
  );
}

const useStyles = makeStyles({
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
