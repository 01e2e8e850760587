// Writing to the team: text, a card chosen in the search, and the card of a link of ours that is pasted.
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { AppsAddInRegular, DismissRegular, SendRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ExtensionAttachment } from '../../connector/shapes.ts';
import { callExtension } from '../chat/connector-client.ts';
import type { Words } from '../words.ts';
import type { TeamChatState } from './use-team-chat.ts';

interface TeamComposerProps {
  user: string;
  words: Words;
  card: ExtensionAttachment | null;
  onCard: (card: ExtensionAttachment | null) => void;
  onSearch: () => void;
  onPost: TeamChatState['post'];
}

const link = /https?:\/\/\S+/;

export function TeamComposer({ user, words, card, onCard, onSearch, onPost }: TeamComposerProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [isSending, setSending] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  const unfurl = async (pasted: string) => {
    const [url] = link.exec(pasted) ?? [];
    if (url === undefined) return;
    const reply = await callExtension({ user, call: 'queryLink', value: { url } }).catch(() => null);
    const [found] = reply?.composeExtension?.attachments ?? [];
    if (found) onCard(found);
  };
  const send = async () => {
    if (isSending || (text.trim() === '' && card === null)) return;
    setSending(true);
    try {
      await onPost({ text: text.trim(), card: card?.content ?? null });
      setText('');
      onCard(null);
      setFailed(false);
    } catch {
      setFailed(true);
    } finally {
      setSending(false);
    }
  };

  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {card !== null && (
        <div className={styles.card}>
          <span>{words.attached(card.preview.content.title)}</span>
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={words.removeCard}
            onClick={() => onCard(null)}
          />
        </div>
      )}
      <div className={styles.line}>
        <Button icon={<AppsAddInRegular />} aria-label={words.search} onClick={onSearch} />
        <Field
          className={styles.box}
          label={{ children: words.writeToTeam, size: 'small' }}
          {...(hasFailed ? { validationMessage: words.notSent } : {})}
        >
          <Textarea
            value={text}
            rows={1}
            onChange={(_event, data) => setText(data.value)}
            onPaste={(event) => void unfurl(event.clipboardData.getData('text'))}
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

const useStyles = makeStyles({
  composer: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  line: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  card: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    maxWidth: '720px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  box: { flexGrow: 1, maxWidth: '720px' },
});
