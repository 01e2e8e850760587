// The entry is stored; of its files some were not taken, each with its reason in a sentence.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useMessages } from '../messages/use-messages.ts';
import { useWideMessages } from '../messages/wide-messages.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { View } from '../ui/view.tsx';
import { useRefusalReason } from './use-refusal-reason.ts';
import type { RefusedFile } from './use-send-files.ts';

export function RefusedFiles({ refused, onClose }: { refused: RefusedFile[]; onClose: () => void }) {
  const styles = useStyles();
  const messages = useMessages();
  const { record: words } = useWideMessages().customerPage;
  const reasonOf = useRefusalReason();
  return (
    <View
      title={words.saved}
      onBack={onClose}
      foot={
        <ActionBar
          label={words.saved}
          primary={{ id: 'close-refused', label: messages.common.done, onPress: onClose }}
        />
      }
    >
      <div className={styles.body} role="alert">
        <p className={styles.text}>{words.refusedIntro}</p>
        <Rows label={words.files}>
          {refused.map(({ file, error }, index) => (
            <Row key={index} title={file.name} detail={reasonOf(error)} wrapsDetail wrapsTitle />
          ))}
        </Rows>
      </div>
    </View>
  );
}

const useStyles = makeStyles({
  body: { padding: tokens.spacingHorizontalM },
  text: { ...typographyStyles.body1, marginTop: 0 },
});
