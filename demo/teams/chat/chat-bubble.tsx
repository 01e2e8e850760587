// One message of the chat: a sentence, a live card, or both, with what the bot answered to the last press.
import {
  Caption1,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import type { ChatMessage } from '../../connector/shapes.ts';
import type { Words } from '../words.ts';
import { AdaptiveCard, type PressedButton } from './adaptive-card.tsx';
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
  const styles = useStyles();
  const isOwn = message.from === 'user';
  const card = own.card ?? message.card;
  const at = timeOf(message.at, language);
  const edited = message.editedAt === null ? '' : `, ${words.edited} ${timeOf(message.editedAt, language)}`;
  return (
    <article className={mergeClasses(styles.message, isOwn && styles.own)}>
      <Caption1 className={styles.head}>
        {isOwn ? words.you : words.chatTitle}, {at}
        {edited}
      </Caption1>
      <MessageText text={message.text} isOwn={isOwn} />
      {card !== null && (
        <AdaptiveCard card={card} isBusy={own.isBusy} onExecute={onExecute} onOpenUrl={onOpenUrl} />
      )}
      <NoteBar note={own.note} words={words} />
    </article>
  );
}

function MessageText({ text, isOwn }: { text: string | null; isOwn: boolean }) {
  const styles = useStyles();
  if (text === null || text === '') return null;
  return (
    <div
      className={mergeClasses(styles.text, isOwn && styles.ownText)}
      // toSafeHtml escapes everything and adds only strong, em and br.
      dangerouslySetInnerHTML={{ __html: toSafeHtml(text) }}
    />
  );
}

function NoteBar({ note, words }: { note: Note | null; words: Words }) {
  if (note === null) return null;
  return (
    <MessageBar intent={note.kind === 'message' ? 'info' : 'error'} layout="multiline">
      <MessageBarBody>{note.kind === 'lost' ? words.lost : note.text}</MessageBarBody>
    </MessageBar>
  );
}

const formats = {
  de: new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'short' }),
};

function timeOf(at: string, language: 'de' | 'en'): string {
  return formats[language].format(new Date(at));
}

const useStyles = makeStyles({
  message: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalXS,
    width: '100%',
    maxWidth: '420px',
  },
  own: { alignSelf: 'flex-end', alignItems: 'flex-end' },
  head: { color: tokens.colorNeutralForeground3 },
  text: {
    width: 'fit-content',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
  },
  ownText: { backgroundColor: tokens.colorBrandBackground2 },
});
