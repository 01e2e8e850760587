// Puts the sample data back, after a question; the page then starts afresh.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components';
import { ArrowResetRegular } from '@fluentui/react-icons';
import { resetDemo } from '#contract/demo.ts';
import { useSend } from '#screens/use-send.ts';
import type { barWords } from './words.ts';

/** The button and the question behind it. */
export function ResetDemo({ words }: { words: ReturnType<typeof barWords> }) {
  const reset = useSend(resetDemo, { onDone: () => location.reload() });
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small" icon={<ArrowResetRegular />}>
          {words.reset}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.resetTitle}</DialogTitle>
          <DialogContent>
            {words.resetText}
            {reset.error !== null && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{words.resetFailed}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{words.cancel}</Button>
            </DialogTrigger>
            <Button appearance="primary" disabled={reset.isSending} onClick={() => reset.send({})}>
              {words.resetNow}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
