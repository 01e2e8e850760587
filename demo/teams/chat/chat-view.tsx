// The chat with the bot: messages and live cards, and a box to write to it.
import {
  Avatar,
  Body1Strong,
  Button,
  Caption1,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { BotRegular, SendRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { ChatMessage } from '../../connector/shapes.ts';
import type { Words } from '../words.ts';
import { ChatBubble } from './chat-bubble.tsx';
import type { ChatState } from './use-chat.ts';
import { useOwnCards } from './use-own-cards.ts';

interface ChatViewProps {
  user: string;
  personName: string;
  viewerIds: readonly string[];
  state: ChatState;
  language: 'de' | 'en';
  words: Words;
  onOpenUrl: (url: string) => void;
}

const noMessages: readonly ChatMessage[] = [];

export function ChatView({ user, personName, viewerIds, state, language, words, onOpenUrl }: ChatViewProps) {
  const styles = useStyles();
  const messages = state.chat?.messages ?? noMessages;
  const { seen, press } = useOwnCards(user, messages, viewerIds);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer a promise here, which must not become the effect's clean-up.
    void end.current?.scrollIntoView({ block: 'end' });
  }, [messages.length]);

  return (
    <section className={styles.chat} aria-label={words.chatAbout(personName)}>
      <header className={styles.head}>
        <Avatar icon={<BotRegular />} color="brand" aria-hidden />
        <div className={styles.headText}>
          <Body1Strong as="h1" className={styles.title}>
            {words.chatTitle}
          </Body1Strong>
          <Caption1 className={styles.quiet}>{words.chatAbout(personName)}</Caption1>
        </div>
      </header>
      <div
        className={styles.messages}
        role="log"
        aria-live="polite"
        tabIndex={0}
        aria-label={words.chatTitle}
      >
        {state.chat === null && !state.hasFailed && <Spinner label={words.loading} />}
        {state.chat !== null && messages.length === 0 && (
          <div className={styles.empty}>
            <Body1Strong>{words.chatEmptyTitle}</Body1Strong>
            <span>{words.chatEmpty}</span>
          </div>
        )}
        {messages.map((message) => (
          <ChatBubble
            key={message.id}
            message={message}
            own={seen(message)}
            language={language}
            words={words}
            onExecute={(button) => void press(message, button)}
            onOpenUrl={onOpenUrl}
          />
        ))}
        <div ref={end} />
      </div>
      {state.hasFailed && (
        <MessageBar intent="warning">
          <MessageBarBody>{words.chatLost}</MessageBarBody>
        </MessageBar>
      )}
      <Composer words={words} onWrite={state.write} />
    </section>
  );
}

function Composer({ words, onWrite }: { words: Words; onWrite: (text: string) => Promise<void> }) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [isSending, setSending] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  const handleSend = async () => {
    const trimmed = text.trim();
    if (trimmed === '' || isSending) return;
    setSending(true);
    try {
      await onWrite(trimmed);
      setText('');
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
        void handleSend();
      }}
    >
      <Field
        className={styles.box}
        label={{ children: words.write, size: 'small' }}
        {...(hasFailed ? { validationMessage: words.notSent } : {})}
      >
        <Textarea
          value={text}
          rows={1}
          onChange={(_event, data) => setText(data.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            void handleSend();
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
    </form>
  );
}

const useStyles = makeStyles({
  chat: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  headText: { display: 'flex', flexDirection: 'column' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  messages: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  empty: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    maxWidth: '420px',
    margin: 'auto',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  composer: {
    display: 'flex',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  box: { flexGrow: 1, maxWidth: '720px' },
});
