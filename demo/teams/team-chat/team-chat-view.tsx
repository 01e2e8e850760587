// The team's chat with a person of the customer: messages with their actions, and a box that takes cards and links of ours.
import { Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { ExtensionAttachment, TeamMessage } from '../../connector/shapes.ts';
import { ChatFrame } from '../chat/chat-frame.tsx';
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
  const { chat, post } = useTeamChat(user);
  const [acted, setActed] = useState<Acted | null>(null);
  const [isSearching, setSearching] = useState(false);
  const [card, setCard] = useState<ExtensionAttachment | null>(null);
  const messages = (chat?.messages ?? noMessages).map((message) => ({ ...message, editedAt: null }));
  const { seen } = useOwnCards(user, messages, viewerIds, 'team');
  if (chat === null) return <Spinner label={words.loading} />;

  const newest = messages.at(-1);
  const insert = (chosen: ExtensionAttachment) => {
    setCard(chosen);
    setActed(null);
    setSearching(false);
  };
  return (
    <>
      <ChatFrame
        label={chat.title}
        title={chat.title}
        about={words.teamMembers(chat.members.join(', '))}
        // the card as this viewer sees it comes a moment later, and may be longer
        newest={newest && `${newest.id} ${seen(newest).card === null ? 'posted' : 'own'}`}
        foot={
          <TeamComposer
            user={user}
            words={words}
            card={card}
            onCard={setCard}
            onSearch={() => setSearching(true)}
            onPost={post}
          />
        }
      >
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
      </ChatFrame>
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
    </>
  );
}
