// The head of each step: the way back and what this step is.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useImportMessages } from '../messages/import-messages.ts';

type ImportHeadProps = { title: string; onBack: () => void };

export function ImportHead({ title, onBack }: ImportHeadProps) {
  const styles = useStyles();
  const words = useImportMessages();
  return (
    <div className={styles.head}>
      <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={words.back} onClick={onBack} />
      <h2 className={styles.title}>{title}</h2>
    </div>
  );
}

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  title: { ...typographyStyles.subtitle2, margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
});
