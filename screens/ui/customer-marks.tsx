// "gesperrt" and "archiviert" beside a customer's name: one rule, wherever a customer is shown.
import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import type { CustomerRef } from '#contract/customer.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';

type Marked = Pick<CustomerRef, 'marks'>;
type Mark = NonNullable<CustomerRef['marks']>[number];

type CustomerMarksProps = {
  customer: Marked;
  /** What more there is to say of a mark, as its tooltip. */
  notes?: Partial<Record<Mark, string>>;
};

/** Nothing at all for a customer one does business with. */
export function CustomerMarks({ customer, notes = {} }: CustomerMarksProps) {
  const styles = useStyles();
  const { marks: words } = useMessages().customer;
  return (customer.marks ?? []).map((mark) => (
    <Badge
      key={mark}
      appearance="outline"
      color={mark === 'blocked' ? 'danger' : 'informative'}
      className={styles.mark}
      title={notes[mark]}
    >
      {words[mark]}
    </Badge>
  ));
}

/** The same where a name stands within a sentence: "Nordbau GmbH (gesperrt)". */
export function markedName({ name, marks = [] }: Marked & { name: string }, messages: Messages): string {
  const words = marks.map((mark) => messages.customer.marks[mark]);
  return words.length === 0 ? name : `${name} (${words.join(', ')})`;
}

const useStyles = makeStyles({
  mark: { flexShrink: 0, verticalAlign: 'text-bottom', marginInlineStart: tokens.spacingHorizontalXS },
});
