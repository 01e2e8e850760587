// One message of the chat: a sentence, a live card, or both, with what the bot answered to the last press.
import { Caption1, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ChatMessage } from '../../connector/shapes.ts';
import type { Words } from '../words.ts';
import { AdaptiveCard, type PressedButton } from './adaptive-card.tsx';
import { Bubble, timeOf } from './bubble.tsx';
import { toSafeHtml } from './card-text.ts';
import type { Note, OwnCard } from './use-own-cards.ts';

interface ChatBubbleProps {
  message: ChatMessage;
  own: OwnCard;
  language: 'de' | 'en';
  words: Words;
  onExecute: (button: PressedButton) => void;
  onOpenUrl: (url: string) => void;
}

export function ChatBubble({ message, own, language, words, onExecute, onOpenUrl }: ChatBubbleProps) {
  const isOwn = message.from === 'user';
  const card = own.card ?? message.card;
  const at = timeOf(message.at, language);
  const edited = message.editedAt === null ? '' : `, ${words.edited} ${timeOf(message.editedAt, language)}`;
  return (
    <Bubble
      isOwn={isOwn}
      head={
        <Caption1>
          {isOwn ? words.you : words.chatTitle}, {at}
          {edited}
        </Caption1>
      }
      text={message.text ? <MessageText text={message.text} /> : null}
    >
      {card !== null && (
        <AdaptiveCard card={card} isBusy={own.isBusy} onExecute={onExecute} onOpenUrl={onOpenUrl} />
      )}
      <NoteBar note={own.note} words={words} />
    </Bubble>
  );
}

function MessageText({ text }: { text: string }) {
  // toSafeHtml escapes everything and adds only strong, em and br.
  return <span dangerouslySetInnerHTML={{ __html: toSafeHtml(text) }} />;
}

function NoteBar({ note, words }: { note: Note | null; words: Words }) {
  if (note === null) return null;
  return (
    <MessageBar intent={note.kind === 'message' ? 'info' : 'error'} layout="multiline">
      <MessageBarBody>{note.kind === 'lost' ? words.lost : note.text}</MessageBarBody>
    </MessageBar>
  );
}
