// The page that plays Teams: the rail with Chat and Kundencockpit, and what the chosen one shows.
import {
  Caption1,
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { resetDemo } from '#contract/demo.ts';
import { createCall } from '#screens/call.ts';
import { ChatView } from './chat/chat-view.tsx';
import { useChat } from './chat/use-chat.ts';
import { useUnread } from './chat/use-unread.ts';
import { readEntityLink } from './deep-link.ts';
import { TabFrame } from './tab-frame.tsx';
import { TeamsBar } from './teams-bar.tsx';
import { TeamsRail, type TeamsView } from './teams-rail.tsx';
import { useAccount, useDemoPeople } from './use-account.ts';
import { useDemoSettings } from './use-demo-settings.ts';
import { words } from './words.ts';

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };
const call = createCall({ baseUrl: '', getToken: async () => null });

/** What the tab was opened with; `opened` counts, so that the same link twice opens it twice. */
interface TabPlace {
  subEntityId: string | null;
  opened: number;
}

export function TeamsPage() {
  usePageStyles();
  const styles = useStyles();
  const settings = useDemoSettings();
  const { user, theme, language } = settings;
  const say = words[language];
  const people = useDemoPeople();
  const person = people?.find((one) => one.user === user);
  const account = useAccount(user, person);
  const chat = useChat(user);
  const [view, setView] = useState<TeamsView>(() => startView());
  const [place, setPlace] = useState<TabPlace>(() => ({ subEntityId: startTarget(), opened: 0 }));
  const unread = useUnread(user, chat.chat?.messages, view === 'chat');
  const viewerIds = useMemo(
    () => [user, `29:${user}`, ...(person ? [person.id, `29:${person.id}`] : [])],
    [user, person],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

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
    <FluentProvider theme={themes[theme]} className={styles.page}>
      <TeamsBar
        {...settings}
        people={people}
        onUser={settings.chooseUser}
        onTheme={settings.chooseTheme}
        onLanguage={settings.chooseLanguage}
        onReset={() => void call(resetDemo, {}).then(() => window.location.reload())}
      />
      <div className={styles.middle}>
        <TeamsRail view={view} unread={unread} words={say} onView={setView} />
        <main className={styles.app}>
          <div className={styles.view} hidden={view !== 'tab'}>
            {person && (
              <TabFrame
                key={`${user} ${language} ${place.opened}`}
                title={say.tabTitle}
                theme={theme}
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
                key={user}
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
        </main>
      </div>
      <Caption1 as="p" className={styles.foot}>
        {say.notMicrosoft}
      </Caption1>
    </FluentProvider>
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

const usePageStyles = makeStaticStyles({ body: { margin: 0 } });
const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100dvh', overflow: 'hidden' },
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
