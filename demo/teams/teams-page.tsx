// The page that plays Teams: the rail with Chat and Kundencockpit, and what the chosen one shows.
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { listDemoUsers } from '#contract/demo.ts';
import { useReply } from '#screens/use-reply.ts';
import type { DemoSettings } from '../bar/settings.ts';
import { ChatView } from './chat/chat-view.tsx';
import { useChat } from './chat/use-chat.ts';
import { useUnread } from './chat/use-unread.ts';
import { readEntityLink } from './deep-link.ts';
import { TabFrame } from './tab-frame.tsx';
import { TeamsRail, type TeamsView } from './teams-rail.tsx';
import { useAccount } from './use-account.ts';
import { words } from './words.ts';

/** What the tab was opened with; `opened` counts, so that the same link twice opens it twice. */
interface TabPlace {
  subEntityId: string | null;
  opened: number;
}

export function TeamsPage({ settings }: { settings: DemoSettings }) {
  const styles = useStyles();
  const { user, theme, language } = settings;
  const say = words[language];
  const people = useReply(listDemoUsers, {}, { freshMs: 60 * 60_000 });
  const person = people.reply?.items.find((one) => one.user === user);
  const account = useAccount(person);
  const chat = useChat(user);
  const [view, setView] = useState<TeamsView>(startView);
  const [place, setPlace] = useState<TabPlace>(() => ({ subEntityId: startTarget(), opened: 0 }));
  const unread = useUnread(chat.chat?.messages, view === 'chat');
  const viewerIds = useMemo(
    () => [`29:${user}`, ...(person ? [person.id, `29:${person.id}`] : [])],
    [user, person],
  );

  const handleLink = (url: string): boolean => {
    const entity = readEntityLink(url);
    if (entity) {
      setPlace((before) => ({ subEntityId: entity.subEntityId, opened: before.opened + 1 }));
      setView('tab');
      return true;
    }
    return window.open(url, '_blank', 'noopener') !== null || /^(https?|tel|mailto):/.test(url);
  };

  return (
    <div className={styles.page}>
      <div className={styles.middle}>
        <TeamsRail view={view} unread={unread} words={say} onView={setView} />
        <div className={styles.app}>
          <div className={styles.view} hidden={view !== 'tab'}>
            {person && (
              <TabFrame
                key={`${language} ${place.opened}`}
                title={say.tabTitle}
                theme={theme === 'light' ? 'default' : theme}
                locale={language === 'de' ? 'de-de' : 'en-us'}
                subEntityId={place.subEntityId}
                account={account}
                onOpenLink={handleLink}
              />
            )}
          </div>
          {view === 'chat' && (
            <div className={styles.view}>
              <ChatView
                user={user}
                personName={person?.name ?? user}
                viewerIds={viewerIds}
                state={chat}
                language={language}
                words={say}
                onOpenUrl={handleLink}
              />
            </div>
          )}
        </div>
      </div>
      <Caption1 as="p" className={styles.foot}>
        {say.notMicrosoft}
      </Caption1>
    </div>
  );
}

/** `?view=chat` opens the chat; `?link=` a link into Teams, as a card or a task carries it. */
function startView(): TeamsView {
  return new URLSearchParams(window.location.search).get('view') === 'chat' ? 'chat' : 'tab';
}

function startTarget(): string | null {
  const query = new URLSearchParams(window.location.search);
  const link = query.get('link');
  return link === null ? query.get('target') : (readEntityLink(link)?.subEntityId ?? null);
}

const useStyles = makeStyles({
  page: { display: 'flex', flexGrow: 1, flexDirection: 'column', minWidth: 0 },
  middle: {
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    '@media (max-width: 600px)': { flexDirection: 'column' },
  },
  app: { display: 'flex', flexGrow: 1, minWidth: 0, minHeight: 0 },
  view: { flexGrow: 1, minWidth: 0, minHeight: 0 },
  foot: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
