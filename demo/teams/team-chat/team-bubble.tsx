// One message of the team's chat, with what can be made of it behind "…".
import {
  Button,
  Caption1,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { TeamMessage } from '../../connector/shapes.ts';
import { AdaptiveCard, type CardJson } from '../chat/adaptive-card.tsx';
import { Bubble, timeOf } from '../chat/bubble.tsx';
import type { Words } from '../words.ts';
import type { Acted } from './action-dialog.tsx';

const commands: readonly Acted['commandId'][] = ['message_log', 'message_complaint', 'message_follow_up'];

interface TeamBubbleProps {
  message: TeamMessage;
  /** This viewer's form of its card. */
  card: CardJson | null;
  language: 'de' | 'en';
  words: Words;
  onAct: (acted: Acted) => void;
  onOpenUrl: (url: string) => void;
}

export function TeamBubble({ message, card, language, words, onAct, onOpenUrl }: TeamBubbleProps) {
  const { author, isOwn, isGuest, text } = message;
  const who = isGuest ? `${author} (${words.guest})` : author;
  return (
    <Bubble
      isOwn={isOwn}
      head={
        <>
          <Caption1>
            {who}, {timeOf(message.at, language)}
          </Caption1>
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button
                size="small"
                appearance="subtle"
                icon={<MoreHorizontalRegular />}
                aria-label={words.more(author)}
              />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {commands.map((commandId) => (
                  <MenuItem key={commandId} onClick={() => onAct({ messageId: message.id, commandId })}>
                    {words.actions[commandId]}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        </>
      }
      text={text === '' ? null : text}
    >
      {card !== null && (
        <AdaptiveCard card={card} isBusy={false} onExecute={() => undefined} onOpenUrl={onOpenUrl} />
      )}
    </Bubble>
  );
}
