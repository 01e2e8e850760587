// "Vielleicht schon bekannt": companies this sender might belong to, each with the reason of likeness.
import { Button, makeStyles } from '@fluentui/react-components';
import type { CustomerSuggestion } from '#contract/customer.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';

type SenderSuggestionsProps = {
  suggestions: CustomerSuggestion[];
  isBusy: boolean;
  onAssign: (customerId: string) => void;
};

export function SenderSuggestions({ suggestions, isBusy, onAssign }: SenderSuggestionsProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = messages.customer.unknown;
  return (
    <Section title={words.suggestions}>
      <Rows>
        {suggestions.map((suggestion) => (
          <Row
            key={suggestion.customer.id}
            title={suggestion.customer.name}
            marks={<CustomerMarks customer={suggestion.customer} />}
            detail={reasonOf(suggestion, messages)}
            actions={
              <Button
                size="small"
                className={styles.assign}
                aria-label={words.assignTo(suggestion.customer.name)}
                disabledFocusable={isBusy}
                onClick={() => onAssign(suggestion.customer.id)}
              >
                {words.assign}
              </Button>
            }
          />
        ))}
      </Rows>
    </Section>
  );
}

function reasonOf(suggestion: CustomerSuggestion, messages: Messages): string {
  const { customer, postcode, city, reason } = suggestion;
  const place = [postcode, city].filter(Boolean).join(' ');
  const number = customer.number === null ? '' : messages.common.customerNumber(customer.number);
  const hint = reason === 'similar_name' ? place || number : number || place;
  return [messages.customer.suggestionReasons[reason], hint].filter(Boolean).join(', ');
}

const useStyles = makeStyles({ assign: { flexShrink: 0 } });
