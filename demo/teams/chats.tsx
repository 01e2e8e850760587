// The chats of a person: the one with the bot, and for its members the team's one with a customer.
import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ComponentProps } from 'react';
import { ChatView } from './chat/chat-view.tsx';
import { fetchTeamChat } from './chat/connector-client.ts';
import { TeamChatView } from './team-chat/team-chat-view.tsx';

type Shown = 'bot' | 'team';

export function Chats(props: ComponentProps<typeof ChatView>) {
  const styles = useStyles();
  const { user, words } = props;
  const team = useTeamTitle(user);
  const [chosen, setChosen] = useState<Shown>('bot');
  const shown = team === null ? 'bot' : chosen;
  return (
    <div className={styles.chats}>
      {team !== null && (
        <TabList
          className={styles.list}
          aria-label={words.chats}
          selectedValue={shown}
          onTabSelect={(_event, { value }) => setChosen(value === 'team' ? 'team' : 'bot')}
        >
          <Tab value="bot">{words.chatTitle}</Tab>
          <Tab value="team">{team}</Tab>
        </TabList>
      )}
      {shown === 'bot' ? <ChatView {...props} /> : <TeamChatView key={user} {...props} />}
    </div>
  );
}

/** The title of the team's chat; null for people who are not in it. */
function useTeamTitle(user: string): string | null {
  const [found, setFound] = useState<{ user: string; title: string } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    fetchTeamChat(user, stop.signal)
      .then((chat) => setFound(chat && { user, title: chat.title }))
      .catch(() => undefined); // the bot's chat is all there is then
    return () => stop.abort();
  }, [user]);
  return found?.user === user ? found.title : null;
}

const useStyles = makeStyles({
  chats: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  list: {
    flexShrink: 0,
    flexWrap: 'wrap',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
