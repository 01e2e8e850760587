// "Korrigieren": assigns this address to another customer for the whole team.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { correctMatch } from '#contract/cockpit.ts';
import { useMessages } from '../messages/use-messages.ts';
import { CustomerSearch } from '../customer/customer-search.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { View } from '../ui/view.tsx';
import { useSend } from '../use-send.ts';

type CorrectMatchProps = { address: string; onBack: () => void; onCorrected: (customerId: string) => void };

export function CorrectMatch({ address, onBack, onCorrected }: CorrectMatchProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = messages.customer.correct;
  const { send, error } = useSend(correctMatch, { onDone: (_, input) => onCorrected(input.customerId) });
  return (
    <View title={words.heading} onBack={onBack}>
      <div className={styles.body}>
        <p className={styles.text}>{words.text(address)}</p>
        {error && <ErrorNote error={error} title={words.failed} />}
        <CustomerSearch onChoose={(customer) => send({ address, customerId: customer.id })} />
      </div>
    </View>
  );
}

const useStyles = makeStyles({
  body: { padding: tokens.spacingHorizontalM },
  text: { ...typographyStyles.caption1, marginTop: 0, color: tokens.colorNeutralForeground3 },
});
