// The box to write a message in: Enter sends, Shift+Enter breaks the line; what could not be sent stays.
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import type { Words } from '../words.ts';

interface ComposerProps {
  label: string;
  words: Words;
  onSend: (text: string) => Promise<void>;
  /** A message without words is one, too: it carries a card. */
  mayBeEmpty?: boolean;
  onPaste?: (pasted: string) => void;
  above?: ReactNode;
  before?: ReactNode;
}

export function Composer({
  label,
  words,
  onSend,
  mayBeEmpty = false,
  onPaste,
  above,
  before,
}: ComposerProps) {
  const styles = useStyles();
  const { text, setText, isSending, hasFailed, send } = useDraft(onSend, mayBeEmpty);
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {above}
      <div className={styles.line}>
        {before}
        <Field
          className={styles.box}
          label={{ children: label, size: 'small' }}
          {...(hasFailed ? { validationMessage: words.notSent } : {})}
        >
          <Textarea
            value={text}
            rows={1}
            onChange={(_event, data) => setText(data.value)}
            onPaste={(event) => onPaste?.(event.clipboardData.getData('text'))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey) return;
              event.preventDefault();
              void send();
            }}
          />
        </Field>
        <Button
          type="submit"
          appearance="primary"
          icon={<SendRegular />}
          disabled={isSending}
          aria-label={words.send}
        />
      </div>
    </form>
  );
}

function useDraft(onSend: ComposerProps['onSend'], mayBeEmpty: boolean) {
  const [text, setText] = useState('');
  const [isSending, setSending] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  const send = async () => {
    const trimmed = text.trim();
    if (isSending || (trimmed === '' && !mayBeEmpty)) return;
    setSending(true);
    try {
      await onSend(trimmed);
      setText('');
      setFailed(false);
    } catch {
      setFailed(true);
    } finally {
      setSending(false);
    }
  };
  return { text, setText, isSending, hasFailed, send };
}

const useStyles = makeStyles({
  composer: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  line: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  box: { flexGrow: 1, maxWidth: '720px' },
});
