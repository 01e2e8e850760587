// Writing to the team: text, a card chosen in the search, and the card of a link of ours that is pasted.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AppsAddInRegular, DismissRegular } from '@fluentui/react-icons';
import type { ExtensionAttachment } from '../../connector/shapes.ts';
import { Composer } from '../chat/composer.tsx';
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
  const unfurl = async (pasted: string) => {
    const [url] = link.exec(pasted) ?? [];
    if (url === undefined) return;
    const reply = await callExtension({ user, call: 'queryLink', value: { url } }).catch(() => null);
    const [found] = reply?.composeExtension?.attachments ?? [];
    if (found) onCard(found);
  };
  const send = async (text: string) => {
    await onPost({ text, card: card?.content ?? null });
    onCard(null);
  };

  return (
    <Composer
      label={words.writeToTeam}
      words={words}
      onSend={send}
      mayBeEmpty={card !== null}
      onPaste={(pasted) => void unfurl(pasted)}
      above={
        card !== null && (
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
        )
      }
      before={<Button icon={<AppsAddInRegular />} aria-label={words.search} onClick={onSearch} />}
    />
  );
}

const useStyles = makeStyles({
  card: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    maxWidth: '720px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
});
