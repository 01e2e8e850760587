// One message of the team's chat, with what can be made of it behind "…".
import {
  Button,
  Caption1,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { TeamMessage } from '../../connector/shapes.ts';
import { AdaptiveCard, type CardJson } from '../chat/adaptive-card.tsx';
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
  const styles = useStyles();
  const { author, isOwn, isGuest, text } = message;
  const who = isGuest ? `${author} (${words.guest})` : author;
  return (
    <article className={mergeClasses(styles.message, isOwn && styles.own)}>
      <div className={styles.head}>
        <Caption1 className={styles.quiet}>
          {who}, {formats[language].format(new Date(message.at))}
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
      </div>
      {text !== '' && <div className={mergeClasses(styles.text, isOwn && styles.ownText)}>{text}</div>}
      {card !== null && (
        <AdaptiveCard card={card} isBusy={false} onExecute={() => undefined} onOpenUrl={onOpenUrl} />
      )}
    </article>
  );
}

const formats = {
  de: new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'short' }),
};

const useStyles = makeStyles({
  message: { display: 'flex', flexDirection: 'column', width: '100%', maxWidth: '420px' },
  own: { alignSelf: 'flex-end' },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  quiet: { color: tokens.colorNeutralForeground3 },
  text: {
    width: 'fit-content',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
  },
  ownText: { backgroundColor: tokens.colorBrandBackground2 },
});
