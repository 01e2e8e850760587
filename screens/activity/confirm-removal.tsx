// Asked before a file goes for good.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useEntryMessages } from '../messages/entry-messages.ts';
import { useMessages } from '../messages/use-messages.ts';

type ConfirmRemovalProps = {
  name: string;
  /** The mail in the mailbox keeps its own copy. */
  isOfMail: boolean;
  onRemove: () => void;
  onKeep: () => void;
};

export function ConfirmRemoval({ name, isOfMail, onRemove, onKeep }: ConfirmRemovalProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = useEntryMessages();
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, data) => !data.open && onKeep()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.removeTitle}</DialogTitle>
          <DialogContent className={styles.text}>
            {[words.removeText(name), isOfMail ? words.removeOfMail : ''].filter(Boolean).join(' ')}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onRemove}>
              {words.removeYes}
            </Button>
            <Button onClick={onKeep}>{messages.common.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const useStyles = makeStyles({ text: { overflowWrap: 'anywhere' } });
