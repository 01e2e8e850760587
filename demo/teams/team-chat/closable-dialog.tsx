// A dialog with its title and a cross; what is too long for the window scrolls inside.
import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Words } from '../words.ts';

interface ClosableDialogProps {
  title: string;
  words: Words;
  onClose: () => void;
  children: ReactNode;
}

export function ClosableDialog({ title, words, onClose, children }: ClosableDialogProps) {
  const styles = useStyles();
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle
            action={
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={words.close}
                onClick={onClose}
              />
            }
          >
            {title}
          </DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const useStyles = makeStyles({
  surface: { maxWidth: '560px' },
  // the surface's own padding, and a little of the page above and below
  body: { maxHeight: 'calc(100dvh - 80px)' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});
