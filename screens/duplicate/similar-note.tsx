// "Gibt es vielleicht schon": who is alike while one types a new customer; each can be opened instead.
import { makeStyles, tokens } from '@fluentui/react-components';
import { Building20Regular } from '@fluentui/react-icons';
import type { SimilarCustomer } from '#contract/duplicate.ts';
import { useDuplicateMessages } from '../messages/duplicate-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';

type SimilarNoteProps = { similar: readonly SimilarCustomer[]; onOpen: (customerId: string) => void };

export function SimilarNote({ similar, onOpen }: SimilarNoteProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { similar: words } = useDuplicateMessages();
  return (
    <div role="status" className={styles.note}>
      {similar.length > 0 && (
        <Section title={words.title}>
          <Rows label={words.title}>
            {similar.map(({ customer, postcode, city, reasons }) => (
              <Row
                key={customer.id}
                icon={<Building20Regular />}
                iconTone="warning"
                title={customer.name}
                marks={<CustomerMarks customer={customer} />}
                detail={[
                  customer.number,
                  [postcode, city].filter(Boolean).join(' '),
                  ...reasons.map((reason) => messages.customer.suggestionReasons[reason]),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                wrapsDetail
                onOpen={() => onOpen(customer.id)}
              />
            ))}
          </Rows>
        </Section>
      )}
    </div>
  );
}

const useStyles = makeStyles({ note: { backgroundColor: tokens.colorNeutralBackground2 } });
