// The team's chat with a person of the customer: messages with their actions, and a box that takes cards and links of ours.
import { Body1Strong, Caption1, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ExtensionAttachment, TeamMessage } from '../../connector/shapes.ts';
import { useOwnCards } from '../chat/use-own-cards.ts';
import type { Words } from '../words.ts';
import { ActionDialog, type Acted } from './action-dialog.tsx';
import { SearchDialog } from './search-dialog.tsx';
import { TeamBubble } from './team-bubble.tsx';
import { TeamComposer } from './team-composer.tsx';
import { useTeamChat } from './use-team-chat.ts';

interface TeamChatViewProps {
  user: string;
  viewerIds: readonly string[];
  language: 'de' | 'en';
  words: Words;
  onOpenUrl: (url: string) => void;
}

const noMessages: readonly TeamMessage[] = [];

export function TeamChatView({ user, viewerIds, language, words, onOpenUrl }: TeamChatViewProps) {
  const styles = useStyles();
  const { chat, post } = useTeamChat(user);
  const [acted, setActed] = useState<Acted | null>(null);
  const [isSearching, setSearching] = useState(false);
  const [card, setCard] = useState<ExtensionAttachment | null>(null);
  const messages = (chat?.messages ?? noMessages).map((message) => ({ ...message, editedAt: null }));
  const { seen } = useOwnCards(user, messages, viewerIds, 'team');
  if (chat === null) return <Spinner label={words.loading} />;

  const insert = (chosen: ExtensionAttachment) => {
    setCard(chosen);
    setActed(null);
    setSearching(false);
  };
  return (
    <section className={styles.chat} aria-label={chat.title}>
      <header className={styles.head}>
        <Body1Strong as="h1" className={styles.title}>
          {chat.title}
        </Body1Strong>
        <Caption1 className={styles.quiet}>{words.teamMembers(chat.members.join(', '))}</Caption1>
      </header>
      <div className={styles.messages} role="log" aria-live="polite" tabIndex={0} aria-label={chat.title}>
        {messages.map((message) => (
          <TeamBubble
            key={message.id}
            message={message}
            card={seen(message).card ?? message.card}
            language={language}
            words={words}
            onAct={setActed}
            onOpenUrl={onOpenUrl}
          />
        ))}
      </div>
      <TeamComposer
        user={user}
        words={words}
        card={card}
        onCard={setCard}
        onSearch={() => setSearching(true)}
        onPost={post}
      />
      {acted !== null && (
        <ActionDialog
          user={user}
          acted={acted}
          words={words}
          onInsert={insert}
          onOpenUrl={onOpenUrl}
          onClose={() => setActed(null)}
        />
      )}
      {isSearching && (
        <SearchDialog user={user} words={words} onChoose={insert} onClose={() => setSearching(false)} />
      )}
    </section>
  );
}

const useStyles = makeStyles({
  chat: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  head: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  messages: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});
