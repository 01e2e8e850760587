// "Besuch absagen?" with an optional reason; opens in the page, so that nothing is called off by a slip.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { cancelVisit, type Visit } from '#contract/visit.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useNotify } from '../ui/use-notify.ts';
import { useSend } from '../use-send.ts';

export function CancelVisit({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const styles = useStyles();
  const words = useVisitMessages().page;
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const { send, isSending, error } = useSend(cancelVisit, {
    onDone: () => {
      notify({ title: words.cancelled });
      onClose();
    },
  });
  const handleSend = () => send({ id: visit.id, reason }, { ifMatch: visit.version });
  return (
    <section aria-label={words.cancelTitle} className={styles.box}>
      <h2 className={styles.title}>{words.cancelTitle}</h2>
      <p className={styles.text}>{words.cancelText}</p>
      <TextField label={words.cancelReason} maxLength={500} value={reason} onChange={setReason} />
      {error && <ErrorNote error={error} title={words.cancelFailed} onRetry={handleSend} />}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={isSending} onClick={handleSend}>
          {words.cancelYes}
        </Button>
        <Button onClick={onClose}>{words.keep}</Button>
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    maxWidth: '480px',
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  text: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
