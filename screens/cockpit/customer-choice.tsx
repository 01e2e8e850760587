// Several customers fit: the reader chooses, each with its reason. Nothing is guessed.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Building20Regular } from '@fluentui/react-icons';
import type { MatchCandidate } from '#contract/cockpit.ts';
import { useMessages } from '../messages/use-messages.ts';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';

type CustomerChoiceProps = {
  candidates: MatchCandidate[];
  /** People of several customers take part, as opposed to one sender who fits several. */
  isAboutPeople: boolean;
  onChoose: (customerId: string) => void;
  /** None of them fits; absent where no other can be meant. */
  onOther?: (() => void) | undefined;
};

export function CustomerChoice({ candidates, isAboutPeople, onChoose, onOther }: CustomerChoiceProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = messages.cockpit.choice;
  const seen = new Set<string>();
  const customers = candidates.filter(({ customer }) => !seen.has(customer.id) && seen.add(customer.id));
  return (
    <Section title={words.title}>
      {customers.length > 1 && <p className={styles.text}>{isAboutPeople ? words.people : words.text}</p>}
      <Rows>
        {customers.map((candidate) => (
          <Row
            key={candidate.customer.id}
            icon={<Building20Regular />}
            title={candidate.customer.name}
            marks={<CustomerMarks customer={candidate.customer} />}
            detail={[
              candidate.contact?.name,
              messages.cockpit.matchReasons[candidate.reason](candidate.evidence),
            ]
              .filter(Boolean)
              .join(' · ')}
            right={candidate.city ?? ''}
            isRightQuiet
            wrapsDetail
            onOpen={() => onChoose(candidate.customer.id)}
          />
        ))}
      </Rows>
      {onOther && (
        <Button id="action-other-customer" className={styles.other} onClick={onOther}>
          {words.other}
        </Button>
      )}
    </Section>
  );
}

const useStyles = makeStyles({
  text: { ...typographyStyles.caption1, marginTop: 0, color: tokens.colorNeutralForeground3 },
  other: { marginTop: tokens.spacingVerticalS },
});
