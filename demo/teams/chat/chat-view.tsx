// The chat with the bot: messages and live cards, and a box to write to it.
import {
  Avatar,
  Body1Strong,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { BotRegular } from '@fluentui/react-icons';
import type { ChatMessage } from '../../connector/shapes.ts';
import type { Words } from '../words.ts';
import { ChatBubble } from './chat-bubble.tsx';
import { ChatFrame } from './chat-frame.tsx';
import { Composer } from './composer.tsx';
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
  return (
    <ChatFrame
      label={words.chatAbout(personName)}
      title={words.chatTitle}
      about={words.chatAbout(personName)}
      icon={<Avatar icon={<BotRegular />} color="brand" aria-hidden />}
      newest={messages.at(-1)?.id}
      foot={
        <>
          {state.hasFailed && (
            <MessageBar intent="warning">
              <MessageBarBody>{words.chatLost}</MessageBarBody>
            </MessageBar>
          )}
          <Composer label={words.write} words={words} onSend={state.write} />
        </>
      }
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
    </ChatFrame>
  );
}

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    maxWidth: '420px',
    margin: 'auto',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
});
